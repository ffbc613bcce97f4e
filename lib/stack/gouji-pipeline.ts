import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { allowStages } from "./allow-stages.ts";
import { createBuckets } from "./buckets.ts";
import { notifyQueue } from "./notify-queue.ts";
import { Operations } from "./operations.ts";
import type { GoujiPipelineProps } from "./pipeline-props.ts";
import { createPrivateTopic } from "./private-topic.ts";
import { createResultsTable } from "./results-table.ts";
import { Stage } from "./stage.ts";

/**
 * The whole workflow: a report uploaded to `uploads` is extracted, assessed, stored in `table` and told on `alerts` (for machines)
 * and `digests` (for people).
 */
export class GoujiPipeline extends Construct {
  readonly uploads: Bucket;
  readonly documents: Bucket;
  readonly table: Table;
  readonly alerts: Topic;
  readonly digests: Topic;
  readonly extract: Stage;
  readonly assess: Stage;
  readonly digest: Stage;
  readonly operations: Operations;

  constructor(scope: Construct, id: string, props: GoujiPipelineProps = {}) {
    super(scope, id);
    const buckets = createBuckets(this, props);
    this.uploads = buckets.uploads;
    this.documents = buckets.documents;
    this.table = createResultsTable(this, "Results", props);
    const encryption = props.encryptionKey ?? "sns";
    this.alerts = createPrivateTopic(this, "Alerts", { displayName: "gouji alerts", encryption });
    this.digests = createPrivateTopic(this, "Digests", { displayName: "gouji", encryption, emails: props.alertEmails });
    this.extract = this.createExtract(props);
    this.assess = this.createAssess(props);
    this.digest = this.createDigest(props);
    this.wire();
    allowStages(this, props.encryptionKey);
    this.operations = new Operations(this, "Operations", { pipeline: this, props });
  }

  /** The dead-letter queues of the three stages, in the order of the pipeline. */
  get deadLetterQueues(): Queue[] {
    return [this.extract, this.assess, this.digest].map((stage) => stage.input.deadLetters);
  }

  private createExtract(pipeline: GoujiPipelineProps): Stage {
    return new Stage(this, "Extract", {
      name: "extract",
      description: "Reads an uploaded file into a document, or says why it cannot be read",
      memorySize: 1536,
      timeout: Duration.seconds(120),
      batchSize: 1,
      maxConcurrency: pipeline.concurrency?.extract ?? 20,
      environment: { UPLOADS_BUCKET: this.uploads.bucketName, DOCUMENTS_BUCKET: this.documents.bucketName },
      pipeline,
    });
  }

  private createAssess(pipeline: GoujiPipelineProps): Stage {
    return new Stage(this, "Assess", {
      name: "assess",
      description: "Checks the reports in a document, stores what it found and tells it",
      memorySize: 1024,
      timeout: Duration.seconds(60),
      batchSize: 10,
      maxConcurrency: pipeline.concurrency?.assess ?? 10,
      environment: {
        DOCUMENTS_BUCKET: this.documents.bucketName,
        TABLE_NAME: this.table.tableName,
        ALERTS_TOPIC_ARN: this.alerts.topicArn,
      },
      pipeline,
    });
  }

  private createDigest(pipeline: GoujiPipelineProps): Stage {
    return new Stage(this, "Digest", {
      name: "digest",
      description: "Writes one readable mail for a batch of alerts",
      memorySize: 512,
      timeout: Duration.seconds(60),
      batchSize: 200,
      window: Duration.seconds(300),
      maxConcurrency: pipeline.concurrency?.digest ?? 2,
      environment: {
        DIGEST_TOPIC_ARN: this.digests.topicArn,
        DOCUMENTS_BUCKET: this.documents.bucketName,
        TABLE_NAME: this.table.tableName,
      },
      pipeline,
    });
  }

  private wire(): void {
    notifyQueue(this.uploads, this.extract.input.queue, { events: ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"] });
    notifyQueue(this.documents, this.assess.input.queue, { events: ["s3:ObjectCreated:*"], prefix: "documents/" });
    this.alerts.addSubscription(
      new SqsSubscription(this.digest.input.queue, {
        rawMessageDelivery: true,
        deadLetterQueue: this.digest.input.deadLetters,
      }),
    );
  }
}
