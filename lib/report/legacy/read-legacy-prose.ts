import { type LegacyGroup, type LegacyKey, legacyKeyOf } from "../../forms/legacy.ts";
import { createSpotter } from "../prose/create-spotter.ts";
import type { Mention, Sentence } from "../prose/mention.ts";
import { readingOf } from "../prose/read-paragraphs.ts";
import { sentencesOf } from "../prose/read-sentences.ts";
import { type Figure, type Paragraph, placeAt } from "../report.ts";
import { nameMention, readSentenceWords } from "./name-mention.ts";
import { isNarrow, statesYearsFigure } from "./prose-scope.ts";
import { SectionTopic } from "./section-topic.ts";
import { sentenceWord, spotSentenceWords } from "./sentence-words.ts";
import { statedZeros } from "./stated-zeros.ts";
import { toTenThousandYuan } from "./ten-thousand-yuan.ts";

/** Reads the figures that the prose states, by key; the first statement of a figure counts. `year`: null where unknown. */
export function readLegacyProse(paragraphs: readonly Paragraph[], year: number | null): Map<string, Figure> {
  const reader = new ProseReader(year);
  for (let index = 0; index < paragraphs.length; index++) reader.readParagraph(paragraphs, index);
  return reader.figures;
}

/** Characters of which one stands in every clause that says that something did not happen. */
const denial = /[未没无零]/;
const feePart = /(?:检索|复制|邮寄|递送|工本|制作|快递)费用?(?:共|为|计)*$/;
const onDisclosureWords = /信息公开|公开(?:政府|政务)?信息|依申请公开|公开申请/;
const subjects: readonly (readonly [string, LegacyGroup])[] = [
  ["复议", "reconsideration"],
  ["诉讼", "litigation"],
  ["举报", "complaints"],
  ["投诉", "complaints"],
  ["依申请", "applications"],
  ["申请", "applications"],
  ["主动公开", "disclosure"],
];

class ProseReader {
  readonly figures = new Map<string, Figure>();
  /** Sentence in which a key was first stated: an additive key grows within it only. */
  private readonly statedIn = new Map<string, Sentence>();
  private readonly topic = new SectionTopic();
  private readonly year: number | null;

  constructor(year: number | null) {
    this.year = year;
  }

  readParagraph(paragraphs: readonly Paragraph[], index: number): void {
    const paragraph = paragraphs[index]!;
    const start = this.topic.enter(paragraph.folded);
    if (this.topic.isPlan) return;
    const { quantities } = readingOf(paragraphs, index);
    // Neither a figure nor a denial: nothing is stated.
    if (quantities.length === 0 && !denial.test(paragraph.folded)) return;
    const { groups } = this.topic;
    let current: LegacyGroup | null = groups.size === 1 ? [...groups][0]! : null;
    const onDisclosure = groups.has("applications") || onDisclosureWords.test(paragraph.folded);
    let silent: Sentence[] = [];
    for (const sentence of sentencesOf(paragraphs, index)) {
      if (sentence.end <= start) continue;
      if (sentence.mentions.length === 0) {
        if (spotSentenceWords(sentence.text) & sentenceWord.denial) this.readZeros(paragraph, sentence);
        silent.push(sentence);
        continue;
      }
      current = subjectOfLast(silent) ?? current;
      silent = [];
      current = this.readSentence(paragraph, sentence, current, onDisclosure);
    }
  }

  /** Returns the group that the sentence spoke of last. */
  private readSentence(
    paragraph: Paragraph,
    sentence: Sentence,
    before: LegacyGroup | null,
    onDisclosure: boolean,
  ): LegacyGroup | null {
    const speaks = readSentenceWords(sentence.text);
    const { words } = speaks;
    const namesSubjects = (words & sentenceWord.subject) !== 0;
    let current = before;
    let previous: LegacyKey | null = null;
    let partOfNarrow = false;
    let narrowDepth = -1;
    for (const mention of sentence.mentions) {
      if (namesSubjects) current = lastSubject(mention.gap) ?? current;
      if (partOfNarrow && /[;。]/.test(mention.gap)) partOfNarrow = false;
      if (narrowDepth >= 0 && mention.depth <= narrowDepth) narrowDepth = -1;
      const inNarrow = partOfNarrow || narrowDepth >= 0;
      if (isNarrow(mention.label)) {
        narrowDepth = mention.depth;
        partOfNarrow = /[,(]其中/.test(nextGap(sentence, mention));
        continue;
      }
      if (mention.kind !== "count" && mention.kind !== "money") continue;
      if (inNarrow || !statesYearsFigure(mention, sentence, words, this.year)) continue;
      const heading = this.topic.groups;
      const key = nameMention(mention, { current, heading, previous, onDisclosure, speaks });
      if (key) {
        this.add(key, mention, sentence, paragraph);
        previous = key;
      } else if (mention.kind === "count") previous = null;
    }
    if (words & sentenceWord.denial) this.readZeros(paragraph, sentence);
    if (!namesSubjects) return current;
    return lastSubject(sentence.text.slice(sentence.mentions.at(-1)!.end - sentence.start)) ?? current;
  }

  private add(key: LegacyKey, mention: Mention, sentence: Sentence, paragraph: Paragraph): void {
    const text = paragraph.text.slice(mention.start, mention.end).trim();
    const value = key.kind === "amount" ? toTenThousandYuan(mention.value, "元") : mention.value;
    const earlier = this.figures.get(key.key);
    const grows = key.additive || (key.key === "fees" && feePart.test(mention.label));
    if (!earlier) {
      const unit = key.kind === "amount" ? "元" : undefined;
      this.figures.set(key.key, { value, text, location: placeAt(paragraph, mention.start), state: "number", unit });
      this.statedIn.set(key.key, sentence);
      this.partial.set(key.key, mention.label);
    } else if (grows && this.statedIn.get(key.key) === sentence && this.isFurther(key, mention)) {
      const sum = Number(((earlier.value ?? 0) + value).toPrecision(15));
      this.figures.set(key.key, { ...earlier, value: sum, text: `${earlier.text}、${text}` });
    }
  }

  private readonly partial = new Map<string, string>();

  /** Whether a second statement adds to the first (网上 and 电子邮件) and is no part of it (共收取300元,其中检索费100元). */
  private isFurther(key: LegacyKey, mention: Mention): boolean {
    const first = this.partial.get(key.key)!;
    if (key.key === "fees") return feePart.test(first);
    return !mention.label.startsWith("其中") && first !== mention.label;
  }

  private readZeros(paragraph: Paragraph, sentence: Sentence): void {
    let start = 0;
    for (const clause of sentence.text.split(/[,;:。()]/)) {
      const offset = sentence.start + start;
      start += clause.length + 1;
      if (!denial.test(clause)) continue;
      for (const name of statedZeros(clause, this.topic.groups)) {
        if (this.figures.has(name) || !legacyKeyOf(name)) continue;
        const text = paragraph.text.slice(offset, offset + clause.length).trim();
        this.figures.set(name, { value: 0, text, location: placeAt(paragraph, offset), state: "number" });
      }
    }
  }
}

const spotSubjects = createSpotter(subjects.map(([word]) => word));

/** The group that a passage names last. */
function lastSubject(text: string): LegacyGroup | null {
  const found = spotSubjects(text);
  if (found === 0) return null;
  let group: LegacyGroup | null = null;
  let at = -1;
  for (let index = 0; index < subjects.length; index++) {
    if ((found & (1 << index)) === 0) continue;
    const [word, named] = subjects[index]!;
    const place = word === "主动公开" ? lastDisclosure(text) : text.lastIndexOf(word);
    // 申请行政复议 speaks of reconsideration, though 申请 stands in it.
    if (place > at) {
      at = place;
      group = named;
    }
  }
  return group;
}

/** The group that the last of these sentences that names one speaks of. */
function subjectOfLast(sentences: readonly Sentence[]): LegacyGroup | null {
  for (let at = sentences.length - 1; at >= 0; at--) {
    const group = lastSubject(sentences[at]!.text);
    if (group !== null) return group;
  }
  return null;
}

/** Where active disclosure is named last; 已主动公开 and 主动公开范围 are replies. */
function lastDisclosure(text: string): number {
  let at = text.lastIndexOf("主动公开");
  while (at >= 0 && (/[已经]/.test(text[at - 1] ?? "") || /^的?范围/.test(text.slice(at + 4, at + 7)))) {
    at = at === 0 ? -1 : text.lastIndexOf("主动公开", at - 1);
  }
  return at;
}

function nextGap(sentence: Sentence, mention: Mention): string {
  return sentence.mentions[mention.index + 1]?.gap ?? "";
}
