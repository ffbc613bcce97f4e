import { type Extraction, extractionSchema } from "../record/extraction.ts";
import type { Roster } from "../record/roster.ts";
import { type Recorded, recordExtraction } from "./record-extraction.ts";
import type { Register } from "./register.ts";
import { UnfinishedError } from "./unfinished-error.ts";
import { extractionByteLimit } from "./write-page.ts";

/**
 * Reads one extract result, and the roster meanwhile, and takes the result into the register. `triesLeft`: how often the queue
 * will ask for it again. When it fails with none left, the failure is recorded before it is thrown, so that it shows in the
 * table; below zero nothing more is tried.
 */
export async function assessObject(
  ports: Omit<Register, "roster">,
  readRoster: () => Promise<Roster>,
  key: string,
  triesLeft: number,
): Promise<{ recorded: Recorded; eventTime: string }> {
  const [extraction, roster] = await Promise.all([readExtraction(ports, key), readRoster()]);
  const register: Register = { ...ports, roster };
  const { origin } = extraction;
  try {
    if (triesLeft < 0 && extraction.outcome !== "removed") throw new UnfinishedError();
    return { recorded: await recordExtraction(register, extraction), eventTime: origin.eventTime };
  } catch (error) {
    if (triesLeft <= 0 && extraction.outcome !== "removed") {
      const reason = error instanceof Error ? error.name : "Error";
      const { sha256 } = extraction;
      await recordExtraction(register, { schemaVersion: 1, outcome: "failed", origin, sha256, reason });
    }
    throw error;
  }
}

/** An extract result of the documents bucket; throws when it is missing or not one. */
export async function readExtraction(
  { objects, documentsBucket }: Pick<Register, "objects" | "documentsBucket">,
  key: string,
): Promise<Extraction> {
  const object = await objects.read(documentsBucket, key, extractionByteLimit);
  if (!object?.bytes) throw new Error(`no extract result ${key}`);
  return extractionSchema.parse(JSON.parse(Buffer.from(object.bytes).toString()));
}
