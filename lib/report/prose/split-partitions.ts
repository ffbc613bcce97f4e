import type { Enumeration } from "./enumeration.ts";
import type { Mention } from "./mention.ts";

/** What a partition divides by. A list that changes from one to another holds two partitions of one whole. */
const dimensions: readonly (readonly [name: string, words: RegExp])[] = [
  ["timeliness", /按时|按期|如期|延期|逾期/],
  [
    "outcome",
    /予以公开|同意公开|部分公开|不予|不同意|无法提供|不存在|不掌握|非本|不属于|属于|重复申请|补正|撤回|撤销|撤诉|其他处理|维持|纠正|纠错|违法|审结|驳回|办结|答复/,
  ],
  ["applicant", /自然人|公民|个人|企业|法人|科研|公益|律师|法律服务|组织/],
  [
    "channel",
    /当面|现场|窗口|网络|网上|网站|在线|线上|线下|互联网|信函|邮寄|来信|信件|邮件|邮箱|邮政|快递|传真|平台|微信|微博|公众号|新媒体|公报|报纸|媒体/,
  ],
  ["level", /市本级|省本级|县本级|[省市县区]级|各[市县区]|乡镇|街道/],
];

function dimensionOf(label: string): string | null {
  return dimensions.find(([, words]) => words.test(label))?.[0] ?? null;
}

const sumOf = (parts: readonly Mention[]) => parts.reduce((sum, part) => sum + part.value, 0);
const isCarried = (part: Mention) => /结转|转结|转下年/.test(part.label);

/** Whether a second list may begin with `next`: after a semicolon, by another criterion, or after a weaker joined list. */
function isBoundary(run: readonly Mention[], next: Mention): boolean {
  if (next.gap.includes(";")) return true;
  const [one, other] = [dimensionOf(run.at(-1)!.label), dimensionOf(next.label)];
  if (one !== null || other !== null) return one !== other;
  return next.gap.includes(",") && run.length > 1 && run.slice(1).every((part) => !part.gap.includes(","));
}

/** Runs of neighbouring parts that make up `whole` exactly, from the start; `rest` is what follows the last full run. */
function peel(parts: readonly Mention[], whole: number): { runs: Mention[][]; rest: Mention[] } {
  const runs: Mention[][] = [];
  let from = 0;
  let sum = 0;
  parts.forEach((part, index) => {
    sum += part.value;
    if (sum === whole) {
      const next = parts[index + 1];
      const run = parts.slice(from, index + 1);
      if (next && next.value !== 0 && !isBoundary(run, next)) return;
      runs.push(run);
      from = index + 1;
      sum = 0;
    }
  });
  return { runs, rest: parts.slice(from) };
}

function splitByDimension(parts: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  let current: string | null = null;
  for (const part of parts) {
    const dimension = dimensionOf(part.label);
    if (groups.length === 0 || (dimension && current && dimension !== current)) groups.push([]);
    if (dimension) current = dimension;
    groups.at(-1)!.push(part);
  }
  return groups.every((group) => group.length > 1) ? groups : [[...parts]];
}

/** Lists parted by semicolons, where one of them adds up by itself or each is long; else lists by criterion. */
function splitLists(parts: readonly Mention[], wanted: ReadonlySet<number>): Mention[][] {
  const lists: Mention[][] = [];
  for (const part of parts) {
    if (lists.length === 0 || part.gap.includes(";")) lists.push([]);
    lists.at(-1)!.push(part);
  }
  const separate = lists.length > 1 && lists.some((list) => list.length > 1 && wanted.has(sumOf(list)));
  return separate ? lists : splitByDimension(parts);
}

/**
 * The partitions of one whole that an enumeration may hold, each with its parts, as long as they do not add up:
 * empty where every part belongs to a partition that does. Parts carried over to the next year may count or not.
 */
export function findBrokenPartitions(enumeration: Enumeration): { parts: Mention[]; sum: number }[] {
  const wanted = new Set([enumeration.whole.value, ...enumeration.candidates]);
  const settled = enumeration.parts.filter((part) => !isCarried(part));
  const readings = settled.length === enumeration.parts.length ? [enumeration.parts] : [enumeration.parts, settled];
  let rest = settled;
  for (const parts of readings) {
    for (const whole of wanted) {
      const peeled = peel(parts, whole);
      if (sumOf(peeled.rest) === 0) return [];
      if (peeled.runs.length > 0 && peeled.rest.length < rest.length)
        rest = peeled.rest.filter((part) => !isCarried(part));
    }
  }
  const groups = sumOf(rest) > Math.max(...wanted) ? splitLists(rest, wanted) : [rest];
  return groups
    .map((parts) => ({ parts, sum: sumOf(parts) }))
    .filter(({ parts, sum }) => parts.length > 1 && !wanted.has(sum));
}
