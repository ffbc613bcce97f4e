import { Duration } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric, PeriodOverride } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { GoujiPipeline } from "./gouji-pipeline.ts";
import { pipelineMetric } from "./pipeline-metric.ts";

const period = Duration.minutes(5);

/** Arrivals, verdicts, rejections, latency, queue depth and what costs money, on one page. */
export function createDashboard(scope: Construct, id: string, pipeline: GoujiPipeline): Dashboard {
  const stages = [pipeline.extract, pipeline.assess, pipeline.digest];
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });
  const count = (...names: string[]) => names.map((name) => pipelineMetric(name, period));
  return new Dashboard(scope, id, {
    periodOverride: PeriodOverride.AUTO,
    widgets: [
      [
        graph("Arrivals", count("DocumentsAssessed", "DocumentsRejected")),
        graph("Verdicts", count("ReportsConsistent", "ReportsInconsistent", "ReportsIncomplete")),
        graph("From upload to alert (ms)", [
          pipelineMetric("UploadToAlert", period, "p50"),
          pipelineMetric("UploadToAlert", period, "p99"),
        ]),
      ],
      [
        graph(
          "Waiting messages",
          stages.map(({ input }) => input.queue.metricApproximateNumberOfMessagesVisible({ period })),
        ),
        graph(
          "Age of the oldest message (s)",
          stages.map(({ input }) => input.queue.metricApproximateAgeOfOldestMessage({ period })),
        ),
        graph(
          "Dead letters",
          stages.map(({ input }) => input.deadLetters.metricApproximateNumberOfMessagesVisible({ period })),
        ),
      ],
      [
        graph(
          "Duration (ms)",
          stages.map(({ worker }) => worker.function.metricDuration({ period, statistic: "p90" })),
        ),
        graph(
          "Errors and throttles",
          stages.flatMap(({ worker }) => [
            worker.function.metricErrors({ period }),
            worker.function.metricThrottles({ period }),
          ]),
        ),
        graph("Cost drivers: invocations and writes", [
          ...stages.map(({ worker }) => worker.function.metricInvocations({ period })),
          pipeline.table.metricConsumedWriteCapacityUnits({ period }),
        ]),
      ],
    ],
  });
}
