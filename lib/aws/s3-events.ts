import * as z from "zod/mini";
import type { ObjectEvent } from "../ports.ts";

const notificationSchema = z.union([
  z.object({ Event: z.literal("s3:TestEvent") }),
  z.object({
    Records: z.array(
      z.object({
        eventName: z.string(),
        eventTime: z.string().check(z.refine((time) => !Number.isNaN(Date.parse(time)), "not a time")),
        s3: z.object({
          bucket: z.object({ name: z.string().check(z.minLength(1)) }),
          object: z.object({
            key: z.string().check(z.minLength(1)),
            size: z.optional(z.number()),
            eTag: z.optional(z.string()),
            sequencer: z.optional(z.string()),
            versionId: z.optional(z.string()),
          }),
        }),
      }),
    ),
  }),
]);

/**
 * The events in the body of one queue message; none for the test event that S3 sends when a bucket is wired.
 * Throws on a body that is no S3 notification.
 */
export function parseObjectEvents(body: string): ObjectEvent[] {
  const notification = notificationSchema.parse(JSON.parse(body));
  if (!("Records" in notification)) return [];
  return notification.Records.flatMap(({ eventName, eventTime, s3: { bucket, object } }) => {
    const kind = kindOf(eventName);
    if (!kind) return [];
    return {
      kind,
      bucket: bucket.name,
      key: decodeKey(object.key),
      size: object.size ?? null,
      etag: object.eTag?.replaceAll('"', "") || null,
      sequencer: object.sequencer || null,
      versionId: object.versionId || null,
      eventTime: new Date(eventTime).toISOString(),
    };
  });
}

function kindOf(eventName: string): ObjectEvent["kind"] | null {
  const name = eventName.replace(/^s3:/, "");
  if (name.startsWith("ObjectCreated:")) return "created";
  return name.startsWith("ObjectRemoved:") || name.startsWith("LifecycleExpiration:") ? "removed" : null;
}

/** S3 writes keys into events as HTML forms do; they are decoded once, since a key may itself hold a percent sign. */
function decodeKey(key: string): string {
  return decodeURIComponent(key.replaceAll("+", " "));
}
