import { deflateSync } from "node:zlib";
import { assembleObjects } from "../support/generator/pdf-file.ts";

type Part = string | Buffer;

/** A stream object; `declared` lies about its length. */
function stream(data: Part, entries = "", declared?: number): Buffer {
  const bytes = Buffer.from(data as string, "latin1");
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${declared ?? bytes.length}>>stream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}

const packed = (data: Part): Buffer => stream(deflateSync(data), "/Filter/FlateDecode");
const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const word = "BT /F1 12 Tf 50 700 Td (report 2023) Tj ET\n";

/** One page with its content (object 4) and what it draws on (objects from 6). */
function page(content: Part, more: readonly Part[] = [], resources = "", entries = ""): Uint8Array {
  return assembleObjects([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>${resources}>>/Contents 4 0 R${entries}>>`,
    typeof content === "string" ? stream(content) : content,
    font,
    ...more,
  ]);
}

/** A tree of pages below object 2. */
const tree = (...nodes: Part[]): Uint8Array => assembleObjects(["<</Type/Catalog/Pages 2 0 R>>", ...nodes]);

/** A chain of page nodes, each the only kid of the one above. */
function deepTree(depth: number): Uint8Array {
  const nodes = Array.from(
    { length: depth },
    (_, i) => `<</Type/Pages/Kids[${i + 3} 0 R]/Count 1${i > 0 ? `/Parent ${i + 1} 0 R` : ""}>>`,
  );
  return tree(...nodes, `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox[0 0 595 842]>>`);
}

const form = (name: string, data: string, resources: string) =>
  stream(data, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<${resources}>>/Name/${name}`);

/** Forms that each draw the next `fan` times: fan ** depth drawings. */
function nestedForms(depth: number, fan: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, i) => {
    const next = i + 1 < depth ? `/XObject<</X ${i + 7} 0 R>>` : "/Font<</F1 5 0 R>>";
    return form(`X${i}`, i + 1 < depth ? "/X Do\n".repeat(fan) : word, next);
  });
  return page(`${word}/X Do\n`, forms, "/XObject<</X 6 0 R>>");
}

const encrypted = (entries: string): Uint8Array => {
  const bytes = Buffer.from(page(word, [`<</Filter/${entries}>>`])).toString("latin1");
  return Buffer.from(bytes.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 6 0 R/ID[<00><00>]"), "latin1");
};

const grid = (lines: number) =>
  Array.from(
    { length: lines },
    (_, i) => `${50 + (i % 400)} 50 m ${50 + (i % 400)} 800 l S 50 ${50 + i / 9} m 550 ${50 + i / 9} l S\n`,
  ).join("");

const texts = (count: number) =>
  `BT /F1 6 Tf ${Array.from({ length: count }, (_, i) => `1 0 0 1 ${40 + (i % 9) * 60} ${800 - (i % 700)} Tm (${i % 10}) Tj\n`).join("")} ET`;

/** PDFs that ask for more than they are worth: `size` is some thousands, more of it makes them worse. */
export const pdfBombs: Readonly<Record<string, (size: number) => Uint8Array>> = {
  "deep page tree": (size) => deepTree(size),
  "page tree in a circle": () =>
    tree("<</Type/Pages/Kids[3 0 R]/Count 9>>", "<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>"),
  "page tree of itself": () => tree("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"),
  "count lies high": () =>
    tree("<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
  "count lies low": () => tree("<</Type/Pages/Kids[3 0 R]/Count -5>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
  "same page often": (size) =>
    tree(
      `<</Type/Pages/Kids[${"3 0 R ".repeat(size)}]/Count ${size}>>`,
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ),
  "reference to itself": () => assembleObjects(["1 0 R", "<</Type/Pages>>"]),
  "catalogue of references": () => assembleObjects(["2 0 R", "3 0 R", "1 0 R"]),
  "forms in a circle": () => page("/X Do", [form("X", "/X Do /X Do", "/XObject<</X 6 0 R>>")], "/XObject<</X 6 0 R>>"),
  "forms nested deeply": (size) => nestedForms(size, 1),
  "forms that multiply": () => nestedForms(30, 10),
  "many drawings of one form": (size) =>
    page("/X Do\n".repeat(size * 20), [form("X", word, "/Font<</F1 5 0 R>>")], "/XObject<</X 6 0 R>>"),
  "states saved": (size) => page(packed("q ".repeat(size * 100) + word)),
  "states restored": (size) => page(packed("Q ".repeat(size * 100) + word)),
  "arrays opened": (size) => page(packed("[".repeat(size * 100))),
  "dictionaries opened": (size) => page(packed("<<".repeat(size * 100))),
  "nested array object": (size) => page(word, ["[".repeat(size * 10) + "]".repeat(size * 10)], "", "/Annots 6 0 R"),
  "string without end": (size) => page(packed(`BT /F1 9 Tf (${"(".repeat(size * 100)}`)),
  "content of zeros": (size) => page(packed(Buffer.alloc(size * 20_000))),
  "content of spaces": (size) => page(packed(Buffer.alloc(size * 20_000, 0x20))),
  "deflated twice": (size) =>
    page(stream(deflateSync(deflateSync(Buffer.alloc(size * 100_000, 0x20))), "/Filter[/FlateDecode/FlateDecode]")),
  "many filters": (size) => page(stream("00", `/Filter[${"/ASCIIHexDecode ".repeat(size)}]`)),
  "length lies high": () => page(stream(word, "", 2_000_000_000)),
  "length lies low": () => page(stream(word, "", -1)),
  "length refers to itself": () => page(Buffer.from(`<</Length 4 0 R>>stream\n${word}\nendstream`)),
  "numbers of 400 digits": () =>
    page(`${"9".repeat(400)} ${"9".repeat(400)} Td ${word} ${"9".repeat(400)} 0 m 5 5 l S`),
  "box of nothing": () => page(word, [], "", "/MediaBox[0 0 0 0]/CropBox[9 9 -9 -9]"),
  "box of everything": () => page(grid(50) + texts(50), [], "", "/MediaBox[-1e30 -1e30 1e30 1e30]"),
  "box of strings": () => page(word, [], "", "/MediaBox[(a) null true << >>]/Rotate 37/UserUnit 1e300"),
  "many lines": (size) => page(packed(texts(300) + grid(size * 2))),
  "many texts": (size) => page(packed(texts(size * 10))),
  "texts in one place": (size) => page(packed(`BT /F1 9 Tf ${"1 0 0 1 50 50 Tm (5) Tj ".repeat(size * 5)} ET`)),
  "font sizes": (size) =>
    page(
      packed(
        Array.from({ length: size }, (_, i) => `BT /F1 ${i % 7 ? 1e9 : 1e-9} Tf ${i} ${i} Td (5 6) Tj ET\n`).join(""),
      ),
    ),
  "odd handler": () => encrypted("Odd/V 9/R 9"),
  "handler without keys": () => encrypted("Standard/V 5/R 6/Length 256"),
  "handler with wild keys": () =>
    encrypted(
      `Standard/V 4/R 4/Length -8/P 1e99/O(${"x".repeat(5000)})/U()/CF<</StdCF<</CFM/None/AuthEvent/X>>>>/StmF/Y/StrF/Z`,
    ),
  "xref in a circle": () =>
    Buffer.from(
      Buffer.from(page(word))
        .toString("latin1")
        .replace(/trailer\n<</, "trailer\n<</Prev 15"),
      "latin1",
    ),
  "function that loops": () =>
    page(
      "/Sh1 sh",
      [
        "<</ShadingType 1/ColorSpace/DeviceRGB/Function 7 0 R>>",
        stream("{ 1 1 1 }".repeat(5000), "/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]"),
      ],
      "/Shading<</Sh1 6 0 R>>",
    ),
  "a picture of gigapixels": () =>
    page(
      "q 500 0 0 500 0 0 cm /I Do Q",
      [
        stream(
          "x",
          "/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 16/Filter/DCTDecode",
        ),
      ],
      "/XObject<</I 6 0 R>>",
    ),
  "character map that uses itself": () =>
    page(
      "BT /F2 9 Tf <4e004e00> Tj ET",
      [
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 7 0 R/DescendantFonts[6 0 R]>>",
        stream(
          "/A usecmap begincodespacerange <00> <ffffffff> endcodespacerange 1 begincidrange <00000000> <ffffffff> 0 endcidrange",
          "/Type/CMap/CMapName/A/UseCMap 7 0 R",
        ),
      ],
      "/Font<</F2 6 0 R>>",
    ),
  "unicode map of everything": () =>
    page(
      "BT /F2 9 Tf (a) Tj ET",
      [
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>",
        stream(
          "begincodespacerange <00> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <7fffffff> <0041> endbfrange",
        ),
      ],
      "/Font<</F2 6 0 R>>",
    ),
  "only a header": () => Buffer.from("%PDF-1.7"),
  "objects without number": (size) =>
    Buffer.from(`%PDF-1.4\n${"1 0 obj\n<<".repeat(size)}\ntrailer<</Root 1 0 R>>\n%%EOF`),
  trailers: (size) => Buffer.from(`%PDF-1.4\n${"trailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n".repeat(size)}`),
};
