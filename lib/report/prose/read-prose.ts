import { remember } from "../remember.ts";
import type { Evidence, Paragraph, Report } from "../report.ts";
import { placeAt } from "../report.ts";
import type { Enumeration, SpokenSentence } from "./enumeration.ts";
import type { Mention } from "./mention.ts";
import { readEnumerations } from "./read-enumerations.ts";
import { type Growth, readGrowths } from "./read-growths.ts";
import { takeSentences } from "./read-sentences.ts";
import { readShares, type Share } from "./read-shares.ts";
import { readSigns, sign } from "./signs.ts";

/** What a report's prose says in figures. `paragraph` of a sentence is its place in `report.paragraphs`. */
export interface Prose {
  sentences: SpokenSentence[];
  /** The sentence of a paragraph at an offset of it, whether it holds figures or not. */
  sentenceAt(paragraph: number, offset: number): SpokenSentence;
  enumerations: Enumeration[];
  shares: Share[];
  growths: Growth[];
  /** The enumeration that a quantity is a part of. */
  wholeOf: Map<Mention, Enumeration>;
}

function readParagraph(paragraph: Paragraph, index: number): SpokenSentence[] {
  const sentences = takeSentences(paragraph);
  return sentences.map(({ start, end, text, mentions, years, signs }) => {
    return { start, end, text, mentions, years, signs, paragraph: index };
  });
}

/** Binary search: the last sentence that begins at or before the offset. */
function findSentence(sentences: readonly SpokenSentence[], offset: number): SpokenSentence {
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
  const signs = readSigns(report);
  const read = report.paragraphs.map((paragraph, index) =>
    signs[index]! & sign.figure ? readParagraph(paragraph, index) : undefined,
  );
  const sentences = read.flatMap((one) => one ?? []);
  const enumerations = readEnumerations(sentences);
  const wholeOf = new Map(enumerations.flatMap((enumeration) => enumeration.parts.map((part) => [part, enumeration])));
  return {
    sentences,
    sentenceAt(paragraph: number, offset: number) {
      read[paragraph] ??= readParagraph(report.paragraphs[paragraph]!, paragraph);
      return findSentence(read[paragraph], offset);
    },
    enumerations,
    shares: readShares(sentences, enumerations),
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
export function quoteSentence(report: Report, sentence: SpokenSentence): Evidence {
  return quote(report.paragraphs[sentence.paragraph]!, sentence.start, sentence.end);
}
