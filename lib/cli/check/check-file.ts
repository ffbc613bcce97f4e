import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Assessed, assess } from "../../assess.ts";
import type { Document, Rejection } from "../../document/document.ts";
import { limits } from "../../document/limits.ts";
import { readDocument } from "../../document/read-document.ts";
import { toRejection } from "../../document/rejection.ts";
import type { Language } from "../../validator/finding.ts";
import type { FileToCheck } from "./find-files.ts";

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

/** Reads and checks one file; throws only where the file itself cannot be read. */
export async function checkFile(file: FileToCheck, language: Language): Promise<CheckedFile> {
  if (file.path !== "-") {
    const { size } = await stat(file.path);
    if (size > limits.bytes) return rejectLarge(file, size, language);
  }
  const bytes = file.path === "-" ? await buffer(process.stdin) : await readFile(file.path);
  const result = await readDocument(bytes, file.name, { language });
  if (result.status === "rejected") {
    return { source: result.source, status: "rejected", rejection: result.rejection, reports: [] };
  }
  const { reports, rejection } = assess(result.document, language);
  return { source: result.document.source, status: rejection ? "rejected" : "assessed", rejection, reports };
}
