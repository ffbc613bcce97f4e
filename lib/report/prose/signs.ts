import { remember } from "../remember.ts";
import type { Report } from "../report.ts";
import { readingOf } from "./read-paragraphs.ts";

/** The signs of each paragraph of a report. */
export const readSigns = remember((report: Report): readonly number[] =>
  report.paragraphs.map((_, index) => readingOf(report.paragraphs, index).signs),
);
