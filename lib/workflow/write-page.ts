import { extractionSchema } from "../record/extraction.ts";
import type { DerivedReport } from "../record/report-item.ts";
import type { Version } from "../record/version.ts";
import type { Register, Work } from "./register.ts";

/** Limit of an extract result that is read back: text and tables of a 50 MB file, as JSON. */
export const extractionByteLimit = 200 * 1024 * 1024;

/**
 * Writes the assessment page of a report as it stands now, and says whether there is one. A page that cannot be made is only
 * warned about: it repeats what the records say, and must not keep them from being written.
 */
export async function writePage(
  register: Register,
  derived: DerivedReport,
  version: Version,
  work: Work,
): Promise<boolean> {
  const key = derived.item["page"] as string;
  const known = work.atHand.get(version.extraction) ?? (await readBack(register, version));
  const assessed = known?.reports[version.index];
  if (!known || !assessed) return false;
  const { agency, year, source } = version;
  const input = {
    report: { ...assessed.report, agency, year },
    findings: derived.findings,
    verdict: derived.verdict,
    source: { name: known.document.source.name, location: `s3://${source.bucket}/${source.key}` },
    assessedAt: derived.item.assessedAt,
    language: register.language,
  };
  const page = await register.renderPage(input).catch((error: unknown) => {
    register.warn("page not made", { page: key, fault: error instanceof Error ? error.name : "Error" });
    return null;
  });
  if (page === null) return false;
  await register.objects.write(register.documentsBucket, key, page, "text/html; charset=utf-8");
  return true;
}

/** The report again from its stored extract result, when a neighbouring year brought the change. */
async function readBack({ objects, documentsBucket, assess, language }: Register, { extraction }: Version) {
  const object = await objects.read(documentsBucket, extraction, extractionByteLimit);
  if (!object?.bytes) return null;
  const result = extractionSchema.parse(JSON.parse(Buffer.from(object.bytes).toString()));
  if (result.outcome !== "read") return null;
  return { document: result.document, reports: assess(result.document, language).reports };
}
