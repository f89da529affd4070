import { defineTexts } from '../../texts/index.ts';

/** By the English phrases under which the editor asks for them. */
const zh = {
  'Fold line': '折叠',
  'Unfold line': '展开',
  'folded code': '已折叠的内容',
  unfold: '展开',
  'Folded lines': '已折叠的行',
  'Unfolded lines': '已展开的行',
  to: '至',
  Find: '查找',
  next: '下一处',
  previous: '上一处',
  all: '全选',
  'match case': '区分大小写',
  regexp: '正则表达式',
  'by word': '整词',
  close: '关闭',
  'current match': '当前匹配',
  'on line': '所在行',
  'Go to line': '转到行',
  go: '转到',
} as const;

const texts = defineTexts('code-view', {
  zh,
  en: {
    'Fold line': 'Fold',
    'Unfold line': 'Unfold',
    'folded code': 'Folded',
    unfold: 'Unfold',
    'Folded lines': 'Folded lines',
    'Unfolded lines': 'Unfolded lines',
    to: 'to',
    Find: 'Find',
    next: 'Next',
    previous: 'Previous',
    all: 'All',
    'match case': 'Match case',
    regexp: 'Regular expression',
    'by word': 'Whole word',
    close: 'Close',
    'current match': 'This match',
    'on line': 'on line',
    'Go to line': 'Go to line',
    go: 'Go',
  },
});

/** What the editor says, in the language of the page. */
export function usePhrases(): Readonly<Record<string, string>> {
  const say = texts.use();
  return Object.fromEntries((Object.keys(zh) as (keyof typeof zh)[]).map((phrase) => [phrase, say(phrase)]));
}
