import { assess } from "../../lib/assess.ts";
import { toContractDocument } from "../../lib/cli/check/to-contract-document.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import { renderPage } from "../../lib/notice/page.ts";
import { type Extraction, extractionSchema } from "../../lib/record/extraction.ts";
import { checkPair } from "../../lib/rules/history/check-pair.ts";
import type { Language } from "../../lib/validator/finding.ts";
import { recordExtraction } from "../../lib/workflow/record-extraction.ts";
import { createMemoryRegister } from "../support/register.ts";

/** What became of an input on its whole way, and how long each stretch took, in milliseconds. */
export interface Followed {
  /** `rejected: code`, or `assessed` with the number of its reports and its first verdict. */
  outcome: string;
  read: number;
  assess: number;
  /** Contract JSON, records, alerts and pages. */
  tell: number;
}

/** Tags that a page of ours never has; `<` of a report must stand there as an entity. */
const foreign = /<(?:script|img|svg|iframe|object|form|base|meta http|b onclick|x)\b|\son\w+=/i;

/** An item of DynamoDB is at most 400 KB. */
const itemLimit = 400 * 1024;

/** Throws for anything that a report must not be able to do to what is printed, stored and shown. */
function inspect(outcome: string, json: string, pages: readonly string[], items: readonly unknown[]): void {
  JSON.parse(json);
  for (const page of pages) {
    const found = foreign.exec(page.slice(page.indexOf("<body")));
    if (found) throw new Error(`${outcome}: the page holds ${found[0]}`);
    if (!page.isWellFormed()) throw new Error(`${outcome}: the page is not well-formed`);
  }
  for (const item of items) {
    const size = Buffer.byteLength(
      JSON.stringify(item, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value)),
    );
    if (size > itemLimit * 1.4) throw new Error(`${outcome}: an item of ${size} bytes`);
  }
}

/** Everything that the workflow does with an extract result: as JSON, through its schema, into the register. */
async function store(extraction: Extraction, language: Language) {
  const register = createMemoryRegister({
    assess,
    checkPair,
    language,
    renderPage: async (input) => renderPage(input),
    warn: (message) => {
      throw new Error(message);
    },
  });
  await recordExtraction(register, extractionSchema.parse(JSON.parse(JSON.stringify(extraction))));
  return register;
}

const origin = {
  bucket: "uploads",
  key: "fuzz",
  etag: "0",
  sequencer: "01",
  versionId: null,
  eventTime: "2026-01-01T00:00:00.000Z",
  lastModified: null,
  agency: null,
  year: null,
};

/** Leads bytes through every stage: read, assess, print, store, show. Throws where one of them throws or prints what it must not. */
export async function followInput(bytes: Uint8Array, name: string, timeLimit = 10_000): Promise<Followed> {
  const language: Language = bytes.length % 2 ? "en" : "zh";
  const start = performance.now();
  const result = await readDocument(new Uint8Array(bytes), name, { language, timeLimit });
  const read = performance.now();
  if (result.status === "rejected") {
    const { source, rejection } = result;
    const { records } = await store(
      { schemaVersion: 1, outcome: "rejected", origin, sha256: source.sha256, rejection },
      language,
    );
    inspect(rejection.code, "{}", [], records.dump());
    return { outcome: `rejected: ${rejection.code}`, read: read - start, assess: 0, tell: performance.now() - read };
  }
  const { document } = result;
  const { reports, rejection } = assess(document, language);
  const assessed = performance.now();
  const file = { source: document.source, status: rejection ? "rejected" : "assessed", rejection, reports } as const;
  const json = JSON.stringify(toContractDocument(file, true));
  const register = await store(
    { schemaVersion: 1, outcome: "read", origin, sha256: document.source.sha256, document },
    language,
  );
  const pages = [...register.objects.files.values()].map((each) => Buffer.from(each.bytes).toString());
  const outcome = rejection
    ? `rejected: ${rejection.code}`
    : `assessed: ${reports.length > 1 ? "several" : reports[0]!.verdict}`;
  inspect(outcome, json, pages, register.records.dump());
  return { outcome, read: read - start, assess: assessed - read, tell: performance.now() - assessed };
}
