import type { Draft } from "../../validator/finding.ts";
import { listCells } from "../cell-names.ts";
import { cellsOf, type PairRule, quoteCell, valueAt } from "./pair-rule.ts";
import type { ReportForHistory } from "./report-for-history.ts";

const times = 10;
/** Below this in both years a tenfold change is nothing. */
const fewest = 20;

interface Leap {
  path: string;
  before: number;
  now: number;
}

const isAmount = (path: string) => /\.(?:amount|fees)$/.test(path);
const ratio = ({ before, now }: Leap) => Math.max(before, now) / Math.min(before, now);
/** 10,000 within a fifth: 元 where 万元 was meant, or the reverse. */
const isUnit = (leap: Leap) => isAmount(leap.path) && ratio(leap) >= 8_000 && ratio(leap) <= 12_000;

function leapsBetween(earlier: ReportForHistory, later: ReportForHistory): Leap[] {
  if (earlier.template !== later.template) return [];
  return cellsOf(later).flatMap(([path, now]) => {
    const before = valueAt(earlier, path);
    if (!before || !now || before < 0 || now < 0 || /\.change$/.test(path)) return [];
    const leap = { path, before, now };
    return isUnit(leap) || (ratio(leap) >= times && Math.max(before, now) >= fewest) ? [leap] : [];
  });
}

function* findOutliers(earlier: ReportForHistory, later: ReportForHistory): Generator<Draft> {
  const leaps = leapsBetween(earlier, later);
  const evidence = (leap: Leap) => [...quoteCell(later, leap.path), ...quoteCell(earlier, leap.path)];
  for (const leap of leaps.filter(isUnit)) {
    yield {
      message: {
        zh: `${listCells(later.template, [leap.path])}：${earlier.year}年${leap.before}，${later.year}年${leap.now}，相差约一万倍，请核对单位是元还是万元`,
        en: `${leap.path}: ${leap.before} in ${earlier.year}, ${leap.now} in ${later.year}: yuan, or 10,000 yuan?`,
      },
      cells: [leap.path],
      evidence: evidence(leap),
    };
  }
  const byTable = Map.groupBy(
    leaps.filter((leap) => !isUnit(leap)),
    ({ path }) => path.split(".")[0]!,
  );
  for (const found of byTable.values()) {
    const cells = found.map(({ path }) => path);
    const most = found.reduce((a, b) => (ratio(b) > ratio(a) ? b : a));
    yield {
      message: {
        zh: `与${earlier.year}年相差十倍以上：${listCells(later.template, cells, 3)}，其中最大的由${most.before}变为${most.now}`,
        en: `Ten times last year's or a tenth of it: ${cells.slice(0, 6).join(", ")} (${most.before} → ${most.now})`,
      },
      cells,
      evidence: found.slice(0, 6).flatMap(evidence),
    };
  }
}

export const outlier: PairRule = {
  id: "history/outlier",
  severity: "info",
  description: {
    zh: "数据与上年相差不应达到十倍；金额相差约一万倍时核对元与万元。",
    en: "No cell is ten times last year's; an amount about 10,000 times asks 元 or 万元.",
  },
  check: findOutliers,
};
