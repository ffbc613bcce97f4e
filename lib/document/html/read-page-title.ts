import { stripFormat } from "../../chinese/fold.ts";
import type { TextBlock } from "../document.ts";
import type { PageElement } from "./page-node.ts";
import { readAttribute } from "./read-attribute.ts";

/** What parts the title of an article from the name of its site. */
const separator = /[_|｜]|--|\s[-–—]\s/;

function* childElements(parent: PageElement): Generator<PageElement> {
  for (let child = parent.first; child !== null; child = child.next) if (child.text === null) yield child;
}

function titleOf({ name, attributes, first }: PageElement): string | null {
  if (name === "title") return first?.text ?? null;
  const isTitle = name === "meta" && readAttribute(attributes, "name")?.toLowerCase() === "articletitle";
  return isTitle ? readAttribute(attributes, "content") : null;
}

/**
 * Reads the title that a page's head gives its article (government sites' meta `ArticleTitle`, or `<title>` without the
 * site's name), where it names a report; null where there is none.
 */
export function readPageTitle(page: PageElement): TextBlock | null {
  for (const html of childElements(page)) {
    for (const head of childElements(html)) {
      if (head.name !== "head") continue;
      for (const element of childElements(head)) {
        const parts = stripFormat(titleOf(element) ?? "").split(separator);
        const text = parts.map((part) => part.replace(/\s+/g, " ").trim()).find((part) => /报告|報告/.test(part));
        if (text !== undefined) return { kind: "text", text, location: { line: element.line } };
      }
    }
  }
  return null;
}
