import * as z from "zod/mini";
import { findingSchema } from "../validator/finding-schema.ts";

const fileSchema = z.object({ bucket: z.string(), key: z.string(), sha256: z.string() });
const toldFinding = z.object({ rule: z.string(), severity: z.enum(["error", "warning", "info"]), message: z.string() });

/** One message on the alerts topic (contract.md, part 6); `changes` and `page` are additions of ours. */
export const alertSchema = z.object({
  schemaVersion: z.literal(1),
  alertId: z.string(),
  type: z.enum(["report.assessed", "report.withdrawn", "document.rejected", "document.failed"]),
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
  verdict: z.nullable(z.enum(["consistent", "inconsistent", "incomplete"])),
  counts: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
  /** The 20 most severe, worst first. */
  findings: z.array(findingSchema),
  rejection: z.nullable(z.object({ code: z.string(), message: z.string() })),
  source: fileSchema,
  /** What differs from what was last told about this report; null when nothing was told before. */
  changes: z.nullable(
    z.object({
      /** The file that was current when it was last told, where it was another content. */
      previous: z.nullable(fileSchema),
      cells: z.array(z.object({ cell: z.string(), from: z.nullable(z.number()), to: z.nullable(z.number()) })),
      newFindings: z.array(toldFinding),
      resolvedFindings: z.array(toldFinding),
    }),
  ),
  /** The assessment page as an s3:// address; null where there is none. */
  page: z.nullable(z.string()),
  /** When the file was uploaded or deleted: ISO 8601, UTC. */
  eventTime: z.string(),
});

export type Alert = z.infer<typeof alertSchema>;
export type AlertFinding = z.infer<typeof findingSchema>;

export type AlertAttribute = { DataType: "String" | "Number" | "String.Array"; StringValue: string };

/** The message attributes for filter policies; one without a value is left out, since SNS refuses empty values. */
export function toAttributes(alert: Alert, rules: readonly string[]): Record<string, AlertAttribute> {
  const { error, warning, info } = alert.counts;
  const severity = error > 0 ? "error" : warning > 0 ? "warning" : info > 0 ? "info" : "none";
  const attributes: Record<string, AlertAttribute> = {
    type: { DataType: "String", StringValue: alert.type },
    severity: { DataType: "String", StringValue: severity },
  };
  if (alert.verdict) attributes["verdict"] = { DataType: "String", StringValue: alert.verdict };
  if (alert.agency) attributes["agency"] = { DataType: "String", StringValue: alert.agency };
  if (alert.year !== null) attributes["year"] = { DataType: "Number", StringValue: String(alert.year) };
  if (rules.length > 0) {
    attributes["rules"] = { DataType: "String.Array", StringValue: JSON.stringify([...new Set(rules)].slice(0, 100)) };
  }
  return attributes;
}

const severityRank = { error: 0, warning: 1, info: 2 };

/** The most severe findings first, cut so that the alert as JSON stays far below the 256 KB that SNS takes. */
export function pickFindings(findings: readonly AlertFinding[], most = 20, byteLimit = 120_000): AlertFinding[] {
  const ranked = [...findings].sort((a, b) => severityRank[a.severity] - severityRank[b.severity]).slice(0, most);
  const picked: AlertFinding[] = [];
  let bytes = 0;
  for (const finding of ranked) {
    const short = shorten(finding);
    bytes += Buffer.byteLength(JSON.stringify(short));
    if (bytes > byteLimit) break;
    picked.push(short);
  }
  return picked;
}

function shorten(finding: AlertFinding): AlertFinding {
  const evidence = finding.evidence
    .slice(0, 10)
    .map((each) => ({ ...each, text: each.text.slice(0, 500).toWellFormed() }));
  return {
    ...finding,
    message: finding.message.slice(0, 1000).toWellFormed(),
    cells: finding.cells.slice(0, 200),
    evidence,
  };
}
