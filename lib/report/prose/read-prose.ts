import { remember } from "../remember.ts";
import type { Evidence, Paragraph, Report } from "../report.ts";
import { placeAt } from "../report.ts";
import type { Enumeration } from "./enumeration.ts";
import type { Mention, Sentence } from "./mention.ts";
import { readEnumerations } from "./read-enumerations.ts";
import { type Growth, readGrowths } from "./read-growths.ts";
import { sentencesOf } from "./read-sentences.ts";
import { readShares, type Share } from "./read-shares.ts";
import { sign } from "./sign-words.ts";
import { readSigns } from "./signs.ts";

/** What a report's prose says in figures. `paragraph` of a sentence is its place in `report.paragraphs`. */
export interface Prose {
  sentences: Sentence[];
  /** The sentence of a paragraph at an offset of it, whether it holds figures or not. */
  sentenceAt(paragraph: number, offset: number): Sentence;
  enumerations: Enumeration[];
  shares: Share[];
  growths: Growth[];
  /** The enumeration that a quantity is a part of. */
  wholeOf: Map<Mention, Enumeration>;
}

/** Binary search: the last sentence that begins at or before the offset. */
function findSentence(sentences: readonly Sentence[], offset: number): Sentence {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return sentences[low]!;
}

/** Reads the paragraphs that hold figures; once for a report, however many rules ask. */
export const readProse = remember((report: Report): Prose => {
  const { paragraphs } = report;
  const sentences: Sentence[] = [];
  readSigns(report).forEach((signs, index) => {
    if (signs & sign.figure) for (const sentence of sentencesOf(paragraphs, index)) sentences.push(sentence);
  });
  const enumerations = readEnumerations(sentences);
  const wholeOf = new Map<Mention, Enumeration>();
  for (const enumeration of enumerations) for (const part of enumeration.parts) wholeOf.set(part, enumeration);
  return {
    sentences,
    sentenceAt(paragraph: number, offset: number) {
      return findSentence(sentencesOf(paragraphs, paragraph), offset);
    },
    enumerations,
    shares: readShares(sentences, wholeOf),
    growths: readGrowths(sentences),
    wholeOf,
  };
});

/** A slice of a paragraph as evidence: original characters, white space trimmed, the place of its first character. */
export function quote(paragraph: Paragraph, start: number, end: number): Evidence {
  const slice = paragraph.text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { text: slice.trim(), location: placeAt(paragraph, start + lead) };
}

/** A sentence as evidence. */
export function quoteSentence(report: Report, sentence: Sentence): Evidence {
  return quote(report.paragraphs[sentence.paragraph]!, sentence.start, sentence.end);
}
