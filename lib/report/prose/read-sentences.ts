import type { Mention, Sentence } from "./mention.ts";
import type { Quantity, Reading } from "./quantity.ts";
import { readQuantities } from "./read-quantities.ts";
import { readRole } from "./read-role.ts";

/** Classes of code units: 1 separates clauses, 2 ends a sentence (and separates), 3 closes a bracket, 4 parts a list. */
const classes = new Uint8Array(0x10000);
for (const character of ",;:(") classes[character.charCodeAt(0)] = 1;
for (const character of "。!?") classes[character.charCodeAt(0)] = 2;
classes[")".charCodeAt(0)] = 3;
classes["、".charCodeAt(0)] = 4;
const opening = "(".charCodeAt(0);

const classAt = (text: string, at: number) => classes[text.charCodeAt(at)]!;

/** No sentence is longer: text without full stops is cut here, so that work within a sentence stays bounded. */
const longest = 3000;

/** The words before offset `at`, back to a separator or to `limit`; brackets without figures, as in 各县(市、区), belong to them. */
function labelBefore(text: string, at: number, limit: number): string {
  let start = at;
  while (start > limit) {
    const kind = classAt(text, start - 1);
    if (kind === 3) {
      const from = Math.max(limit, start - 20);
      const open = text.slice(from, start).lastIndexOf("(");
      if (open < 0) break;
      start = from + open;
    } else if (kind === 1 || kind === 2) break;
    else start--;
  }
  const label = text.slice(start, at).replace(/[\s、"“”‘’]+/g, "");
  const among = label.lastIndexOf("其中");
  return among < 0 ? label : label.slice(among + 2).replace(/^(?:包括|包含|有)/, "");
}

function tailAfter(text: string, at: number, limit: number): string {
  let end = at;
  while (end < limit && classAt(text, end) === 0) end++;
  return end === at ? "" : text.slice(at, end).replace(/[\s"“”‘’]+/g, "");
}

function toMentions(text: string, start: number, end: number, quantities: readonly Quantity[]): Mention[] {
  const mentions: Mention[] = [];
  let before = start;
  let depth = 0;
  quantities.forEach((quantity, index) => {
    for (let at = before; at < quantity.start; at++) {
      if (text.charCodeAt(at) === opening) depth++;
      else if (depth > 0 && classAt(text, at) === 3) depth--;
    }
    const label = labelBefore(text, quantity.start, before);
    const next = quantities[index + 1]?.start ?? end;
    let role = readRole(quantity, label);
    // 比2022年(31起)下降29%: the base stands in brackets.
    if (role === "level" && label === "" && text[quantity.start - 1] === "(") {
      const outside = readRole(quantity, labelBefore(text, quantity.start - 1, before));
      if (outside === "base") role = outside;
    }
    mentions.push({
      ...quantity,
      role,
      gap: text.slice(before, quantity.start),
      label,
      tail: tailAfter(text, quantity.end, Math.min(next, end)),
      depth,
      index,
    });
    before = quantity.end;
  });
  return mentions;
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

/** The sentences of a folded paragraph with their quantities and years, in order. Linear in the text. */
export function readSentences(text: string, reading: Reading = readQuantities(text)): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let quantity = 0;
  let year = 0;
  const close = (end: number) => {
    const { quantities, years } = reading;
    const first = quantity;
    while (quantity < quantities.length && quantities[quantity]!.start < end) quantity++;
    const firstYear = year;
    while (year < years.length && years[year]!.start < end) year++;
    const part = text.slice(start, end);
    if (part.trim() !== "") {
      const mentions = toMentions(text, start, end, quantities.slice(first, quantity));
      sentences.push({ start, end, text: part, mentions, years: years.slice(firstYear, year) });
    }
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const kind = classAt(text, at);
    if (kind === 2) close(at + 1);
    else if (at - start >= longest && (kind !== 0 || at - start >= 2 * longest)) close(at + 1);
  }
  close(text.length);
  return sentences;
}
