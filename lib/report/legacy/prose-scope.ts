import { createSpotter } from "../prose/create-spotter.ts";
import type { Mention, Sentence } from "../prose/mention.ts";
import { pairs } from "../prose/sign-words.ts";
import { sentenceWord } from "./sentence-words.ts";

const [ofPart, ofSpan] = [1, 2];
/** A word of the expressions on labels: most hold none. */
const spot = createSpotter([
  `${pairs("市县区省州旗", "直级")} 市本 县本 区本 省本 州本 旗本 各`,
  "上半年 下半年 季度 月份 月至 截至 截止 每 日均 月均 平均",
]);

/** A part of the reporting body (市本级 of 全市, 各县), unless the words take in the whole. */
const narrow = /(?:市|县|区|省|州|旗)(?:本级|直|级)(?!及|和|与|以上|以下)|^(?:其中)?各(?:县|区|市|镇|乡|街道)/;
const wide = /全[市省县区州旗镇乡局]|各级|合计|共计/;
const partOfYear = /上半年|下半年|季度|\d月份|月至\d|截至\d{1,2}月|截止\d{1,2}月|每[年月周日天次期个]|日均|月均|平均/;
const earlier = /(?<!今年|年初|本年)以来|历年|(?:上一?|去|前|往)年(?!结转)|同期|自(?:\d{4}年|条例)/;
const intended = /(?:将|计划|拟|力争|争取|预计)(?:要|再|新|进一步|主动|继续|全部|于)/;

/**
 * Whether a mention, which is confined to no part of the body, states a figure for the whole year reported on: not of another
 * year, of a part of the year, of a plan, and not an approximate one. `words`: the sentence's `sentenceWord` bits.
 */
export function statesYearsFigure(mention: Mention, sentence: Sentence, words: number, year: number | null): boolean {
  if (!mention.exact || mention.role !== "level") return false;
  const { label } = mention;
  if (spot(label) & ofSpan && partOfYear.test(label)) return false;
  if (words & sentenceWord.otherTime) {
    const clause = clauseBefore(sentence, mention);
    if (earlier.test(clause) || intended.test(clause)) return false;
  }
  if (year === null) return true;
  const named = lastYear(sentence, mention.start);
  return named === null || named === year;
}

/** Whether the words before a number confine it to a part of the body. */
export function isNarrow(label: string): boolean {
  return (spot(label) & ofPart) !== 0 && narrow.test(label) && !wide.test(label);
}

const semicolon = ";".charCodeAt(0);

/** A sentence's text from its last ; (at most 80 characters) to the mention. */
function clauseBefore(sentence: Sentence, mention: Mention): string {
  const to = mention.start - sentence.start;
  const least = Math.max(0, to - 80);
  let from = to;
  while (from > least && sentence.text.charCodeAt(from - 1) !== semicolon) from--;
  return sentence.text.slice(from, to);
}

/** A sentence that names more years than these before a figure is a list of years, of which the nearest count. */
const mostYears = 20;

/** The year named last before an offset, those compared with (比2019年) left aside; null where there is none. */
function lastYear({ years, text, start }: Sentence, offset: number): number | null {
  let [low, high] = [0, years.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (years[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= Math.max(0, low - mostYears); at--) {
    if (!/[比较与同和]/.test(text[years[at]!.start - start - 1] ?? "")) return years[at]!.year;
  }
  return null;
}
