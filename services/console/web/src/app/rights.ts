import { defineTexts } from '../texts/index.ts';

const texts = defineTexts('rights', {
  zh: {
    'cases-read': '查看办件',
    'dead-letters-read': '查看死信',
    'dead-letters-write': '处理死信',
    'events-read': '查看事件与订阅',
    'grants-write': '管理授权',
    'personal-read': '查看个人信息',
    'subscriptions-write': '管理订阅',
    'work-items-read': '查看待办事项',
    'work-items-write': '办理待办事项',
  },
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

const named = [
  'cases-read',
  'dead-letters-read',
  'dead-letters-write',
  'events-read',
  'grants-write',
  'personal-read',
  'subscriptions-write',
  'work-items-read',
  'work-items-write',
] as const;

/** What a right is called (`cases:read`), in the language of the page; one that the page knows no name of is called as it is. */
export function useRightName(): (right: string) => string {
  const say = texts.use();
  return (right) => {
    const key = named.find((each) => each === right.replace(':', '-'));
    return key ? say(key) : right;
  };
}
