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
  if (key) for (const stage of [pipeline.extract, pipeline.assess, pipeline.digest]) allowKey(stage.worker.role, key);
}

function allowExtract({ uploads, documents, extract }: GoujiPipeline): void {
  const role = extract.worker.role;
  allow(role, {
    sid: "ReadUploads",
    actions: ["s3:GetObject"],
    resources: [uploads.arnForObjects("*")],
    wildcardReason: anyKey,
  });
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

function allowKey(role: Role, key: IKey): void {
  allow(role, { sid: "UseKey", actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.keyArn] });
}
