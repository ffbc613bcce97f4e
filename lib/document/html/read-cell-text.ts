import { stripFormat } from "../../chinese/fold.ts";
import { blockLevel, pictures, preformatted, unseen } from "./element-kinds.ts";
import { isHidden } from "./is-hidden.ts";
import { LineBuilder } from "./line-builder.ts";
import type { PageElement, PageNode, PageText } from "./page-node.ts";
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

/** Elements that show more than the text inside them, or show it in another way. */
const isSpecial = (name: string): boolean =>
  name === "br" ||
  name === "table" ||
  name === "input" ||
  name === "select" ||
  pictures.has(name) ||
  preformatted.has(name);

/** The only text of a cell, however many elements dress it, where nothing else is shown; null where there is more, or none. */
function findSoleText(cell: PageElement): PageText | null {
  let parent = cell;
  for (;;) {
    let only: PageNode | null = null;
    for (let child = parent.first; child !== null; child = child.next) {
      if (child.text === null) {
        if (isSpecial(child.name)) return null;
        if (child.first === null || unseen.has(child.name) || isHidden(child)) continue;
      } else if (blank.test(child.text)) continue;
      if (only !== null) return null;
      only = child;
    }
    if (only === null || only.text !== null) return only;
    parent = only;
  }
}

/** Whether an element is raised, as the marks of notes are. */
const isRaised = ({ name, attributes }: PageElement): boolean =>
  name === "sup" ||
  (attributes !== "" && attributes.includes("super") && /vertical-align\s*:\s*(?:super|text-top)/i.test(attributes));

/** Whether a table inside a cell only frames its text: it has one cell. */
function isFrame(table: PageElement): boolean {
  let cells = 0;
  for (let node = table.first; node !== null; ) {
    const { name } = node.text === null ? node : { name: "" };
    if (name === "td" || name === "th") {
      if (++cells > 1) return false;
    } else if ((name === "tbody" || name === "tr") && (node as PageElement).first !== null) {
      node = (node as PageElement).first;
      continue;
    }
    while (node !== null && node.next === null) {
      const up: PageElement | null = node.parent;
      node = up === null || up === table ? null : up;
    }
    node = node?.next ?? null;
  }
  return cells === 1;
}

const blank = /^[ \t\n\f]*$/;
const space = /[ \t\n\f]/;

/** Reads the text of a table cell as it is shown; a cell with a table inside is read up to that table only. */
export function readCellText(cell: PageElement): CellText {
  if (cell.first === null) return { text: "", line: cell.line, nested: false };
  const sole = findSoleText(cell);
  if (sole !== null && !space.test(sole.text)) {
    const text = stripFormat(sole.text).trim();
    return { text, line: text === "" ? cell.line : sole.line, nested: false };
  }
  const builder = new LineBuilder();
  const lines: string[] = [];
  let line = 0;
  let verbatim = 0;
  let nested = false;
  let pictured = 0;
  // One frame is looked into: texts of several are no one text.
  let framed = false;
  const end = () => {
    const taken = builder.take();
    if (taken === null) return;
    if (lines.length === 0) line = taken.line;
    lines.push(taken.text);
  };
  if (sole !== null) {
    builder.append(sole.text, sole.line);
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
      else if (name === "table" && (framed || !isFrame(element))) nested = true;
      // A raised mark after a figure points to a note: it is no digit of the figure.
      else if (isRaised(element) && (lines.length > 0 || builder.hasText)) return false;
      else if (name === "input") builder.append(readInput(element), element.line);
      else if (name === "select") builder.append(readSelect(element), element.line);
      else if (pictures.has(name)) {
        const shown = readPicture(element, smallestInCell);
        if (shown !== null) pictured ||= element.line;
        builder.append(shown?.alt ?? "", element.line);
      } else {
        if (blockLevel.has(name)) end();
        if (name === "table") framed = true;
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
