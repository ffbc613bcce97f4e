import { quoteSentence, readProse } from "../../report/prose/read-prose.ts";
import type { Share } from "../../report/prose/read-shares.ts";
import type { Rule } from "../../validator/finding.ts";
import { isPercentOf, percentOf, truncatedPercentOf } from "./ratio.ts";

/** Why a wrong share may have come about, in Chinese and English; empty where nothing suggests itself. */
function reasonOf({ part, percent }: Share, siblings: readonly Share[], whole: number): { zh: string; en: string } {
  if (percent.value === truncatedPercentOf(part.value, whole, percent.decimals)) {
    return { zh: "（截尾未四舍五入）", en: " (cut off instead of rounded)" };
  }
  const total = siblings.reduce((sum, one) => sum + one.percent.value, 0);
  if (siblings.length > 1 && Math.abs(total - 100) < 1e-9) {
    return { zh: "（可能是为使各项之和为100%而调整）", en: " (perhaps bent so that the shares make 100 %)" };
  }
  return { zh: "", en: "" };
}

export const percentage: Rule = {
  id: "narrative/percentage",
  severity: "warning",
  description: {
    zh: "正文“某数占总数的百分之几”，按所写位数四舍五入应当正确。",
    en: "“A of B, p %” is right to the digits it shows.",
  },
  *check(report) {
    const { shares } = readProse(report);
    const lists = Map.groupBy(shares, (share) => share.enumeration);
    for (const share of shares) {
      const { percent, part, wholes, sentence } = share;
      const { value: printed, decimals } = percent;
      if (wholes.some((whole) => isPercentOf(printed, decimals, part.value, whole))) continue;
      const whole = wholes[0]!;
      const right = percentOf(part.value, whole, decimals);
      const reason = reasonOf(share, (share.enumeration && lists.get(share.enumeration)) ?? [], whole);
      const digits = (value: number) => value.toFixed(decimals);
      yield {
        message: {
          zh: `${part.value}÷${whole}=${digits(right)}%，文中写作${digits(printed)}%${reason.zh}`,
          en: `${part.value} of ${whole} is ${digits(right)} %, the text says ${digits(printed)} %${reason.en}`,
        },
        expected: right,
        actual: printed,
        evidence: [quoteSentence(report, sentence)],
      };
    }
  },
};
