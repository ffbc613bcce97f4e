import * as z from "zod/mini";
import type { Item } from "../ports.ts";
import type { Origin } from "./extraction.ts";
import type { Identity } from "./identity.ts";
import { documentIndexKeys, documentKey } from "./keys.ts";

const documentItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  status: z.enum(["assessed", "rejected", "failed"]),
  rejection: z.nullable(z.object({ code: z.string(), message: z.string() })),
  reports: z.array(z.object({ agency: z.nullable(z.string()), year: z.nullable(z.int()) })),
  /** Every object that held this content, by bucket and key. */
  sources: z.array(z.object({ bucket: z.string(), key: z.string() })),
  updatedAt: z.string(),
  revision: z.int(),
});

const mostSources = 1000;

export type DocumentItem = z.infer<typeof documentItemSchema>;

/** What became of one content: the part of its item that does not depend on where it was found. */
export interface DocumentOutcome {
  status: DocumentItem["status"];
  rejection: DocumentItem["rejection"];
  reports: readonly Pick<Identity, "agency" | "year">[];
}

/** The item of a content after it was found once more; the stored item itself when nothing changes. */
export function foldDocument(
  stored: Item | null,
  sha256: string,
  outcome: DocumentOutcome,
  { bucket, key }: Origin,
  now: string,
): Item {
  const before = stored && documentItemSchema.parse(stored);
  // A machine that failed once more knows less than one that read the same content before.
  const known = before && outcome.status === "failed" ? before : outcome;
  // One content under very many keys would outgrow the item; the first ones stand for the rest.
  const sources = [...(before?.sources ?? []), { bucket, key }]
    .filter((each, at, all) => all.findIndex((other) => other.bucket === each.bucket && other.key === each.key) === at)
    .sort((a, b) => (`${a.bucket}/${a.key}` < `${b.bucket}/${b.key}` ? -1 : 1))
    .slice(0, mostSources);
  const reports = known.reports.map(({ agency, year }) => ({ agency, year }));
  const next = { ...documentKey(sha256), status: known.status, rejection: known.rejection, reports, sources };
  if (before && JSON.stringify(pick(before)) === JSON.stringify(pick(next))) return stored;
  const revision = (before?.revision ?? 0) + 1;
  return { ...next, updatedAt: now, revision, ...documentIndexKeys(sha256, next.status, now) };
}

function pick({ status, rejection, reports, sources }: Omit<DocumentItem, "revision" | "updatedAt">) {
  return [status, rejection?.code, rejection?.message, reports, sources];
}
