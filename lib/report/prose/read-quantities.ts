import { numeralCharacters, parseChineseNumeral } from "./chinese-numeral.ts";
import { beginsCount, countingWordAt } from "./counting-words.ts";
import { follow } from "./create-spotter.ts";
import { Mention } from "./mention.ts";
import type { Quantity, Reading, YearMention } from "./quantity.ts";
import { isCode, isDigit, type Numeral, scanDigits, skipCode } from "./scan-digits.ts";
import { signWords } from "./sign-words.ts";

const scales: readonly (readonly [word: string, factor: number])[] = [
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["万", 1e4],
  ["亿", 1e8],
  ["千", 1e3],
  ["百", 1e2],
];
/** Words before a number that make it approximate; 预约, 节约, 公约 and the like end in one of them and are none. */
const vagueBefore =
  /(?:(?<![预节公条合签附邀违])约|(?<![附最])近|接近|超|逾|不足|不少于|不低于|不下于|高于|低于|多于|少于|大于|小于|至少|最多|不超过|突破|数|几|上下|每|达到?近)\s*$/;
const vagueAfter = /^\s*(?:余|多|左右|上下|以上|以下|以内|之多|不等|有余|开外)/;
/** Counting words that numbers in Chinese numerals are read before: the others belong to set phrases (三个环节, 四类信息). */
const numeralUnits = new Set("件 宗 起 例 份 期 篇 条 场 次 人次 件次 场次 项 家".split(" "));

/**
 * What a code unit may begin. In the lowest bits 1 a figure, 2 a Chinese numeral, 3 a word in letters, 4 a title; 5 is a mark.
 * Above them the number under which the words of signs that begin with it stand. 0 for all others, which are most.
 */
const starts = new Uint16Array(0x10000);
const [figure, numeral, letter, title, mark] = [1, 2, 3, 4, 5];
const [kinds, wordBits] = [7, 3];
for (const character of "。!?()") starts[character.charCodeAt(0)] = mark;
starts.fill(figure, 48, 58).fill(letter, 65, 91).fill(letter, 97, 123);
for (const character of numeralCharacters) starts[character.charCodeAt(0)] = numeral;
starts["《".charCodeAt(0)] = title;
for (const code of signWords.codes) starts[code]! |= signWords.first[code]! << wordBits;

/** Every code unit that \\s stands for. */
export const whiteSpace =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
/** What stands beside a number where more than a counting word may matter: most have none of it on either side. */
const beside = new Uint8Array(0x10000);
const [vagueEnd, rangeSign, vagueStart, scaleStart] = [1, 2, 4, 8];
for (const [sign, characters] of [
  [vagueEnd, `约近超逾足于少多过破数几下每${whiteSpace}`],
  [rangeSign, `—-~至到${whiteSpace}`],
  [vagueStart, `余多左上以之不有开${whiteSpace}`],
  [scaleStart, "千百十万亿"],
] as const) {
  for (const character of characters) beside[character.charCodeAt(0)]! |= sign;
}
const space = 32;
const [yu, duo, ji] = ["余", "多", "几"].map((character) => character.charCodeAt(0)) as [number, number, number];

/** A text's code unit; 0 behind its end, since what is no index makes tables slow. */
const codeAt = (text: string, at: number) => (at < text.length ? text.charCodeAt(at) : 0);

/** Whether the words before a number, or a range that it ends, make it approximate. */
function isVague(text: string, start: number): boolean {
  const signs = start > 0 ? beside[text.charCodeAt(start - 1)]! : 0;
  if ((signs & (vagueEnd | rangeSign)) === 0) return false;
  if (signs & vagueEnd) {
    const before = text.slice(Math.max(0, start - 5), start);
    // 数 and 几 are vague before numerals only (数十件): 申请数3件 is exact.
    if (vagueBefore.test(isDigit(text.charCodeAt(start)) ? before.replace(/[数几]\s*$/, "") : before)) return true;
  }
  if ((signs & rangeSign) === 0) return false;
  const range = /[—\-~~至到]\s*$/.exec(text.slice(Math.max(0, start - 2), start));
  return range !== null && isDigit(text.charCodeAt(start - 1 - range[0].length));
}

/** A title has an end within so many characters, else 《 opens none. */
const longestTitle = 120;

/** The rest of a quantity after its number: 余, 多, scale, counting word, 左右. */
function finish(text: string, start: number, number: Numeral): Mention {
  let at = number.end;
  let { value } = number;
  let exact = !isVague(text, start);
  while (text.charCodeAt(at) === space) at++;
  let code = codeAt(text, at);
  const skipVague = () => {
    if (code !== yu && code !== duo && code !== ji) return;
    exact = false;
    code = codeAt(text, ++at);
  };
  skipVague();
  const scale = beside[code]! & scaleStart ? scales.find(([word]) => text.startsWith(word, at)) : undefined;
  let factor = 1;
  if (scale && !(scale[0] === "百" && text.startsWith("百分", at))) {
    factor = scale[1];
    at += scale[0].length;
    code = codeAt(text, at);
    skipVague();
    while (text.charCodeAt(at) === space) at++;
  }
  const unit = countingWordAt(text, at);
  if (unit) at += unit.word.length;
  else if (factor === 1) at = number.end;
  if (beside[codeAt(text, at)]! & vagueStart && vagueAfter.test(text.slice(at, at + 4))) exact = false;
  const kind = unit?.kind ?? "bare";
  if (factor > 1) {
    if (kind !== "money") exact = false;
    value = Math.round(value * factor * 1e6) / 1e6;
  }
  const { decimals } = number;
  return new Mention({ start, end: at, kind, value, decimals, unit: unit?.word ?? "", exact });
}

/** 62、45、68期: figures of a list share the counting word of its last. */
function shareUnits(text: string, quantities: Quantity[]): void {
  for (let i = quantities.length - 2; i >= 0; i--) {
    const one = quantities[i]!;
    const next = quantities[i + 1]!;
    if (one.kind !== "bare" || (next.kind !== "count" && next.kind !== "percent")) continue;
    if (!/^\s*[、和及,与]\s*$/.test(text.slice(one.end, next.start))) continue;
    one.kind = next.kind;
    one.unit = next.unit;
  }
}

const notNumeral = new Set([..."第每跑之"].map((character) => character.charCodeAt(0)));

/** A number in Chinese numerals from `start` before a counting word it is usual with; null else. */
function readNumeral(text: string, start: number, end: number): Mention | null {
  const after = codeAt(text, end);
  // Most stand in words (统一, 三是): no counting word follows, nor anything that may stand before one.
  if (after !== space && after !== yu && after !== duo && after !== ji && (beside[after]! & scaleStart) === 0) {
    if (!beginsCount(after)) return null;
  }
  if (start > 0 && notNumeral.has(text.charCodeAt(start - 1))) return null;
  const written = text.slice(start, end);
  const value = parseChineseNumeral(written);
  if (value === null) return null;
  const quantity = finish(text, start, { end, value, decimals: 0 });
  if (!numeralUnits.has(quantity.unit)) return null;
  if (value === 1 && !"件宗起例".includes(quantity.unit)) return null;
  if (/^[百千万]/.test(written)) quantity.exact = false;
  return quantity;
}

const aYear = "年".charCodeAt(0);

/** Where 年 or 年度 ends that stands (behind one space at most) at `at`; −1 where none does. */
function endOfYear(text: string, at: number): number {
  let end = at;
  if (text.charCodeAt(end) !== aYear && /\s/.test(text[end] ?? "")) end++;
  if (text.charCodeAt(end) !== aYear) return -1;
  return text[end + 1] === "度" ? end + 2 : end + 1;
}

const isYear = (year: number) => year > 1948 && year < 2100;

const none: readonly never[] = [];

/** Goes through a text once; most characters begin nothing. */
class QuantityReader {
  private readonly text: string;
  private readonly quantities: Mention[] = [];
  private readonly marks: number[] = [];
  private years: YearMention[] | null = null;
  private signs = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): Reading {
    const { text } = this;
    const { length } = text;
    for (let at = 0; at < length; ) {
      const start = starts[text.charCodeAt(at)]!;
      if (start === 0) {
        at++;
        continue;
      }
      if (start > kinds) this.spot(start >> wordBits, at);
      const kind = start & kinds;
      if (kind === 0) at++;
      else if (kind === mark) this.marks.push(at++);
      else {
        const next = this.readAt(at, kind);
        for (at++; at < next; at++) this.spot(starts[text.charCodeAt(at)]! >> wordBits, at);
      }
    }
    shareUnits(text, this.quantities);
    return { quantities: this.quantities, years: this.years ?? none, marks: this.marks, signs: this.signs };
  }

  /** Adds the signs of those of `words` (their number) that stand at `at`. */
  private spot(words: number, at: number): void {
    const { bits, next } = signWords.nodes[words]!;
    this.signs |= next === null ? bits : bits | follow(next, this.text, at + 1, this.text.length);
  }

  /** Reads what begins at `at`; returns where it ends. */
  private readAt(at: number, kind: number): number {
    if (kind === figure) return this.readFigure(at);
    if (kind === numeral) return this.readNumerals(at);
    return kind === letter ? skipCode(this.text, at) : this.skipTitle(at);
  }

  /** Where the title that 《 opens at `at` ends, its marks noted; `at` + 1 where it has no end. */
  private skipTitle(at: number): number {
    const close = this.text.slice(at, at + longestTitle).indexOf("》");
    if (close <= 0) return at + 1;
    for (let within = at + 1; within < at + close; within++) {
      if ((starts[this.text.charCodeAt(within)]! & kinds) === mark) this.marks.push(within);
    }
    return at + close + 1;
  }

  private readFigure(start: number): number {
    const { text } = this;
    const number = scanDigits(text, start);
    if (number.end < 0 || isCode(text, start, number.end)) return skipCode(text, start);
    const year = number.end - start === 4 && isYear(number.value) ? endOfYear(text, number.end) : -1;
    if (year >= 0) {
      this.addYear({ start, end: year, year: number.value });
      return year;
    }
    const quantity = finish(text, start, number);
    this.quantities.push(quantity);
    return quantity.end;
  }

  private readNumerals(start: number): number {
    const { text } = this;
    const { length } = text;
    let end = start + 1;
    while (end < length && (starts[text.charCodeAt(end)]! & kinds) === numeral) end++;
    if (end - start === 4 && text.charCodeAt(end) === aYear) {
      const year = parseChineseNumeral(text.slice(start, end));
      if (year && isYear(year)) this.addYear({ start, end: end + 1, year });
      return end;
    }
    const quantity = readNumeral(text, start, end);
    if (quantity === null) return end;
    this.quantities.push(quantity);
    return quantity.end;
  }

  private addYear(year: YearMention): void {
    if (this.years === null) this.years = [year];
    else this.years.push(year);
  }
}

/**
 * Every number with its counting word, every year, the marks that part sentences, and the signs of a folded text. Titles between
 * 《 and 》, numbers of documents, ordinals, telephone numbers, addresses and dates are no quantities. Linear in the text.
 */
export function readQuantities(text: string): Reading {
  return new QuantityReader(text).read();
}
