import { isUtf8 } from "node:buffer";
import { measureCommonHan } from "./common-characters.ts";
import { decodeMixed } from "./decode-mixed.ts";
import { RejectionError } from "./rejection.ts";

export type Charset = "utf-8" | "gb18030" | "big5" | "utf-16le" | "utf-16be";

/** A decoded text; `damaged` when stray bytes stand in it as U+FFFD. */
export interface DecodedText {
  text: string;
  charset: Charset;
  damaged: boolean;
}

/** One character in so many may be damaged before a charset is held to be the wrong one. */
const damageShare = 500;

/** Control characters that no text has; more of them than one in `damageShare` and the bytes are not a text. */
const controls = /[\0-\x08\x0e-\x19\x1c-\x1f]/g;

/** A Chinese text has at least this share of common characters, unless it is a list of names whose charset is declared. */
const leastShare = 0.2;

/** A text in the right charset has about this share of common characters; in the wrong one it has a tenth of it. */
const plainShare = 0.45;

const declaration = /charset\s*=\s*["']?\s*([\w-]{2,20})/i;

function byBom(bytes: Uint8Array): Charset | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-16 without a mark: it has NUL bytes, and read in the right order its Han characters are common ones. Where it has hardly
 * any, the NULs (of digits, line ends, ASCII) stand on one side of the pairs; 一 and the full-width space have them on the other.
 */
function byNulls(bytes: Uint8Array): Charset | null {
  // A buffer looks for a byte thirty times faster than an array does.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(0) < 0) return null;
  const length = Math.min(bytes.byteLength, 1 << 16);
  const nulls = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nulls[i & 1]!++;
  const [even, odd] = nulls as [number, number];
  if (even + odd < Math.max(2, length / 200)) return null;
  const sample = bytes.subarray(0, length & ~1);
  const share = (charset: Charset) => measureCommonHan(new TextDecoder(charset).decode(sample)).share;
  const [little, big] = [share("utf-16le"), share("utf-16be")];
  if (Math.max(little, big) >= plainShare && Math.min(little, big) < leastShare)
    return little > big ? "utf-16le" : "utf-16be";
  return odd > even * 3 ? "utf-16le" : even > odd * 3 ? "utf-16be" : null;
}

function countControls(text: string): number {
  if (text.search(controls) < 0) return 0;
  let found = 0;
  for (const _ of text.matchAll(controls)) found++;
  return found;
}

function countDamage(text: string): number {
  let found = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) found++;
  return found;
}

/** Decodes leniently; null when more than a stray byte does not fit or the outcome is full of control characters. */
function decode(bytes: Uint8Array, charset: Charset): DecodedText | null {
  const text = new TextDecoder(charset).decode(bytes);
  const budget = Math.max(1, text.length / damageShare);
  const damage = countDamage(text);
  if (damage > budget || countControls(text) > budget) return null;
  // One bad byte in a handful is no evidence for a charset.
  if (damage > 0 && text.length < 100) return null;
  return { text, charset, damaged: damage > 0 };
}

/** The charset that the page declares, where it is one of those that need a tie broken. */
function declared(bytes: Uint8Array): Charset | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  const name = declaration.exec(head)?.[1]?.toLowerCase() ?? "";
  if (name.startsWith("gb")) return "gb18030";
  return name.startsWith("big5") ? "big5" : null;
}

/** The better of gb18030 and big5: the declared one is tried first, and the other not at all where the first is plainly right. */
function chooseEastAsian(bytes: Uint8Array): DecodedText | null {
  const favourite = declared(bytes);
  let best: { decoded: DecodedText; score: number } | null = null;
  for (const charset of favourite === "big5" ? (["big5", "gb18030"] as const) : (["gb18030", "big5"] as const)) {
    const decoded = decode(bytes, charset);
    if (decoded === null) continue;
    const { share, count: han } = measureCommonHan(decoded.text);
    if (han === 0 || (share <= leastShare && charset !== favourite)) continue;
    if (share > plainShare && !decoded.damaged) return decoded;
    const score = share + (charset === favourite ? 0.05 : 0) - (decoded.damaged ? 0.1 : 0);
    if (best === null || score > best.score) best = { decoded, score };
  }
  return best?.decoded ?? null;
}

/** UTF-8 with pieces in gb18030; null where it is not. */
function decodePieces(bytes: Uint8Array): DecodedText | null {
  const text = decodeMixed(bytes);
  return text === null ? null : { text, charset: "utf-8", damaged: false };
}

/**
 * Decodes a text of unknown charset: by its byte-order mark; else UTF-8 where the bytes are valid UTF-8; else UTF-16 by its
 * NUL bytes; else gb18030 or big5, whichever gives more common characters (a declaration breaks ties); else UTF-8 with pieces
 * in gb18030. A few stray or cut bytes become U+FFFD. Throws RejectionError `undecodable-text` for anything else.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byBom(bytes);
  const nulls = byNulls(bytes);
  const decoded =
    (marked === null ? null : decode(bytes, marked)) ??
    (nulls === null ? null : decode(bytes, nulls)) ??
    (isUtf8(bytes) ? null : (chooseEastAsian(bytes) ?? decodePieces(bytes))) ??
    decode(bytes, "utf-8");
  if (decoded === null) throw new RejectionError("undecodable-text");
  return decoded;
}
