import type { readDocument } from "../document/read-document.ts";
import { toRejection } from "../document/rejection.ts";
import type { ObjectEvent, ObjectStore, StoredObject } from "../ports.ts";
import type { Extraction, Origin } from "../record/extraction.ts";
import { unreadId } from "../record/keys.ts";
import type { Language } from "../validator/finding.ts";

/** contract.md, part 1: a file over 50 MB is `too-large`. */
const byteLimit = 50 * 1024 * 1024;

export interface ExtractStages {
  objects: ObjectStore;
  readDocument: typeof readDocument;
  language: Language;
}

/**
 * What became of the object that an event tells of. Null: nothing to record, because the event is about a folder marker, or
 * because a newer event for the same key is on its way. Throws only when the machine is at fault.
 */
export async function extractObject(event: ObjectEvent, stages: ExtractStages): Promise<Extraction | null> {
  if (event.key.endsWith("/") && (event.kind === "removed" || event.size === 0)) return null;
  if (event.kind === "removed") return extractRemoval(event, stages);
  const object = await stages.objects.read(event.bucket, event.key, byteLimit);
  const origin = toOrigin(event, object);
  if (!object) return reject(origin, "object-gone", stages.language);
  if (event.etag && object.etag && event.etag !== object.etag) return null;
  if (!object.bytes) return reject(origin, "too-large", stages.language);
  return read(origin, object.bytes, stages);
}

/** The record of an event that could not be dealt with in the tries that the queue allows. */
export function toFailure(event: ObjectEvent, error: unknown): Extraction | null {
  if (event.kind === "removed") return null;
  const origin = toOrigin(event, null);
  // The message of an error may quote the file; its name does not.
  const reason = error instanceof Error ? error.name : "Error";
  return { schemaVersion: 1, outcome: "failed", origin, sha256: unreadId(origin), reason };
}

/** A deletion; null when the object is still there: it came back, or only an old version of it was removed. */
async function extractRemoval(event: ObjectEvent, { objects }: ExtractStages): Promise<Extraction | null> {
  if (await objects.exists(event.bucket, event.key)) return null;
  return { schemaVersion: 1, outcome: "removed", origin: toOrigin(event, null) };
}

async function read(origin: Origin, bytes: Uint8Array, stages: ExtractStages): Promise<Extraction> {
  const name = origin.key.split("/").at(-1)!;
  const result = await stages.readDocument(bytes, name, { language: stages.language });
  if (result.status === "read") {
    return {
      schemaVersion: 1,
      outcome: "read",
      origin,
      sha256: result.document.source.sha256,
      document: result.document,
    };
  }
  const { rejection, source } = result;
  return { schemaVersion: 1, outcome: "rejected", origin, sha256: source.sha256, rejection };
}

function reject(origin: Origin, code: "object-gone" | "too-large", language: Language): Extraction {
  const rejection = toRejection(code, language);
  return { schemaVersion: 1, outcome: "rejected", origin, sha256: unreadId(origin), rejection };
}

function toOrigin(event: ObjectEvent, object: StoredObject | null): Origin {
  const { bucket, key, etag, sequencer, versionId, eventTime } = event;
  const { agency, year } = object?.metadata ?? {};
  return {
    bucket,
    key,
    etag,
    sequencer,
    versionId,
    eventTime,
    lastModified: object?.lastModified ?? null,
    agency: decodeMetadata(agency),
    year: /^(19|20)\d{2}$/.test(year ?? "") ? Number(year) : null,
  };
}

/** Metadata of S3 objects is ASCII, so Chinese stands in it percent-encoded. What is not well formed says nothing. */
function decodeMetadata(value: string | undefined): string | null {
  try {
    return value ? decodeURIComponent(value).trim() || null : null;
  } catch {
    return null;
  }
}
