import type { Enumeration } from "./enumeration.ts";
import type { Mention, Sentence } from "./mention.ts";

/** A figure that says how many there are: a whole or a part. */
export function isLevel(mention: Mention): boolean {
  return mention.kind === "count" && mention.role === "level";
}

const result =
  /^(?:目前|现|均|共|全部|实际)?已?(?:办结|办理完毕|办理|答复|办复|回复|解决|处置|采用|采纳|完成)(?:率|了|完毕|答复|申请|件)*$/;
const outcome = /公开|不予|无法|不存在|属于|按时|按期|延期|逾期|办结|答复|办理|维持|纠正|正在|采/;

/** 其中咨询800件、投诉150件,办结990件: what was done with the whole is no part of it, unless the list is one of outcomes. */
export function isResult(mention: Mention, enumeration: Enumeration): boolean {
  return result.test(mention.label) && !enumeration.parts.some((part) => outcome.test(part.label));
}

/** 部分公开67,占4.61%: a part whose counting word was forgotten. */
export function isForgottenUnit(sentence: Sentence, mention: Mention): boolean {
  if (mention.kind !== "bare" || !mention.exact || !/^[一-鿿()]{2,}$/.test(mention.label) || mention.tail !== "")
    return false;
  return /^[,、;。)]/.test(sentence.text.slice(mention.end - sentence.start) || "。");
}

/** 已办理的3件均属于…: parts named again, not new ones. */
export function isRepeated(mention: Mention): boolean {
  return (
    /^(?:均|都|皆|全部|已全部|中)/.test(mention.tail) &&
    /^(?:已|这|该|上述|以上|其余)[^,]*$|^[^,]{0,6}(?:办理|答复|办结|回复)的$/.test(mention.label)
  );
}

/** The text between the last counted thing (percentages and changes passed over) and a quantity. */
export function gapBefore(sentence: Sentence, mention: Mention): string {
  let gap = mention.gap;
  for (let index = mention.index - 1; index >= 0; index--) {
    const before = sentence.mentions[index]!;
    if (isLevel(before)) break;
    gap = `${before.gap} ${gap}`;
  }
  return gap;
}

/** 其他, 其余, 及其他信息共: what remains of a whole. 法人和其他组织 is a kind of applicant. */
export function isRemainder(label: string): boolean {
  if (/^(?:以?及|和|还有|剩余的?)?(?:其他|其它|其余|余下|剩余)/.test(label)) return true;
  return /(?:的|等|和|及|公开|发布|更新)(?:其他|其它)(?:各?类|方面)?(?:政府|政务)?(?:信息|事项|内容|情况|文件|公告|形式|方式|渠道|类)(?:共计?|有|为|发布|公开|申请|类|更新)*$/.test(
    label,
  );
}
