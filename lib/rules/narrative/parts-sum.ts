import type { Enumeration } from "../../report/prose/enumeration.ts";
import type { Mention } from "../../report/prose/mention.ts";
import { quoteSentence, readProse } from "../../report/prose/read-prose.ts";
import { findBrokenPartitions } from "../../report/prose/split-partitions.ts";
import type { Report } from "../../report/report.ts";
import type { Draft, Rule } from "../../validator/finding.ts";

/** 不同渠道公开同一信息计1条: parts overlap by the report's own word. */
const overlapping =
  /计为?(?:1|一)[条次件个]|去重|不重复|重复计|重复统计|交叉|同时涉及|多个渠道|同一(?:信息|事项|申请|热点)/;
/** Parts of these lists may be fewer than the whole even where 其他 closes them: something is still pending. */
const mayBePending = /维持|纠正|纠错|驳回|撤诉/;
const settled = /办结|审结|结案|办理|答复|处理/;

function isExact(enumeration: Enumeration): boolean {
  return enumeration.whole.exact && enumeration.parts.every((part) => part.exact);
}

/** Whether the words claim that the parts are all there is, so that a smaller sum is wrong too. */
function claimsAll(enumeration: Enumeration, parts: readonly Mention[]): boolean {
  if (enumeration.opener === "total") return true;
  const { label } = enumeration.whole;
  if (parts.some((part) => mayBePending.test(part.label)) && !/审结|结案|办结|已结/.test(label)) return false;
  const last = parts.at(-1)!;
  if (!enumeration.remainder || last !== enumeration.parts.at(-1)) return isClosedOpener(enumeration, parts);
  if (/^(?:和|及|以及)?(?:其他|其它)处理/.test(last.label)) return settled.test(label);
  return true;
}

function isClosedOpener(enumeration: Enumeration, parts: readonly Mention[]): boolean {
  return enumeration.opener === "respectively" && parts.length === enumeration.parts.length;
}

function* checkEnumeration(report: Report, enumeration: Enumeration): Generator<Draft> {
  const { whole, sentence, wholeIn, opener } = enumeration;
  if (enumeration.parts.length < 2 || !isExact(enumeration)) return;
  // One mistake, one finding: narrative/part-exceeds-whole says it.
  const greatest = enumeration.adjacent ? whole.value : Math.max(whole.value, ...enumeration.candidates);
  if (
    opener !== "respectively" &&
    opener !== "total" &&
    enumeration.parts.some((part) => part.value > Math.max(whole.value, ...enumeration.candidates))
  )
    return;
  for (const { parts, sum } of findBrokenPartitions(enumeration)) {
    const less = sum < whole.value;
    if (
      less
        ? enumeration.open || !claimsAll(enumeration, parts)
        : sum <= greatest && opener !== "respectively" && !enumeration.remainder
    )
      continue;
    if (overlapping.test(sentence.text + wholeIn.text)) return;
    const sums = parts.map((part) => part.value).join("+");
    const difference = Math.abs(sum - whole.value);
    const { value, unit } = whole;
    yield {
      message: {
        zh: `所列${parts.length}项合计${sums}=${sum}${unit}，与总数${value}${unit}相差${difference}${unit}`,
        en: `the ${parts.length} parts add up to ${sums} = ${sum}, the whole is ${value}: ${difference} apart`,
      },
      expected: value,
      actual: sum,
      evidence: [...(wholeIn === sentence ? [] : [quoteSentence(report, wholeIn)]), quoteSentence(report, sentence)],
    };
  }
}

export const partsSum: Rule = {
  id: "narrative/parts-sum",
  severity: "warning",
  description: {
    zh: "正文列作某一总数各组成部分的数字，合计应等于该总数。",
    en: "Parts that the prose lists as the whole of a total add up to it.",
  },
  *check(report) {
    for (const enumeration of readProse(report).enumerations) yield* checkEnumeration(report, enumeration);
  },
};
