import type { FakeUpload } from "./register.ts";

const report = (year: number, cells: Record<string, number>, broken: string[] = []) => [
  { agency: "云岭县教育局", year, cells, broken },
];
const forward = "applications.carriedForward.total";
const over = "applications.carriedOver.total";
const earlier = { key: "2021.txt", at: 1, reports: report(2021, { [forward]: 7 }) };
const later = { key: "2022.txt", at: 2, reports: report(2022, { [over]: 5 }, ["applications/balance"]) };
const both = { key: "both.txt", at: 3, reports: [...report(2022, { [over]: 6 }), ...report(2023, { [over]: 1 })] };

/** What has happened before, and the upload whose calls go wrong. */
export const faultScenarios: [name: string, before: FakeUpload[], upload: FakeUpload][] = [
  ["a first report", [], later],
  ["an earlier year that breaks the later one", [later], earlier],
  ["a corrected file", [earlier, later], { ...later, at: 3, reports: report(2022, { [over]: 7 }) }],
  ["another file for the same year, and the next year with it", [earlier, later], both],
  ["a deletion that ends a pair", [earlier, later], { key: "2021.txt", at: 3, removed: true }],
  ["an unreadable file in the place of a readable one", [later], { key: "2022.txt", at: 3, rejected: "pdf-corrupt" }],
  ["an older event, late", [both, later], { key: "both.txt", at: 0, reports: report(2021, { [forward]: 7 }) }],
];
