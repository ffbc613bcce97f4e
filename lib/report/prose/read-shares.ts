import type { Enumeration } from "./enumeration.ts";
import type { Mention, Sentence } from "./mention.ts";
import { createStripper } from "./strip-words.ts";

/** “A件,占(B的)p%” with everything that may be meant by B. */
export interface Share {
  percent: Mention;
  part: Mention;
  /** Values that the whole may have; the first is the likeliest. */
  wholes: number[];
  sentence: Sentence;
  enumeration: Enumeration | null;
}

/** Words after 占 that mean no more than the whole at hand. */
const stripWhole = createStripper(
  `总 总数 总量 总计 总件数 总体 总比 全部 所有 全年 本年度 本年 年度 比 占比 比例 比重 比率 的 约 为 达 达到 到 了 其 约为 量 数量 数
  件数 条数 宗数 合计 申请 依申请 政府信息 信息 公开 主动 收到 受理 新收 接收 办理 办结 答复 回复 处理 发布 件 条 宗 案件 申请量 申请数 申请件 结果 之 以上 该 收件 事项 公开申请`,
);
const elsewhere = /全省|全市|全国|全县|全区|系统|上年|去年|同期|预算|人口/;

function isCounted(mention: Mention): boolean {
  return mention.kind === "count" && mention.role === "level";
}

/** The counted part before (or in brackets after) a share; null where the sentence sets it apart by another subject. */
function partOf(sentence: Sentence, percent: Mention, subject: string): Mention | null {
  const { mentions } = sentence;
  const next = mentions[percent.index + 1];
  if (next && isCounted(next) && next.depth === percent.depth + 1 && next.gap === "(") return next;
  for (let index = percent.index - 1; index >= 0; index--) {
    const mention = mentions[index]!;
    if (mention.role === "share") return null;
    if (!isCounted(mention)) {
      if (mention.kind === "money" || mention.kind === "bare") return null;
      continue;
    }
    if (subject === "") return mention.depth <= percent.depth ? mention : null;
    return mention.label.includes(subject) || mention.tail.includes(subject) ? mention : null;
  }
  return null;
}

function uniqueNumbers(values: readonly number[]): number[] {
  return [...new Set(values)].filter((value) => value > 0);
}

function wholesOf(
  sentence: Sentence,
  part: Mention,
  noun: string,
  enumeration: Enumeration | null,
  recent: readonly Mention[],
): number[] {
  const found = nearWholesOf(sentence, part, stripWhole(noun), enumeration);
  if (found.length === 0 || !/总|全部|所有|全年/.test(noun)) return found;
  // 占总数的: the total may be one that an earlier sentence states.
  const farther = recent.filter((mention) => mention.unit === part.unit && mention.value >= part.value);
  return uniqueNumbers([...found, ...farther.map((mention) => mention.value)]);
}

function nearWholesOf(sentence: Sentence, part: Mention, noun: string, enumeration: Enumeration | null): number[] {
  const earlier = sentence.mentions.filter(
    (mention) =>
      mention.index < part.index && isCounted(mention) && mention.unit === part.unit && mention.depth <= part.depth,
  );
  if (noun !== "") {
    const named = sentence.mentions.filter(
      (mention) => isCounted(mention) && mention !== part && (mention.label + mention.tail).includes(noun),
    );
    return named.every((mention) => mention.exact) && named.every((mention) => mention.unit === part.unit)
      ? uniqueNumbers(named.map((mention) => mention.value))
      : [];
  }
  if (enumeration) {
    if (!enumeration.whole.exact) return [];
    const sum = enumeration.parts.reduce((total, one) => total + one.value, 0);
    const whole = [enumeration.whole.value, ...enumeration.candidates];
    return uniqueNumbers(enumeration.parts.length > 1 ? [...whole, sum] : whole);
  }
  // Without an enumeration only a single figure before it can be the whole, and none that has a share itself.
  const [whole, ...more] = earlier;
  if (!whole?.exact || more.length > 0 || whole.value < part.value) return [];
  if (sentence.mentions[whole.index + 1]?.role === "share") return [];
  return sentence.mentions.slice(0, part.index + 1).some(({ gap }) => gap.includes("其中")) ? [] : [whole.value];
}

function readShare(
  sentence: Sentence,
  percent: Mention,
  byPart: ReadonlyMap<Mention, Enumeration>,
  recent: readonly Mention[],
): Share | null {
  const match = /^(.*?)(?:所占|占)(.*)$/.exec(percent.label);
  const [subject, noun] = match ? [match[1]!, match[2]!] : ["", ""];
  const part = partOf(sentence, percent, subject.replace(/^(?:均|各|约|共|则|其|数量|比例|件数)+$/, ""));
  if (!part?.exact || elsewhere.test(noun) || /约|近|超过?|逾|不足|将近/.test(percent.label)) return null;
  const enumeration = byPart.get(part) ?? null;
  const wholes = wholesOf(sentence, part, noun, enumeration, recent);
  return wholes.length > 0 ? { percent, part, wholes, sentence, enumeration } : null;
}

/** 网络80件、信函20件,分别占80%、20%: as many shares as parts, in their order. */
function readRespective(sentence: Sentence, first: number, byPart: ReadonlyMap<Mention, Enumeration>): Share[] {
  const { mentions } = sentence;
  let last = first;
  while (mentions[last + 1]?.kind === "percent" && /^[、,和及]*$/.test(mentions[last + 1]!.gap)) last++;
  const percents = mentions.slice(first, last + 1);
  const before = mentions.slice(0, first).filter(isCounted);
  const enumeration = byPart.get(before.at(-1)!) ?? null;
  if (!enumeration?.whole.exact || enumeration.parts.length !== percents.length || percents.length < 2) return [];
  const wholes = uniqueNumbers([enumeration.whole.value, ...enumeration.candidates]);
  return percents.map((percent, index) => ({
    percent,
    part: enumeration.parts[index]!,
    wholes,
    sentence,
    enumeration,
  }));
}

const hasShare = ({ mentions }: Sentence): boolean => mentions.some(({ role }) => role === "share");

/** Every share whose part and whole the sentences state; `byPart`: the enumeration that a quantity is a part of. */
export function readShares(sentences: readonly Sentence[], byPart: ReadonlyMap<Mention, Enumeration>): Share[] {
  const last = sentences.findLastIndex(hasShare);
  const counted: Mention[] = [];
  const shares: Share[] = [];
  // Behind the last share no figure is any share's.
  for (let at = 0; at <= last; at++) {
    const sentence = sentences[at]!;
    const { mentions } = sentence;
    if (mentions.length === 0) continue;
    if (hasShare(sentence)) {
      for (const share of sharesIn(sentence, byPart, counted.slice(-12))) shares.push(share);
    }
    for (const mention of mentions) if (isCounted(mention) && !byPart.has(mention)) counted.push(mention);
  }
  return shares;
}

/** The shares of one sentence; `recent` are the figures before it that may be wholes. */
function sharesIn(sentence: Sentence, byPart: ReadonlyMap<Mention, Enumeration>, recent: readonly Mention[]): Share[] {
  const respective = sentence.mentions.findIndex(
    (mention) => mention.role === "share" && mention.label.includes("分别"),
  );
  if (respective >= 0) return readRespective(sentence, respective, byPart).filter((share) => share.part.exact);
  return sentence.mentions.flatMap((mention) => {
    const share = mention.role === "share" && mention.exact ? readShare(sentence, mention, byPart, recent) : null;
    return share ? [share] : [];
  });
}
