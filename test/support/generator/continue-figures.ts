import { applicantColumns } from "../../../lib/forms/applications.ts";
import type { Statistics, TableStatistics } from "../../../lib/report/report.ts";
import { type FigureOptions, generateFigures } from "./figures.ts";

const applicants = applicantColumns.map((column) => column.key).filter((key) => key !== "total");

/** Takes over what last year carried forward; what would be more than was handled is granted in addition. */
function carryOver(now: TableStatistics, last: TableStatistics): void {
  for (const column of applicants) {
    const carried = last["carriedForward"]?.[column] ?? 0;
    const due = (now["totalHandled"]![column] ?? 0) + (now["carriedForward"]![column] ?? 0) - carried;
    const missing = Math.max(0, -due);
    for (const row of ["granted", "totalHandled"]) now[row]![column] = (now[row]![column] ?? 0) + missing;
    now["carriedOver"]![column] = carried;
    now["newlyReceived"]![column] = due + missing;
  }
  for (const row of ["granted", "totalHandled", "carriedOver", "newlyReceived"]) {
    now[row]!["total"] = applicants.reduce((sum, column) => sum + (now[row]![column] ?? 0), 0);
  }
}

/** Stocks of part two: documents in force and items follow from last year's. */
function carryStocks(now: TableStatistics, last: TableStatistics): void {
  for (const [row, cells] of Object.entries(now)) {
    const before = last[row];
    if (before === undefined) continue;
    if (before["inForce"] != null && "inForce" in cells) {
      cells["repealed"] = Math.min(cells["repealed"] ?? 0, before["inForce"] + (cells["issued"] ?? 0));
      cells["inForce"] = before["inForce"] + (cells["issued"] ?? 0) - cells["repealed"];
    }
    if (before["previousItems"] != null && "previousItems" in cells) {
      cells["previousItems"] = Math.max(0, before["previousItems"] + (before["change"] ?? 0));
    }
  }
}

/** Sound statistics of the year after `last`: what was carried forward is carried over, stocks continue. */
export function continueFigures(seed: number, last: Statistics, options: FigureOptions): Statistics {
  const now = generateFigures(seed, { ...options, blanks: 0 });
  carryOver(now.applications!, last.applications!);
  carryStocks(now.disclosure!, last.disclosure!);
  return now;
}
