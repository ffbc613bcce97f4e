import { remember } from "../remember.ts";
import type { Paragraph } from "../report.ts";
import type { Reading } from "./quantity.ts";
import { readQuantities } from "./read-quantities.ts";

const allReadings = remember((_: readonly Paragraph[]): (Reading | undefined)[] => []);

/** What one look at each character of a report's paragraph tells; once, however many ask. */
export function readingOf(paragraphs: readonly Paragraph[], index: number): Reading {
  const known = allReadings(paragraphs);
  const reading = known[index] ?? readQuantities(paragraphs[index]!.folded);
  known[index] = reading;
  return reading;
}
