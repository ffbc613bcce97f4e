import { createSpotter } from "./create-spotter.ts";
import type { Opener } from "./enumeration.ts";

const [respectively, by, among, including, leaving, backwards, things, colon, bracket] = [
  1, 2, 4, 8, 16, 32, 64, 128, 256,
];
/** A word of each opener and sign, found in one look at the text between two quantities: most hold few and need few closer looks. */
export const spotGap = createSpotter([
  "分别",
  "从 按 就 以",
  "其中",
  "包括 包含 涵盖 含",
  "另 此外 除此 同时 累计 截至 截止 合计 共 总计 总共",
  "的 所有 全部 上述 以上 这些 办结",
  "申请 件 信息",
  ":",
  "(",
]);

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

const signOf: Readonly<Record<string, number>> = { respectively, by, among, including };

/** Where the last opening word of a text ends, and which it is. */
function lastOpener(gap: string, signs: number): { opener: Opener; end: number } | null {
  let best: { opener: Opener; end: number } | null = null;
  for (const [opener, pattern] of patterns) {
    if ((signs & signOf[opener]!) === 0) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(gap); match; match = pattern.exec(gap)) {
      const end = match.index + match[0].length;
      if (!best || end > best.end) best = { opener, end };
    }
  }
  return best;
}

/**
 * The last opening word in the text between two quantities, of which `spotted` is what `spotGap` found; null where none stands
 * there, or where the text leaves the list again.
 */
export function findOpener(between: string, spotted: number): Opening | null {
  let signs = spotted;
  if ((signs & (respectively | by | among | including | backwards | colon)) === 0) return null;
  const gap = signs & bracket ? between.replace(/\([^()]{0,40}\)/g, "") : between;
  // Without its brackets a gap may hold words that they parted.
  if (gap.length < between.length) signs |= spotGap(gap);
  const best = lastOpener(gap, signs);
  const back = signs & backwards && signs & things && (!best || best.opener === "among") ? backward.exec(gap) : null;
  if (back && !leaves.test(gap.slice(back.index + back[0].length))) return { opener: "by", backward: true };
  if (!best) {
    const match = signs & colon ? /^[^,;:。()]{0,12}:/.exec(gap) : null;
    return match && !leaves.test(gap.slice(match[0].length)) ? { opener: "colon", backward: false } : null;
  }
  if (signs & leaving && leaves.test(gap.slice(best.end))) return null;
  if (best.opener === "by") return { opener: "by", backward: true };
  return { opener: best.opener, backward: best.opener === "among" && byBefore.test(gap) };
}

/** Whether the words before a quantity say that the list is over and another matter begins; `spotted`: what `spotGap` found in them. */
export function leavesList(gap: string, spotted: number): boolean {
  return (spotted & leaving) !== 0 && leaves.test(gap);
}
