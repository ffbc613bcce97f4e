import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { PageElement, PageNode } from "../../../lib/document/html/page-node.ts";
import { parseAnyPage, parseSoundPage } from "../../../lib/document/html/parse-page.ts";
import { carriers, makeCase } from "../../support/generator/make-case.ts";

const tableParts = new Set(["table", "thead", "tbody", "tfoot", "tr", "colgroup"]);

/** Every node of a tree with its line, its attributes and its depth. */
function outline(root: PageElement): string[] {
  const lines: string[] = [];
  const open: [PageNode | null, number][] = [[root.first, 0]];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const [node, depth] = entry;
    if (node === null) continue;
    // White space between rows and cells is never shown.
    const isBetween = node.text !== null && node.text.trim() === "" && tableParts.has(node.parent!.name);
    const shown = node.text === null ? `<${node.name} ${node.attributes}>` : JSON.stringify(node.text);
    if (!isBetween) lines.push(`${depth} ${node.line} ${shown}`);
    open.push([node.next, depth]);
    if (node.text === null) open.push([node.first, depth + 1]);
  }
  return lines;
}

/** Whether the page was sound; where it was, both builders must have made the same of it. */
function isSameTree(html: string): boolean {
  const sound = parseSoundPage(html);
  if (sound === null) return false;
  expect(outline(sound)).toEqual(outline(parseAnyPage(html)));
  return true;
}

const page = (body: string) =>
  `<!DOCTYPE html>\n<html lang="zh">\n<head><meta charset="utf-8">\n<title>报告</title></head>\n<body>\n${body}\n</body>\n</html>\n`;

test.each([
  page("<p>一</p>\n<div><span>二</span> <b>三</b></div>"),
  page("<p>一<p>二<div>三</div>"),
  page("<ul><li>一<li>二<ul><li>三</ul></ul>"),
  page("<dl><dt>一<dd>二<dt>三</dl>"),
  page("<table><caption>甲</caption><colgroup><col><col></colgroup><tr><td>1<td>2<tr><td>3</table>"),
  page("<table>\n<thead>\n<tr>\n<th>1</th></tr></thead><tbody><tr><td><p>2</table><p>后"),
  page("<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>"),
  page("<p><o:p>&nbsp;</o:p></p><script>if (a < b) c()</script>"),
  page("<a href=x>一</a><a href=y>二</a><form><p>三</p></form>"),
  "<html><head><title>甲</title><body class=a><p>一",
  page("<div><p>一</div>"),
])("builds the tree of a page that needs no mending: %#", (html) => {
  expect(isSameTree(html)).toBe(true);
});

test.each([
  page("<p>一<table><tr><td>1</td></tr></table>"),
  page("<b><p>一</b></p>"),
  page("<table><tr><td>1</td></tr>字</table>"),
  page("<table><td>1</td></table>"),
  page("</p>"),
  page("<div>一</div></div>"),
  page("<a>一<a>二</a></a>"),
  page("<h1>一<h2>二</h2></h1>"),
  page("<ul><li><p>一<li>二</ul>"),
  page("<pre>\n一</pre>"),
  page("<textarea>一</textarea>"),
  page("<svg><p>一</p></svg>"),
  "<p>一</p>",
  page("一").replace("</html>", "</html>字"),
])("leaves a page to be mended: %#", (html) => {
  expect(parseSoundPage(html)).toBeNull();
});

const names = ["p", "div", "span", "b", "a", "ul", "li", "dl", "dt", "dd", "h1", "table", "tbody", "tr", "td", "th"];
const more = [
  "thead",
  "caption",
  "colgroup",
  "col",
  "form",
  "o:p",
  "i",
  "section",
  "br",
  "hr",
  "img",
  "script",
  "tfoot",
];
const tags = [...names, ...names, ...more].flatMap((name) => [`<${name}>`, `</${name}>`]);
const piece = fc.oneof({ arbitrary: fc.constantFrom(...tags), weight: 5 }, fc.constantFrom("字", " ", "\n", "&nbsp;"));

/** A tree whose elements are closed, with some end tags left out. */
const content = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
  node: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom("字", " ", "<br>", "\n"),
    fc
      .tuple(fc.constantFrom("div", "span", "b", "p", "section", "i", "a"), tie("nodes"), fc.boolean())
      .map(([name, inside, open]) => `<${name}>${inside}${open && name === "p" ? "" : `</${name}>`}`),
    fc
      .array(fc.array(tie("nodes"), { minLength: 1, maxLength: 3 }), { maxLength: 3 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.boolean(), fc.boolean()))
      .map(([rows, ends, body]) => {
        const end = (name: string) => (ends ? `</${name}>` : "");
        const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}${end("td")}`).join("")}${end("tr")}`);
        return `<table>${body ? "<tbody>" : "\n"}${lines.join("")}</table>`;
      }),
    fc.array(tie("nodes"), { maxLength: 3 }).map((items) => `<ul>${items.map((item) => `<li>${item}`).join("")}</ul>`),
  ),
}));

describe("what it does not refuse, it builds as the standard says", () => {
  propertyTest.prop([fc.array(piece, { maxLength: 14 })], { numRuns: 3000 })("tags in any order", (pieces) => {
    isSameTree(page(pieces.join("")));
  });

  propertyTest.prop([content.nodes], { numRuns: 1500 })("elements in elements", (body) => {
    isSameTree(page(body));
  });

  propertyTest.prop([content.nodes, fc.nat({ max: 300 }), fc.nat({ max: 12 })], { numRuns: 1500 })(
    "elements in elements, a piece cut out",
    (body, at, length) => {
      const html = page(body);
      isSameTree(html.slice(0, at) + html.slice(at + length));
    },
  );

  test("pages as they are written by sites and word processors, most of them sound", () => {
    const pages = carriers
      .filter((carrier) => carrier.startsWith("html"))
      .flatMap((carrier) => Array.from({ length: 40 }, (_, seed) => makeCase(carrier, seed).bytes))
      .map((bytes) => new TextDecoder().decode(bytes));
    const sound = pages.filter(isSameTree);
    expect(sound.length).toBeGreaterThan(pages.length / 3);
  });
});
