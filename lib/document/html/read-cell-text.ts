import { blockLevel, pictures, preformatted, unseen } from "./element-kinds.ts";
import { isHidden } from "./is-hidden.ts";
import { LineBuilder } from "./line-builder.ts";
import type { PageElement } from "./page-node.ts";
import { readInput, readSelect } from "./read-form-field.ts";
import { readPicture } from "./read-picture.ts";
import { walkPage } from "./walk-page.ts";

/** The text of a cell: its lines parted by "\n", the source line of the first, and whether a table stands inside. */
export interface CellText {
  text: string;
  line: number;
  nested: boolean;
}

/** What stands in a cell that shows nothing but a picture: not blank, and no number that could be read. */
const picture = "(图片)";
/** Smaller pictures in a cell (CSS pixels) are spacers. */
const smallestInCell = 8;

/** Reads the text of a table cell as it is shown; a cell with a table inside is read up to that table only. */
export function readCellText(cell: PageElement): CellText {
  const only = cell.first;
  if (only === null) return { text: "", line: cell.line, nested: false };
  const builder = new LineBuilder();
  const lines: string[] = [];
  let line = 0;
  let verbatim = 0;
  let nested = false;
  let pictured = 0;
  const end = () => {
    const taken = builder.take();
    if (taken === null) return;
    if (lines.length === 0) line = taken.line;
    lines.push(taken.text);
  };
  if (only.text !== null && only.next === null) {
    builder.append(only.text, only.line);
    end();
    return { text: lines[0] ?? "", line: line || cell.line, nested: false };
  }
  walkPage(cell, {
    text(node) {
      if (verbatim === 0) {
        builder.append(node.text, node.line);
        return;
      }
      node.text.split("\n").forEach((part, index) => {
        if (index > 0) end();
        builder.append(part, node.line + index);
      });
    },
    enter(element) {
      const { name } = element;
      if (nested || unseen.has(name) || isHidden(element)) return false;
      if (name === "br") end();
      else if (name === "table") nested = true;
      // A raised mark after a figure points to a note: it is no digit of the figure.
      else if (name === "sup" && (lines.length > 0 || builder.hasText)) return false;
      else if (name === "input") builder.append(readInput(element), element.line);
      else if (name === "select") builder.append(readSelect(element), element.line);
      else if (pictures.has(name)) {
        const shown = readPicture(element, smallestInCell);
        if (shown !== null) pictured ||= element.line;
        builder.append(shown?.alt ?? "", element.line);
      } else {
        if (blockLevel.has(name)) end();
        if (preformatted.has(name)) verbatim++;
        return true;
      }
      return false;
    },
    leave({ name }) {
      if (preformatted.has(name)) verbatim--;
      if (blockLevel.has(name)) end();
    },
  });
  end();
  if (lines.length === 0 && pictured > 0) return { text: picture, line: pictured, nested };
  return { text: lines.join("\n"), line: line || cell.line, nested };
}
