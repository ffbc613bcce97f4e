import type { Template } from "./read-wiring.ts";
import type { Attributes } from "./resolve-intrinsics.ts";
import { localAccount } from "./wiring.ts";

/** A logical id without the eight hexadecimal digits at its end: `GoujiUploads5A2018DA` → `gouji-uploads`. */
export function localName(id: string): string {
  return id
    .replace(/[0-9A-F]{8}$/, "")
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .toLowerCase();
}

/** What Ref and Fn::GetAtt mean for each resource of a template on this machine. */
export function nameResources(template: Template, region: string): Attributes {
  const attributes = new Map<string, Record<string, string>>([
    ["AWS::Region", { Ref: region }],
    ["AWS::Partition", { Ref: "aws" }],
    ["AWS::AccountId", { Ref: localAccount }],
    ["AWS::URLSuffix", { Ref: "amazonaws.com" }],
  ]);
  for (const [id, { Type }] of Object.entries(template.Resources)) attributes.set(id, nameResource(id, Type, region));
  return attributes;
}

function nameResource(id: string, type: string, region: string): Record<string, string> {
  const name = localName(id);
  const arn = (service: string) => `arn:aws:${service}:${region}:${localAccount}:${name}`;
  if (type === "AWS::SQS::Queue") {
    const url = `http://127.0.0.1/${localAccount}/${name}`;
    return { Ref: url, Arn: arn("sqs"), QueueName: name, QueueUrl: url };
  }
  if (type === "AWS::SNS::Topic") return { Ref: arn("sns"), TopicArn: arn("sns"), TopicName: name };
  if (type === "AWS::S3::Bucket") return { Ref: name, Arn: `arn:aws:s3:::${name}` };
  return { Ref: name, Arn: arn("local") };
}
