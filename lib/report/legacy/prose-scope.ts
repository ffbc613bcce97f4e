import type { Mention, Sentence } from "../prose/mention.ts";

/** A part of the reporting body (市本级 of 全市, 各县), unless the words take in the whole. */
const narrow = /(?:市|县|区|省|州|旗)(?:本级|直|级)(?!及|和|与|以上|以下)|^(?:其中)?各(?:县|区|市|镇|乡|街道)/;
const wide = /全[市省县区州旗镇乡局]|各级|合计|共计/;
const partOfYear = /上半年|下半年|季度|\d月份|月至\d|截至\d{1,2}月|截止\d{1,2}月|每[年月周日天次期个]|日均|月均|平均/;
const earlier = /(?<!今年|年初|本年)以来|历年|(?:上一?|去|前|往)年(?!结转)|同期|自(?:\d{4}年|条例)/;
const intended = /(?:将|计划|拟|力争|争取|预计)(?:要|再|新|进一步|主动|继续|全部|于)/;

/**
 * Whether a mention states a figure of the whole body for the whole year reported on: not of a part of it, of another
 * year, of a part of the year, of a plan, and not an approximate one.
 */
export function statesYearsFigure(mention: Mention, sentence: Sentence, year: number | null): boolean {
  if (!mention.exact || mention.role !== "level") return false;
  const words = mention.label;
  const clause = clauseBefore(sentence, mention);
  if (partOfYear.test(words) || earlier.test(clause) || intended.test(clause)) return false;
  if (isNarrow(words)) return false;
  if (year === null) return true;
  const named = sentence.years.filter((each) => each.start < mention.start && !isCompared(sentence, each.start));
  return named.length === 0 || named.at(-1)!.year === year;
}

/** Whether the words before a number confine it to a part of the body. */
export function isNarrow(label: string): boolean {
  return narrow.test(label) && !wide.test(label);
}

/** The sentence's text from its last ; (at most 80 characters) to the mention. */
function clauseBefore(sentence: Sentence, mention: Mention): string {
  const end = mention.start - sentence.start;
  const before = sentence.text.slice(Math.max(0, end - 80), end);
  return before.slice(before.lastIndexOf(";") + 1);
}

function isCompared(sentence: Sentence, offset: number): boolean {
  return /[比较与同和]$/.test(sentence.text.slice(Math.max(0, offset - sentence.start - 1), offset - sentence.start));
}
