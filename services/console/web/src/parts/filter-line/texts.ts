import { defineTexts } from '../../texts/index.ts';

export const filterTexts = defineTexts('filter-line', {
  zh: {
    choices_one: '{{count}} 个候选，用上下箭头选择，回车采用',
    choices_other: '{{count}} 个候选，用上下箭头选择，回车采用',
    suggestions: '候选',
    clear: '清除筛选',
    syntax:
      '写成 词:值，用空格隔开；前面加 - 表示不要；同一个词写几次，符合其一即可；含空格的值用英文双引号括起；* 代表任意内容。按回车生效。',
    at: '第 {{place}} 个字起：',
    fault: {
      'no-key': '「{{what}}」前缺少筛选词，例如 department:taxation',
      'no-value': '「{{what}}」后面缺少值',
      'open-quote': '双引号没有结束',
      'after-quote': '双引号结束之后要有空格：{{what}}',
      'unknown-key': '没有「{{what}}」这个筛选词',
      'not-a-case': '「{{what}}」不是办件 ID（32 位十六进制，形如 019ab2c4-…）',
      'not-a-division': '「{{what}}」不是区划代码或其开头（2 至 6 位数字，例如 3301）',
      stars: '「{{what}}」中的 * 太多：可写成 a*、*a、*a* 或 a*b',
      'too-long': '条件太长，合起来不能超过 {{what}} 个字符',
      refused: '事件中心不接受：{{what}}',
    },
  },
  en: {
    choices_one: '{{count}} suggestion: arrows choose, Enter takes it',
    choices_other: '{{count}} suggestions: arrows choose, Enter takes one',
    suggestions: 'Suggestions',
    clear: 'Clear the filter',
    syntax:
      'Write word:value with spaces between; - in front for what must not be; of a word said several times any may hold; double quotes around a value with spaces; * stands for anything. Enter applies it.',
    at: 'From character {{place}}: ',
    fault: {
      'no-key': '“{{what}}” lacks a word in front, as in department:taxation',
      'no-value': '“{{what}}” lacks a value',
      'open-quote': 'the quotation marks are not closed',
      'after-quote': 'a space must follow the closing quotation mark: {{what}}',
      'unknown-key': 'there is no word “{{what}}”',
      'not-a-case': '“{{what}}” is no case id (32 hexadecimal digits, as 019ab2c4-…)',
      'not-a-division': '“{{what}}” is no division code or the beginning of one (2 to 6 digits, as 3301)',
      stars: '“{{what}}” has too many stars: a*, *a, *a* and a*b can be written',
      'too-long': 'the conditions are too long: together at most {{what}} characters',
      refused: 'the event hub does not take it: {{what}}',
    },
  },
});
