import { isUtf8 } from "node:buffer";
import { measureCommonHan } from "./common-characters.ts";

const lineEnd = 0x0a;
const tagStart = 0x3c;
/** A piece in the other charset has so many Han characters, of which this share is common. */
const leastHan = 2;
const leastShare = 0.45;
/** So many times the bytes of the pieces in the other charset are in UTF-8. */
const leastRatio = 4;

/** Decodes a piece that is no UTF-8 as gb18030; null where that gives no plain Chinese. */
function decodeGb(piece: Uint8Array, decoder: InstanceType<typeof TextDecoder>): string | null {
  try {
    const text = decoder.decode(piece);
    const { share, count } = measureCommonHan(text);
    return count >= leastHan && share >= leastShare ? text : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Decodes a UTF-8 page into which a site pasted pieces (a footer, a menu) in gb18030: piece by piece, parted at line ends and
 * tags, whose bytes are part of no character in either. Null where some piece is neither, or most are not UTF-8.
 */
export function decodeMixed(bytes: Uint8Array): string | null {
  const texts: string[] = [];
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  const gb = new TextDecoder("gb18030", { fatal: true });
  let other = 0;
  let from = 0;
  // What is UTF-8 is decoded together.
  let plain = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== lineEnd && bytes[at] !== tagStart) continue;
    const piece = bytes.subarray(from, at);
    if (piece.length > 0 && !isUtf8(piece)) {
      const text = decodeGb(piece, gb);
      if (text === null) return null;
      texts.push(utf8.decode(bytes.subarray(plain, from)), text);
      other += piece.length;
      plain = at;
    }
    from = at;
  }
  if (other * (leastRatio + 1) > bytes.length) return null;
  texts.push(utf8.decode(bytes.subarray(plain)));
  return texts.join("");
}
