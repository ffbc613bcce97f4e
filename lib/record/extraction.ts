import * as z from "zod/mini";
import { documentSchema, rejectionCodes } from "../document/document.ts";
import { digestOf } from "./keys.ts";

const originSchema = z.object({
  bucket: z.string().check(z.minLength(1)),
  key: z.string().check(z.minLength(1)),
  etag: z.nullable(z.string()),
  sequencer: z.nullable(z.string()),
  versionId: z.nullable(z.string()),
  /** When the object was written or deleted: ISO 8601, UTC, with milliseconds. */
  eventTime: z.iso.datetime(),
  lastModified: z.nullable(z.string()),
  /** What the uploader said of the file in its metadata, percent-decoded. */
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
});

const head = { schemaVersion: z.literal(1), origin: originSchema };

/** What `extract` hands to `assess` for one event: a document, a rejection, a failure of the machine, or a deletion. */
export const extractionSchema = z.discriminatedUnion("outcome", [
  z.object({ ...head, outcome: z.literal("read"), sha256: z.string(), document: documentSchema }),
  z.object({
    ...head,
    outcome: z.literal("rejected"),
    sha256: z.string(),
    rejection: z.object({ code: z.enum(rejectionCodes), message: z.string() }),
  }),
  z.object({ ...head, outcome: z.literal("failed"), sha256: z.string(), reason: z.string() }),
  z.object({ ...head, outcome: z.literal("removed") }),
]);

export type Extraction = z.infer<typeof extractionSchema>;
export type Origin = Extraction["origin"];

/** Where the result of one event is kept: the same event gives the same ASCII key, so a redelivery overwrites itself. */
export function extractionKey(origin: Origin): string {
  return `documents/${digestOf(origin.bucket, origin.key, orderOf(origin), origin.etag ?? "")}.json`;
}

const orderLength = 40;

/**
 * The rank of an event among those of one key, as text: S3's `sequencer`, padded on the right since it has no fixed length.
 * Without one, the event's time in the form that S3's sequencers have (seconds and a fraction in hexadecimal).
 */
export function orderOf({ sequencer, eventTime }: Pick<Origin, "sequencer" | "eventTime">): string {
  if (sequencer) return sequencer.toUpperCase().padEnd(orderLength, "0");
  const time = Date.parse(eventTime);
  const seconds = Math.floor(time / 1000).toString(16);
  return `00${seconds}${(time % 1000).toString(16).padStart(3, "0")}`.toUpperCase().padEnd(orderLength, "0");
}
