import { encodeText } from "./encode.ts";

export const pdfFonts = ["gbk", "ucs2", "utf16", "cns"] as const;
/** A predefined CMap with a font that is not embedded; `cns` for traditional characters. */
export type PdfFont = (typeof pdfFonts)[number];

const fonts: Record<PdfFont, { base: string; cmap: string; ordering: string }> = {
  gbk: { base: "STSong-Light", cmap: "GBK-EUC-H", ordering: "GB1" },
  ucs2: { base: "STSong-Light", cmap: "UniGB-UCS2-H", ordering: "GB1" },
  utf16: { base: "STSong-Light", cmap: "UniGB-UTF16-H", ordering: "GB1" },
  cns: { base: "MSung-Light", cmap: "UniCNS-UCS2-H", ordering: "CNS1" },
};

/** The three font objects (descriptor, descendant, composite), numbered from `first`. */
export function writeFont(font: PdfFont, first: number): string[] {
  const { base, cmap, ordering } = fonts[font];
  return [
    `<</Type/FontDescriptor/FontName/${base}/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/${base}/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor ${first} 0 R/DW 1000/W[1 95 500 814 939 500]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/${base}-${cmap}/Encoding/${cmap}/DescendantFonts[${first + 1} 0 R]>>`,
  ];
}

/** A text as the hexadecimal string of a font's encoding. */
export function toHex(text: string, font: PdfFont): string {
  // GBK has no minus sign of its own and no codes of four bytes.
  const bytes = font === "gbk" ? encodeText(text.replaceAll("−", "-"), "gb18030") : encodeText(text, "utf-16be");
  return `<${Buffer.from(bytes).toString("hex")}>`;
}
