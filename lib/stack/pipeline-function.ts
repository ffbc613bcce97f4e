import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AssetHashType, DockerImage, type Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { allow } from "./allow.ts";
import { bundleFunction } from "./bundle-function.ts";
import type { FunctionName } from "./function-name.ts";
import type { GoujiPipelineProps } from "./pipeline-props.ts";

export interface PipelineFunctionProps extends Pick<GoujiPipelineProps, "architecture" | "retention" | "language"> {
  name: FunctionName;
  description: string;
  memorySize: number;
  timeout: Duration;
  environment: Record<string, string>;
  queue: Queue;
  batchSize: number;
  window?: Duration;
  maxConcurrency: number;
}

/** Metadata of a function resource that says which folder of `functions/` it runs; the local stack reads it. */
export const functionMetadata = "gouji:function";

/** One Lambda function with a role and a log group of its own, fed by one queue with partial batch answers. */
export class PipelineFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: PipelineFunctionProps) {
    super(scope, id);
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.logGroup = new LogGroup(this, "Logs", {
      retention: props.retention?.logs ?? RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.allowRunning(props.queue);
    this.function = new LambdaFunction(this, "Function", {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      handler: "index.handler",
      code: codeOf(props.name),
      role: this.role,
      memorySize: props.memorySize,
      timeout: props.timeout,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: {
        ...props.environment,
        LANGUAGE: props.language ?? "zh",
        POWERTOOLS_SERVICE_NAME: `gouji-${props.name}`,
        POWERTOOLS_METRICS_NAMESPACE: "Gouji",
      },
    });
    const resource = this.function.node.defaultChild as CfnFunction;
    resource.addMetadata(functionMetadata, props.name);
    // Not the property `tracing`: it adds a second statement for X-Ray, without a reason for its wildcard.
    resource.tracingConfig = { mode: Tracing.ACTIVE };
    const reason =
      "Only the queue invokes it; what fails goes to the queue's own dead-letter queue, which has an alarm.";
    Validations.of(this.function).acknowledge(
      { id: "Serverless-LambdaDLQ", reason },
      { id: "Serverless-LambdaEventSourceMappingDestination", reason },
    );
    this.function.addEventSourceMapping("Queue", {
      eventSourceArn: props.queue.queueArn,
      batchSize: props.batchSize,
      ...(props.window ? { maxBatchingWindow: props.window } : {}),
      maxConcurrency: props.maxConcurrency,
      reportBatchItemFailures: true,
    });
  }

  private allowRunning(queue: Queue): void {
    allow(this.role, {
      sid: "ReadQueue",
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
      resources: [queue.queueArn],
    });
    allow(this.role, {
      sid: "WriteLogs",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [this.logGroup.logGroupArn],
      wildcardReason: "A log group's ARN ends in :*, which stands for its own streams.",
    });
    allow(this.role, {
      sid: "WriteTraces",
      actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
      resources: ["*"],
      wildcardReason: "X-Ray's write actions know no resources; AWS allows only *.",
    });
  }
}

/** The function's code: bundled at packing time in an installed package, else bundled now. */
function codeOf(name: FunctionName): Code {
  const packed = fileURLToPath(new URL(`../../bundles/${name}`, import.meta.url));
  if (existsSync(packed)) return Code.fromAsset(packed);
  return Code.fromAsset(fileURLToPath(new URL(`../../functions/${name}`, import.meta.url)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("never-pulled"),
      local: {
        tryBundle(directory) {
          bundleFunction(name, directory);
          return true;
        },
      },
    },
  });
}
