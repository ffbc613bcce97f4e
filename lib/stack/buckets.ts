import { Duration } from "aws-cdk-lib";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { GoujiPipelineProps } from "./pipeline-props.ts";
import { createPrivateBucket } from "./private-bucket.ts";
import { isOn } from "./safeguard.ts";

/** The bucket people upload to and the bucket of derived files, with a third for their access logs. */
export function createBuckets(scope: Construct, props: GoujiPipelineProps): { uploads: Bucket; documents: Bucket } {
  // Without this flag CDK grants log delivery by ACL, which BucketOwnerEnforced forbids.
  scope.node.setContext("@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true);
  const retain = isOn(props.safeguards?.retainData);
  const accessLogs = createAccessLogs(scope, props, retain);
  const { encryptionKey } = props;
  const uploads =
    props.uploadsBucket ??
    createPrivateBucket(scope, "Uploads", {
      encryptionKey,
      versioned: true,
      retain,
      accessLogs,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(props.retention?.replacedUploadsDays ?? 90),
          expiredObjectDeleteMarker: true,
        },
      ],
    });
  return { uploads, documents: createPrivateBucket(scope, "Documents", { encryptionKey, retain, accessLogs }) };
}

function createAccessLogs(scope: Construct, props: GoujiPipelineProps, retain: boolean): Bucket | { none: string } {
  const safeguard = props.safeguards?.accessLogs;
  if (safeguard && !safeguard.enabled && !isOn(safeguard)) return { none: safeguard.reason };
  return createPrivateBucket(scope, "AccessLogs", {
    retain,
    receivesAccessLogs: true,
    accessLogs: { none: "This bucket receives the access logs of the others; its own would log themselves." },
    lifecycleRules: [{ expiration: Duration.days(props.retention?.accessLogsDays ?? 365) }],
  });
}
