import type { IKey } from "aws-cdk-lib/aws-kms";
import { type CfnTopic, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";

export interface PrivateTopicProps {
  displayName: string;
  /** A customer key, SNS's own, or none (for topics to which AWS services publish). */
  encryption: IKey | "sns" | "none";
  emails?: readonly string[];
}

/** A topic for TLS only, with its e-mail subscribers. */
export function createPrivateTopic(scope: Construct, id: string, props: PrivateTopicProps): Topic {
  const { displayName, encryption, emails = [] } = props;
  const masterKey = typeof encryption === "string" ? undefined : encryption;
  const topic = new Topic(scope, id, { enforceSSL: true, displayName, ...(masterKey ? { masterKey } : {}) });
  if (encryption === "sns") (topic.node.defaultChild as CfnTopic).kmsMasterKeyId = "alias/aws/sns";
  for (const email of emails) topic.addSubscription(new EmailSubscription(email));
  return topic;
}
