import { type Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Recorded } from "../../lib/workflow/record-extraction.ts";

const statusMetrics = {
  assessed: "DocumentsAssessed",
  rejected: "DocumentsRejected",
  failed: "DocumentsFailed",
  removed: "DocumentsRemoved",
} as const;

const verdictMetrics = {
  consistent: "ReportsConsistent",
  inconsistent: "ReportsInconsistent",
  incomplete: "ReportsIncomplete",
} as const;

/** A document that is assessed again long after its upload says nothing about how long an upload takes. */
const longestWay = 3_600_000;

/** Counts what an extract result came to, and the time from upload to alert. Times: ISO 8601. */
export function countRecorded(
  metrics: Metrics,
  recorded: Recorded,
  times: { uploaded: string; extracted: string; told: string },
): void {
  const count = (name: string) => metrics.addMetric(name, MetricUnit.Count, 1);
  if (recorded.status !== "superseded") count(statusMetrics[recorded.status]);
  for (const verdict of recorded.verdicts) count(verdictMetrics[verdict]);
  const [uploaded, extracted, told] = [times.uploaded, times.extracted, times.told].map(Date.parse) as [
    number,
    number,
    number,
  ];
  if (extracted - uploaded > longestWay) return;
  metrics.addMetric("UploadToAlert", MetricUnit.Milliseconds, Math.max(0, told - uploaded));
}
