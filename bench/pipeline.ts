import { type Assessed, assess } from "../lib/assess.ts";
import { readDocument } from "../lib/document/read-document.ts";
import { spareCollections } from "../lib/spare-collections.ts";
import type { Input } from "./inputs.ts";

// As the command line and the functions do.
spareCollections();

/** Bytes → findings, as every door of gouji does it. Throws for a file that holds no report: then nothing was measured. */
export async function checkBytes({ bytes, name }: Input): Promise<Assessed[]> {
  // The bytes of a PDF are detached by the reading.
  const result = await readDocument(bytes.slice(), name);
  if (result.status === "rejected") throw new Error(`${name}: ${result.rejection.code}`);
  const { reports } = assess(result.document);
  if (reports.length === 0) throw new Error(`${name}: no report`);
  return reports;
}
