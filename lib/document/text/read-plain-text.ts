import { stripFormat } from "../../chinese/fold.ts";
import type { Block } from "../document.ts";
import { readLines } from "./read-lines.ts";
import { splitLines } from "./split-lines.ts";

/** Reads a plain text into blocks, each with its source line: paragraphs, and tables drawn with bars, tabs or spaces. */
export function readPlainText(text: string): Block[] {
  return readLines(splitLines(stripFormat(text)));
}
