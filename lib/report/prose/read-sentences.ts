import { remember } from "../remember.ts";
import type { Paragraph } from "../report.ts";
import { type Mention, Sentence } from "./mention.ts";
import type { Reading } from "./quantity.ts";
import { readingOf } from "./read-paragraphs.ts";
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

/** Fills in the words of one sentence's quantities; `marks` are the paragraph's, those from `mark` on the sentence's. */
function readWords(
  text: string,
  sentence: { start: number; end: number },
  mentions: readonly Mention[],
  marks: readonly number[],
  mark: number,
): void {
  let before = sentence.start;
  let depth = 0;
  let next = mark;
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]!;
    const { start, end } = mention;
    for (; next < marks.length && marks[next]! < start; next++) {
      const sign = text.charCodeAt(marks[next]!);
      if (sign === opening) depth++;
      else if (depth > 0 && sign === closing) depth--;
    }
    const label = labelBefore(text, start, before);
    let role = readRole(mention, label);
    // 比2022年(31起)下降29%: the base stands in brackets.
    if (role === "level" && label === "" && text.charCodeAt(start - 1) === opening) {
      const outside = readRole(mention, labelBefore(text, start - 1, before));
      if (outside === "base") role = outside;
    }
    mention.role = role;
    mention.gap = text.slice(before, start);
    mention.label = label;
    mention.tail = tailAfter(text, end, Math.min(mentions[index + 1]?.start ?? sentence.end, sentence.end));
    mention.depth = depth;
    mention.index = index;
    before = end;
  }
}

const blank = new Uint8Array(0x10000);
for (const character of whiteSpace) blank[character.charCodeAt(0)] = 1;

function isBlank(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && blank[text.charCodeAt(at)] === 1) at++;
  return at === end;
}

const none: readonly never[] = [];

/** Parts a paragraph's text, of which `reading` is known, into sentences. */
class SentenceReader {
  readonly sentences: Sentence[] = [];
  private readonly text: string;
  private readonly reading: Reading;
  private readonly paragraph: number;
  private start = 0;
  /** The first quantity, year and mark of the sentence at hand. */
  private quantity = 0;
  private year = 0;
  private mark = 0;

  constructor(text: string, reading: Reading, paragraph: number) {
    this.text = text;
    this.reading = reading;
    this.paragraph = paragraph;
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
    if (isBlank(text, start, end)) return;
    const part = text.slice(start, end);
    const mentions = this.quantity > firstQuantity ? quantities.slice(firstQuantity, this.quantity) : none;
    const ownYears = this.year > firstYear ? years.slice(firstYear, this.year) : none;
    const sentence = new Sentence({ start, end, paragraph: this.paragraph }, part, mentions, ownYears);
    if (mentions.length > 0) readWords(text, sentence, mentions, marks, firstMark);
    this.sentences.push(sentence);
  }
}

/** The sentences of a folded paragraph with their quantities and years, in order. Linear in the text. */
export function readSentences(text: string, reading: Reading = readQuantities(text), paragraph = 0): Sentence[] {
  return new SentenceReader(text, reading, paragraph).read();
}

const allSentences = remember((_: readonly Paragraph[]): (readonly Sentence[] | undefined)[] => []);

/** The sentences of a report's paragraph, read once however many ask. */
export function sentencesOf(paragraphs: readonly Paragraph[], index: number): readonly Sentence[] {
  const known = allSentences(paragraphs);
  known[index] ??= readSentences(paragraphs[index]!.folded, readingOf(paragraphs, index), index);
  return known[index];
}
