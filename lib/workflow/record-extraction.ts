import type { Assessed } from "../assess.ts";
import type { Item } from "../ports.ts";
import type { DocumentOutcome } from "../record/document-item.ts";
import { type Extraction, extractionKey } from "../record/extraction.ts";
import { documentKey, type Subject } from "../record/keys.ts";
import {
  type Claim,
  type EventItem,
  parseEventItem,
  type Succession,
  successions,
  toEventItem,
} from "../record/object-events.ts";
import { examineExtraction } from "./examine-extraction.ts";
import { recordDocument } from "./record-document.ts";
import type { Register, Work } from "./register.ts";
import { readObject, settleObject } from "./settle-object.ts";
import { settleReport } from "./settle-report.ts";

/** What an extract result came to, for logs and metrics. */
export interface Recorded {
  status: DocumentOutcome["status"] | "removed" | "superseded";
  sha256: string | null;
  rejection: string | null;
  verdicts: Assessed["verdict"][];
}

/**
 * Takes an extract result into the register. Facts are written first (versions, event), then read with those of other
 * events, then everything that follows from them is settled; what became of the document follows from the event alone, and is
 * written meanwhile. Each step can be repeated, so that a redelivery finishes what was
 * begun; of two writers at once the one that reads last sees both.
 */
export async function recordExtraction(register: Register, extraction: Extraction): Promise<Recorded> {
  const { origin } = extraction;
  const work: Work = { owner: extractionKey(origin), atHand: new Map() };
  const { versions, verdicts, ...outcome } = examineExtraction(register, extraction, work);
  const { sha256, rejection } = outcome;
  for (const version of versions) await register.records.merge(version as unknown as Item);
  const event = await recordEvent(register, toEventItem(origin, outcome));
  if (!event) return { status: "superseded", sha256, rejection: null, verdicts: [] };
  const known =
    outcome.outcome !== "removed" &&
    recordDocument(register, origin, sha256!, { status: outcome.outcome, rejection, reports: versions });
  await finishAll([known, settle(register, event, work)]);
  return { status: outcome.outcome, sha256, rejection: rejection?.code ?? null, verdicts };
}

/** Waits for all of what goes on at once, then throws the first error: nothing is still at work when a message is given back. */
async function finishAll(works: readonly unknown[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
}

/** Makes everything that follows from an event agree with it, and tells what is new. */
async function settle(register: Register, event: EventItem, work: Work): Promise<void> {
  const object = await readObject(register, event);
  const retired = await retireVersions(register, object.events, event);
  await settleAll(register, [...event.claims, ...event.dropped, ...retired.flatMap((each) => each.event.claims)], work);
  await settleObject(register, event, object, work);
  for (const { event: over, retiredAt } of retired) await register.records.lower(over, "retiredAt", retiredAt);
}

/** Stores the event. Null: it was dealt with before, and this is only an old failure. */
async function recordEvent({ records }: Register, event: EventItem): Promise<EventItem | null> {
  if (await records.put(event as Item, { absent: true })) return event;
  const stored = await records.get(event);
  if (!stored) throw new Error("event vanished");
  const old = parseEventItem(stored);
  if (old.revision > event.revision) return null;
  const isClaimed = ({ pk, sk }: Claim) => event.claims.some((claim) => claim.pk === pk && claim.sk === sk);
  const dropped = [...old.dropped, ...old.claims].filter((claim) => !isClaimed(claim));
  for (const { pk, sk } of dropped) await records.merge({ pk, sk, dropped: true });
  if (old.outcome === "failed" && old.sha256 !== event.sha256) await records.write([], [documentKey(old.sha256!)]);
  const next = { ...event, dropped, ...(old.retiredAt ? { retiredAt: old.retiredAt } : {}) };
  await records.put(next as Item, { atMost: next.revision });
  return next;
}

/**
 * Marks the versions that events which are over had brought; answers those events that were not known to be over. The event at
 * hand is marked in any case: its versions were just written, perhaps anew.
 */
async function retireVersions(
  { records }: Register,
  events: readonly EventItem[],
  atHand: EventItem,
): Promise<Succession[]> {
  const over = successions(events).filter(
    ({ event, retiredAt }) => event.claims.length > 0 && (event.retiredAt !== retiredAt || event.sk === atHand.sk),
  );
  for (const { event, retiredAt } of over) {
    for (const { pk, sk } of event.claims) await records.lower({ pk, sk }, "retiredAt", retiredAt);
  }
  return over;
}

/** Settles each report that is concerned, and the year after it, since a pair's findings belong to the later year. */
async function settleAll(register: Register, claims: readonly Claim[], work: Work): Promise<void> {
  const subjects = new Map<string, Subject>();
  for (const { agencyKey, yearKey } of claims) subjects.set(nameOf({ agencyKey, yearKey }), { agencyKey, yearKey });
  for (const subject of [...subjects.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
    const { next } = await settleReport(register, subject, work);
    if (next && !subjects.has(nameOf(next))) await settleReport(register, next, work);
  }
}

const nameOf = ({ agencyKey, yearKey }: Subject) => `${agencyKey}\n${yearKey}`;
