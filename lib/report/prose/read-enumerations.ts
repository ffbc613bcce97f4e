import type { Enumeration } from "./enumeration.ts";
import { findOpener, leavesList, type Opening, spotGap } from "./find-opener.ts";
import { gapBefore, isForgottenUnit, isLevel, isRemainder, isRepeated, isResult } from "./list-signs.ts";
import type { Mention, Sentence } from "./mention.ts";

class Level {
  readonly mention: Mention;
  readonly sentence: Sentence;

  constructor(mention: Mention, sentence: Sentence) {
    this.mention = mention;
    this.sentence = sentence;
  }
}

/** How far back 从申请方式看 or 全部申请中 may look for its whole. */
const reach = { paragraphs: 3, levels: 24 };
const carried = /结转|转结|日均|月均|人均|平均|累计/;

/** The wholes and pairs of wholes (新收 + 结转, 收到 − 结转) that parts may be meant to add up to. */
function candidatesOf(wholes: readonly Level[]): number[] {
  const values = wholes.slice(-4).map(({ mention }) => mention.value);
  const all = new Set([...values, Math.max(...wholes.map(({ mention }) => mention.value))]);
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      all.add(values[i]! + values[j]!);
      all.add(Math.abs(values[i]! - values[j]!));
    }
  }
  all.delete(0);
  return [...all];
}

function primaryOf(wholes: readonly Level[]): Level | undefined {
  return wholes.findLast(({ mention }) => !carried.test(mention.label)) ?? wholes.at(-1);
}

class Reader {
  readonly enumerations: Enumeration[] = [];
  /** Quantities that are no parts, latest last. */
  private levels: Level[] = [];
  private previous: Sentence | null = null;
  /** The enumerations being read in this sentence, by bracket depth. */
  private active: (Enumeration | null)[] = [];
  /** The counting word of a list whose whole is not known: its figures are no wholes themselves. */
  private orphan: string | null = null;

  read(sentence: Sentence): void {
    if (this.active.length > 0) this.active = [];
    this.orphan = null;
    if (sentence.mentions.length > 0) this.readMentions(sentence);
    this.previous = sentence;
  }

  private readMentions(sentence: Sentence): void {
    const here: Level[] = [];
    for (const mention of sentence.mentions) {
      while (this.active.length > mention.depth + 1) this.active.pop();
      const current = this.active[mention.depth] ?? null;
      if (current && isForgottenUnit(sentence, mention)) {
        mention.kind = "count";
        mention.unit = current.whole.unit;
      }
      if (!isLevel(mention) || (current && isRepeated(mention))) continue;
      const gap = gapBefore(sentence, mention);
      const spotted = spotGap(gap);
      const opening = findOpener(gap, spotted);
      if (opening) {
        const opened = this.open(sentence, mention, opening, here, current, gap);
        this.active[mention.depth] = opened;
        this.orphan = opened ? null : mention.unit;
      } else if (leavesList(gap, spotted) || (current && isResult(mention, current))) {
        this.active[mention.depth] = null;
        this.orphan = null;
        if (mention.depth === 0) here.push(new Level(mention, sentence));
      } else if (current?.whole.unit === mention.unit) current.parts.push(mention);
      else if (current) current.open = true;
      else if (mention.depth === 0 && this.orphan !== mention.unit) here.push(new Level(mention, sentence));
    }
    readTotal(sentence, here, this.enumerations);
    for (const level of here) this.levels.push(level);
    if (this.levels.length > 8 * reach.levels) this.levels = this.nearLevels();
  }

  private open(
    sentence: Sentence,
    mention: Mention,
    opening: Opening,
    here: readonly Level[],
    current: Enumeration | null,
    gap: string,
  ): Enumeration | null {
    const wholes = this.wholesFor(sentence, mention, opening, here, current, gap);
    const whole = primaryOf(wholes);
    if (!whole) return null;
    const enumeration: Enumeration = {
      opener: opening.opener,
      whole: whole.mention,
      wholeIn: whole.sentence,
      candidates: candidatesOf(wholes),
      wholes: wholes.map(({ mention: one }) => one),
      adjacent: whole === wholes.at(-1) && (wholes.length === 1 || whole.sentence === sentence),
      parts: [mention],
      sentence,
      open: opening.opener === "including" || /主要|例如|比如|譬如|如[:,]|重点|尤其|特别是/.test(gap),
      remainder: false,
    };
    if (!enumeration.candidates.includes(whole.mention.value)) enumeration.candidates.unshift(whole.mention.value);
    this.enumerations.push(enumeration);
    return enumeration;
  }

  private nearLevels(): Level[] {
    return this.levels.slice(-reach.levels);
  }

  private wholesFor(
    sentence: Sentence,
    mention: Mention,
    opening: Opening,
    here: readonly Level[],
    current: Enumeration | null,
    gap: string,
  ): Level[] {
    const sameUnit = (level: Level) => level.mention.unit === mention.unit;
    const before = sentence.mentions[mention.index - 1];
    if (mention.depth > 0) {
      const outer = sentence.mentions.findLast(
        (one) => one.index < mention.index && one.depth < mention.depth && isLevel(one),
      );
      return outer && outer.unit === mention.unit && gap.includes("(") ? [{ mention: outer, sentence }] : [];
    }
    if (current && current.whole.unit === mention.unit) {
      const last = current.parts.at(-1)!;
      const wholes: Level[] = [{ mention: current.whole, sentence: current.wholeIn }];
      if (before === last && opening.opener !== "by" && !gap.includes(";")) wholes.unshift({ mention: last, sentence });
      return wholes;
    }
    const own = here.filter(sameUnit);
    if (own.length > 0) return own;
    if (opening.opener === "colon") return [];
    if (opening.backward) {
      return this.nearLevels().filter(
        (level) =>
          sameUnit(level) &&
          sentence.paragraph - level.sentence.paragraph <= reach.paragraphs &&
          /申请|收到|受理|信息|公开/.test(level.mention.label),
      );
    }
    // A sentence that itself begins with 其中 goes on with the one before.
    if (opening.opener !== "among" || !/^\s*[(,]?\s*其中/.test(sentence.text)) return [];
    return this.nearLevels().filter((level) => sameUnit(level) && level.sentence === this.previous);
  }
}

/** A件、B件,共计N件: a total that follows its parts. */
function readTotal(sentence: Sentence, here: readonly Level[], enumerations: Enumeration[]): void {
  if (here.length < 3) return;
  const at = here.findIndex(({ mention }) => /^(?:共计|合计|总计|共)$/.test(mention.label));
  const whole = here[at]?.mention;
  if (!whole || at < 2 || here.slice(0, at).some(({ mention }) => mention.unit !== whole.unit)) return;
  const parts = here.slice(0, at).map(({ mention }) => mention);
  const joined = parts
    .slice(1)
    .concat(whole)
    .every((part) => /^[^,;:。]{0,12}[、,和及][^,;:。]*$/.test(part.gap));
  if (!joined || parts.some((part) => /共|累计|总|新增/.test(part.label) || part.label.length < 2)) return;
  enumerations.push({
    opener: "total",
    whole,
    wholeIn: sentence,
    wholes: [whole],
    candidates: [whole.value],
    adjacent: true,
    parts,
    sentence,
    open: false,
    remainder: false,
  });
}

/** Says of each enumeration whether it is open (等) and whether its last part is the remainder (其他). */
function close(enumeration: Enumeration): void {
  const last = enumeration.parts.at(-1)!;
  if (/^(?:[^,;。]{0,6})?等/.test(last.tail) || enumeration.parts.some((part) => part.tail.startsWith("等")))
    enumeration.open = true;
  enumeration.remainder = isRemainder(last.label);
}

/** Every enumeration of a run of sentences in reading order: a whole and the parts that the prose names of it. Linear. */
export function readEnumerations(sentences: readonly Sentence[]): Enumeration[] {
  const reader = new Reader();
  for (const sentence of sentences) reader.read(sentence);
  for (const enumeration of reader.enumerations) close(enumeration);
  return reader.enumerations;
}
