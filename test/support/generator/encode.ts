export const encodings = [
  "utf-8",
  "utf-8-bom",
  "gb18030",
  "big5",
  "utf-16le-bom",
  "utf-16be-bom",
  "utf-16le",
  "utf-16be",
] as const;
export type Encoding = (typeof encodings)[number];

/** The inverse of a decoder that Node has: character → its bytes, two-byte codes first, then GB18030's four-byte ones. */
function invert(label: "gb18030" | "big5"): Map<string, number[]> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, bytes);
  };
  for (let code = 0; code < 0x80; code++) add([code]);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add([lead, trail]);
  if (label === "gb18030") {
    for (let a = 0x81; a <= 0x84; a++)
      for (let b = 0x30; b <= 0x39; b++)
        for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) add([a, b, c, d]);
  }
  return table;
}

const tables = new Map<string, Map<string, number[]>>();

function encodeWith(text: string, label: "gb18030" | "big5", substitute: (character: string) => string): Uint8Array {
  if (!tables.has(label)) tables.set(label, invert(label));
  const table = tables.get(label)!;
  const encode = (character: string) =>
    table.get(character) ?? [...substitute(character)].flatMap((c) => table.get(c)!);
  return Uint8Array.from([...text].flatMap(encode));
}

function encodeUtf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

/** What editors write for a character that the encoding lacks. */
const replace = (character: string): string => (character === "−" ? "-" : "?");
/** What page editors write for it. */
export const toReference = (character: string) => `&#${character.codePointAt(0)};`;

/** Bytes of a text in an encoding; `-bom` puts the byte order mark before it. `substitute`: for characters that the encoding lacks. */
export function encodeText(text: string, encoding: Encoding, substitute = replace): Uint8Array {
  if (encoding.endsWith("-bom")) return encodeText(`\ufeff${text}`, encoding.slice(0, -4) as Encoding);
  if (encoding === "gb18030" || encoding === "big5") return encodeWith(text, encoding, substitute);
  return encoding === "utf-8" ? Buffer.from(text) : encodeUtf16(text, encoding === "utf-16be");
}
