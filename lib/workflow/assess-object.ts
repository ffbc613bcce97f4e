import { type Extraction, extractionSchema } from "../record/extraction.ts";
import { type Recorded, recordExtraction } from "./record-extraction.ts";
import type { Register } from "./register.ts";
import { extractionByteLimit } from "./write-page.ts";

/**
 * Reads one extract result and takes it into the register. When it fails on the last try that the queue allows, the failure is
 * recorded before it is thrown, so that it shows in the table.
 */
export async function assessObject(
  register: Register,
  key: string,
  lastTry: boolean,
): Promise<{ recorded: Recorded; eventTime: string }> {
  const extraction = await readExtraction(register, key);
  const { origin } = extraction;
  try {
    return { recorded: await recordExtraction(register, extraction), eventTime: origin.eventTime };
  } catch (error) {
    if (lastTry && extraction.outcome !== "removed") {
      const reason = error instanceof Error ? error.name : "Error";
      const { sha256 } = extraction;
      await recordExtraction(register, { schemaVersion: 1, outcome: "failed", origin, sha256, reason });
    }
    throw error;
  }
}

/** An extract result of the documents bucket; throws when it is missing or not one. */
export async function readExtraction({ objects, documentsBucket }: Register, key: string): Promise<Extraction> {
  const object = await objects.read(documentsBucket, key, extractionByteLimit);
  if (!object?.bytes) throw new Error(`no extract result ${key}`);
  return extractionSchema.parse(JSON.parse(Buffer.from(object.bytes).toString()));
}
