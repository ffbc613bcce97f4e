import type { Document } from "../document/document.ts";

/** A document with what its readers look at: the folded text of each of its blocks, empty for tables and pictures. */
export interface FoldedDocument extends Document {
  folded: readonly string[];
}
