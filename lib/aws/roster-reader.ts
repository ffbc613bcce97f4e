import type { ObjectStore } from "../ports.ts";
import { emptyRoster, parseRoster, type Roster } from "../record/roster.ts";

const rosterKey = "config/roster.csv";
const byteLimit = 50 * 1024 * 1024;
const keepMilliseconds = 30_000;

/**
 * Reads the roster of the documents bucket, again after half a minute; without one, or with one that is no roster (then `warn`
 * is told), names stay as they are printed.
 */
export function createRosterReader(
  objects: ObjectStore,
  bucket: string,
  warn: (message: string, details: Record<string, unknown>) => void,
): () => Promise<Roster> {
  let kept: { roster: Roster; until: number } | undefined;
  return async () => {
    if (kept && Date.now() < kept.until) return kept.roster;
    const object = await objects.read(bucket, rosterKey, byteLimit);
    const roster = object?.bytes ? parse(object.bytes) : emptyRoster;
    kept = { roster, until: Date.now() + keepMilliseconds };
    return roster;
  };

  function parse(bytes: Uint8Array): Roster {
    try {
      return parseRoster(Buffer.from(bytes).toString());
    } catch (error) {
      warn("the roster cannot be read and is left aside", { fault: error instanceof Error ? error.name : "Error" });
      return emptyRoster;
    }
  }
}
