import type { ImageBlock } from "../document.ts";
import type { PageElement } from "./page-node.ts";
import { readAttribute } from "./read-attribute.ts";

/** Smaller pictures (in CSS pixels, either side) are icons, spacers or bullets: no table fits into them. */
const smallest = 100;

const styled = {
  width: /(?:^|[;\s])width\s*:\s*([\d.]+)(?:px|pt)?\s*(?:;|$)/i,
  height: /(?:^|[;\s])height\s*:\s*([\d.]+)(?:px|pt)?\s*(?:;|$)/i,
};
const plain = /^\s*([\d.]+)(?:px)?\s*$/i;

function declaredSize(attributes: string, style: string, side: "width" | "height"): number | null {
  const value = styled[side].exec(style)?.[1] ?? plain.exec(readAttribute(attributes, side) ?? "")?.[1];
  return value === undefined ? null : Number(value);
}

/** Makes an image of a picture's element; null where it is declared smaller than `least`, by default too small to hold a table. */
export function readPicture({ attributes, line, name }: PageElement, least = smallest): ImageBlock | null {
  const style = readAttribute(attributes, "style") ?? "";
  for (const side of ["width", "height"] as const) {
    const size = declaredSize(attributes, style, side);
    if (size !== null && size < least) return null;
  }
  const alt =
    readAttribute(attributes, name === "iframe" ? "title" : "alt") ?? readAttribute(attributes, "title") ?? "";
  return { kind: "image", alt: alt.trim(), location: { line } };
}
