import type { Sentence } from "./mention.ts";
import { readSentences } from "./read-sentences.ts";

/** A paragraph's sentences with a search by offset; the paragraph is read when the first one is asked for. */
export function createSentenceFinder(folded: string): (offset: number) => Sentence {
  let sentences: Sentence[] | undefined;
  let last = 0;
  return (offset) => {
    sentences ??= readSentences(folded);
    if ((sentences[last]?.start ?? 0) > offset) last = 0;
    while (last < sentences.length - 1 && sentences[last]!.end <= offset) last++;
    return sentences[last]!;
  };
}
