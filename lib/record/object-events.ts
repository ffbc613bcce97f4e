import * as z from "zod/mini";
import type { Item, ItemKey } from "../ports.ts";
import { type Origin, orderOf } from "./extraction.ts";
import { digestOf, objectPk, type Subject } from "./keys.ts";

const claimSchema = z.object({ agencyKey: z.string(), yearKey: z.string(), pk: z.string(), sk: z.string() });

/** One event of one object as the register keeps it: what it was, and which reports the object held from then on. */
const eventItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  bucket: z.string(),
  key: z.string(),
  eventTime: z.string(),
  outcome: z.enum(["assessed", "rejected", "failed", "removed"]),
  sha256: z.nullable(z.string()),
  rejection: z.nullable(z.object({ code: z.string(), message: z.string() })),
  claims: z.array(claimSchema),
  /** Reports that this event was once thought to bring, before an agency's name was settled otherwise. */
  dropped: z.array(claimSchema),
  /** 0: the machine failed, so that a later success may take the place; else 1. */
  revision: z.int(),
  /** Time of the next event of the same object, once all that follows from it is done. */
  retiredAt: z.optional(z.string()),
});

export type EventItem = z.infer<typeof eventItemSchema>;

/** A report that an event brought: where it counts, and the item that holds it. */
export type Claim = Subject & ItemKey;

export const parseEventItem = (item: Item): EventItem => eventItemSchema.parse(item);

// The head sorts before the events, so that one query reads it first.
export const headKey = (file: { bucket: string; key: string }): ItemKey => ({ pk: objectPk(file), sk: "CURRENT" });

export function toEventItem(
  origin: Origin,
  { outcome, sha256, rejection, claims }: Pick<EventItem, "outcome" | "sha256" | "rejection" | "claims">,
): EventItem {
  const { bucket, key, eventTime } = origin;
  return {
    pk: objectPk(origin),
    // Two writes of one millisecond without sequencers are told apart by what was written.
    sk: `EVENT#${orderOf(origin)}#${digestOf(origin.etag ?? outcome).slice(0, 8)}`,
    bucket,
    key,
    eventTime,
    outcome,
    sha256,
    rejection,
    claims,
    dropped: [],
    revision: outcome === "failed" ? 0 : 1,
  };
}

/** An event whose object has had a later one, and when that was. A failure is no successor: nobody knows what it brought. */
export interface Succession {
  event: EventItem;
  retiredAt: string;
}

/** The events that are over, with the time of the next one each; a pure function of an object's events. */
export function successions(events: readonly EventItem[]): Succession[] {
  const known = events.filter(({ outcome }) => outcome !== "failed").sort((a, b) => (a.sk < b.sk ? -1 : 1));
  return known.slice(0, -1).map((event, at) => ({ event, retiredAt: known[at + 1]!.eventTime }));
}
