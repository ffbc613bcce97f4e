import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import { toAttributes } from "../notice/alert.ts";
import type { Publisher } from "../ports.ts";
import { toMessageText } from "./to-message-text.ts";

/** Publishes alerts on an SNS topic. */
export function createSnsPublisher(sns: SNSClient, topicArn: string): Publisher {
  return {
    async publish(alert, rules) {
      await sns.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: ["gouji", alert.type, alert.verdict, alert.year].filter((part) => part !== null).join(" "),
          Message: toMessageText(JSON.stringify(alert)),
          MessageAttributes: toAttributes(alert, rules),
        }),
      );
    },
  };
}
