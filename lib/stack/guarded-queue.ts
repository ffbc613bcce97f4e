import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

export interface GuardedQueueProps {
  /** Time-out of the function that reads the queue. */
  timeout: Duration;
  /** How long the event source gathers a batch. */
  window?: Duration;
}

/** How often a message is worked on; fewer tries lose messages to throttling alone. */
export const maxTries = 6;

/** One receive more: of a message whose last try was killed only the failure is recorded, before it is dead. */
const maxReceiveCount = maxTries + 1;

/** A queue and its dead-letter queue: SSE-SQS, TLS only, 7 and 14 days, invisible for six time-outs (an AWS advice) and the window. */
export class GuardedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: GuardedQueueProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, "DeadLetters", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge(
      { id: "AwsSolutions-SQS3", reason: "This is the dead-letter queue itself; an alarm watches it." },
      { id: "Serverless-SQSRedrivePolicy", reason: "This is the dead-letter queue itself; an alarm watches it." },
    );
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(7),
      visibilityTimeout: Duration.seconds(6 * props.timeout.toSeconds() + (props.window?.toSeconds() ?? 0)),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount },
    });
  }
}
