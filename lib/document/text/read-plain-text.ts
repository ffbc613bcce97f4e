import { stripFormat } from "../../chinese/fold.ts";
import type { Block } from "../document.ts";
import { readLines } from "./read-lines.ts";
import { splitLines } from "./split-lines.ts";

/** Spaces that a careless copy of a page left as entities. */
const spaceEntity = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/gi;

/** Reads a plain text into blocks, each with its source line: paragraphs, and tables drawn with bars, tabs or spaces. */
export function readPlainText(text: string): Block[] {
  return readLines(splitLines(stripFormat(text.replaceAll(spaceEntity, " "))));
}
