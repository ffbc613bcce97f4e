import { stripFormat } from "../../chinese/fold.ts";
import { restoreIdeographs } from "../../chinese/radicals.ts";
import type { Block } from "../document.ts";
import { dropPageNumbers } from "./drop-page-numbers.ts";
import { readLines } from "./read-lines.ts";
import { splitLines } from "./split-lines.ts";
import { stripLineNumbers } from "./strip-line-numbers.ts";

/** Spaces that a careless copy of a page left as entities. */
const spaceEntity = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/gi;

/**
 * Reads a plain text into blocks, each with its source line: paragraphs, and tables drawn with bars, tabs or spaces. A text
 * that would make more lines and cells than memory should be spent on: RejectionError `too-complex`.
 */
export function readPlainText(text: string): Block[] {
  const plain = text.includes("&") ? text.replaceAll(spaceEntity, " ") : text;
  const lines = splitLines(plain) ?? splitLines(restoreIdeographs(stripFormat(plain)))!;
  return readLines(dropPageNumbers(stripLineNumbers(lines)));
}
