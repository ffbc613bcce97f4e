import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";

/** A topic for TLS only, encrypted with `key` (null: not encrypted), with its e-mail subscribers. */
export function createPrivateTopic(
  scope: Construct,
  id: string,
  key: IKey | null,
  displayName: string,
  emails: readonly string[] = [],
): Topic {
  const topic = new Topic(scope, id, { enforceSSL: true, displayName, ...(key ? { masterKey: key } : {}) });
  for (const email of emails) topic.addSubscription(new EmailSubscription(email));
  return topic;
}
