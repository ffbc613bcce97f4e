import { test } from "@fast-check/vitest";
import * as fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { escapeText, html, trusted } from "../../lib/notice/page/html.ts";

describe("html", () => {
  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["\" onload='x' `y`", "&quot; onload=&#39;x&#39; &#96;y&#96;"],
    ["a&amp;b", "a&amp;amp;b"],
    ["\u202E倒\u2069", "[U+202E]倒[U+2069]"],
    ["a\u0000b\u0085", "a\uFFFDb\uFFFD"],
    ["half \uD800", "half \uFFFD"],
    ["一行\n二行", "一行\n二行"],
  ])("escapes %j", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
    expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it("leaves markup, numbers and lists of them as they are, and nothing out of null, undefined and false", () => {
    expect(html`<b>${[html`<i>${1}</i>`, null, undefined, false, "&", trusted("<hr>")]}</b>`.text).toBe(
      "<b><i>1</i>&amp;<hr></b>",
    );
  });

  test.prop([fc.string({ unit: "binary", maxLength: 60 })])(
    "no text becomes an element or leaves its attribute",
    (text) => {
      const fragment = parseFragment(html`<p title="${text}">${text}</p>`.text);
      expect(fragment.childNodes).toHaveLength(1);
      const [p] = fragment.childNodes as { attrs: unknown[]; childNodes: { nodeName: string }[] }[];
      expect(p!.attrs).toHaveLength(1);
      expect(p!.childNodes.every((node) => node.nodeName === "#text")).toBe(true);
    },
  );
});
