import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Assessed, assess } from "../../assess.ts";
import type { Document, Rejection } from "../../document/document.ts";
import { limits } from "../../document/limits.ts";
import { readDocument } from "../../document/read-document.ts";
import { toRejection } from "../../document/rejection.ts";
import type { Language } from "../../validator/finding.ts";
import type { FileToCheck } from "./find-files.ts";
import { inTurn } from "./pdf-turns.ts";

/** One file with what became of it. */
export interface CheckedFile {
  source: Document["source"];
  status: "assessed" | "rejected";
  rejection: Rejection | null;
  reports: Assessed[];
}

/** A file over the limit is never held in memory: only its hash is made. */
async function rejectLarge({ path, name }: FileToCheck, bytes: number, language: Language): Promise<CheckedFile> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const source = { name, sha256: hash.digest("hex"), bytes, mediaType: "application/octet-stream" };
  return { source, status: "rejected", rejection: toRejection("too-large", language), reports: [] };
}

/** Up to so many bytes a file is read at once: handing it to another thread and back would cost more than reading it. */
const small = 256 * 1024;

async function load(path: string, size: number): Promise<Uint8Array> {
  if (path === "-") return buffer(process.stdin);
  return size <= small ? readFileSync(path) : readFile(path);
}

/** Reads and checks one file; throws only where the file itself cannot be read. */
export async function checkFile(file: FileToCheck, language: Language): Promise<CheckedFile> {
  const size = file.path === "-" ? 0 : (await stat(file.path)).size;
  if (size > limits.bytes) return rejectLarge(file, size, language);
  const bytes = await load(file.path, size);
  const result = await inTurn(bytes, () => readDocument(bytes, file.name, { language }));
  if (result.status === "rejected") {
    return { source: result.source, status: "rejected", rejection: result.rejection, reports: [] };
  }
  const { reports, rejection } = assess(result.document, language);
  return { source: result.document.source, status: rejection ? "rejected" : "assessed", rejection, reports };
}
