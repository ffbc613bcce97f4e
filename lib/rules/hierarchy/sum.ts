import type { Draft } from "../../validator/finding.ts";
import { listCells } from "../cell-names.ts";
import { cellsOf, quoteCell, valueAt } from "../history/pair-rule.ts";
import type { ReportForHistory } from "../history/report-for-history.ts";

/** Who stands below whom: the columns of the roster that this rule needs. */
export interface TerritoryBody {
  agency: string;
  parent: string | null;
}

/** A territory's year: its own (aggregate) report, those of its bodies that are at hand, and the bodies whose report is not. */
export interface Territory {
  whole: ReportForHistory;
  bodies: ReportForHistory[];
  missing: string[];
}

/** hierarchy/sum: a territory's report equals the sum of its bodies' reports. Off unless every body of the roster has reported. */
export const hierarchySum = {
  id: "hierarchy/sum",
  severity: "info",
  description: {
    zh: "名录完整时，地区汇总报告的数据应等于所属各单位报告之和。",
    en: "A territory's report equals the sum of its bodies' reports, where a complete roster says who they are.",
  },
  *check({ whole, bodies, missing }: Territory): Generator<Draft> {
    if (missing.length > 0 || bodies.length === 0) return;
    if (bodies.some(({ template }) => template !== whole.template)) return;
    const differing = cellsOf(whole).flatMap(([path, printed]) => {
      const parts = bodies.map((body) => valueAt(body, path));
      // A blank anywhere leaves the sum open.
      if (printed === null || parts.some((value) => value === null || value === undefined)) return [];
      const sum = Number(parts.reduce<number>((total, value) => total + value!, 0).toPrecision(15));
      return sum === printed ? [] : [{ path, printed, sum }];
    });
    if (differing.length === 0) return;
    const cells = differing.map(({ path }) => path);
    const first = differing.find(({ path }) => path.endsWith(".total")) ?? differing[0]!;
    const alone = differing.length === 1 ? { expected: first.sum, actual: first.printed } : {};
    yield {
      message: {
        zh: `与所属${bodies.length}个单位之和不符（${cells.length}处）：${listCells(whole.template, cells, 3)}；如${listCells(whole.template, [first.path])} ${first.printed}，各单位之和 ${first.sum}`,
        en: `Differs from the sum of its ${bodies.length} bodies in ${cells.length} figures, for one ${first.path}: ${first.printed}, the sum is ${first.sum}`,
      },
      cells,
      ...alone,
      evidence: differing.slice(0, 5).flatMap(({ path }) => quoteCell(whole, path)),
    };
  },
} as const;

/** The territories of the roster for which a report of their own is at hand, one for each year; `reports` have their agency's name of the roster. */
export function territoriesOf(roster: readonly TerritoryBody[], reports: readonly ReportForHistory[]): Territory[] {
  const children = Map.groupBy(
    roster.filter(({ parent }) => parent !== null),
    ({ parent }) => parent!,
  );
  const byName = new Map(reports.map((report) => [`${report.agency}\n${report.year}`, report]));
  return reports.flatMap((whole) => {
    const bodies = children.get(whole.agency ?? "");
    if (!bodies || whole.year === null) return [];
    const found = bodies.map(({ agency }) => ({ agency, report: byName.get(`${agency}\n${whole.year}`) }));
    const missing = found.filter(({ report }) => !report).map(({ agency }) => agency);
    return [{ whole, bodies: found.flatMap(({ report }) => report ?? []), missing }];
  });
}
