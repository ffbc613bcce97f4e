import type { Mention, Sentence } from "./mention.ts";
import type { Quantity, Reading } from "./quantity.ts";
import { readQuantities, whiteSpace } from "./read-quantities.ts";
import { readRole } from "./read-role.ts";

/**
 * Classes of code units: 1 separates clauses, 2 ends a sentence (and separates), 3 closes a bracket, 4 parts a list; with `left`
 * what is left out of words.
 */
const classes = new Uint8Array(0x10000);
const leftOut = 8;
for (const character of ",;:(") classes[character.charCodeAt(0)] = 1;
for (const character of "。!?") classes[character.charCodeAt(0)] = 2;
classes[")".charCodeAt(0)] = 3;
classes["、".charCodeAt(0)] = 4 | leftOut;
for (const character of `"“”‘’${whiteSpace}`) classes[character.charCodeAt(0)]! |= leftOut;
const opening = "(".charCodeAt(0);
const closing = ")".charCodeAt(0);

const classAt = (text: string, at: number) => classes[text.charCodeAt(at)]! & 7;

/** No sentence is longer: text without full stops is cut here, so that work within a sentence stays bounded. */
const longest = 3000;

/** The words before offset `at`, back to a separator or to `limit`; brackets without figures, as in 各县(市、区), belong to them. */
function labelBefore(text: string, at: number, limit: number): string {
  let start = at;
  let seen = 0;
  while (start > limit) {
    const sign = classes[text.charCodeAt(start - 1)]!;
    const kind = sign & 7;
    if (kind === 3) {
      const from = Math.max(limit, start - 20);
      const open = text.slice(from, start).lastIndexOf("(");
      if (open < 0) break;
      start = from + open;
      seen = leftOut;
    } else if (kind === 1 || kind === 2) break;
    else {
      start--;
      seen |= sign;
    }
  }
  const words = text.slice(start, at);
  const label = seen & leftOut ? words.replace(/[\s、"“”‘’]+/g, "") : words;
  const among = label.lastIndexOf("其中");
  return among < 0 ? label : label.slice(among + 2).replace(/^(?:包括|包含|有)/, "");
}

function tailAfter(text: string, at: number, limit: number): string {
  let end = at;
  let seen = 0;
  for (; end < limit; end++) {
    const sign = classes[text.charCodeAt(end)]!;
    if (sign & 7) break;
    seen |= sign;
  }
  const words = text.slice(at, end);
  return seen === 0 ? words : words.replace(/[\s"“”‘’]+/g, "");
}

/** The quantities of one sentence with their words; `marks` are the paragraph's, those from `mark` on the sentence's. */
function toMentions(
  text: string,
  start: number,
  end: number,
  quantities: readonly Quantity[],
  marks: readonly number[],
  mark: number,
): Mention[] {
  let before = start;
  let depth = 0;
  let next = mark;
  return quantities.map((quantity, index) => {
    for (; next < marks.length && marks[next]! < quantity.start; next++) {
      const sign = text.charCodeAt(marks[next]!);
      if (sign === opening) depth++;
      else if (depth > 0 && sign === closing) depth--;
    }
    const label = labelBefore(text, quantity.start, before);
    let role = readRole(quantity, label);
    // 比2022年(31起)下降29%: the base stands in brackets.
    if (role === "level" && label === "" && text.charCodeAt(quantity.start - 1) === opening) {
      const outside = readRole(quantity, labelBefore(text, quantity.start - 1, before));
      if (outside === "base") role = outside;
    }
    const gap = text.slice(before, quantity.start);
    const tail = tailAfter(text, quantity.end, Math.min(quantities[index + 1]?.start ?? end, end));
    before = quantity.end;
    const { start: from, end: to, kind, value, decimals, unit, exact } = quantity;
    return { start: from, end: to, kind, value, decimals, unit, exact, role, gap, label, tail, depth, index };
  });
}

/** Sentences that one reader of a paragraph leaves for the next, which owns them from then on. */
const left = new WeakMap<object, Sentence[]>();

/** Leaves a paragraph's sentences for `takeSentences`. */
export function leaveSentences(paragraph: object, sentences: Sentence[]): void {
  left.set(paragraph, sentences);
}

/** The sentences of a paragraph: those that another reader left, else read now. */
export function takeSentences(paragraph: { folded: string }): Sentence[] {
  const sentences = left.get(paragraph);
  if (sentences === undefined) return readSentences(paragraph.folded);
  left.delete(paragraph);
  return sentences;
}

const none: readonly never[] = [];

/** Parts a paragraph's text, of which `reading` is known, into sentences. */
class SentenceReader {
  readonly sentences: Sentence[] = [];
  private readonly text: string;
  private readonly reading: Reading;
  private start = 0;
  /** The first quantity, year and mark of the sentence at hand. */
  private quantity = 0;
  private year = 0;
  private mark = 0;

  constructor(text: string, reading: Reading) {
    this.text = text;
    this.reading = reading;
  }

  read(): Sentence[] {
    const { text, reading } = this;
    for (const mark of reading.marks) {
      if (classAt(text, mark) !== 2) continue;
      this.cut(mark);
      this.close(mark + 1);
    }
    this.cut(text.length);
    this.close(text.length);
    return this.sentences;
  }

  /** Cuts what is too long for one sentence before `end`. */
  private cut(end: number): void {
    for (let at = this.start + longest; at < end; at++) {
      if (classAt(this.text, at) === 0 && at - this.start < 2 * longest) continue;
      this.close(at + 1);
      at = this.start + longest - 1;
    }
  }

  private close(end: number): void {
    const { text, start } = this;
    const { quantities, years, marks } = this.reading;
    const [firstQuantity, firstYear, firstMark] = [this.quantity, this.year, this.mark];
    while (this.quantity < quantities.length && quantities[this.quantity]!.start < end) this.quantity++;
    while (this.year < years.length && years[this.year]!.start < end) this.year++;
    while (this.mark < marks.length && marks[this.mark]! < end) this.mark++;
    this.start = end;
    const part = text.slice(start, end);
    if (part.trim() === "") return;
    const own = this.quantity > firstQuantity ? quantities.slice(firstQuantity, this.quantity) : none;
    this.sentences.push({
      start,
      end,
      text: part,
      mentions: own.length > 0 ? toMentions(text, start, end, own, marks, firstMark) : none,
      years: this.year > firstYear ? years.slice(firstYear, this.year) : none,
      signs: -1,
    });
  }
}

/** The sentences of a folded paragraph with their quantities and years, in order. Linear in the text. */
export function readSentences(text: string, reading: Reading = readQuantities(text)): Sentence[] {
  return new SentenceReader(text, reading).read();
}
