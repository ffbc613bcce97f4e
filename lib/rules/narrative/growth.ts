import type { Growth } from "../../report/prose/read-growths.ts";
import { quoteSentence, readProse } from "../../report/prose/read-prose.ts";
import type { Draft, Rule } from "../../validator/finding.ts";
import { isPercentOf, percentOf } from "./ratio.ts";

const words = { 1: { zh: "增长", en: "up" }, [-1]: { zh: "下降", en: "down" } } as const;

/** What is wrong with a growth rate; null where it is right, or where its figures are rounded. */
function checkGrowth({ now, base, rate, direction }: Growth): Omit<Draft, "evidence"> | null {
  if (!now.exact || !base.exact || !rate.exact || base.value === 0) return null;
  const difference = Math.abs(now.value - base.value);
  const actually = now.value >= base.value ? 1 : -1;
  const size = isPercentOf(rate.value, rate.decimals, difference, base.value);
  if (size && (difference === 0 || actually === direction)) return null;
  const right = percentOf(difference, base.value, rate.decimals);
  const { unit } = base;
  const printed = rate.value.toFixed(rate.decimals);
  const told = size ? `${words[direction].zh}` : `${actually === direction ? "" : words[direction].zh}${printed}%`;
  return {
    message: {
      zh: `${now.value}${unit}比${base.value}${unit}${words[actually].zh}${right.toFixed(rate.decimals)}%，文中写作${told}`,
      en: `${now.value} on ${base.value} is ${words[actually].en} ${right.toFixed(rate.decimals)} %, the text says ${words[direction].en} ${printed} %`,
    },
    expected: right,
    actual: rate.value,
  };
}

export const growth: Rule = {
  id: "narrative/growth",
  severity: "warning",
  description: {
    zh: "正文写明上年数的增减百分比，按所写位数四舍五入应当正确。",
    en: "“Up/down p % on last year's B” is right to the digits it shows.",
  },
  *check(report) {
    for (const one of readProse(report).growths) {
      const draft = checkGrowth(one);
      if (draft) yield { ...draft, evidence: [quoteSentence(report, one.sentence)] };
    }
  },
};
