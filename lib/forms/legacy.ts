/** Reports on 2018 and earlier have no national grid: their figures are keys, known by the words that stand beside them. */

export type LegacyGroup =
  | "disclosure"
  | "applications"
  | "replies"
  | "reconsideration"
  | "litigation"
  | "complaints"
  | "inquiries"
  | "fees";

export interface LegacyKey {
  key: string;
  group: LegacyGroup;
  /** The label as the tables print it: of the 2014 form (国办发〔2014〕32号) where it has the row, else of the tables of 2008–2013. */
  label: string;
  kind: "count" | "amount";
  /** What the label of its row says in any table, its number stripped; read within its group only. */
  row: RegExp;
  /** What the words before (or right after) its number say in prose; null: prose never states it in words of its own. */
  prose: RegExp | null;
  /** Several rows of a form count in this key (电子邮件 and 网上; 更改补充 and 其他途径). */
  additive?: true;
}

const notHeld = "(?:不属于?|非)(?:于)?本(?:行政|级)?(?:机关|部门|单位|局|办|厅|委|府|政府|级)";
const either = new RegExp(`${notHeld}.*不存在|不存在.*${notHeld}`);
const generic = "(?:各类|各种|各项|各方面|本级|本机关|本部门|有关|相关|最新|政务|政府|工作|主动公开|公开|类|的)*";
const tally = "(?:数量|总数|总量|数|量|条目|累计|总计|合计|共计|共有|共|达到|达|为|是|计|有|了)*";
const granted = "(?<!不)(?:同意|予以|全部|主动)";
const outcomes = (prefix: string, group: "reconsideration" | "litigation"): LegacyKey[] => [
  {
    key: `${prefix}Upheld`,
    group,
    label: "维持具体行政行为数",
    kind: "count",
    row: /维持|驳回/,
    prose: /维持|驳回.{0,6}(?:请求|申请)/,
  },
  { key: `${prefix}Illegal`, group, label: "确认具体行政行为违法数", kind: "count", row: /违法/, prose: /违法/ },
  {
    key: `${prefix}Corrected`,
    group,
    label: "被依法纠错数",
    kind: "count",
    row: /纠错|纠正|撤销|变更/,
    prose: /纠错|纠正|撤销(?!复议|起诉)|变更/,
  },
  {
    key: `${prefix}Other`,
    group,
    label: "其他情形数",
    kind: "count",
    row: /其[他它]/,
    prose: /其[他它](?:情形|情况|结果|处理|方式)?(?:的|有|为|共)?$/,
  },
];

/**
 * Every key of `legacy` (contract.md, part 2). Within a group the more particular words stand first: the first key whose
 * words fit is meant.
 */
export const legacyKeys: readonly LegacyKey[] = [
  {
    key: "gazetteDocuments",
    group: "disclosure",
    label: "政府公报公开政府信息数",
    kind: "count",
    row: /公报/,
    prose: /公报/,
  },
  {
    key: "pressConferences",
    group: "disclosure",
    label: "参加或举办新闻发布会总次数",
    kind: "count",
    row: /新闻(?:发布|通气)会/,
    prose: /新闻(?:发布|通气)会/,
  },
  {
    key: "websiteDisclosures",
    group: "disclosure",
    label: "政府网站公开政府信息数",
    kind: "count",
    row: /(?:网站|门户网|网上).*(?:公开|发布|信息)/,
    prose: new RegExp(
      `(?:网站|门户网|互联网)(?!等|及|和)[^等]{0,24}?(?:公开|发布)(?:了)?${generic}信息${tally}$|` +
        "(?:通过|在|利用).{0,14}(?:网站|门户网|互联网)(?:平台|上)?(?:主动)?(?:公开|发布)(?:的)?(?:有|共|为)?$",
    ),
  },
  {
    key: "activeDisclosure",
    group: "disclosure",
    label: "主动公开政府信息数",
    kind: "count",
    row: /主动公开/,
    prose: new RegExp(`主动公开(?:了)?${generic}(?:信息|政府信息公开)?${tally}$`),
  },

  {
    key: "applicationsInPerson",
    group: "applications",
    label: "当面申请数",
    kind: "count",
    row: /当面|现场|窗口/,
    prose: /当面|现场|窗口|上门|来访/,
  },
  { key: "applicationsByFax", group: "applications", label: "传真申请数", kind: "count", row: /传真/, prose: /传真/ },
  {
    key: "applicationsOnline",
    group: "applications",
    label: "网络申请数",
    kind: "count",
    row: /网络|网上|网站|互联网|在线|电子邮件|电邮|邮箱/,
    prose: /网络|网上|网站|互联网|在线|电子邮件|电邮|邮箱|平台/,
    additive: true,
  },
  {
    key: "applicationsByLetter",
    group: "applications",
    label: "信函申请数",
    kind: "count",
    row: /信函|信件|邮寄|书信/,
    prose: /信函|信件|邮寄|书信|邮政|挂号信/,
  },
  {
    key: "applicationsOtherChannel",
    group: "applications",
    label: "其他方式申请数",
    kind: "count",
    row: /其[他它](?:方式|形式|渠道|途径)(?!办理)/,
    prose: /其[他它](?:方式|形式|渠道|途径)(?!办理|处理|解决)/,
  },
  {
    key: "completedOnTime",
    group: "applications",
    label: "按时办结数",
    kind: "count",
    row: /未延期|(?:按时|按期|如期)(?:办结|答复|办理)?/,
    prose: /未延期|(?:按时|按期|如期)(?:已)?(?:办结|答复|办理|回复)/,
  },
  {
    key: "completedExtended",
    group: "applications",
    label: "延期办结数",
    kind: "count",
    row: /延期|延长/,
    prose: /(?:延期|延长(?:答复)?(?:期限)?)(?:后)?(?:办结|答复|办理|回复|的)?/,
  },
  {
    key: "applications",
    group: "applications",
    label: "收到申请数",
    kind: "count",
    row: /申请.*(?:数|量|件|总|计)|依申请公开/,
    prose: new RegExp(
      "(?:收到|受理|接到|接收|接受|新收|收|登记|提出|提交|共有).{0,40}申请|" +
        "申请(?:公开)?(?:政府|政务)?(?:信息)?(?:事项|案件)?(?:数量|总数|件数|总量|总计|共计|合计|数|量|共|计|为|是)+$|" +
        "(?:信息公开|公开信息|公开)申请(?:共|计|为|是)*$|申请公开(?:政府|政务)?信息(?:的|事项|共|计|为|数)*$|" +
        "(?:办理|处理)了?.{0,12}(?:依申请公开(?:政府|政务)?(?:信息)?|公开申请)(?:事项|的)?$",
    ),
  },

  {
    key: "repliesAlreadyPublic",
    group: "replies",
    label: "属于已主动公开范围数",
    kind: "count",
    row: /已(?:经)?主动公开|主动公开范围/,
    prose: /已(?:经)?主动公开|主动公开(?:的)?范围|已(?:经)?公开/,
  },
  {
    key: "repliesGrantedOrPartial",
    group: "replies",
    label: "同意公开或部分公开答复数",
    kind: "count",
    row: new RegExp(`${granted}公开.*部分公开|同意(?:或|及|和)部分公开|全部(?:或|及|和|、)部分`),
    prose: new RegExp(
      `${granted}公开.{0,6}部分公开|(?:同意|全部|予以)(?:或|及|和|、|公开)+(?:者)?部分公开|全部(?:或|及|和|、)部分`,
    ),
  },
  {
    key: "repliesPartiallyGranted",
    group: "replies",
    label: "同意部分公开答复数",
    kind: "count",
    row: /部分公开/,
    prose: /部分公开/,
  },
  {
    key: "repliesDenied",
    group: "replies",
    label: "不同意公开答复数",
    kind: "count",
    row: /不同意|不予公开|不公开|否决|拒绝/,
    prose: /不同意公开|不予(?:以)?(?:公开|提供)|不公开|免予公开/,
  },
  {
    key: "repliesGranted",
    group: "replies",
    label: "同意公开答复数",
    kind: "count",
    row: new RegExp(`${granted}公开`),
    prose: /(?<!不)(?:同意|予以|全部)(?:公开|提供)/,
  },
  {
    key: "repliesNotHeldOrNonexistent",
    group: "replies",
    label: "不属于本行政机关公开或申请信息不存在",
    kind: "count",
    row: either,
    prose: either,
  },
  {
    key: "repliesNotHeld",
    group: "replies",
    label: "不属于本行政机关公开数",
    kind: "count",
    row: new RegExp(notHeld),
    prose: new RegExp(notHeld),
  },
  {
    key: "repliesNonexistent",
    group: "replies",
    label: "申请信息不存在数",
    kind: "count",
    row: /不存在/,
    prose: /不存在/,
  },
  {
    key: "repliesUnclearOrRedirected",
    group: "replies",
    label: "告知作出更改补充数、告知通过其他途径办理数",
    kind: "count",
    row: /不明确|更改|补充|补正|其[他它](?:途径|渠道)/,
    prose: /不明确|更改.{0,2}补充|补充更正|补正|其[他它](?:途径|渠道)(?:办理|处理|解决|获取|咨询|反映)?/,
    additive: true,
  },
  {
    key: "repliesOther",
    group: "replies",
    label: "其他原因",
    kind: "count",
    row: /其[他它]/,
    prose: /其[他它](?:原因|情形|情况|类型|答复|处理)?(?:的|有|为|共)?$/,
  },
  {
    key: "replies",
    group: "replies",
    label: "申请答复数",
    kind: "count",
    row: /答复.*(?:数|总|计|量)|答复$/,
    prose:
      /(?:答复|回复).{0,16}申请|申请.{0,10}(?:答复|回复)|(?:共|已|作出|总计|合计).{0,4}(?:答复|回复)|答复(?:总)?(?:数|量)|^(?:均|已|全部|并|共|其中)*(?:答复|回复)了?$/,
  },

  ...outcomes("reconsiderations", "reconsideration"),
  {
    key: "reconsiderations",
    group: "reconsideration",
    label: "行政复议数量",
    kind: "count",
    row: /复议/,
    prose: /复议/,
  },
  {
    key: "litigationsConcluded",
    group: "litigation",
    label: "行政诉讼办结数",
    kind: "count",
    row: /(?<!未)(?<!尚未)[审办]结/,
    prose: /(?<!未)[审办]结/,
  },
  ...outcomes("litigations", "litigation"),
  { key: "litigations", group: "litigation", label: "行政诉讼数量", kind: "count", row: /诉讼/, prose: /诉讼|应诉/ },

  {
    key: "complaints",
    group: "complaints",
    label: "举报投诉数量",
    kind: "count",
    row: /举报|投诉/,
    prose: /举报|投诉/,
  },
  {
    key: "inquiries",
    group: "inquiries",
    label: "访问咨询数量",
    kind: "count",
    row: /访问咨询|咨询(?:总)?(?:数|量|人次)|^咨询$/,
    prose: /(?:访问|公开).{0,12}咨询/,
  },
  {
    key: "fees",
    group: "fees",
    label: "依申请公开信息收取的费用",
    kind: "amount",
    row: /收费|费用/,
    prose: /收(?:取)?.{0,30}费|费用|收费/,
  },
];

/** Figures of the tables that have no key of their own and still stand in sums. */
export const legacyDetails = {
  /** 申请办结数, 依申请受理数: the whole of on time + extended. */
  completed: /办结(?:总)?(?:数|量|情况)|受理(?:总)?(?:数|量)|办结$/,
  /** The reasons below 不同意公开. */
  deniedReason: /国家秘密|商业秘密|个人隐私|危及|条例.{0,2}所指|法律.{0,2}法规规定|免予公开|不予公开范围/,
  /** The last reason of the 2014 form: with it the list is closed. */
  deniedOtherReason: /法律.{0,2}法规规定的其[他它]/,
} as const;

export interface LegacySum {
  id: string;
  /** How messages call the relation. */
  label: string;
  /** Its whole: a key, or `completed`; of several the first that is stated. */
  wholes: readonly string[];
  /** The parts; of alternatives one is taken, so that each figure is counted once. */
  parts: readonly (string | readonly (readonly string[])[])[];
  /** Parts without which a smaller sum proves nothing where prose alone states them; absent: prose never proves it. */
  closedBy?: readonly string[];
  /** `equal`: parts are the whole; `at-most`: some may be pending, so only a greater sum is wrong. */
  kind: "equal" | "at-most";
}

const grantedParts = [["repliesGranted", "repliesPartiallyGranted"], ["repliesGrantedOrPartial"]] as const;
const absentParts = [["repliesNotHeld", "repliesNonexistent"], ["repliesNotHeldOrNonexistent"]] as const;
const channels = ["applicationsInPerson", "applicationsByFax", "applicationsOnline", "applicationsByLetter"] as const;
const outcomeKeys = (prefix: string) =>
  ["Upheld", "Illegal", "Corrected", "Other"].map((outcome) => `${prefix}${outcome}`);

/**
 * The sums of the legacy tables. Not among them, since one item may be counted in several channels: 主动公开数 and its
 * channels, 回应数 and its ways. Sums over one whole stand in order: the whole is right if one of them holds
 * (coded tables count 不存在, 非本部门掌握 … within 否决).
 */
export const legacySums: readonly LegacySum[] = [
  {
    id: "channels",
    label: "各申请方式",
    wholes: ["applications"],
    parts: [...channels, "applicationsOtherChannel"],
    closedBy: channels,
    kind: "equal",
  },
  {
    id: "completion",
    label: "按时办结与延期办结",
    wholes: ["completed"],
    parts: ["completedOnTime", "completedExtended"],
    kind: "equal",
  },
  {
    id: "replies",
    label: "各类答复",
    wholes: ["replies"],
    parts: [
      "repliesAlreadyPublic",
      grantedParts,
      "repliesDenied",
      absentParts,
      "repliesUnclearOrRedirected",
      "repliesOther",
    ],
    kind: "equal",
  },
  {
    id: "replies-nested",
    label: "各类答复",
    wholes: ["replies"],
    parts: ["repliesAlreadyPublic", grantedParts, "repliesDenied"],
    kind: "equal",
  },
  {
    id: "reconsiderations",
    label: "行政复议各类结果",
    wholes: ["reconsiderations"],
    parts: outcomeKeys("reconsiderations"),
    kind: "at-most",
  },
  {
    id: "litigations-concluded",
    label: "行政诉讼各类结果",
    wholes: ["litigationsConcluded"],
    parts: outcomeKeys("litigations"),
    closedBy: ["litigationsUpheld", "litigationsCorrected", "litigationsOther"],
    kind: "equal",
  },
  {
    id: "litigations",
    label: "行政诉讼各类结果",
    wholes: ["litigations"],
    parts: outcomeKeys("litigations"),
    kind: "at-most",
  },
];

/** The keys in the order of the forms: the whole before its parts. */
export const legacyOrder: readonly string[] = [
  "activeDisclosure",
  "gazetteDocuments",
  "websiteDisclosures",
  "pressConferences",
  "applications",
  ...channels,
  "applicationsOtherChannel",
  "completedOnTime",
  "completedExtended",
  "replies",
  "repliesAlreadyPublic",
  "repliesGranted",
  "repliesPartiallyGranted",
  "repliesGrantedOrPartial",
  "repliesDenied",
  "repliesNotHeld",
  "repliesNonexistent",
  "repliesNotHeldOrNonexistent",
  "repliesUnclearOrRedirected",
  "repliesOther",
  "reconsiderations",
  ...outcomeKeys("reconsiderations"),
  "litigations",
  "litigationsConcluded",
  ...outcomeKeys("litigations"),
  "complaints",
  "inquiries",
  "fees",
];

const byKey = new Map(legacyKeys.map((entry) => [entry.key, entry]));

/** The entry of a legacy key; undefined for a name that is none. */
export function legacyKeyOf(key: string): LegacyKey | undefined {
  return byKey.get(key);
}
