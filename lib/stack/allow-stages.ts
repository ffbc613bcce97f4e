import type { Role } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { allow } from "./allow.ts";
import type { GoujiPipeline } from "./gouji-pipeline.ts";

const anyKey = "Objects have keys that nobody knows beforehand; the statement is limited to one bucket and prefix.";

/** Gives each stage exactly what it does: extract cannot touch the table, assess cannot touch the uploads. */
export function allowStages(pipeline: GoujiPipeline, key: IKey | undefined): void {
  allowExtract(pipeline);
  allowAssess(pipeline);
  allowDigest(pipeline);
  if (!key) return;
  for (const stage of [pipeline.extract, pipeline.assess, pipeline.digest])
    allowKey(stage.worker.role, "UseKey", key, keyActions);
  allowKey(pipeline.assess.worker.role, "UseKeyOfTable", key, tableKeyActions);
}

/** What objects and topics under a customer key need of the caller. */
const keyActions = ["kms:Decrypt", "kms:GenerateDataKey"];
/** What DynamoDB asks of the caller besides. */
const tableKeyActions = ["kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:DescribeKey"];

function allowExtract({ uploads, documents, extract }: GoujiPipeline): void {
  const role = extract.worker.role;
  allow(role, {
    sid: "ReadUploads",
    actions: ["s3:GetObject"],
    resources: [uploads.arnForObjects("*")],
    wildcardReason: anyKey,
  });
  if (uploads.encryptionKey) allowKey(role, "UseKeyOfUploads", uploads.encryptionKey, ["kms:Decrypt"]);
  // Without it S3 answers 403 instead of 404 for an object that is gone.
  allow(role, { sid: "SeeMissingUploads", actions: ["s3:ListBucket"], resources: [uploads.bucketArn] });
  allow(role, {
    sid: "WriteDocuments",
    actions: ["s3:PutObject"],
    resources: [documents.arnForObjects("documents/*")],
    wildcardReason: anyKey,
  });
}

function allowAssess({ documents, table, alerts, assess }: GoujiPipeline): void {
  const role = assess.worker.role;
  allow(role, {
    sid: "ReadDocuments",
    actions: ["s3:GetObject"],
    resources: [documents.arnForObjects("documents/*"), documents.arnForObjects("config/roster.csv")],
    wildcardReason: anyKey,
  });
  allow(role, { sid: "SeeMissingDocuments", actions: ["s3:ListBucket"], resources: [documents.bucketArn] });
  allow(role, {
    sid: "WritePages",
    actions: ["s3:PutObject"],
    resources: [documents.arnForObjects("pages/*")],
    wildcardReason: anyKey,
  });
  allow(role, {
    sid: "WriteResults",
    actions: [
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:BatchWriteItem",
    ],
    resources: [table.tableArn],
  });
  allow(role, { sid: "PublishAlerts", actions: ["sns:Publish"], resources: [alerts.topicArn] });
}

function allowDigest({ digests, digest }: GoujiPipeline): void {
  allow(digest.worker.role, { sid: "PublishDigests", actions: ["sns:Publish"], resources: [digests.topicArn] });
}

function allowKey(role: Role, sid: string, key: IKey, actions: readonly string[]): void {
  allow(role, { sid, actions, resources: [key.keyArn] });
}
