import { legacyKeyOf } from "../../forms/legacy.ts";
import { nameMention, readSentenceWords } from "../../report/legacy/name-mention.ts";
import { isNarrow, statesYearsFigure } from "../../report/legacy/prose-scope.ts";
import type { Mention, Sentence } from "../../report/prose/mention.ts";
import { type Prose, readProse } from "../../report/prose/read-prose.ts";
import { directionOf } from "../../report/prose/read-role.ts";
import type { Report } from "../../report/report.ts";
import type { Draft } from "../../validator/finding.ts";
import { isPercentOf, percentOf } from "../narrative/ratio.ts";
import { readStatement } from "../narrative/read-statement.ts";
import { type PairRule, quoteCell, valueAt } from "./pair-rule.ts";
import type { ReportForHistory } from "./report-for-history.ts";

const words = { 1: "增长", [-1]: "下降" } as const;
const otherPeriod = /环比|上月|上季|较20\d\d年(?:底|末)|累计|年均|以来|翻|日均/;

/** The stored sentences as a report of prose, so that the reader of statements can be asked. */
function toProse(history: ReportForHistory): { report: Report; prose: Prose } {
  const paragraphs = history.sentences.map((sentence) => ({ ...sentence, breaks: [] }));
  const { agency, year, template, statistics } = history;
  const report = { agency, year, template, statistics, paragraphs } as Partial<Report> as Report;
  return { report, prose: readProse(report) };
}

/** Whether the rate compares with the year before the report's, by the words since the figure. */
function comparesWithLastYear(sentence: Sentence, now: Mention, rate: Mention, year: number): boolean {
  const between = sentence.text.slice(now.end - sentence.start, rate.start - sentence.start);
  if (otherPeriod.test(between) || /[;。]/.test(between)) return false;
  const named = /(?:比|较|与|同)(?:于)?(20\d\d)年/.exec(between);
  if (named) return Number(named[1]) === year - 1;
  return /同比|(?:比|较|与|同)(?:于)?(?:上一?年|去年)/.test(between);
}

/** Sums of cells that the figure may be of, each as paths; null where it is none of ours. */
function cellsStated(report: Report, prose: Prose, sentence: Sentence, now: Mention): string[][] | null {
  if (report.template !== "legacy") return readStatement(report, prose, sentence, now)?.claim.accepts ?? null;
  const speaks = readSentenceWords(sentence.text);
  if (isNarrow(now.label) || !statesYearsFigure(now, sentence, speaks.words, report.year)) return null;
  const onDisclosure = /信息公开|公开(?:政府|政务)?信息|依申请公开|公开申请/.test(sentence.text);
  const current = /复议|诉讼/.test(sentence.text) ? null : "applications";
  const key = nameMention(now, {
    current,
    heading: new Set(),
    previous: null,
    onDisclosure,
    speaks,
  });
  return key && legacyKeyOf(key.key) ? [[`legacy.${key.key}`]] : null;
}

/** The sum of cells a year; null where one is unknown. Cells that only the other form has do not count. */
function sumOf(history: ReportForHistory, cells: readonly string[]): number | null {
  const present = cells.map((cell) => valueAt(history, cell)).filter((value) => value !== undefined);
  if (present.length === 0 || present.some((value) => value === null)) return null;
  return present.reduce<number>((sum, value) => sum + value!, 0);
}

function* checkRate(
  earlier: ReportForHistory,
  later: ReportForHistory,
  accepts: string[][],
  now: Mention,
  rate: Mention,
) {
  const bases = accepts.map((cells) => sumOf(earlier, cells));
  const direction = directionOf(rate.label);
  if (direction === 0 || bases.some((base) => base === null || base === 0)) return;
  const isRight = (base: number) =>
    isPercentOf(rate.value, rate.decimals, Math.abs(now.value - base), base) &&
    (now.value === base || now.value > base === direction > 0);
  if (bases.some((base) => isRight(base!))) return;
  // The cells that hold this very figure are meant, else the plainest.
  const meant = Math.max(
    0,
    accepts.findIndex((cells) => sumOf(later, cells) === now.value),
  );
  const base = bases[meant]!;
  const right = percentOf(Math.abs(now.value - base), base, rate.decimals);
  const actually = now.value >= base ? 1 : -1;
  yield {
    message: {
      zh: `${now.value}${now.unit}比${earlier.year}年报告的${base}${now.unit}${words[actually]}${right.toFixed(rate.decimals)}%，文中写作${words[direction]}${rate.value.toFixed(rate.decimals)}%（上年报告：${earlier.source}）`,
      en: `${now.value} on ${base} of the ${earlier.year} report (${earlier.source}) is ${actually > 0 ? "up" : "down"} ${right} %, the text says ${direction > 0 ? "up" : "down"} ${rate.value} %`,
    },
    cells: accepts[meant]!.filter((cell) => valueAt(later, cell) !== undefined),
    expected: right,
    actual: rate.value,
    evidence: accepts[meant]!.flatMap((cell) => quoteCell(earlier, cell)),
  } satisfies Draft;
}

function* checkGrowth(earlier: ReportForHistory, later: ReportForHistory): Generator<Draft> {
  // The tables of 2018 and before count otherwise: a rate across the change of forms proves nothing.
  if (later.year === null || (earlier.template === "legacy") !== (later.template === "legacy")) return;
  const { report, prose } = toProse(later);
  const withBase = new Set(prose.growths.map(({ rate }) => rate));
  for (const sentence of prose.sentences) {
    for (const rate of sentence.mentions) {
      const now = sentence.mentions[rate.index - 1];
      if (rate.role !== "rate" || !rate.exact || withBase.has(rate) || !now?.exact || now.role !== "level") continue;
      if (/分别|均|各/.test(rate.gap) || !comparesWithLastYear(sentence, now, rate, later.year)) continue;
      const accepts = cellsStated(report, prose, sentence, now);
      if (!accepts) continue;
      const { text, location } = later.sentences[sentence.paragraph]!;
      for (const draft of checkRate(earlier, later, accepts, now, rate)) {
        yield { ...draft, evidence: [{ text: text.trim(), location, source: later.source }, ...draft.evidence] };
      }
    }
  }
}

export const historyGrowth: PairRule = {
  id: "history/growth",
  severity: "warning",
  description: {
    zh: "正文只写增减百分比时，按上年度报告的数据计算应当正确。",
    en: "A growth rate on last year, with last year's own report at hand, is right.",
  },
  check: checkGrowth,
};
