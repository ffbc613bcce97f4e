import type { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { FunctionName } from "./function-name.ts";
import { GuardedQueue, maxTries } from "./guarded-queue.ts";
import { PipelineFunction } from "./pipeline-function.ts";
import type { GoujiPipelineProps } from "./pipeline-props.ts";

export interface StageProps {
  name: FunctionName;
  description: string;
  memorySize: number;
  timeout: Duration;
  batchSize: number;
  window?: Duration;
  maxConcurrency: number;
  environment: Record<string, string>;
  pipeline: GoujiPipelineProps;
}

/** One step of the pipeline: a queue with its dead letters, and the function that reads it. */
export class Stage extends Construct {
  readonly input: GuardedQueue;
  readonly worker: PipelineFunction;

  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id);
    const { timeout, window, pipeline, ...rest } = props;
    this.input = new GuardedQueue(this, "Input", { timeout, window });
    this.worker = new PipelineFunction(this, "Worker", {
      ...rest,
      environment: { ...rest.environment, MAX_TRIES: String(maxTries) },
      timeout,
      window,
      queue: this.input.queue,
      architecture: pipeline.architecture,
      retention: pipeline.retention,
      language: pipeline.language,
    });
  }
}
