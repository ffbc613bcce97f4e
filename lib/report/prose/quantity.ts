import type { Mention } from "./mention.ts";

/** What a quantity measures: things counted, yuan, per cent, percentage points, multiples, time spans, or a number without a counting word. */
export type QuantityKind = "count" | "money" | "percent" | "points" | "multiple" | "duration" | "bare";

/** A number of running text with its counting word. Offsets are those of the folded text it was read from. */
export interface Quantity {
  /** Offset of the number's first character. */
  start: number;
  /** Offset after the counting word. */
  end: number;
  kind: QuantityKind;
  /** The number itself; 万 and 亿 multiplied out, money in 元, per cent as printed. */
  value: number;
  /** Digits after the point as printed. */
  decimals: number;
  /** The counting word (件, 条, 人次 …), 元 for money, % for per cent, empty where there is none. */
  unit: string;
  /** False for 余, 多, 近, 约, 左右, 以上, ranges and numbers rounded to 万 or 亿. */
  exact: boolean;
}

/** A year of running text, such as 2021年. */
export interface YearMention {
  start: number;
  /** Offset after 年 or 年度. */
  end: number;
  year: number;
}

/** Everything that `readQuantities` reads, in the text's order. */
export interface Reading {
  /** Their words are left to their sentence to fill in. */
  quantities: readonly Mention[];
  years: readonly YearMention[];
  /** Offsets of the signs that end sentences, and of round brackets. */
  marks: readonly number[];
  /** What the text may speak of: bits of `sign`. */
  signs: number;
}
