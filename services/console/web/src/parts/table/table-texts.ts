import { defineTexts } from '../../texts/index.ts';

export const tableTexts = defineTexts('table', {
  zh: { part: '列表尚未全部载入，暂不能按此列排序。请先缩小筛选范围，全部载入后即可排序。' },
  en: { part: 'Only a part of this list is loaded. Narrow it first: it sorts by this column when all of it is loaded.' },
});
