import { deflateSync } from "node:zlib";

/** Text at a point of the page, in a Chinese font that is not embedded. */
export function text(x: number, y: number, string: string, size = 10): string {
  const codes = Buffer.from(string, "utf16le").swap16().toString("hex");
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET\n`;
}

/** A stroked line. */
export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S\n`;
}

/** A grid of rules: `xs` from left to right, `ys` from top to bottom; `closed` says whether the top and bottom rules are drawn. */
export function grid(xs: number[], ys: number[], closed: [top: boolean, bottom: boolean] = [true, true]): string {
  const across = ys.filter((_, index) => (index > 0 || closed[0]) && (index < ys.length - 1 || closed[1]));
  return [...across.map((y) => line(xs[0]!, y, xs.at(-1)!, y)), ...xs.map((x) => line(x, ys[0]!, x, ys.at(-1)!))].join(
    "",
  );
}

/** A picture over the whole page, as a scanner leaves it. */
export const scan = "q 595 0 0 842 0 0 cm /Im1 Do Q\n";

/** Writes a PDF of A4 pages from their content streams. */
export function writePdf(pages: (string | Buffer)[]): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, index) => `${6 + 2 * index} 0 R`).join(" ");
  const resources = "<</Font<</F1 3 0 R>>/XObject<</Im1 5 0 R>>>>";
  const objects: (string | Buffer)[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880/Descent -120/CapHeight 880/ItalicAngle 0/StemV 90/FontBBox[-25 -254 1000 880]>>>>",
    toStream(
      "/Type/XObject/Subtype/Image/Width 40/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8",
      Buffer.alloc(1600),
    ),
    ...pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources${resources}/Contents ${7 + 2 * index} 0 R>>`,
      toStream("", Buffer.from(content)),
    ]),
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.5\n")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]));
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function toStream(entries: string, data: Buffer): Buffer {
  const packed = deflateSync(data);
  return Buffer.concat([
    Buffer.from(`<<${entries}/Filter/FlateDecode/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}
