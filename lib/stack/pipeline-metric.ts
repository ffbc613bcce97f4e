import type { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";

/** A metric that the assess function writes (Powertools, namespace `Gouji`). */
export function pipelineMetric(name: string, period: Duration, statistic = "Sum"): Metric {
  return new Metric({
    namespace: "Gouji",
    metricName: name,
    dimensionsMap: { service: "gouji-assess" },
    statistic,
    period,
  });
}
