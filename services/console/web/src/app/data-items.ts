import { useMemo } from 'react';
import { defineTexts, language, type TextTree } from '../texts/index.ts';

/** What a data item is called to a reader, whatever the field that carries it is named in JSON; and how it is written. */
export interface ItemWords {
  readonly titleOf: (item: string | undefined) => string | undefined;
  readonly hintOf: (item: string | undefined) => string | undefined;
}

const zh = {
  title: {
    actor: '经办者',
    agency: { name: '机构' },
    applicant: { 'id-number': '证件号码', 'id-type': '证件类型', kind: '申请人类型', name: '姓名或名称', reference: '业务号' },
    arrears: { amount: '欠税金额（元）', reference: '催缴文号', since: '欠税起始' },
    authority: { division: '办理机关区划', level: '办理机关层级' },
    case: { code: '编号', division: '区划', 'event-sequence': '事件序号', id: '办件 ID', outcome: '结果', step: '步骤' },
    'credit-record': { change: '变更类型' },
    'dead-letter': { code: '原因代码', id: '死信编号', topic: '来源主题' },
    department: { name: '部门' },
    employer: {
      'fund-account': '单位公积金账号',
      'fund-rate': '公积金缴存比例（%）',
      'medical-insurance-number': '医疗保险登记号',
      'social-insurance-number': '社会保险登记号',
    },
    employment: { 'contribution-base': '缴费基数（元/月）' },
    enterprise: {
      address: '住所',
      'annual-sales': '年应税销售额（元）',
      'business-scope': '经营范围',
      'employee-count': '职工人数',
      employees: '职工名册',
      'licence-number': '营业执照注册号',
      name: '企业名称',
      'registered-capital': '注册资本（元）',
      uscc: '统一社会信用代码',
    },
    failure: { reason: '故障原因' },
    grant: { agency: '被授权机构', 'ended-because': '终止原因', id: '授权编号' },
    ignored: { reason: '未采用的原因' },
    message: { cause: '起因消息', id: '消息编号', source: '来源', time: '时间', type: '消息类型' },
    // The one person of whom a case holds the identity as a whole.
    person: { 'id-number': '身份证号码', identity: '法定代表人', name: '姓名' },
    process: { id: '流程', version: '流程版本' },
    recall: { 'declined-because': '未能收回的原因' },
    record: { id: '记录编号', type: '记录类型' },
    refusal: { code: '理由', law: '法律依据', reason: '理由说明' },
    seal: { kind: '印章种类', number: '印章编码' },
    step: { capability: '事项', 'command-key': '指令键', input: '办理依据', mode: '办理方式', output: '办理结果' },
    subscription: {
      'disabled-because': '停用原因',
      'ended-because': '终止原因',
      'failure-budget-used': '已用失败额度（%）',
      id: '订阅编号',
      subscriber: '订阅方',
    },
    taxpayer: { 'elects-general': '选择登记为一般纳税人', number: '纳税人识别号', type: '纳税人类型' },
    'work-item': { id: '待办事项编号' },
  },
  hint: {
    employer: {
      'fund-account': '6 位区划代码、8 位顺序号和 1 位校验码（GB/T 17710）',
      'fund-rate': '单位与职工各缴的百分比，不填按最低的 5%',
      'medical-insurance-number': '6 位区划代码、8 位顺序号和 1 位校验码（GB/T 17710）',
      'social-insurance-number': '6 位区划代码、8 位顺序号和 1 位校验码（GB/T 17710）',
    },
    enterprise: { 'annual-sales': '此前已经营的，填最近十二个月的应税销售额；不填为 0' },
    taxpayer: { 'elects-general': '不填为否', number: '即统一社会信用代码（三证合一）' },
  },
} as const satisfies TextTree;

/** Titles of all data items that schemas name, and how those are written that do not speak for themselves. */
export const dataItemTexts = defineTexts('data-items', {
  zh,
  en: {
    title: {
      actor: 'By whom',
      agency: { name: 'Agency' },
      applicant: { 'id-number': 'Id number', 'id-type': 'Kind of id', kind: 'Kind of applicant', name: 'Name', reference: 'Reference' },
      arrears: { amount: 'Tax arrears (yuan)', reference: 'Demand', since: 'In arrears since' },
      authority: { division: 'Division of the authority', level: 'Level of the authority' },
      case: {
        code: 'Code',
        division: 'Division',
        'event-sequence': 'Number of the event',
        id: 'Case id',
        outcome: 'Outcome',
        step: 'Step',
      },
      'credit-record': { change: 'Change' },
      'dead-letter': { code: 'Reason', id: 'Dead letter', topic: 'Topic it came from' },
      department: { name: 'Department' },
      employer: {
        'fund-account': 'Housing fund account',
        'fund-rate': 'Housing fund rate (%)',
        'medical-insurance-number': 'Medical insurance number',
        'social-insurance-number': 'Social insurance number',
      },
      employment: { 'contribution-base': 'Contribution base (yuan a month)' },
      enterprise: {
        address: 'Domicile',
        'annual-sales': 'Taxable sales of a year (yuan)',
        'business-scope': 'Business scope',
        'employee-count': 'Number of employees',
        employees: 'Employees',
        'licence-number': 'Number of the business licence',
        name: 'Name of the enterprise',
        'registered-capital': 'Registered capital (yuan)',
        uscc: 'Unified social credit code',
      },
      failure: { reason: 'What failed' },
      grant: { agency: 'Grantee', 'ended-because': 'Why it ended', id: 'Grant' },
      ignored: { reason: 'Why it was ignored' },
      message: { cause: 'Caused by', id: 'Message', source: 'Source', time: 'Time', type: 'Type' },
      person: { 'id-number': 'Resident id number', identity: 'Legal representative', name: 'Name' },
      process: { id: 'Process', version: 'Version of the process' },
      recall: { 'declined-because': 'Why it was not recalled' },
      record: { id: 'Record', type: 'Kind of record' },
      refusal: { code: 'Ground', law: 'Ground in law', reason: 'Reason' },
      seal: { kind: 'Kind of seal', number: 'Seal number' },
      step: { capability: 'What', 'command-key': 'Command key', input: 'What it is decided by', mode: 'How it is done', output: 'Result' },
      subscription: {
        'disabled-because': 'Why it was disabled',
        'ended-because': 'Why it ended',
        'failure-budget-used': 'Failure budget used (%)',
        id: 'Subscription',
        subscriber: 'Subscriber',
      },
      taxpayer: { 'elects-general': 'Chooses to be a general taxpayer', number: 'Taxpayer number', type: 'Kind of taxpayer' },
      'work-item': { id: 'Work item' },
    },
    hint: {
      employer: {
        'fund-account': '6 digits of the division, 8 of a serial and a check digit (GB/T 17710)',
        'fund-rate': 'Per cent that employer and employee each pay; 5, the lowest, if left out',
        'medical-insurance-number': '6 digits of the division, 8 of a serial and a check digit (GB/T 17710)',
        'social-insurance-number': '6 digits of the division, 8 of a serial and a check digit (GB/T 17710)',
      },
      enterprise: { 'annual-sales': 'Of the last twelve months, of a business that traded before; 0 if left out' },
      taxpayer: { 'elects-general': 'No if left out', number: 'The unified social credit code (三证合一)' },
    },
  },
});

/** Whether the dictionary has the item's title, or its hint. */
export function hasText(kind: 'title' | 'hint', item: string): boolean {
  const found = item
    .split('.')
    .reduce<unknown>((tree, part) => (tree instanceof Object && Object.hasOwn(tree, part) ? tree[part as never] : undefined), zh[kind]);
  return typeof found === 'string';
}

/** The words for data items in the language of the page; another object when that changes, so that whoever keeps words says them anew. */
export function useItemWords(): ItemWords {
  const say = dataItemTexts.use() as (key: string) => string;
  const spoken = language.use();
  return useMemo(() => {
    const textOf = (kind: 'title' | 'hint') => (item: string | undefined) =>
      item !== undefined && hasText(kind, item) ? say(`${kind}.${item}`) : undefined;
    return { titleOf: textOf('title'), hintOf: textOf('hint') };
  }, [say, spoken]);
}
