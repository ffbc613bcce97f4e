import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Key } from "aws-cdk-lib/aws-kms";
import { Architecture } from "aws-cdk-lib/aws-lambda";
import { Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { describe, expect, it } from "vitest";
import { GoujiPipeline } from "../../lib/stack/gouji-pipeline.ts";
import type { GoujiPipelineProps } from "../../lib/stack/pipeline-props.ts";

function createStack(make: (stack: Stack) => GoujiPipelineProps = () => ({}), region = "eu-central-1"): Template {
  // An app of somebody else has none of the feature flags of cdk.json.
  const stack = new Stack(new App({ context: { "aws:cdk:bundling-stacks": [] } }), "Other", {
    env: { account: "111122223333", region },
  });
  new GoujiPipeline(stack, "Reports", make(stack));
  return Template.fromStack(stack);
}

describe("GoujiPipeline in an app of somebody else", () => {
  it("needs no property", () => {
    createStack().resourceCountIs("AWS::Lambda::Function", 3);
  });

  it("works in China's partition", () => {
    const text = JSON.stringify(createStack(undefined, "cn-north-1").toJSON());
    expect(text).not.toMatch(/arn:aws:/);
  });

  it("takes a bucket of the same app", () => {
    const template = createStack((stack) => ({ uploadsBucket: new Bucket(stack, "Mine") }));
    template.hasResourceProperties("AWS::S3::Bucket", {
      NotificationConfiguration: {
        QueueConfigurations: [{ Event: "s3:ObjectCreated:*" }, { Event: "s3:ObjectRemoved:*" }],
      },
    });
    template.resourceCountIs("AWS::S3::Bucket", 3);
  });

  it("refuses an imported bucket and says why", () => {
    const imported = (stack: Stack) => Bucket.fromBucketName(stack, "Theirs", "theirs") as Bucket;
    expect(() => createStack((stack) => ({ uploadsBucket: imported(stack) }))).toThrow(/made in this app/);
  });

  it("may read uploads under the key of that bucket", () => {
    const template = createStack((stack) => {
      const encryptionKey = new Key(stack, "Theirs");
      return { uploadsBucket: new Bucket(stack, "Mine", { encryption: BucketEncryption.KMS, encryptionKey }) };
    });
    expect(JSON.stringify(template.findResources("AWS::IAM::Policy"))).toContain('"Sid":"UseKeyOfUploads"');
  });

  it("uses a customer key for buckets, table and topics, and lets the functions use it", () => {
    const template = createStack((stack) => ({ encryptionKey: new Key(stack, "Key") }));
    template.hasResourceProperties("AWS::DynamoDB::Table", { SSESpecification: { SSEType: "KMS" } });
    expect(JSON.stringify(template.findResources("AWS::IAM::Policy")).match(/kms:GenerateDataKey/g)).toHaveLength(3);
  });

  it("takes the processor and the concurrency", () => {
    const template = createStack(() => ({ architecture: Architecture.X86_64, concurrency: { extract: 7 } }));
    template.hasResourceProperties("AWS::Lambda::Function", { Architectures: ["x86_64"] });
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", { ScalingConfig: { MaximumConcurrency: 7 } });
  });

  it("gives up a safeguard only with a reason", () => {
    const give = (reason: string) => () => ({
      safeguards: { deletionProtection: { enabled: false, reason } as const },
    });
    expect(() => createStack(give(" "))).toThrow(/reason/);
    createStack(give("A test stack that is deleted every night.")).hasResourceProperties("AWS::DynamoDB::Table", {
      DeletionProtectionEnabled: false,
    });
  });
});
