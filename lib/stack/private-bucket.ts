import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, type LifecycleRule, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

export interface PrivateBucketProps {
  encryptionKey?: IKey;
  versioned?: boolean;
  retain: boolean;
  lifecycleRules?: LifecycleRule[];
  /** Where requests are logged; null for none, with the reason why. */
  accessLogs: Bucket | { none: string };
  /** A bucket that receives access logs can use only S3's own keys. */
  receivesAccessLogs?: boolean;
}

/** A bucket without public access, for TLS only, encrypted, owner enforced, with access logs and no forgotten multipart uploads. */
export function createPrivateBucket(scope: Construct, id: string, props: PrivateBucketProps): Bucket {
  const logs = props.accessLogs instanceof Bucket ? props.accessLogs : undefined;
  const key = props.receivesAccessLogs ? undefined : props.encryptionKey;
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
    ...(key ? { encryptionKey: key, bucketKeyEnabled: true } : {}),
    versioned: props.versioned ?? false,
    removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }, ...(props.lifecycleRules ?? [])],
    ...(logs ? { serverAccessLogsBucket: logs, serverAccessLogsPrefix: `${id.toLowerCase()}/` } : {}),
  });
  if (!(props.accessLogs instanceof Bucket)) {
    Validations.of(bucket).acknowledge({ id: "AwsSolutions-S1", reason: props.accessLogs.none });
  }
  return bucket;
}
