import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { carriers, makeCase } from "../support/generator/make-case.ts";

/** One change of a file; `at` is a share of its length. */
export type Edit =
  | { kind: "cut"; at: number }
  | { kind: "behead"; at: number }
  | { kind: "flip"; at: number; bit: number }
  | { kind: "insert"; at: number; token: string }
  | { kind: "overwrite"; at: number; token: string }
  | { kind: "drop"; at: number; length: number }
  | { kind: "repeat"; at: number; length: number; times: number }
  | { kind: "spans"; span: string }
  | { kind: "digits"; digits: string }
  | { kind: "label"; charset: string };

const tokens = [
  "\0",
  "\xff",
  "\xfe\xff",
  "\xff\xfe",
  "\xef\xbb\xbf",
  "<table>",
  "</table>",
  "<td colspan=1000000000>",
  "<tr rowspan=0>",
  "<!--",
  "<script>",
  "]]>",
  "|",
  "\t",
  "\r",
  "\n\n",
  "\f",
  "9".repeat(400),
  "-1",
  "0.5",
  "1e999",
  "NaN",
  "（",
  "其中",
  "2023年",
  "政府信息公开工作年度报告\n",
  "三、收到和处理政府信息公开申请情况\n",
  "\u202e",
  "\u200b",
  "\u2028",
  "&#0;",
  "&lt;script&gt;",
  "stream",
  "endstream",
  "endobj",
  "1 0 R",
  "9999 0 R",
  "<<",
  ">>",
  "[",
  "(",
  "/Length 99999999",
  "/Encrypt 1 0 R",
  "xref",
  "trailer",
  "%%EOF",
  "BT",
  "ET",
  "q ",
  "PK\x03\x04",
  "\x1f\x8b\x08",
];
const charsets = ["utf-8", "gb2312", "big5", "utf-16", "utf-7", "iso-8859-1", "x-user-defined", "shift_jis", "nosuch"];

const share = fc.nat(10_000).map((part) => part / 10_000);
const token = fc.constantFrom(...tokens);

/** Any change of a file. */
export const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at: share }),
  fc.record({ kind: fc.constant("behead" as const), at: share }),
  fc.record({ kind: fc.constant("flip" as const), at: share, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant("insert" as const), at: share, token }),
  fc.record({ kind: fc.constant("overwrite" as const), at: share, token }),
  fc.record({ kind: fc.constant("drop" as const), at: share, length: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({
    kind: fc.constant("repeat" as const),
    at: share,
    length: fc.integer({ min: 1, max: 2000 }),
    times: fc.integer({ min: 2, max: 40 }),
  }),
  fc.record({
    kind: fc.constant("spans" as const),
    span: fc.constantFrom("1000000000", "0", "-1", "65535", "1e9", ""),
  }),
  fc.record({
    kind: fc.constant("digits" as const),
    digits: fc.constantFrom("9".repeat(400), "", "１", "-5", "1.5", "/", "壹"),
  }),
  fc.record({ kind: fc.constant("label" as const), charset: fc.constantFrom(...charsets) }),
);

/** Applies one change to the bytes of a file. */
export function applyEdit(bytes: Buffer, edit: Edit): Buffer {
  const at = "at" in edit ? Math.floor(edit.at * bytes.length) : 0;
  const join = (...parts: Uint8Array[]) => Buffer.concat(parts);
  const replace = (pattern: RegExp, by: string) => Buffer.from(bytes.toString("latin1").replace(pattern, by), "latin1");
  switch (edit.kind) {
    case "cut":
      return bytes.subarray(0, at);
    case "behead":
      return bytes.subarray(at);
    case "flip": {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at]! ^= 1 << edit.bit;
      return copy;
    }
    case "insert":
    case "overwrite": {
      const piece = Buffer.from(edit.token);
      return join(bytes.subarray(0, at), piece, bytes.subarray(edit.kind === "insert" ? at : at + piece.length));
    }
    case "drop":
      return join(bytes.subarray(0, at), bytes.subarray(at + edit.length));
    case "repeat":
      return join(
        bytes.subarray(0, at),
        ...Array.from({ length: edit.times }, () => bytes.subarray(at, at + edit.length)),
        bytes.subarray(at),
      );
    case "spans":
      return replace(/((?:col|row)span=["']?)\d+/g, `$1${edit.span}`);
    case "digits":
      return replace(/(?<=[>|\s])\d{1,3}(?=[<|\s])/, Buffer.from(edit.digits).toString("latin1"));
    case "label":
      return replace(/charset=["']?[\w-]+/, `charset=${edit.charset}`);
  }
}

const fixtures = new URL("../fixtures/", import.meta.url);
const seeds = 4;

/** Files to change: the fixtures, and generated reports in every carrier. */
export function readBases(): { name: string; read: () => Uint8Array }[] {
  const files = readdirSync(fixtures, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith(".json"),
  );
  const paths = files.map((entry) => `${entry.parentPath}/${entry.name}`).sort();
  return [
    ...paths.map((path) => ({ name: path, read: () => readFileSync(path) })),
    ...carriers.flatMap((carrier) =>
      Array.from({ length: seeds }, (_, seed) => ({
        name: `${carrier} ${seed}`,
        read: () => makeCase(carrier, seed).bytes,
      })),
    ),
  ];
}
