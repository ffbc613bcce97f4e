import TSCharacters from "opencc-js/dict/TSCharacters";
import { codeUnits, toText } from "./code-units.ts";
import { radicals } from "./radicals.ts";

/** Format characters that browsers and CMS editors leave between figures: they carry no meaning and must go before reading. */
const formatCharacters =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: variation selectors are meant one by one
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]/g;

/** Whether no format character has this code unit: ASCII, and from the CJK radicals on all but a few ranges. */
const isShown = (code: number): boolean =>
  code < 0xad || (code >= 0x2e80 && code < 0xfe00) || (code >= 0xff00 && code < 0xfff9);

/** Removes zero-width and bidirectional control characters; the only step that may shorten a text. */
export function stripFormat(text: string): string {
  let at = 0;
  // The first that may be one of them; most figures and labels have none, and need no pattern.
  while (at < text.length && isShown(text.charCodeAt(at))) at++;
  return at === text.length ? text : text.replace(formatCharacters, "");
}

/**
 * By code unit, which of its bits change: NFKC where that is a single character, radicals, dashes and spaces, traditional →
 * simplified. Most stay as they are, so most of the table needs no filling, which would be felt in a cold start.
 */
let table: Uint16Array | undefined;

function put(map: Uint16Array, code: number, folded: number): void {
  map[code] = code ^ folded;
}

function buildTable(): Uint16Array {
  const map = new Uint16Array(0x10000);
  const foldRange = (from: number, to: number) => {
    // One call for the whole range: a thousand would be felt in a cold start. NUL parts and joins with nothing.
    let parted = "";
    for (let code = from; code <= to; code++) parted += `${String.fromCharCode(code)}\0`;
    parted
      .normalize("NFKC")
      .split("\0")
      .forEach((folded, at) => {
        if (folded.length === 1) map[from + at] = (from + at) ^ folded.charCodeAt(0);
      });
  };
  foldRange(0x2e80, 0x2fdf); // CJK radicals
  foldRange(0xf900, 0xfaff); // CJK compatibility ideographs
  foldRange(0xfe30, 0xfe6f); // vertical and small forms
  foldRange(0xff00, 0xffef); // full-width forms
  for (const [radical, ideograph] of radicals) put(map, radical.charCodeAt(0), ideograph.charCodeAt(0));
  for (const space of "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f") {
    put(map, space.charCodeAt(0), 0x20);
  }
  put(map, 0x2212, 0x2d); // minus sign
  put(map, 0xfe63, 0x2d);
  addPairs(map, TSCharacters);
  return map;
}

const space = 0x20;
const bar = 0x7c;

/** Adds pairs "from to|from to": walked by code units, since thousands of small strings would be felt in a cold start. */
function addPairs(map: Uint16Array, pairs: string): void {
  for (let at = 0; at < pairs.length; ) {
    const end = at + 3;
    // A pair whose sides are not one code unit each would shift offsets.
    if (pairs.charCodeAt(at + 1) === space && (end === pairs.length || pairs.charCodeAt(end) === bar)) {
      put(map, pairs.charCodeAt(at), pairs.charCodeAt(at + 2));
      at = end + 1;
    } else {
      const next = pairs.indexOf("|", at);
      at = next < 0 ? pairs.length : next + 1;
    }
  }
}

/** Shorter texts (labels, figures) are compared as they stand: most have nothing to fold. */
const short = 16;

/** Whether a short text is its own folded form. */
function isFolded(text: string, map: Uint16Array): boolean {
  for (let at = 0; at < text.length; at++) if (map[text.charCodeAt(at)] !== 0) return false;
  return true;
}

/**
 * Folds full-width forms, CJK radicals and compatibility forms, white space and traditional characters, one character for
 * one: the result has the length of `text`, so an offset in one is an offset in the other.
 */
export function fold(text: string): string {
  table ??= buildTable();
  const { length } = text;
  if (length < short && isFolded(text, table)) return text;
  const units = codeUnits(text);
  let changes = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at]!;
    const change = table[unit]!;
    changes |= change;
    units[at] = unit ^ change;
  }
  return changes === 0 ? text : toText(units, length);
}

/** The code unit that the one at `at` is folded to; NaN behind the end. */
export function foldedCodeAt(text: string, at: number): number {
  table ??= buildTable();
  const code = text.charCodeAt(at);
  return at < text.length ? code ^ table[code]! : Number.NaN;
}

/** What labels are compared by: folded, and only its letters, digits and Han characters kept. */
export function labelKey(text: string): string {
  return fold(stripFormat(text)).replace(/[^\p{L}\p{N}]+/gu, "");
}
