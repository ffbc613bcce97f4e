import type { Opener } from "./enumeration.ts";

const patterns: readonly (readonly [Opener, RegExp])[] = [
  ["respectively", /分别(?:为|是|有|占)/g],
  ["by", /(?:从|按照?|就|以)[^,;:。]{1,24}?(?:看|分类|划分|分|统计|区分|而言)(?=[,:为有]|$|[^,;:。]{1,16}$)/g],
  ["among", /其中/g],
  ["including", /(?:包括|包含|涵盖|含)(?!括|有关)/g],
];
/** 全部申请中, 所有申请件: the parts of something said before. */
const backward =
  /(?:^|[。;,])\s*(?:在)?(?:(?:主动)?公开的|发布的|所有|全部|上述|以上|这些|已办结的?|办结的|收到的|受理的)[^,;:。]{0,16}(?:申请|件|信息|案件)[^,;:。]{0,14}(?:中|里|其中|,|:)/;
const leaves = /另|此外|除此|同时|累计|截[至止]|(?:^|[,;])\s*(?:全年|全市|全县|全区|全省)?(?:合计|共计?|总计|总共)/;

/** 从申请方式看,其中: the list is that of an earlier whole, and open where it does not add up. */
const byBefore = /(?:从|按照?)[^,;:。]{1,24}[,:]?\s*其中[^,;。]*$/;

export interface Opening {
  opener: Opener;
  /** The parts are those of a whole in an earlier sentence. */
  backward: boolean;
}

/** The last opening word in the text between two quantities; null where none stands there, or where the text leaves the list again. */
export function findOpener(between: string): Opening | null {
  const gap = between.replace(/\([^()]{0,40}\)/g, "");
  let best: { opener: Opener; end: number } | null = null;
  for (const [opener, pattern] of patterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(gap); match; match = pattern.exec(gap)) {
      const end = match.index + match[0].length;
      if (!best || end > best.end) best = { opener, end };
    }
  }
  const back = backward.exec(gap);
  if (back && (!best || best.opener === "among")) {
    const end = back.index + back[0].length;
    if (!leaves.test(gap.slice(end))) return { opener: "by", backward: true };
  }
  if (!best) {
    const colon = /^[^,;:。()]{0,12}:/.exec(gap);
    return colon && !leaves.test(gap.slice(colon[0].length)) ? { opener: "colon", backward: false } : null;
  }
  if (leaves.test(gap.slice(best.end))) return null;
  if (best.opener === "by") return { opener: "by", backward: true };
  return { opener: best.opener, backward: best.opener === "among" && byBefore.test(gap) };
}

/** Whether the words before a quantity say that the list is over and another matter begins. */
export function leavesList(gap: string): boolean {
  return leaves.test(gap);
}
