import type { Place } from "../../document/document.ts";
import type { CheckedFile } from "./check-file.ts";

/** A checked file in the contract's JSON (contract.md, part 1); `places` adds where every figure stands. */
export function toContractDocument(file: CheckedFile, places: boolean) {
  const { source, status, rejection } = file;
  return {
    source,
    status,
    rejection,
    reports: file.reports.map(({ report, findings, verdict }) => ({
      agency: report.agency,
      year: report.year,
      template: report.template,
      verdict,
      statistics: report.statistics,
      findings,
      ...(places ? { places: toPlaces(report.figures) } : {}),
    })),
  };
}

/** Every figure that was read as a number: its path, its text as it stands in the source, its place. */
function toPlaces(figures: ReadonlyMap<string, { value: number | null; text: string; location: Place }>) {
  const read = [...figures].filter(([, figure]) => figure.value !== null);
  return Object.fromEntries(read.map(([path, { text, location }]) => [path, { text, location }]));
}
