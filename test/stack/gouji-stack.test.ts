import { readFileSync } from "node:fs";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { ofType, synthesise } from "./synthesise.ts";

const template = synthesise({ alertEmail: "a@example.com，b@example.com" });
const text = JSON.stringify(template);

/** The statements of the policy that hangs on a resource. */
function statementsOf(id: string): Record<string, unknown>[] {
  return [...ofType(template, "AWS::SQS::QueuePolicy"), ...ofType(template, "AWS::SNS::TopicPolicy")]
    .concat(ofType(template, "AWS::S3::BucketPolicy"))
    .filter(([, { Properties }]) =>
      JSON.stringify([Properties.Queues, Properties.Topics, Properties.Bucket]).includes(id),
    )
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

describe("the template", () => {
  it("has no cycle, no custom resource, no partition of its own and exactly three functions", () => {
    expect(() => Template.fromJSON(template)).not.toThrow();
    expect(Object.values(template.Resources).filter(({ Type }) => /Custom/.test(Type))).toEqual([]);
    expect(text).not.toMatch(/arn:aws(?:-cn)?:/);
    expect(ofType(template, "AWS::Lambda::Function")).toHaveLength(3);
  });

  it("names its outputs as the contract does", () => {
    expect(Object.keys(template.Outputs).sort()).toEqual(
      [
        "UploadsBucket",
        "DocumentsBucket",
        "TableName",
        "AlertsTopicArn",
        "DigestTopicArn",
        "DeadLetterQueueUrls",
      ].sort(),
    );
  });

  it("subscribes every address to the digests", () => {
    const emails = ofType(template, "AWS::SNS::Subscription").filter(
      ([, { Properties }]) => Properties.Protocol === "email",
    );
    expect(emails.map(([, { Properties }]) => Properties.Endpoint)).toEqual(["a@example.com", "b@example.com"]);
  });

  it("refuses a language it does not have", () => {
    expect(() => synthesise({ language: "fr" })).toThrow(/zh or en/);
  });
});

describe("buckets", () => {
  const buckets = ofType(template, "AWS::S3::Bucket");

  it.each(buckets)(
    "%s is private, encrypted, owner enforced, kept and for TLS only",
    (id, { Properties, DeletionPolicy }) => {
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
      expect(Properties.BucketEncryption).toBeDefined();
      expect(Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: "BucketOwnerEnforced" }]);
      expect(DeletionPolicy).toBe("Retain");
      expect(JSON.stringify(statementsOf(id))).toContain('"aws:SecureTransport":"false"');
    },
  );

  it("versions uploads and logs access to both buckets of data", () => {
    const uploads = buckets.find(([id]) => id.startsWith("GoujiUploads"))?.[1].Properties;
    expect(uploads.VersioningConfiguration).toEqual({ Status: "Enabled" });
    expect(JSON.stringify(uploads.LifecycleConfiguration)).toContain("NoncurrentDays");
    expect(buckets.filter(([, { Properties }]) => Properties.LoggingConfiguration?.DestinationBucketName)).toHaveLength(
      2,
    );
  });

  it("waits with each notification for the policy of its queue, which names the source account", () => {
    const notifying = buckets.filter(([, { Properties }]) => Properties.NotificationConfiguration);
    expect(notifying).toHaveLength(2);
    for (const [, { Properties, DependsOn }] of notifying) {
      for (const { Queue } of Properties.NotificationConfiguration.QueueConfigurations) {
        const queue: string = Queue["Fn::GetAtt"][0];
        const policy = ofType(template, "AWS::SQS::QueuePolicy").find(([, resource]) =>
          JSON.stringify(resource.Properties.Queues).includes(queue),
        )?.[0];
        expect(DependsOn).toContain(policy);
        const s3 = statementsOf(queue).find(({ Sid }) => Sid === "S3MaySend");
        expect(s3).toMatchObject({
          Action: "sqs:SendMessage",
          Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
        });
      }
    }
  });

  it("notifies of uploads made and removed, and of documents only", () => {
    const of = (name: string) =>
      buckets.find(([id]) => id.startsWith(name))?.[1].Properties.NotificationConfiguration.QueueConfigurations;
    expect(of("GoujiUploads").map(({ Event }: { Event: string }) => Event)).toEqual([
      "s3:ObjectCreated:*",
      "s3:ObjectRemoved:*",
    ]);
    expect(JSON.stringify(of("GoujiDocuments"))).toContain('{"Name":"prefix","Value":"documents/"}');
  });
});

describe("queues", () => {
  const queues = ofType(template, "AWS::SQS::Queue");
  const functions = ofType(template, "AWS::Lambda::Function");

  it.each(queues)("%s uses SSE-SQS and TLS", (id, { Properties }) => {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    expect(JSON.stringify(statementsOf(id))).toContain('"aws:SecureTransport":"false"');
  });

  it.each(ofType(template, "AWS::Lambda::EventSourceMapping"))(
    "%s fits its queue and function",
    (_, { Properties }) => {
      const queue = template.Resources[Properties.EventSourceArn["Fn::GetAtt"][0]]!.Properties;
      const worker = functions.find(([id]) => id === Properties.FunctionName.Ref)![1].Properties;
      const window = Properties.MaximumBatchingWindowInSeconds ?? 0;
      expect(queue.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker.Timeout + window);
      expect(queue.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5);
      expect(worker.Environment.Variables.MAX_TRIES).toBe(String(queue.RedrivePolicy.maxReceiveCount - 1));
      expect(queue.MessageRetentionPeriod).toBe(7 * 86_400);
      const dead = template.Resources[queue.RedrivePolicy.deadLetterTargetArn["Fn::GetAtt"][0]]!.Properties;
      expect(dead.MessageRetentionPeriod).toBe(14 * 86_400);
      expect(Properties.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
      expect(Properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
      expect(worker).not.toHaveProperty("ReservedConcurrentExecutions");
    },
  );
});

describe("functions", () => {
  it.each(ofType(template, "AWS::Lambda::Function"))(
    "%s runs Node 24 on arm64 with traces and a log group that forgets",
    (_, { Properties }) => {
      expect(Properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        TracingConfig: { Mode: "Active" },
      });
      expect(template.Resources[Properties.LoggingConfig.LogGroup.Ref]!.Properties.RetentionInDays).toBe(180);
    },
  );

  it("get exactly the environment that was agreed", () => {
    const environments = ofType(template, "AWS::Lambda::Function").map(([, { Properties, Metadata }]) => [
      Metadata?.["gouji:function"],
      Object.keys(Properties.Environment.Variables)
        .filter((name) => !name.startsWith("POWERTOOLS_"))
        .sort(),
    ]);
    expect(Object.fromEntries(environments)).toEqual({
      extract: ["DOCUMENTS_BUCKET", "LANGUAGE", "MAX_TRIES", "UPLOADS_BUCKET"],
      assess: ["ALERTS_TOPIC_ARN", "DOCUMENTS_BUCKET", "LANGUAGE", "MAX_TRIES", "TABLE_NAME"],
      digest: ["DIGEST_TOPIC_ARN", "DOCUMENTS_BUCKET", "LANGUAGE", "MAX_TRIES", "TABLE_NAME"],
    });
  });
});

describe("table and topics", () => {
  it("protects the table", () => {
    const [[, table]] = ofType(template, "AWS::DynamoDB::Table") as [[string, (typeof template.Resources)[string]]];
    expect(table).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        BillingMode: "PAY_PER_REQUEST",
      },
    });
  });

  it.each(ofType(template, "AWS::SNS::Topic"))("%s is for TLS only", (id) => {
    expect(JSON.stringify(statementsOf(id))).toContain('"aws:SecureTransport":"false"');
  });
});

it("encrypts the topics that hold reports' data", () => {
  const topics = ofType(template, "AWS::SNS::Topic").map(([id, { Properties }]) => [
    id.slice(0, -8),
    Properties.KmsMasterKeyId,
  ]);
  expect(Object.fromEntries(topics)).toEqual({
    GoujiAlerts: "alias/aws/sns",
    GoujiDigests: "alias/aws/sns",
    GoujiOperationsAlarms: undefined,
  });
});

describe("alarms", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const headings = [...readme.matchAll(/^### (.+)$/gm)].map((match) => match[1]);

  it.each(ofType(template, "AWS::CloudWatch::Alarm"))(
    "%s rings on the topic and names a heading of the README",
    (_, { Properties }) => {
      expect(Properties.AlarmActions).toHaveLength(1);
      expect(
        headings.some((heading) => Properties.AlarmDescription.endsWith(`Runbook: README.md, "${heading}".`)),
      ).toBe(true);
    },
  );

  it("watch dead letters, age, errors and throttles of each stage, and the rejections", () => {
    expect(ofType(template, "AWS::CloudWatch::Alarm")).toHaveLength(13);
  });
});
