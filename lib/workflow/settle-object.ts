import * as z from "zod/mini";
import { alertSchema } from "../notice/alert.ts";
import { toDocumentAlert } from "../notice/document-alert.ts";
import type { Item } from "../ports.ts";
import { digestOf } from "../record/keys.ts";
import { type EventItem, headKey, parseEventItem } from "../record/object-events.ts";
import { mostAttempts, type Register, type Work } from "./register.ts";

const headSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  revision: z.int(),
  basis: z.string(),
  /** What was last told of the object: the chain of ids, and the state (empty: that all is well). */
  told: z.object({ alertId: z.string(), state: z.string() }),
  /** The alert about this state, as long as it is not known to be published, and the extract result that brought it. */
  outbox: z.optional(z.object({ owner: z.string(), alert: alertSchema })),
});

type Head = z.infer<typeof headSchema>;

/** The object's partition: its head, where it has one, and its events in order. */
export async function readObject({ records }: Register, file: { bucket: string; key: string }) {
  const { pk, sk } = headKey(file);
  const items = await records.query(pk, sk, "EVENT#\uffff");
  const head = items.find((item) => item.sk === sk);
  const events = items.filter((item) => item.sk !== sk).map(parseEventItem);
  return { head: head ? headSchema.parse(head) : null, events };
}

/**
 * Tells that an object cannot be dealt with, once for each time it comes to that. `read` is the object's partition as it was just
 * read; objects that were never refused have no head and cost nothing.
 */
export async function settleObject(
  register: Register,
  file: { bucket: string; key: string },
  read: Awaited<ReturnType<typeof readObject>>,
  { owner }: Work,
): Promise<void> {
  let { head, events } = read;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (attempt > 0) ({ head, events } = await readObject(register, file));
    if (await trySettle(register, file, head, events, owner)) return;
  }
  throw new Error(`object overtaken ${mostAttempts} times`);
}

async function trySettle(
  register: Register,
  file: { bucket: string; key: string },
  stored: Head | null,
  events: EventItem[],
  owner: string,
): Promise<boolean> {
  if (!stored && !events.some(isRefused)) return true;
  const last = events.at(-1)!;
  const basis = digestOf(JSON.stringify(events.map(({ sk, outcome, sha256 }) => [sk, outcome, sha256])));
  if (stored?.basis === basis) return stored.outbox?.owner === owner ? tell(register, stored) : true;
  // Its owner may have died: what was new then is told before what is new now.
  if (stored?.outbox) return (await tell(register, stored)) && false;
  const state = isRefused(last) ? `${last.outcome} ${last.sha256} ${last.rejection?.code}` : "";
  const before = stored?.told ?? { alertId: "", state: "" };
  const isNew = state !== before.state;
  const { pk, sk } = headKey(file);
  const alertId = isNew ? digestOf(pk, before.alertId, state).slice(0, 32) : before.alertId;
  const outbox = isNew && isRefused(last) ? { owner, alert: toDocumentAlert(last, alertId) } : undefined;
  const next: Head = { pk, sk, revision: (stored?.revision ?? 0) + 1, basis, told: { alertId, state } };
  if (outbox) next.outbox = outbox;
  const expected = stored ? { revision: stored.revision } : { absent: true as const };
  if (!(await register.records.put(next as Item, expected))) return false;
  return outbox ? tell(register, next) : true;
}

function isRefused(event: EventItem): event is EventItem & { sha256: string } {
  return event.outcome === "rejected" || event.outcome === "failed";
}

/** Publishes the alert that waits in the head, then takes it out. False: the head was replaced meanwhile. */
async function tell({ records, publisher }: Register, { outbox, ...head }: Head): Promise<boolean> {
  await publisher.publish(outbox!.alert, []);
  return records.put({ ...head, revision: head.revision + 1 }, { revision: head.revision });
}
