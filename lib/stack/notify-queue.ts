import { Aws } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type Bucket, CfnBucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";

export interface QueueNotification {
  events: readonly string[];
  /** Only keys that begin so. */
  prefix?: string;
}

/**
 * Sends a bucket's events to a queue, declared on the bucket itself so that no custom resource is needed. The queue's policy names
 * the source account, not the bucket: the bucket must wait for the policy, so the policy cannot wait for the bucket.
 */
export function notifyQueue(bucket: Bucket, queue: Queue, notification: QueueNotification): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) {
    throw new Error(
      "uploadsBucket must be a bucket made in this app: an imported one cannot declare its notification.",
    );
  }
  if (resource.notificationConfiguration !== undefined) {
    throw new Error("uploadsBucket already has a notification configuration; give the pipeline a bucket of its own.");
  }
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: "S3MaySend",
      principals: [new ServicePrincipal("s3.amazonaws.com")],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  resource.notificationConfiguration = {
    queueConfigurations: notification.events.map((event) => ({
      event,
      queue: queue.queueArn,
      ...(notification.prefix
        ? { filter: { s3Key: { rules: [{ name: "prefix", value: notification.prefix }] } } }
        : {}),
    })),
  };
  const policy = queue.node.tryFindChild("Policy");
  if (policy) resource.node.addDependency(policy);
}
