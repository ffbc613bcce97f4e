import { versionConflict } from "../rules/collection/version-conflict.ts";
import type { Finding, Language } from "../validator/finding.ts";
import type { Version } from "./version.ts";

/** One finding for each other file that is still there and gives other figures for this agency and year. */
export function conflictFindings(shown: Version, rivals: readonly Version[], language: Language): Finding[] {
  // Where nothing names the year (or the agency) two files need not be about the same one.
  if (shown.year === null || shown.agency === null) return [];
  const { id: rule, severity } = versionConflict;
  const counts = {
    zh: `；现以较新的“${shown.source.key}”为准，请删除其中错误的一个`,
    en: `; “${shown.source.key}”, the newer one, counts; delete the wrong one`,
  };
  return rivals.flatMap((rival) =>
    [...versionConflict.check(rival.open().history, shown.open().history)].map(({ message, cells = [], evidence }) => ({
      rule,
      severity,
      message: message[language] + counts[language],
      cells: [...cells],
      expected: null,
      actual: null,
      evidence: [...evidence],
    })),
  );
}
