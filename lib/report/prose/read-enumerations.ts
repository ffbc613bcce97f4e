import type { Enumeration, SpokenSentence } from "./enumeration.ts";
import { findOpener, leavesList, type Opening } from "./find-opener.ts";
import type { Mention } from "./mention.ts";

interface Level {
  mention: Mention;
  sentence: SpokenSentence;
}

/** How far back 从申请方式看 or 全部申请中 may look for its whole. */
const reach = { paragraphs: 3, levels: 24 };
const carried = /结转|转结|日均|月均|人均|平均|累计/;

function isLevel(mention: Mention): boolean {
  return mention.kind === "count" && mention.role === "level";
}

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
  private previous: SpokenSentence | null = null;
  /** The enumerations being read in this sentence, by bracket depth. */
  private active: (Enumeration | null)[] = [];
  /** The counting word of a list whose whole is not known: its figures are no wholes themselves. */
  private orphan: string | null = null;

  read(sentence: SpokenSentence): void {
    this.active = [];
    this.orphan = null;
    const here: Level[] = [];
    for (const mention of sentence.mentions) {
      this.active.length = Math.min(this.active.length, mention.depth + 1);
      const current = this.active[mention.depth] ?? null;
      if (current && isForgottenUnit(sentence, mention)) {
        mention.kind = "count";
        mention.unit = current.whole.unit;
      }
      if (!isLevel(mention) || (current && isRepeated(mention))) continue;
      const gap = gapBefore(sentence, mention);
      const opening = findOpener(gap);
      if (opening) {
        const opened = this.open(sentence, mention, opening, here, current, gap);
        this.active[mention.depth] = opened;
        this.orphan = opened ? null : mention.unit;
      } else if (leavesList(gap) || (current && isResult(mention, current))) {
        this.active[mention.depth] = null;
        this.orphan = null;
        if (mention.depth === 0) here.push({ mention, sentence });
      } else if (current?.whole.unit === mention.unit) current.parts.push(mention);
      else if (current) current.open = true;
      else if (mention.depth === 0 && this.orphan !== mention.unit) here.push({ mention, sentence });
    }
    readTotal(sentence, here, this.enumerations);
    if (here.length > 0) this.levels = [...this.levels, ...here].slice(-reach.levels);
    this.previous = sentence;
  }

  private open(
    sentence: SpokenSentence,
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

  private wholesFor(
    sentence: SpokenSentence,
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
      return this.levels.filter(
        (level) =>
          sameUnit(level) &&
          sentence.paragraph - level.sentence.paragraph <= reach.paragraphs &&
          /申请|收到|受理|信息|公开/.test(level.mention.label),
      );
    }
    // A sentence that itself begins with 其中 goes on with the one before.
    if (opening.opener !== "among" || !/^\s*[(,]?\s*其中/.test(sentence.text)) return [];
    return this.levels.filter((level) => sameUnit(level) && level.sentence === this.previous);
  }
}

const result =
  /^(?:目前|现|均|共|全部|实际)?已?(?:办结|办理完毕|办理|答复|办复|回复|解决|处置|采用|采纳|完成)(?:率|了|完毕|答复|申请|件)*$/;
const outcome = /公开|不予|无法|不存在|属于|按时|按期|延期|逾期|办结|答复|办理|维持|纠正|正在|采/;

/** 其中咨询800件、投诉150件,办结990件: what was done with the whole is no part of it, unless the list is one of outcomes. */
function isResult(mention: Mention, enumeration: Enumeration): boolean {
  return result.test(mention.label) && !enumeration.parts.some((part) => outcome.test(part.label));
}

/** 部分公开67,占4.61%: a part whose counting word was forgotten. */
function isForgottenUnit(sentence: SpokenSentence, mention: Mention): boolean {
  if (mention.kind !== "bare" || !mention.exact || !/^[一-鿿()]{2,}$/.test(mention.label) || mention.tail !== "")
    return false;
  return /^[,、;。)]/.test(sentence.text.slice(mention.end - sentence.start) || "。");
}

/** 已办理的3件均属于…: parts named again, not new ones. */
function isRepeated(mention: Mention): boolean {
  return (
    /^(?:均|都|皆|全部|已全部|中)/.test(mention.tail) &&
    /^(?:已|这|该|上述|以上|其余)[^,]*$|^[^,]{0,6}(?:办理|答复|办结|回复)的$/.test(mention.label)
  );
}

/** The text between the last counted thing (percentages and changes passed over) and a quantity. */
function gapBefore(sentence: SpokenSentence, mention: Mention): string {
  let gap = mention.gap;
  for (let index = mention.index - 1; index >= 0; index--) {
    const before = sentence.mentions[index]!;
    if (isLevel(before)) break;
    gap = `${before.gap} ${gap}`;
  }
  return gap;
}

/** A件、B件,共计N件: a total that follows its parts. */
function readTotal(sentence: SpokenSentence, here: readonly Level[], enumerations: Enumeration[]): void {
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

/** 其他, 其余, 及其他信息共: what remains of a whole. 法人和其他组织 is a kind of applicant. */
function isRemainder(label: string): boolean {
  if (/^(?:以?及|和|还有|剩余的?)?(?:其他|其它|其余|余下|剩余)/.test(label)) return true;
  return /(?:的|等|和|及|公开|发布|更新)(?:其他|其它)(?:各?类|方面)?(?:政府|政务)?(?:信息|事项|内容|情况|文件|公告|形式|方式|渠道|类)(?:共计?|有|为|发布|公开|申请|类|更新)*$/.test(
    label,
  );
}

/** Says of each enumeration whether it is open (等) and whether its last part is the remainder (其他). */
function close(enumeration: Enumeration): void {
  const last = enumeration.parts.at(-1)!;
  if (/^(?:[^,;。]{0,6})?等/.test(last.tail) || enumeration.parts.some((part) => part.tail.startsWith("等")))
    enumeration.open = true;
  enumeration.remainder = isRemainder(last.label);
}

/** Every enumeration of a run of sentences in reading order: a whole and the parts that the prose names of it. Linear. */
export function readEnumerations(sentences: readonly SpokenSentence[]): Enumeration[] {
  const reader = new Reader();
  for (const sentence of sentences) reader.read(sentence);
  for (const enumeration of reader.enumerations) close(enumeration);
  return reader.enumerations;
}
