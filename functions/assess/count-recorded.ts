import { type Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Recorded } from "../../lib/workflow/record-extraction.ts";

const verdictMetrics = {
  consistent: "ReportsConsistent",
  inconsistent: "ReportsInconsistent",
  incomplete: "ReportsIncomplete",
} as const;

/** Counts what an extract result came to; `age` is the time since the upload in milliseconds. */
export function countRecorded(metrics: Metrics, recorded: Recorded, age: number): void {
  if (recorded.status === "assessed") metrics.addMetric("DocumentsAssessed", MetricUnit.Count, 1);
  if (recorded.status === "rejected") metrics.addMetric("DocumentsRejected", MetricUnit.Count, 1);
  if (recorded.status === "failed") metrics.addMetric("DocumentsFailed", MetricUnit.Count, 1);
  if (recorded.status === "removed") metrics.addMetric("DocumentsRemoved", MetricUnit.Count, 1);
  for (const verdict of recorded.verdicts) metrics.addMetric(verdictMetrics[verdict], MetricUnit.Count, 1);
  metrics.addMetric("UploadToAlert", MetricUnit.Milliseconds, Math.max(0, age));
}
