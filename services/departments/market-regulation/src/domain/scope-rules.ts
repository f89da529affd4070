/** What the law says of a trade. `prior-licence` 前置: the licence comes first; `licence` 后置: it may follow the registration. */
export interface ScopeRule {
  readonly kind: 'prohibited' | 'prior-licence' | 'licence';
  readonly trade: RegExp;
  readonly law: string;
  /** Who gives the licence; none for what is prohibited. */
  readonly by?: string;
}

const prohibited = (trade: RegExp, law: string): ScopeRule => ({ kind: 'prohibited', trade, law });
const priorLicence = (trade: RegExp, law: string, by: string): ScopeRule => ({ kind: 'prior-licence', trade, law, by });
const licence = (trade: RegExp, law: string, by: string): ScopeRule => ({ kind: 'licence', trade, law, by });

/**
 * A small part of 企业登记前置审批事项目录 (2021) and of 经营范围规范表述目录, the strictest first. What is not here is free to all:
 * 市场主体登记管理条例, article 14 (unverified), knows general and licensed items, and nothing third. Articles unverified throughout.
 */
export const SCOPE_RULES: readonly ScopeRule[] = [
  prohibited(/赌博|博彩/u, '刑法 303'),
  // 消毒品 is a disinfectant.
  prohibited(/(?<!消)毒品/u, '刑法 347'),
  prohibited(/淫秽|色情/u, '刑法 363'),
  prohibited(/传销/u, '禁止传销条例 7'),
  prohibited(/象牙|犀牛角|虎骨/u, '野生动物保护法 28'),
  prohibited(/人体器官/u, '刑法 234-1'),
  prohibited(/虚拟货币|代币发行/u, '银发〔2021〕237号 一'),

  priorLicence(/商业银行|吸收公众存款/u, '商业银行法 11', '国家金融监督管理总局'),
  priorLicence(/证券(经纪|承销|保荐|自营)/u, '证券法 118', '中国证监会'),
  priorLicence(/保险(公司|业务)/u, '保险法 67', '国家金融监督管理总局'),
  priorLicence(/融资担保/u, '融资担保公司监督管理条例 6', '地方金融管理部门'),
  priorLicence(/(烟草|卷烟)(制品)?(生产|批发)/u, '烟草专卖法 12', '国家烟草专卖局'),
  priorLicence(/危险化学品(生产|经营|储存)/u, '危险化学品安全管理条例 33', '应急管理部门'),
  priorLicence(/民用爆炸物品|爆破作业/u, '民用爆炸物品安全管理条例 11', '工业和信息化部门; 公安机关'),
  priorLicence(/烟花爆竹(生产|批发)/u, '烟花爆竹安全管理条例 8', '应急管理部门'),
  priorLicence(/枪支|弹药/u, '枪支管理法 13', '公安机关'),
  priorLicence(/快递/u, '邮政法 51', '邮政管理部门'),
  priorLicence(/保安服务/u, '保安服务管理条例 9', '公安机关'),
  priorLicence(/民办学校/u, '民办教育促进法 12', '教育部门'),

  licence(/食品(生产|销售|经营)|餐饮/u, '食品安全法 35', '市场监督管理部门'),
  licence(/药品(生产|批发|零售)/u, '药品管理法 41, 51', '药品监督管理部门'),
  licence(/第三类医疗器械/u, '医疗器械监督管理条例 42', '药品监督管理部门'),
  licence(/道路(旅客|货物|危险货物)运输/u, '道路运输条例 10, 24', '交通运输部门'),
  licence(/旅馆|住宿服务/u, '旅馆业治安管理办法 4', '公安机关'),
  licence(/劳务派遣/u, '劳动合同法 57', '人力资源社会保障部门'),
  licence(/电信业务/u, '电信条例 7', '通信管理部门'),
];
