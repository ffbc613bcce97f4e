import { fc, test as propertyTest } from "@fast-check/vitest";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, test } from "vitest";
import type { PageElement } from "../../../lib/document/html/page-node.ts";
import { parsePage } from "../../../lib/document/html/parse-page.ts";
import { walkPage } from "../../../lib/document/html/walk-page.ts";

/** The tree in words: names, and texts joined as far as they adjoin. */
function outlineOurs(html: string): string {
  const parts: string[] = [];
  walkPage(parsePage(html), {
    text: ({ text }) => parts.push(text),
    enter({ name }) {
      if (name === "#comment") return false;
      parts.push(`<${name}>`);
      return true;
    },
    leave: ({ name }) => name !== "#comment" && parts.push(`</${name}>`),
  });
  return parts.join("");
}

function outlineParse5(html: string): string {
  const parts: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if (node.nodeName === "#text") parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (node.nodeName.startsWith("#") && !("childNodes" in node)) return;
    const isElement = "tagName" in node;
    if (isElement) parts.push(`<${node.tagName}>`);
    for (const child of (node as DefaultTreeAdapterTypes.ParentNode).childNodes ?? []) walk(child);
    if (isElement) parts.push(`</${node.tagName}>`);
  };
  walk(parse(html.replaceAll("\0", "")));
  return parts.join("");
}

const pieces = [
  "<table>",
  "</table>",
  "<tr>",
  "</tr>",
  "<td>",
  "<td colspan=2>",
  "</td>",
  "<th scope='row'>",
  "<tbody>",
  "</thead>",
  "<p>",
  '<p class="a>b">',
  "</p>",
  "<div>",
  "</div>",
  "<b>",
  "</b>",
  "<i>",
  "</i>",
  "<font color=red>",
  "<font size='2'>",
  "</font>",
  "<br>",
  "<br/>",
  "<li>",
  "<ul>",
  "</ul>",
  "<select>",
  "<option selected>",
  "</select>",
  "<input value='a>b'>",
  "<input type=hidden>",
  "<script>",
  "</script>",
  "<style>td{}",
  "</style>",
  "<title>",
  "</title>",
  "<textarea>",
  "</textarea>",
  "<pre>\n",
  "</pre>",
  "<!-- c -->",
  "<!--[if gte mso 9]><xml>x</xml><![endif]-->",
  "<![if !vml]>",
  "<![endif]>",
  "<?xml:namespace prefix = o />",
  "<!-->",
  "<!--->",
  "<!-- a --!>",
  "<!doctype html>",
  "</>",
  "</ x>",
  "<3",
  "< a",
  "&nbsp;",
  "&amp;",
  "&#12288;",
  "&nbsp",
  "&lt",
  "&",
  "一",
  " ",
  "\n",
  "\t",
  "规章 12",
  "<svg>",
  "</svg>",
  "<path d='M0'/>",
  "<math>",
  "</math>",
  "<o:p>",
  "</o:p>",
  "<caption>",
  "<col>",
  "<a href=x>",
  "</a>",
  "<nobr>",
  "<form>",
  "</form>",
  "<template>",
  "</template>",
  "<frameset>",
  "<body a='1'>",
  "</body>",
  "</html>",
  "<h1>",
  "</h2>",
  "<noscript>",
  "</noscript>",
  "<iframe>",
  "</iframe>",
  "<td",
  "<a b='",
  '"',
  ">",
  "<x y=z/>",
  "\r\n",
  "\r",
];

describe("parsePage", () => {
  propertyTest.prop([fc.array(fc.constantFrom(...pieces), { maxLength: 40 })], { numRuns: 1000 })(
    "builds the tree that parse5 with its own tokenizer builds",
    (soup) => {
      const html = soup.join("");
      // The content of a template is never shown and is not kept.
      fc.pre(!html.includes("<template>"));
      // Where white space alone stands (in a frameset, after the body) makes no difference to what is read.
      const bare = (outline: string) => outline.replace(/\s+/g, "");
      expect(bare(outlineOurs(html))).toBe(bare(outlineParse5(html)));
    },
  );

  test.each([
    ["\n", "LF"],
    ["\r\n", "CRLF"],
    ["\r", "CR"],
  ])("counts lines that end with %j", (end) => {
    const html = ["<p>一", "二</p>", "<!-- a", "b -->", "<table", " border=1><tr><td>三", "</table>"].join(end);
    const lines: [string, number][] = [];
    walkPage(parsePage(html), {
      text: ({ text, line }) => text.trim() && lines.push([text.trim(), line]),
      enter: ({ name, line }) => {
        if (name === "p" || name === "table" || name === "td") lines.push([name, line]);
        return true;
      },
      leave() {},
    });
    expect(lines).toEqual([
      ["p", 1],
      ["一\n二", 1],
      ["table", 5],
      ["td", 6],
      ["三", 6],
    ]);
  });

  test.each([
    ["elements one in another", `${"<div>".repeat(100_000)}x`],
    ["formatting elements that are never closed", "<font size=1><p>".repeat(20_000)],
    ["attributes", `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(" ")}>x`],
    ["rows fostered out of a table", `<table>${"x<tr>".repeat(50_000)}`],
    ["unclosed comments", "<!--".repeat(100_000)],
    ["tags that never end", "<a ".repeat(100_000)],
    ["comments that end oddly", "<!-- --!>".repeat(50_000)],
  ])("ends with many %s, in a tree or the rejection too-complex", (_name, html) => {
    let outcome: PageElement | string;
    try {
      outcome = parsePage(html).name;
    } catch (error) {
      outcome = (error as { code: string }).code;
    }
    expect(["#document", "too-complex"]).toContain(outcome);
  });
});
