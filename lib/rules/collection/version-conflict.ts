import type { Draft } from "../../validator/finding.ts";
import { listCells } from "../cell-names.ts";
import { cellsOf, quoteCell } from "../history/pair-rule.ts";
import type { ReportForHistory } from "../history/report-for-history.ts";

const mostCells = 100;
const mostQuoted = 5;

/** collection/version-conflict: two files for one agency and year carry the same figures. The finding belongs to both reports. */
export const versionConflict = {
  id: "collection/version-conflict",
  severity: "warning",
  description: {
    zh: "同一机关同一年度的两个文件数据应当一致。",
    en: "Two files for one agency and year carry the same figures.",
  },
  /** What differs between `report` and `other`, told to `report`. */
  *check(other: ReportForHistory, report: ReportForHistory): Generator<Draft> {
    const before = new Map(cellsOf(other));
    const now = new Map(cellsOf(report));
    const paths = [...new Set([...now.keys(), ...before.keys()])];
    // A blank and a missing cell both say nothing.
    const cells = paths.filter((path) => (now.get(path) ?? null) !== (before.get(path) ?? null));
    if (cells.length === 0) return;
    const [first] = cells;
    yield {
      message: {
        zh: `与“${other.source}”是同一机关同一年度的报告，但有${cells.length}处数据不同：${listCells(report.template, cells, 3)}，如“${now.get(first!) ?? "空白"}”与“${before.get(first!) ?? "空白"}”`,
        en: `“${other.source}” is about the same agency and year and differs in ${cells.length} figures: ${cells.slice(0, 5).join(", ")}`,
      },
      cells: cells.slice(0, mostCells),
      evidence: cells.slice(0, mostQuoted).flatMap((path) => [...quoteCell(report, path), ...quoteCell(other, path)]),
    };
  },
} as const;
