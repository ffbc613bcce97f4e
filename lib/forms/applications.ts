import type { FormColumn, FormRow, FormTable, Relation } from "./form.ts";

const column = (key: string, label: string, ...aliases: string[]): FormColumn => ({
  key,
  label,
  aliases,
  kind: "count",
});

/** The kinds of applicant, in the form's order. */
export const applicantColumns: readonly FormColumn[] = [
  column("naturalPerson", "自然人"),
  column("commercialEnterprise", "商业企业", "企业"),
  column("researchInstitution", "科研机构", "科研"),
  column("socialOrganization", "社会公益组织", "公益组织", "社会组织"),
  column("legalServiceAgency", "法律服务机构", "法律服务"),
  column("otherOrganization", "其他", "其它", "其他组织"),
  column("total", "总计", "合计", "共计"),
];

const intake: readonly FormRow[] = [
  {
    key: "newlyReceived",
    label: "本年新收政府信息公开申请数量",
    short: "新收",
    marks: ["本年新收", "新收政府信息公开申请", "本年度新收"],
  },
  {
    key: "carriedOver",
    label: "上年结转政府信息公开申请数量",
    short: "上年结转",
    marks: ["上年结转", "上年转结", "上年度结转", "上一年结转", "上年度转结"],
  },
];

const denied = "不予公开";
const unavailable = "无法提供";
const notProcessed = "不予处理";
export const otherGroup = "其他处理";

const decided: readonly FormRow[] = [
  { key: "granted", label: "予以公开", short: "予以公开", aliases: ["同意公开"] },
  {
    key: "partiallyGranted",
    label: "部分公开（区分处理的，只计这一情形，不计其他情形）",
    short: "部分公开",
    marks: ["部分公开", "区分处理"],
  },
  { key: "deniedStateSecret", label: "属于国家秘密", short: "属于国家秘密", group: denied, marks: ["国家秘密"] },
  {
    key: "deniedLawProhibited",
    label: "其他法律行政法规禁止公开",
    short: "法律行政法规禁止公开",
    group: denied,
    marks: ["法规禁止公开", "法律法规禁止"],
  },
  {
    key: "deniedSecurityStability",
    label: "危及“三安全一稳定”",
    short: "危及三安全一稳定",
    group: denied,
    marks: ["三安全", "一稳定"],
  },
  {
    key: "deniedThirdPartyRights",
    label: "保护第三方合法权益",
    short: "保护第三方合法权益",
    group: denied,
    marks: ["第三方合法权益", "保护第三方"],
  },
  {
    key: "deniedInternalAffairs",
    label: "属于三类内部事务信息",
    short: "三类内部事务信息",
    group: denied,
    marks: ["三类内部", "内部事务信息", "三类内容"],
  },
  {
    key: "deniedProcessInformation",
    label: "属于四类过程性信息",
    short: "四类过程性信息",
    group: denied,
    marks: ["四类过程", "过程性信息"],
  },
  {
    key: "deniedEnforcementFile",
    label: "属于行政执法案卷",
    short: "行政执法案卷",
    group: denied,
    marks: ["执法案卷"],
  },
  {
    key: "deniedAdministrativeInquiry",
    label: "属于行政查询事项",
    short: "行政查询事项",
    group: denied,
    marks: ["行政查询"],
  },
  {
    key: "unavailableNotHeld",
    label: "本机关不掌握相关政府信息",
    short: "本机关不掌握",
    group: unavailable,
    marks: ["不掌握"],
  },
  {
    key: "unavailableNeedsCreation",
    label: "没有现成信息需要另行制作",
    short: "需要另行制作",
    group: unavailable,
    marks: ["没有现成", "另行制作"],
  },
  {
    key: "unavailableStillUnclear",
    label: "补正后申请内容仍不明确",
    short: "补正后仍不明确",
    group: unavailable,
    marks: ["仍不明确", "补正后申请"],
  },
  {
    key: "notProcessedPetition",
    label: "信访举报投诉类申请",
    short: "信访举报投诉",
    group: notProcessed,
    marks: ["信访", "举报投诉"],
  },
  { key: "notProcessedDuplicate", label: "重复申请", short: "重复申请", group: notProcessed, marks: ["重复申请"] },
  {
    key: "notProcessedPublication",
    label: "要求提供公开出版物",
    short: "公开出版物",
    group: notProcessed,
    marks: ["出版物"],
  },
  {
    key: "notProcessedExcessive",
    label: "无正当理由大量反复申请",
    short: "大量反复申请",
    group: notProcessed,
    marks: ["大量反复", "反复申请"],
  },
  {
    key: "notProcessedReconfirmation",
    label: "要求行政机关确认或重新出具已获取信息",
    short: "确认或重新出具",
    group: notProcessed,
    marks: ["重新出具", "已获取信息", "要求确认或"],
  },
];

const other2019: readonly FormRow[] = [
  { key: "other", label: otherGroup, short: otherGroup, aliases: ["其它处理"], marks: ["其他处理"] },
];

const other2021: readonly FormRow[] = [
  {
    key: "otherNotCorrected",
    label: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    short: "逾期不补正",
    group: otherGroup,
    marks: ["逾期不补正", "逾期未补正"],
  },
  {
    key: "otherFeeUnpaid",
    label: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    short: "逾期未缴费",
    group: otherGroup,
    marks: ["逾期未按收费", "缴纳费用", "逾期未缴费", "逾期不缴费", "未按收费通知"],
  },
  {
    key: "otherMiscellaneous",
    label: "其他",
    short: "其他处理的其他",
    group: otherGroup,
    aliases: ["其它", "其他原因", "其他情形", "其他处理其他", "其他处理其它", "其他情况"],
  },
];

const closing: readonly FormRow[] = [
  {
    key: "totalHandled",
    label: "总计",
    short: "办理结果总计",
    aliases: ["合计", "办理结果总计", "总数", "共计", "办理结果合计"],
  },
  {
    key: "carriedForward",
    label: "结转下年度继续办理",
    short: "结转下年",
    marks: ["结转下年", "转结下年", "结转下一年", "下年度继续办理"],
  },
];

/** Part three of the form: the 2021 one splits （六）其他处理 into three rows. */
export function applicationsTable(template: "2019" | "2021"): FormTable {
  const other = template === "2019" ? other2019 : other2021;
  const rows = [...intake, ...decided, ...other, ...closing];
  return { name: "applications", part: 3, blocks: [{ columns: applicantColumns, rows }] };
}

/** Part three's relations: the form prints the first itself (第一项加第二项之和，等于第三项加第四项之和). */
export function applicationsRelations(template: "2019" | "2021"): Relation[] {
  const outcomes = [...decided, ...(template === "2019" ? other2019 : other2021)].map((row) => row.key);
  return [
    {
      rule: "applications/balance",
      table: "applications",
      kind: "equal",
      per: "column",
      left: ["newlyReceived", "carriedOver"],
      right: ["totalHandled", "carriedForward"],
    },
    {
      rule: "applications/outcome-sum",
      table: "applications",
      kind: "equal",
      per: "column",
      left: ["totalHandled"],
      right: outcomes,
    },
    {
      rule: "applications/applicant-sum",
      table: "applications",
      kind: "equal",
      per: "row",
      left: ["total"],
      right: applicantColumns.slice(0, -1).map((applicant) => applicant.key),
    },
  ];
}
