import { CfnOutput, Fn, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { GoujiPipeline } from "./gouji-pipeline.ts";
import type { GoujiPipelineProps } from "./pipeline-props.ts";

/** A stack with one pipeline, and the outputs that others' scripts rely on. */
export class GoujiStack extends Stack {
  readonly pipeline: GoujiPipeline;

  constructor(scope: Construct, id: string, props: StackProps & { pipeline?: GoujiPipelineProps } = {}) {
    const { pipeline, ...stack } = props;
    super(scope, id, { description: "gouji: checks annual reports on government-information disclosure", ...stack });
    this.pipeline = new GoujiPipeline(this, "Gouji", pipeline);
    const output = (name: string, description: string, value: string) =>
      new CfnOutput(this, name, { description, value });
    output("UploadsBucket", "Put reports here", this.pipeline.uploads.bucketName);
    output(
      "DocumentsBucket",
      "Derived files: documents/, pages/, config/roster.csv",
      this.pipeline.documents.bucketName,
    );
    output("TableName", "Results", this.pipeline.table.tableName);
    output("AlertsTopicArn", "One JSON message an alert, for machines", this.pipeline.alerts.topicArn);
    output("DigestTopicArn", "One readable mail a batch, for people", this.pipeline.digests.topicArn);
    const urls = this.pipeline.deadLetterQueues.map((queue) => queue.queueUrl);
    output(
      "DeadLetterQueueUrls",
      "What could not be processed, comma-separated: extract, assess, digest",
      Fn.join(",", urls),
    );
  }
}
