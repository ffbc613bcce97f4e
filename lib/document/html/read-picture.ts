import type { ImageBlock } from "../document.ts";
import type { PageElement } from "./page-node.ts";
import { readAttribute } from "./read-attribute.ts";

/** Smaller pictures (in CSS pixels, either side) are icons, spacers or bullets: no table fits into them. */
const smallest = 100;

function declaredSize(attributes: string, side: "width" | "height"): number | null {
  const style = readAttribute(attributes, "style") ?? "";
  const inStyle = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+)(?:px|pt)?\\s*(?:;|$)`, "i").exec(style)?.[1];
  const value = inStyle ?? /^\s*([\d.]+)(?:px)?\s*$/i.exec(readAttribute(attributes, side) ?? "")?.[1];
  return value === undefined ? null : Number(value);
}

/** Makes an image of a picture's element; null where it is declared smaller than `least`, by default too small to hold a table. */
export function readPicture({ attributes, line, name }: PageElement, least = smallest): ImageBlock | null {
  for (const side of ["width", "height"] as const) {
    const size = declaredSize(attributes, side);
    if (size !== null && size < least) return null;
  }
  const alt =
    readAttribute(attributes, name === "iframe" ? "title" : "alt") ?? readAttribute(attributes, "title") ?? "";
  return { kind: "image", alt: alt.trim(), location: { line } };
}
