import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Architecture } from "aws-cdk-lib/aws-lambda";
import type { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Safeguard } from "./safeguard.ts";

/** How the pipeline is set up; every property has a default that is safe to deploy. */
export interface GoujiPipelineProps {
  /**
   * A bucket of your own app that receives the reports. Its event notification is declared on the bucket itself, so it must be
   * made in the same app (not imported by name) and have no notification for queues yet. Default: a bucket is made.
   */
  uploadsBucket?: Bucket;
  /** Customer key for the buckets, the table and the topics. Default: keys that AWS manages. */
  encryptionKey?: IKey;
  /** How long things are kept. */
  retention?: {
    /** Days that replaced or deleted uploads can still be restored. Default: 90. */
    replacedUploadsDays?: number;
    /** Days that access logs are kept. Default: 365. */
    accessLogsDays?: number;
    /** Of the functions' logs. Default: six months. */
    logs?: RetentionDays;
  };
  /** Most invocations of a function at one time (2 to 1000); the queues hold back the rest. Default: extract 20, assess 10, digest 2. */
  concurrency?: { extract?: number; assess?: number; digest?: number };
  /** Addresses that receive the readable digests; each must confirm its subscription. Default: none. */
  alertEmails?: readonly string[];
  /** Addresses that are told when an alarm rings. Default: none. */
  operatorEmails?: readonly string[];
  /** Language of findings and mails. Default: zh. */
  language?: "zh" | "en";
  /** Processor of the functions. Default: ARM_64. */
  architecture?: Architecture;
  /** Where the runbook of the alarms can be read, for the alarms' descriptions. Default: "README.md". */
  runbookUrl?: string;
  /** Safeguards; all stand unless one is given up with a reason. */
  safeguards?: {
    /** The table cannot be deleted by accident. */
    deletionProtection?: Safeguard;
    /** Buckets and table outlive the stack. */
    retainData?: Safeguard;
    /** The table can be restored to any second of the last 35 days. */
    pointInTimeRecovery?: Safeguard;
    /** Every request to the buckets is logged. */
    accessLogs?: Safeguard;
  };
}
