import type { Document, Rejection } from "./document.ts";

/** What the document stage answers: the document, or why there is none. `source` is known in either case. */
export type ReadResult =
  | { status: "read"; document: Document }
  | { status: "rejected"; source: Document["source"]; rejection: Rejection };

export interface ReadOptions {
  /** Language of the rejection's message. */
  language?: "zh" | "en";
  /** Wall-clock limit of the whole reading in milliseconds (default 60,000); over it the file is `too-complex`. */
  timeLimit?: number;
}

/** Reads the bytes of one file into a Document; never throws for what the file holds. */
export async function readDocument(_bytes: Uint8Array, _name: string, _options: ReadOptions = {}): Promise<ReadResult> {
  throw new Error("not built yet");
}
