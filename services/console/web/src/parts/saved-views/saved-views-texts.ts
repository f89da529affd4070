import { defineTexts } from '../../texts/index.ts';

export const savedViewsTexts = defineTexts('views', {
  zh: {
    title: '视图',
    save: '保存当前筛选…',
    none: '还没有保存的视图',
    own: '我的视图',
    shared: '共享的视图',
    name: '名称',
    share: '共享给所有人',
    keep: '保存',
    drop: '删除视图 {{name}}',
    copy: '复制视图 {{name}} 的链接',
    empty: '当前没有筛选条件，视图将显示全部。',
    by: '由 {{name}} 共享',
    gone: '这个视图已不存在，可能已被其所有者删除。',
  },
  en: {
    title: 'Views',
    save: 'Save this filter…',
    none: 'No views saved yet',
    own: 'My views',
    shared: 'Shared views',
    name: 'Name',
    share: 'Share with everybody',
    keep: 'Save',
    drop: 'Delete the view {{name}}',
    copy: 'Copy the link to the view {{name}}',
    empty: 'Nothing is filtered: the view will show everything.',
    by: 'shared by {{name}}',
    gone: 'This view is not there any more. Its owner may have deleted it.',
  },
});
