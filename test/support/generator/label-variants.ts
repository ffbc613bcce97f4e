import type { FormColumn, FormRow, FormTable } from "../../../lib/forms/form.ts";
import type { Random } from "./random.ts";

/** Spellings met beside the official one, by row or column key; `@` stands for the official label. */
const rowVariants: Record<string, readonly string[]> = {
  regulations: ["@", "规 章", "规章（设区的市、自治州人民政府填写）"],
  normativeDocuments: ["@", "规范性文件", "行政规范性文件"],
  otherServices: ["@", "其它对外管理服务事项", "其他对外管理服务事项（含公共服务事项）"],
  fees: ["@", "行政事业型收费", "行政事业性收费 "],
  newlyReceived: ["@", "本年新收政府信息公开申请", "本年新收政府信息 公开申请数量"],
  carriedOver: ["@", "上年转结政府信息公开申请数量", "上年度结转政府信息公开申请数量"],
  partiallyGranted: [
    "@",
    "部分公开(区分处理的,只计这一情形,不计其他情形)",
    "部分公开（区分处理的，只计这一情况，不计其他情形）",
    "部分公开",
    "部分公开区分处理的，只计这一情形，不计其他情形",
  ],
  deniedLawProhibited: ["@", "其它法律、行政法规禁止公开", "其他法律法规禁止公开"],
  deniedSecurityStability: [
    "@",
    '危及"三安全一稳定"',
    "危及三安全一稳定",
    "危及「三安全一稳定」",
    "危及‘三安全一稳定’",
  ],
  deniedInternalAffairs: ["@", "属于三类内容事务信息", "三类内部事务信息"],
  notProcessedReconfirmation: ["@", "要求行政机关确认或重新出具", "要求确认或重新出具已获取信息"],
  otherNotCorrected: ["@", "申请人逾期不补正", "申请人无正当理由逾期不补正"],
  otherFeeUnpaid: ["@", "申请人逾期未缴费", "申请人逾期未按收费通知要求缴纳费用"],
  otherMiscellaneous: ["@", "其它", "其他原因", "其他情形"],
  totalHandled: ["@", "总 计", "合计", "办理结果总计"],
  carriedForward: ["@", "结转下年继续办理", "转结下年度继续办理", "结转下一年度继续办理"],
};

const columnVariants: Record<string, readonly string[]> = {
  issued: ["@"],
  disclosed: ["@"],
  inForce: ["@", "现行有效件数（历史累计）"],
  change: ["@", "本年增／减", "本年增减"],
  commercialEnterprise: ["@", "商业 企业"],
  researchInstitution: ["@", "科研 机构"],
  socialOrganization: ["@", "社会公益 组织", "公益组织"],
  legalServiceAgency: ["@", "法律服务 机构"],
  otherOrganization: ["@", "其它"],
  total: ["@", "总 计", "合计"],
};

/** How one report spells its labels: mostly official, now and then a variant that people also write. */
export interface Labels {
  row(row: FormRow): string;
  column(column: FormColumn): string;
}

/** Chooses the spellings of a form's labels; `strange` is the share of labels that are not the official ones. */
export function chooseLabels(tables: readonly FormTable[], random: Random, strange: number): Labels {
  const spelled = new Map<FormRow | FormColumn, string>();
  const choose = (item: FormRow | FormColumn, variants: Record<string, readonly string[]>) => {
    if (spelled.has(item)) return;
    const variant = random.chance(strange) ? random.pick(variants[item.key] ?? ["@"]) : "@";
    spelled.set(item, variant.replace("@", item.label));
  };
  for (const block of tables.flatMap((table) => table.blocks)) {
    for (const row of block.rows) choose(row, rowVariants);
    for (const column of block.columns) choose(column, columnVariants);
  }
  return { row: (row) => spelled.get(row)!, column: (column) => spelled.get(column)! };
}
