import type { Assessed, assess } from "../assess.ts";
import type { Document } from "../document/document.ts";
import type { ObjectStore, Publisher, RecordStore } from "../ports.ts";
import type { CheckPair } from "../record/register.ts";
import type { Roster } from "../record/roster.ts";
import type { Language } from "../validator/finding.ts";

/** What the register needs to take in an extract result: the ports, the stages, and the clock. */
export interface Register {
  records: RecordStore;
  objects: ObjectStore;
  publisher: Publisher;
  documentsBucket: string;
  roster: Roster;
  language: Language;
  assess: typeof assess;
  checkPair: CheckPair;
  renderPage: (input: PageInput) => Promise<string>;
  /** The time now, ISO 8601, UTC. */
  now: () => string;
  warn: (message: string, details: Record<string, unknown>) => void;
}

export interface PageInput extends Assessed {
  source: { name: string; location: string };
  assessedAt: string;
  language: Language;
}

/** One delivery of one extract result. */
export interface Work {
  /** Key of the extract result: who owns the alerts that this work stores, and publishes them in the end. */
  owner: string;
  /** Reports at hand by the key of their extract result, so that a page need not read them again. */
  atHand: Map<string, { document: Document; reports: Assessed[] }>;
}

/** How often a writer that was overtaken starts over before the queue is asked to deliver again. */
export const mostAttempts = 25;
