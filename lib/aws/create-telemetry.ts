import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";

export interface Telemetry {
  logger: Logger;
  metrics: Metrics;
  /** Whether metrics go anywhere: on Lambda they are lines of the log that CloudWatch reads. */
  publishes: boolean;
}

/** Logger and metrics of a function. Away from Lambda (on the local stack, in tests) only warnings and errors are written. */
export function createTelemetry(environment: Record<string, string | undefined>, name: string): Telemetry {
  const onLambda = environment["AWS_LAMBDA_FUNCTION_NAME"] !== undefined;
  const serviceName = environment["POWERTOOLS_SERVICE_NAME"] ?? `gouji-${name}`;
  return {
    logger: new Logger({ serviceName, ...(onLambda ? {} : { logLevel: "WARN" as const }) }),
    metrics: new Metrics({ serviceName, namespace: environment["POWERTOOLS_METRICS_NAMESPACE"] ?? "Gouji" }),
    publishes: onLambda,
  };
}
