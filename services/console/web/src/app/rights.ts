import { defineTexts } from '../texts/index.ts';

const zh = {
  'cases-read': '查看办件',
  'dead-letters-read': '查看死信',
  'dead-letters-write': '处理死信',
  'events-read': '查看事件与订阅',
  'grants-write': '管理授权',
  'personal-read': '查看个人信息',
  'subscriptions-write': '管理订阅',
  'work-items-read': '查看待办事项',
  'work-items-write': '办理待办事项',
} as const;

const texts = defineTexts('rights', {
  zh,
  en: {
    'cases-read': 'see cases',
    'dead-letters-read': 'see dead letters',
    'dead-letters-write': 'deal with dead letters',
    'events-read': 'see events and subscriptions',
    'grants-write': 'manage grants',
    'personal-read': 'see personal values',
    'subscriptions-write': 'manage subscriptions',
    'work-items-read': 'see work items',
    'work-items-write': 'finish work items',
  },
});

/** What a right is called (`cases:read`), in the language of the page; one that the page knows no name of is called as it is. */
export function useRightName(): (right: string) => string {
  const say = texts.use();
  return (right) => {
    const key = right.replace(':', '-');
    return isNamed(key) ? say(key) : right;
  };
}

const isNamed = (key: string): key is keyof typeof zh => Object.hasOwn(zh, key);
