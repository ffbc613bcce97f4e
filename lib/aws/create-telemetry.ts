import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import * as z from "zod/mini";

const levelSchema = z.optional(z.enum(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "CRITICAL", "SILENT"]));

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
  const logLevel = levelSchema.parse(environment["POWERTOOLS_LOG_LEVEL"]) ?? (onLambda ? undefined : "WARN");
  return {
    logger: new Logger({ serviceName, ...(logLevel ? { logLevel } : {}) }),
    metrics: new Metrics({ serviceName, namespace: environment["POWERTOOLS_METRICS_NAMESPACE"] ?? "Gouji" }),
    publishes: onLambda,
  };
}
