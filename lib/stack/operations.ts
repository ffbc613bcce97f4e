import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { createDashboard } from "./dashboard.ts";
import type { GoujiPipeline } from "./gouji-pipeline.ts";
import { pipelineMetric } from "./pipeline-metric.ts";
import type { GoujiPipelineProps } from "./pipeline-props.ts";
import { createPrivateTopic } from "./private-topic.ts";
import type { Stage } from "./stage.ts";

interface Watch {
  metric: IMetric;
  threshold: number;
  periods?: number;
  says: string;
  /** Heading of the runbook in the README. */
  heading: string;
}

/** Alarms, the topic they ring on, and the dashboard. Every alarm names its heading in the runbook. */
export class Operations extends Construct {
  readonly alarms: Topic;
  private readonly runbook: string;

  constructor(
    scope: Construct,
    id: string,
    { pipeline, props }: { pipeline: GoujiPipeline; props: GoujiPipelineProps },
  ) {
    super(scope, id);
    this.runbook = props.runbookUrl ?? "README.md";
    // Not encrypted: CloudWatch cannot publish under the key alias/aws/sns, and alarms hold only names of metrics and numbers.
    this.alarms = createPrivateTopic(this, "Alarms", {
      displayName: "gouji alarms",
      encryption: "none",
      emails: props.operatorEmails,
    });
    this.watchStage("Extract", pipeline.extract);
    this.watchStage("Assess", pipeline.assess);
    this.watchStage("Digest", pipeline.digest);
    this.watchRejections();
    createDashboard(this, "Dashboard", pipeline);
  }

  private watchStage(name: string, stage: Stage): void {
    const period = Duration.minutes(5);
    const { queue, deadLetters } = stage.input;
    const worker = stage.worker.function;
    this.ring(`${name}DeadLetters`, {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: "Maximum" }),
      threshold: 1,
      says: `Messages of ${name} failed every try and wait in its dead-letter queue.`,
      heading: "Dead letters",
    });
    this.ring(`${name}OldestMessage`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period, statistic: "Maximum" }),
      threshold: 3600,
      periods: 3,
      says: `${name} has been behind by more than an hour for 15 minutes.`,
      heading: "Old messages",
    });
    this.ring(`${name}Errors`, {
      metric: worker.metricErrors({ period }),
      threshold: 5,
      says: `${name} failed at least five times in five minutes.`,
      heading: "Errors",
    });
    this.ring(`${name}Throttles`, {
      metric: worker.metricThrottles({ period }),
      threshold: 50,
      periods: 3,
      says: `${name} has been throttled for 15 minutes; the account's concurrency is used up.`,
      heading: "Throttles",
    });
  }

  private watchRejections(): void {
    const period = Duration.hours(1);
    this.ring("RejectionRate", {
      metric: new MathExpression({
        // An hour without a metric's data counts as zero, not as unknown.
        expression: "IF(FILL(r, 0) + FILL(a, 0) >= 20, 100 * FILL(r, 0) / (FILL(r, 0) + FILL(a, 0)), 0)",
        usingMetrics: {
          r: pipelineMetric("DocumentsRejected", period),
          a: pipelineMetric("DocumentsAssessed", period),
        },
        label: "rejected, % of documents",
        period,
      }),
      threshold: 30,
      says: "Within an hour at least 20 documents came and 30 % of them could not be read.",
      heading: "Many rejections",
    });
  }

  private ring(id: string, watch: Watch): void {
    const alarm = new Alarm(this, id, {
      metric: watch.metric,
      threshold: watch.threshold,
      evaluationPeriods: watch.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${watch.says} Runbook: ${this.runbook}, "${watch.heading}".`,
    });
    alarm.addAlarmAction(new SnsAction(this.alarms));
    alarm.addOkAction(new SnsAction(this.alarms));
  }
}
