import { readDocument } from "../../../lib/document/read-document.ts";
import { parseReports } from "../../../lib/report/parse-reports.ts";
import { compareReading } from "./compare-reading.ts";
import type { Case } from "./make-case.ts";

/** Reads a case as the product does and says what differs from what was written. */
export async function readCase(written: Case): Promise<string[]> {
  const result = await readDocument(written.bytes, written.name);
  if (result.status === "rejected") return [`rejected: ${result.rejection.code}`];
  return compareReading(written, parseReports(result.document));
}
