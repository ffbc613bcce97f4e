import { deflateSync } from "node:zlib";
import { assembleObjects } from "./pdf-file.ts";

/** Grey lines on white, as a page of text looks when it was scanned small. */
function drawPage(width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 40; y < height - 40; y++) {
    if (y % 14 > 6) continue;
    for (let x = 30; x < width - 30; x++) if ((x * 7 + y * 13) % 11 < 5) pixels[y * width + x] = 60;
  }
  return pixels;
}

/** Writes a PDF of scanned pages: each a picture, no text at all. */
export function writeScan(pages: number): Uint8Array {
  const [width, height] = [298, 421];
  const image = deflateSync(drawPage(width, height));
  const content = "q 595 0 0 842 0 0 cm /I Do Q";
  const kids = Array.from({ length: pages }, (_, i) => `${5 + i} 0 R`).join(" ");
  const objects: Buffer[] = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from(`<</Type/Pages/Kids[${kids}]/Count ${pages}>>`),
    Buffer.concat([
      Buffer.from(
        `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${image.length}>>stream\n`,
      ),
      image,
      Buffer.from("\nendstream"),
    ]),
    Buffer.from(`<</Length ${content.length}>>stream\n${content}\nendstream`),
    ...Array.from({ length: pages }, () =>
      Buffer.from("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 3 0 R>>>>/Contents 4 0 R>>"),
    ),
  ];
  return assembleObjects(objects);
}
