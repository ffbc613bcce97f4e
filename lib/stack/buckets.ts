import { Duration } from "aws-cdk-lib";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { GoujiPipelineProps } from "./pipeline-props.ts";
import { createPrivateBucket } from "./private-bucket.ts";
import { isOn } from "./safeguard.ts";

/** The bucket people upload to, the bucket of derived files, and the one for their access logs. */
export class Buckets extends Construct {
  readonly uploads: Bucket;
  readonly documents: Bucket;

  constructor(scope: Construct, id: string, props: GoujiPipelineProps) {
    super(scope, id);
    // Without this flag CDK grants log delivery by ACL, which BucketOwnerEnforced forbids.
    this.node.setContext("@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true);
    const retain = isOn(props.safeguards?.retainData);
    const accessLogs = this.createLogs(props, retain);
    this.uploads =
      props.uploadsBucket ??
      createPrivateBucket(this, "Uploads", {
        encryptionKey: props.encryptionKey,
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
    this.documents = createPrivateBucket(this, "Documents", { encryptionKey: props.encryptionKey, retain, accessLogs });
  }

  private createLogs(props: GoujiPipelineProps, retain: boolean): Bucket | { none: string } {
    const safeguard = props.safeguards?.accessLogs;
    if (safeguard && !safeguard.enabled && !isOn(safeguard)) return { none: safeguard.reason };
    return createPrivateBucket(this, "AccessLogs", {
      retain,
      receivesAccessLogs: true,
      accessLogs: { none: "This bucket receives the access logs of the others; its own would log themselves." },
      lifecycleRules: [{ expiration: Duration.days(props.retention?.accessLogsDays ?? 365) }],
    });
  }
}
