import type { Finding, Language } from "../validator/finding.ts";
import { changedCells } from "./changes.ts";
import type { Version } from "./version.ts";

const mostCells = 100;

/** `collection/version-conflict`: one finding for each other file that is still there and gives other figures for this year. */
export function conflictFindings(shown: Version, rivals: readonly Version[], language: Language): Finding[] {
  // Where nothing names the year (or the agency) two files need not be about the same one.
  if (shown.year === null || shown.agency === null) return [];
  return rivals.map((rival) => {
    const cells = changedCells(rival.statistics, shown.statistics);
    const [here, there] = [shown.source.key, rival.source.key];
    return {
      rule: "collection/version-conflict",
      severity: "warning",
      message:
        language === "zh"
          ? `同一机关同一年度有两个文件且数据不同（${cells.length}处）：现以较新的“${here}”为准，另一个是“${there}”；请删除其中错误的一个`
          : `Two files for this agency and year differ in ${cells.length} figures: “${here}”, the newer one, counts; the other is “${there}”; delete the wrong one`,
      cells: cells.slice(0, mostCells).map(({ cell }) => cell),
      expected: null,
      actual: null,
      evidence: [shown, rival].map(({ source }) => ({ text: source.key, location: { line: 1 }, source: source.key })),
    };
  });
}
