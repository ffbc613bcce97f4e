import type { Draft } from "../../validator/finding.ts";
import { cellsOf, type PairRule } from "./pair-rule.ts";
import type { ReportForHistory } from "./report-for-history.ts";

/** Fewer figures than these can be the same by chance. */
const fewestFigures = 10;
const fewestCharacters = 500;
/** Share of common 8-character pieces from which two texts are one text again: some nine tenths of it are unchanged. */
const sameText = 0.85;

/** Whether every figure is last year's, and enough of them are not zero. */
function sameFigures(earlier: ReportForHistory, later: ReportForHistory): boolean {
  if (earlier.template !== later.template) return false;
  const before = new Map(cellsOf(earlier));
  const now = cellsOf(later);
  if (now.filter(([, value]) => value !== null && value !== 0).length < fewestFigures) return false;
  return now.length === before.size && now.every(([path, value]) => before.get(path) === value);
}

/** The share of common pieces of two texts, estimated from the least hashes of both. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const size = Math.min(a.length, b.length);
  if (size === 0) return 0;
  const [first, second] = [new Set(a), new Set(b)];
  const least = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, size);
  return least.filter((hash) => first.has(hash) && second.has(hash)).length / least.length;
}

function* findIdentical(earlier: ReportForHistory, later: ReportForHistory): Generator<Draft> {
  const evidence = [later, earlier].flatMap((report) => {
    const first = Object.values(report.places)[0];
    return [
      {
        text: first?.text ?? `${report.agency ?? ""}${report.year ?? ""}`,
        location: first?.location ?? { line: 1 },
        source: report.source,
      },
    ];
  });
  if (sameFigures(earlier, later)) {
    yield {
      message: {
        zh: `全部数据与${earlier.year}年报告（${earlier.source}）完全相同，请确认不是误用上年数据`,
        en: `Every figure is that of the ${earlier.year} report (${earlier.source}) again`,
      },
      cells: Object.keys(later.statistics),
      evidence,
    };
  }
  const long = Math.min(earlier.proseLength, later.proseLength) >= fewestCharacters;
  if (long && likeness(earlier.fingerprint, later.fingerprint) >= sameText) {
    yield {
      message: {
        zh: `正文与${earlier.year}年报告（${earlier.source}）基本相同，请确认不是沿用上年文字`,
        en: `The prose is nearly that of the ${earlier.year} report (${earlier.source})`,
      },
      evidence,
    };
  }
}

export const identical: PairRule = {
  id: "history/identical",
  severity: "warning",
  description: {
    zh: "数据（不全为零）和正文不应与上年度报告相同。",
    en: "Neither the figures (not all zero) nor the prose are last year's again.",
  },
  check: findIdentical,
};
