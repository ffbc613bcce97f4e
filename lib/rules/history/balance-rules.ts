import { type YearRelation, yearCell, yearRelations } from "../../forms/years.ts";
import type { Draft } from "../../validator/finding.ts";
import { cellName } from "../cell-names.ts";
import { type PairRule, quoteCell, valueAt } from "./pair-rule.ts";
import type { ReportForHistory } from "./report-for-history.ts";

/** Makes the rule that checks every relation between years declared under `id`. */
function balanceRule(meta: Omit<PairRule, "check">): PairRule {
  const relations = yearRelations.filter((relation) => relation.rule === meta.id);
  return {
    ...meta,
    *check(earlier, later) {
      for (const relation of relations) {
        if (relation.templates && ![earlier, later].every((report) => relation.templates!.includes(report.template)))
          continue;
        for (const subject of subjectsOf(relation, later)) yield* checkRelation(relation, subject, earlier, later);
      }
    },
  };
}

/** The columns (or rows) of the later report in which the relation may hold. */
function subjectsOf({ table, per, is }: YearRelation, { statistics }: ReportForHistory): string[] {
  const rows = statistics[table] ?? {};
  return Object.keys(per === "column" ? (rows[is.key] ?? {}) : rows);
}

function* checkRelation(
  relation: YearRelation,
  subject: string,
  earlier: ReportForHistory,
  later: ReportForHistory,
): Generator<Draft> {
  const paths = (terms: YearRelation["plus"]) => terms.map((term) => yearCell(relation, term, subject));
  const [is] = paths([relation.is]);
  const own = [is!, ...paths(relation.plus), ...paths(relation.minus)];
  const before = paths(relation.earlier);
  const values = [...own.map((path) => valueAt(later, path)), ...before.map((path) => valueAt(earlier, path))];
  // A blank is an unknown count: nothing can be said.
  if (values.some((value) => value === null || value === undefined)) return;
  const sum = (report: ReportForHistory, cells: readonly string[]) =>
    cells.reduce((total, path) => total + valueAt(report, path)!, 0);
  const expected = sum(earlier, before) + sum(later, paths(relation.plus)) - sum(later, paths(relation.minus));
  const actual = valueAt(later, is!)!;
  if (expected === actual) return;
  const terms = [
    ...relation.earlier.map((term, at) => `${earlier.year}年${term.short} ${valueAt(earlier, before[at]!)}`),
    ...relation.plus.map((term) => `本年${short(term.short)} ${valueAt(later, yearCell(relation, term, subject))}`),
  ].join(" + ");
  const less = relation.minus.map(
    (term) => ` − 本年${short(term.short)} ${valueAt(later, yearCell(relation, term, subject))}`,
  );
  const result = relation.earlier.length + relation.plus.length > 1 ? ` = ${expected}` : "";
  const name = cellName(later.template, is!)[relation.per];
  yield {
    message: {
      zh: `${name}：${later.year}年${relation.is.short} ${actual} ≠ ${terms}${less.join("")}${result}（上年报告：${earlier.source}）`,
      en: `${is}: ${actual} in ${later.year} ≠ ${expected} from the ${earlier.year} report (${earlier.source})`,
    },
    cells: own,
    expected,
    actual,
    evidence: [...own.flatMap((path) => quoteCell(later, path)), ...before.flatMap((path) => quoteCell(earlier, path))],
  };
}

const short = (label: string) => label.replace(/^本年/, "");

export const carryOver: PairRule = balanceRule({
  id: "history/carry-over",
  severity: "error",
  description: {
    zh: "本年度“上年结转”各列应等于上年度报告“结转下年度继续办理”的对应列。",
    en: "carriedOver = last year's carriedForward, column by column.",
  },
});

export const inForceBalance: PairRule = balanceRule({
  id: "history/in-force-balance",
  severity: "warning",
  description: {
    zh: "现行有效件数应等于上年度现行有效件数加本年制发件数减本年废止件数。",
    en: "inForce = last year's inForce + issued − repealed.",
  },
});

export const itemsBalance: PairRule = balanceRule({
  id: "history/items-balance",
  severity: "warning",
  description: {
    zh: "2019年版表格：上一年项目数量应等于上年度报告的上一年项目数量加其本年增/减。",
    en: "2019 form: previousItems = last year's previousItems + last year's change.",
  },
});
