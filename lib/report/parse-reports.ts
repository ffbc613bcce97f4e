import type { Document } from "../document/document.ts";
import type { Report } from "./report.ts";

/** Splits a document into its annual reports and reads each; the same report printed twice is one. */
export function parseReports(_document: Document): Report[] {
  throw new Error("not built yet");
}
