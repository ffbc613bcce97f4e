import { deflateSync } from "node:zlib";
import { type PdfFont, writeFont } from "./pdf-fonts.ts";

export interface PdfPage {
  content: string;
  width: number;
  height: number;
  rotate: number;
}

/** Assembles pages into a PDF file: catalogue, fonts F1 (Chinese) and F2 (Helvetica), one content stream a page. */
export function writePdfFile(pages: readonly PdfPage[], font: PdfFont, compress: boolean): Uint8Array {
  const firstPage = 7;
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(" ");
  const objects: (string | Buffer)[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    ...writeFont(font, 3),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  ];
  pages.forEach(({ content, width, height, rotate }, i) => {
    const turn = rotate === 0 ? "" : `/Rotate ${rotate}`;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${turn}/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>/Contents ${firstPage + 2 * i + 1} 0 R>>`,
    );
    const data = compress ? deflateSync(content) : Buffer.from(content, "latin1");
    const head = `<</Length ${data.length}${compress ? "/Filter/FlateDecode" : ""}>>stream\n`;
    objects.push(Buffer.concat([Buffer.from(head), data, Buffer.from("\nendstream")]));
  });
  return assembleObjects(objects);
}

/** Numbered objects with header, cross-reference table and trailer; the first is the catalogue. */
export function assembleObjects(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = [Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const append = (data: Buffer<ArrayBuffer>) => {
    parts.push(data);
    length += data.length;
  };
  objects.forEach((object, i) => {
    offsets.push(length);
    append(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]));
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  append(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  append(Buffer.from(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
