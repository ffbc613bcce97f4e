import { stripFormat } from "../../chinese/fold.ts";
import type { Block } from "../document.ts";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";
import { readLines } from "./read-lines.ts";
import { splitLines } from "./split-lines.ts";

/** Spaces that a careless copy of a page left as entities. */
const spaceEntity = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/gi;

const space = 0x20;
const parting = new Set([..."|\t,｜│"].map((character) => character.charCodeAt(0)));

/** Throws RejectionError `too-complex` for a text that would make more lines and cells than memory should be spent on. */
function checkSize(text: string): void {
  let gaps = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The end of a run of spaces, or a delimiter.
    if (code === space ? text.charCodeAt(at - 1) === space && text.charCodeAt(at + 1) !== space : parting.has(code))
      gaps++;
  }
  if (text.length > limits.characters || gaps > limits.gaps) throw new RejectionError("too-complex");
}

/** Reads a plain text into blocks, each with its source line: paragraphs, and tables drawn with bars, tabs or spaces. */
export function readPlainText(text: string): Block[] {
  const plain = stripFormat(text.replaceAll(spaceEntity, " "));
  checkSize(plain);
  return readLines(splitLines(plain));
}
