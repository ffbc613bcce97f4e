import type { Mention, Sentence } from "./mention.ts";
import { directionOf } from "./read-role.ts";

/** “N件,比上年M件增长p%”: both counts and the rate in one sentence. Amounts of money are rounded, so their rates are left alone. */
export interface Growth {
  now: Mention;
  base: Mention;
  rate: Mention;
  direction: 1 | -1;
  sentence: Sentence;
}

function readGrowth(sentence: Sentence, rate: Mention): Growth | null {
  const before = sentence.mentions.slice(0, rate.index);
  const base = before.findLast((mention) => mention.role === "base" && mention.kind === "count");
  if (!base || /分别|累计/.test(rate.gap + base.gap)) return null;
  const same = (mention: Mention) =>
    mention.role === "level" && mention.unit === base.unit && mention.kind === base.kind;
  const between = before.filter((mention) => mention.index > base.index && same(mention));
  const earlier = before.findLast((mention) => mention.index < base.index && same(mention));
  // 由598件下降到456件: the new figure stands after the old one; one alone can be meant.
  const now = between.length === 0 ? earlier : between.length === 1 ? between[0] : undefined;
  if (
    !now ||
    (between.length === 1 && earlier && !/^(?:由|从|自|已|数量)/.test(base.label) && !isAfterBase(between[0]!))
  )
    return null;
  if (before.some((mention) => mention.index > Math.max(base.index, now.index) && mention.role === "rate")) return null;
  const direction = directionOf(rate.label);
  if (direction === 0) return null;
  return { now, base, rate, direction, sentence };
}

function isAfterBase(mention: Mention): boolean {
  return /(?:至|到|为)$/.test(mention.label);
}

/** Every growth rate on a figure that its own sentence states. */
export function readGrowths(sentences: readonly Sentence[]): Growth[] {
  const growths: Growth[] = [];
  for (const sentence of sentences) {
    for (const mention of sentence.mentions) {
      const growth = mention.role === "rate" ? readGrowth(sentence, mention) : null;
      if (growth) growths.push(growth);
    }
  }
  return growths;
}
