import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import type { LocalClients } from "./create-clients.ts";
import type { EventNotifier } from "./event-notifier.ts";
import type { FolderState } from "./folder-state.ts";
import type { WiredBucket } from "./wiring.ts";

/** Finds by listing what was written or deleted while nobody could tell (a killed process), and tells it. Answers how many. */
export async function recoverEvents(
  buckets: readonly WiredBucket[],
  { s3 }: LocalClients,
  state: FolderState,
  notifier: EventNotifier,
): Promise<number> {
  let recovered = 0;
  for (const { name: bucket, notifications } of buckets) {
    if (notifications.length === 0) continue;
    const told = state.readTold(bucket);
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken }));
      for (const { Key: key = "", ETag = "", Size: size } of page.Contents ?? []) {
        if (!notifier.concerns(bucket, key)) continue;
        const etag = ETag.replaceAll('"', "");
        const last = told.get(key);
        told.delete(key);
        // The same content once more is nothing new.
        if (last?.etag === etag) continue;
        notifier.notify({ name: "ObjectCreated:Put", bucket, key, etag, size });
        recovered += 1;
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    for (const key of told.keys()) {
      notifier.notify({ name: notifier.removalName(bucket), bucket, key });
      recovered += 1;
    }
  }
  return recovered;
}
