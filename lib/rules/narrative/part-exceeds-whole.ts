import type { Enumeration } from "../../report/prose/enumeration.ts";
import type { Mention } from "../../report/prose/mention.ts";
import { quoteSentence, readProse } from "../../report/prose/read-prose.ts";
import type { Rule } from "../../validator/finding.ts";

/** Things that are counted with the same word and are no part of what was published or received. */
const otherThings = /浏览|阅读|点击|访问|关注|粉丝|订阅|用户|点赞|播放|累计|历年|现行有效|总量|结转/;

function isExcess(enumeration: Enumeration, part: Mention): boolean {
  if (!part.exact || part.value <= Math.max(enumeration.whole.value, ...enumeration.candidates)) return false;
  const other = otherThings.exec(part.label + part.tail)?.[0];
  return other === undefined || enumeration.whole.label.includes(other);
}

export const partExceedsWhole: Rule = {
  id: "narrative/part-exceeds-whole",
  severity: "warning",
  description: {
    zh: "“其中”所列的任何一项都不应大于总数。",
    en: "No part introduced by 其中 is larger than its whole.",
  },
  *check(report) {
    for (const enumeration of readProse(report).enumerations) {
      const { opener, sentence, wholeIn } = enumeration;
      const whole = enumeration.wholes.reduce((one, other) => (other.value > one.value ? other : one));
      if (opener === "respectively" || opener === "total" || !whole.exact) continue;
      for (const part of enumeration.parts) {
        if (!isExcess(enumeration, part)) continue;
        const { unit } = whole;
        const name = part.label === "" ? "其中一项" : `“${part.label}”`;
        yield {
          message: {
            zh: `${name}${part.value}${unit}，大于总数${whole.value}${unit}`,
            en: `a part (${part.label || "unnamed"}: ${part.value}) is larger than its whole, ${whole.value}`,
          },
          expected: whole.value,
          actual: part.value,
          evidence: [
            ...(wholeIn === sentence ? [] : [quoteSentence(report, wholeIn)]),
            quoteSentence(report, sentence),
          ],
        };
      }
    }
  },
};
