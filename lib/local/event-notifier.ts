import type { FauxqsServer } from "fauxqs";
import type { FolderState } from "./folder-state.ts";
import { region } from "./region.ts";
import { localAccount, type WiredBucket } from "./wiring.ts";

/** A change of one object. Name as S3 has it, such as `ObjectCreated:Put`; `etag` without quotes. */
export interface ObjectChange {
  name: string;
  bucket: string;
  key: string;
  etag?: string;
  size?: number;
}

/** Sends the S3 events that fauxqs does not send, to the queues that the template's notifications name. */
export class EventNotifier {
  private readonly buckets: Map<string, WiredBucket>;
  private readonly fauxqs: FauxqsServer;
  private readonly state: FolderState;

  constructor(buckets: readonly WiredBucket[], fauxqs: FauxqsServer, state: FolderState) {
    this.buckets = new Map(buckets.map((bucket) => [bucket.name, bucket]));
    this.fauxqs = fauxqs;
    this.state = state;
  }

  /** Whether some notification of the bucket looks at this key. */
  concerns(bucket: string, key: string): boolean {
    const notifications = this.buckets.get(bucket)?.notifications ?? [];
    return notifications.some(({ prefix, suffix }) => key.startsWith(prefix) && key.endsWith(suffix));
  }

  /** The event's name for a deletion: a versioned bucket only gets a marker. */
  removalName(bucket: string): string {
    return this.buckets.get(bucket)?.versioned ? "ObjectRemoved:DeleteMarkerCreated" : "ObjectRemoved:Delete";
  }

  /** Sends a change to every queue that asked for it, then remembers that it was told. */
  notify(change: ObjectChange): void {
    const { bucket, key } = change;
    if (!this.concerns(bucket, key)) return;
    const body = JSON.stringify({ Records: [this.toRecord(change)] });
    for (const { event, queue, prefix, suffix } of this.buckets.get(bucket)!.notifications) {
      const asked = `s3:${change.name}`.startsWith(event.replace("*", ""));
      if (asked && key.startsWith(prefix) && key.endsWith(suffix)) this.fauxqs.sendMessage(queue, body);
    }
    if (change.name.startsWith("ObjectRemoved")) this.state.forgetTold(bucket, key);
    else this.state.rememberTold({ bucket, key, etag: change.etag ?? "" });
  }

  private toRecord({ name, bucket, key, etag, size }: ObjectChange): object {
    return {
      eventVersion: "2.1",
      eventSource: "aws:s3",
      awsRegion: region,
      eventTime: new Date().toISOString(),
      eventName: name,
      userIdentity: { principalId: "LOCAL" },
      requestParameters: { sourceIPAddress: "127.0.0.1" },
      responseElements: {},
      s3: {
        s3SchemaVersion: "1.0",
        configurationId: "gouji",
        bucket: { name: bucket, ownerIdentity: { principalId: localAccount }, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: encodeKey(key),
          ...(size === undefined ? {} : { size }),
          ...(etag === undefined ? {} : { eTag: etag }),
          sequencer: this.state.nextSequencer(),
        },
      },
    };
  }
}

/** Keys in events are percent-encoded like form fields, but for the slash. */
function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/");
}
