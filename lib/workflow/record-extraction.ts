import type { Assessed } from "../assess.ts";
import { toRejection } from "../document/rejection.ts";
import type { Item } from "../ports.ts";
import { type DocumentOutcome, foldDocument } from "../record/document-item.ts";
import { type Extraction, extractionKey, type Origin } from "../record/extraction.ts";
import { identify } from "../record/identity.ts";
import { documentKey, type Subject } from "../record/keys.ts";
import {
  type Claim,
  type EventItem,
  parseEventItem,
  type Succession,
  successions,
  toEventItem,
} from "../record/object-events.ts";
import { toVersionItem, type VersionItem } from "../record/version.ts";
import { mostAttempts, type Register, type Work } from "./register.ts";
import { readObject, settleObject } from "./settle-object.ts";
import { settleReport } from "./settle-report.ts";

/** What an extract result came to, for logs and metrics. */
export interface Recorded {
  status: DocumentOutcome["status"] | "removed" | "superseded";
  sha256: string | null;
  rejection: string | null;
  verdicts: Assessed["verdict"][];
}

/** The facts of an extract result as they were written; null claims mean that there is nothing to settle. */
export interface WrittenFacts {
  origin: Origin;
  claims: readonly Claim[] | null;
  recorded: Recorded;
}

/**
 * Takes an extract result into the register. Facts are written first (versions, event, document), then read with those of other
 * events, then everything that follows from them is settled. Each step can be repeated, so that a redelivery finishes what was
 * begun; of two writers at once the one that reads last sees both.
 */
export async function recordExtraction(register: Register, extraction: Extraction): Promise<Recorded> {
  const work: Work = { owner: extractionKey(extraction.origin), atHand: new Map() };
  const facts = await writeFacts(register, extraction, work);
  await settleFacts(register, facts, work);
  return facts.recorded;
}

/** Writes what an extract result says, without drawing conclusions. */
export async function writeFacts(register: Register, extraction: Extraction, work: Work): Promise<WrittenFacts> {
  const { origin } = extraction;
  const { versions, verdicts, ...outcome } = examine(register, extraction, work);
  const { sha256 } = outcome;
  for (const version of versions) await register.records.merge(version as unknown as Item);
  const event = await recordEvent(register, toEventItem(origin, outcome));
  if (!event) {
    return { origin, claims: null, recorded: { status: "superseded", sha256, rejection: null, verdicts: [] } };
  }
  if (outcome.outcome !== "removed") {
    const { rejection } = outcome;
    await recordDocument(register, origin, sha256!, { status: outcome.outcome, rejection, reports: versions });
  }
  const recorded = { status: outcome.outcome, sha256, rejection: outcome.rejection?.code ?? null, verdicts };
  return { origin, claims: [...event.claims, ...event.dropped], recorded };
}

/** Makes everything that follows from written facts agree with them, and tells what is new. */
export async function settleFacts(register: Register, { origin, claims }: WrittenFacts, work: Work): Promise<void> {
  if (!claims) return;
  const object = await readObject(register, origin);
  const retired = await retireVersions(register, object.events);
  await settleAll(register, [...claims, ...retired.flatMap(({ event }) => event.claims)], work);
  await settleObject(register, origin, object, work);
  for (const { event, retiredAt } of retired) await register.records.lower(event, "retiredAt", retiredAt);
}

/** A file with more reports would outgrow its items, and the time of a function. */
const mostReports = 300;

interface Outcome extends Pick<EventItem, "outcome" | "sha256" | "rejection" | "claims"> {
  versions: VersionItem[];
  verdicts: Assessed["verdict"][];
}

/** What the extract result says: the reports in it, each with its identity, or why there are none. */
function examine(register: Register, extraction: Extraction, work: Work): Outcome {
  const none = { versions: [], claims: [], verdicts: [] };
  if (extraction.outcome === "removed") return { ...none, outcome: "removed", sha256: null, rejection: null };
  const { sha256, origin } = extraction;
  if (extraction.outcome === "failed") return { ...none, outcome: "failed", sha256, rejection: null };
  if (extraction.outcome === "rejected")
    return { ...none, outcome: "rejected", sha256, rejection: extraction.rejection };
  const { reports, rejection } = register.assess(extraction.document, register.language);
  if (rejection) return { ...none, outcome: "rejected", sha256, rejection };
  if (reports.length > mostReports) {
    return { ...none, outcome: "rejected", sha256, rejection: toRejection("too-complex", register.language) };
  }
  work.atHand.set(work.owner, { document: extraction.document, reports });
  const identities = identify(
    reports.map(({ report }) => report),
    origin,
    sha256,
    register.roster,
  );
  const versions = reports.map((each, index) => toVersionItem(each, identities[index]!, origin, { sha256, index }));
  const claims = versions.map(({ pk, sk }, index) => {
    const { agencyKey, yearKey } = identities[index]!;
    return { agencyKey, yearKey, pk, sk };
  });
  return {
    outcome: "assessed",
    sha256,
    rejection: null,
    versions,
    claims,
    verdicts: reports.map(({ verdict }) => verdict),
  };
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

/** Stores what became of the content. */
async function recordDocument(
  { records, now }: Register,
  origin: Origin,
  sha256: string,
  outcome: DocumentOutcome,
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const stored = attempt === 0 ? null : await records.get(documentKey(sha256));
    const next = foldDocument(stored, sha256, outcome, origin, now());
    if (next === stored) return;
    const expected = stored ? { revision: stored["revision"] as number } : { absent: true as const };
    if (await records.put(next, expected)) return;
  }
  throw new Error(`document overtaken ${mostAttempts} times`);
}

/** Marks the versions that events which are over had brought; answers those events that were not known to be over. */
async function retireVersions({ records }: Register, events: readonly EventItem[]): Promise<Succession[]> {
  const over = successions(events).filter(
    ({ event, retiredAt }) => event.claims.length > 0 && event.retiredAt !== retiredAt,
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
