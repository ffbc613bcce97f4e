import type { LegacyGroup } from "../../forms/legacy.ts";

const none = "(?:未|没有|无|尚无|暂无|均无|零)";
const negated = new RegExp(
  `${none}(?:曾|有|因|被|人|单位|公民|向[^,。;]{0,12})*(?:收到|接到|受理|收取|收|发生|出现|产生|提起|引发|涉及|申请)?`,
);
const qualified =
  /其[他它]费|不予|逾期|延期|网上|网络|传真|信函|当面|书面|败诉|纠错|纠正|撤销|超期|答复不|积压|不服|遗漏|减免|[^收]费用?减/;
const otherFees = /罚|税|三公|事业性|除|其[他它]费|收费减免/;
const free = new RegExp(
  `${none}[^,。;]{0,28}(?:收取|收|产生|发生|涉及)[^,。;]{0,40}费|(?:收费|费用)(?:情况)?(?:为|:|是)?(?:零|无)$|^(?:无|未|没有)收费`,
);

/** What a clause without a figure says did not happen: its keys are 0. Clauses that deny only a part of it say nothing. */
export function statedZeros(folded: string, heading: ReadonlySet<LegacyGroup>): string[] {
  const clause = folded.replace(/\d{4}年度?/g, "").replace(/[\s"“”'‘’《》]+/g, "");
  if (clause.length > 120 || /\d/.test(clause)) return [];
  if (/^(?:情况)?(?:为)?(?:无|没有|零)(?:此类情况|相关情况)?$/.test(clause)) return [...heading].flatMap(zeroKey);
  if (/^(?:均|都)?(?:未|没有)发生(?:此类情况|相关情况)?$/.test(clause)) return [...heading].flatMap(zeroKey);
  if (free.test(clause)) return otherFees.test(clause) ? [] : ["fees"];
  if (qualified.test(clause)) return [];
  if (!negated.test(clause)) return [];
  const object = clause.slice(clause.search(negated));
  const keys: string[] = [];
  if (/复议/.test(object)) keys.push("reconsiderations");
  if (/诉讼/.test(object)) keys.push("litigations");
  const complained = /(?:举报|投诉)(?:案件|事项|情况|的|件|情形|发生|现象)*$/.test(object);
  if (complained && (/公开/.test(clause) || heading.has("complaints"))) keys.push("complaints");
  if (keys.length > 0)
    return /(?:复议|诉讼|举报|投诉|案件|情况|事项|发生|的|件|案|情形|现象|案例|事件|申诉)$/.test(object) ? keys : [];
  const applied =
    /(?:收到|接到|受理|有|无)[^,。;]{0,50}(?:信息公开|公开政府信息|依申请)[^,。;]{0,20}(?:申请)?(?:事项|情况|的|件)*$/;
  return /申请/.test(object) && applied.test(object) ? ["applications"] : [];
}

function zeroKey(group: LegacyGroup): string[] {
  const key = {
    fees: "fees",
    reconsideration: "reconsiderations",
    litigation: "litigations",
    complaints: "complaints",
  }[group as string];
  return key ? [key] : [];
}
