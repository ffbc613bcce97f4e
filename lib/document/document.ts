import * as z from "zod/mini";

/** Where something stands in its source. PDF: `page` and `line` within the page; text and HTML: `line` of the source. All from 1. */
export interface Place {
  page?: number;
  line: number;
}

/**
 * A paragraph or line of running text as it stands in the source (original characters, surrounding white space trimmed).
 * A paragraph joined from several source lines says in `breaks` from which offset of `text` which place holds (ascending;
 * before the first break the block's own `location` holds).
 */
export interface TextBlock {
  kind: "text";
  text: string;
  location: Place;
  breaks?: [offset: number, location: Place][];
}

/** One cell of a table; a merged cell stands once, at its top left corner, with its spans. Lines inside a cell are parted by "\n". */
export interface TableCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  location: Place;
}

/**
 * A table. `ruled`: rows, columns and spans are the source's own (HTML, ruled PDF). `delimited`: cells in order between
 * bars or tabs, so that a column number is only an ordinal and spans are lost. `aligned`: columns were inferred from
 * positions (text aligned by spaces, PDF without rules): a column number is true for figures, labels may be cut over rows.
 */
export interface TableBlock {
  kind: "table";
  grid: "ruled" | "delimited" | "aligned";
  rows: number;
  columns: number;
  cells: TableCell[];
  /** Blank cells left no trace (cells parted by single spaces): a cell's number in a short row says nothing of its column. */
  dropsBlanks?: boolean;
  location: Place;
}

/** A picture large enough to hold a table; `alt` is its text alternative. */
export interface ImageBlock {
  kind: "image";
  alt: string;
  location: Place;
}

export type Block = TextBlock | TableBlock | ImageBlock;

/** Something a reader of the document must know: pages that hold no readable text (scans), or text lost by damage. */
export interface DocumentNote {
  code: "pages-without-text" | "text-damaged" | "truncated";
  pages: number[];
}

export interface DocumentSource {
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  charset?: string;
}

/** What the extract stage makes of the bytes of one file: its text and tables, in reading order, each with its place. */
export interface Document {
  schemaVersion: 1;
  source: DocumentSource;
  blocks: Block[];
  notes: DocumentNote[];
}

/** The contract's rejection codes (contract.md, part 1). */
export const rejectionCodes = [
  "empty",
  "too-large",
  "too-complex",
  "unsupported-type",
  "undecodable-text",
  "pdf-encrypted",
  "pdf-corrupt",
  "pdf-no-text",
  "no-report",
  "object-gone",
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

/** Why a file could not be dealt with: a code for machines, one sentence a clerk understands and can act on. */
export interface Rejection {
  code: RejectionCode;
  message: string;
}

const placeSchema = z.object({ page: z.optional(z.int().check(z.positive())), line: z.int().check(z.positive()) });

export const documentSchema = z.object({
  schemaVersion: z.literal(1),
  source: z.object({
    name: z.string(),
    sha256: z.string(),
    bytes: z.int().check(z.nonnegative()),
    mediaType: z.string(),
    charset: z.optional(z.string()),
  }),
  blocks: z.array(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("text"),
        text: z.string(),
        location: placeSchema,
        breaks: z.optional(z.array(z.tuple([z.int(), placeSchema]))),
      }),
      z.object({
        kind: z.literal("table"),
        grid: z.enum(["ruled", "delimited", "aligned"]),
        rows: z.int(),
        columns: z.int(),
        cells: z.array(
          z.object({
            text: z.string(),
            row: z.int(),
            column: z.int(),
            rowSpan: z.int(),
            columnSpan: z.int(),
            location: placeSchema,
          }),
        ),
        dropsBlanks: z.optional(z.boolean()),
        location: placeSchema,
      }),
      z.object({ kind: z.literal("image"), alt: z.string(), location: placeSchema }),
    ]),
  ),
  notes: z.array(
    z.object({ code: z.enum(["pages-without-text", "text-damaged", "truncated"]), pages: z.array(z.int()) }),
  ),
}) satisfies z.ZodMiniType<Document>;
