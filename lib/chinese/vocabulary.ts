/** Converted vocabulary of Taiwan-style mirrors, undone in labels and agency names only (after folding to simplified). */
const vocabulary: readonly (readonly [RegExp, string])[] = [
  [/(规范性|主动公开|行政规范性)档案/g, "$1文件"],
  [/资讯公开/g, "信息公开"],
  [/政府资讯/g, "政府信息"],
  [/入口网站/g, "门户网站"],
  [/智慧财产权?/g, "知识产权"],
  [/改进计画/g, "改进计划"],
  // 覆 stays in character conversions, 複 and 復 do not.
  [/([反答回])覆/g, "$1复"],
];

/** What stands in every text that one of the pairs changes; most texts have none of it. */
const hint = /档案|资讯|入口网站|智慧财产|改进计画|[反答回]覆/;

/** Undoes converted vocabulary in a folded label or agency name. */
export function restoreVocabulary(folded: string): string {
  if (!hint.test(folded)) return folded;
  let text = folded;
  for (const [pattern, replacement] of vocabulary) text = text.replace(pattern, replacement);
  return text;
}
