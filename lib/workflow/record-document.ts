import { type DocumentOutcome, foldDocument } from "../record/document-item.ts";
import type { Origin } from "../record/extraction.ts";
import { documentKey } from "../record/keys.ts";
import { mostAttempts, type Register } from "./register.ts";

/** Stores what became of a content, beside all the objects that held it before. */
export async function recordDocument(
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
