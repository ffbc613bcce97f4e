import type { Block, TableBlock } from "../document.ts";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";
import { readLines } from "../text/read-lines.ts";
import type { SourceLine } from "../text/split-lines.ts";
import { blockLevel, pictures, preformatted, unseen } from "./element-kinds.ts";
import { isHidden } from "./is-hidden.ts";
import { LineBuilder } from "./line-builder.ts";
import type { PageElement, PageText } from "./page-node.ts";
import { parsePage } from "./parse-page.ts";
import { readInput, readSelect } from "./read-form-field.ts";
import { noRows, readGrid } from "./read-grid.ts";
import { readPageTitle } from "./read-page-title.ts";
import { readPicture } from "./read-picture.ts";
import { readTable } from "./read-table.ts";
import { type PageVisitor, walkPage } from "./walk-page.ts";

/** Collects the blocks of a page while it is walked. */
class BlockCollector implements PageVisitor {
  readonly blocks: Block[] = [];
  #lines: SourceLine[] = [];
  readonly #builder = new LineBuilder();
  readonly #rows = new Map<PageElement, TableBlock | null>();
  /** Elements that were looked at as rows of a table made of other elements; see readGrid. */
  readonly #gridRows = new Map<PageElement, TableBlock | null | undefined>();
  #verbatim = 0;
  /** Lines ended by `<br>` or in `<pre>` may be wrapped or drawn; the lines of true paragraphs are whole. */
  #broken = false;
  #positions = 0;

  text(node: PageText): void {
    if (this.#verbatim === 0) {
      this.#builder.append(node.text, node.line);
      return;
    }
    node.text.split("\n").forEach((part, index) => {
      if (index > 0) this.#endLine(true);
      this.#builder.appendVerbatim(part, node.line + index);
    });
  }

  enter(element: PageElement): boolean {
    const { name } = element;
    if (unseen.has(name) || isHidden(element)) return false;
    if (!noRows.has(name) && element.first !== null && this.#isInGrid(element)) return false;
    if (blockLevel.has(name)) return this.#enterBlock(element);
    if (name === "br") this.#endLine(true);
    else if (name === "input") this.#builder.append(readInput(element), element.line);
    else if (name === "select") this.#builder.append(readSelect(element), element.line);
    else if (pictures.has(name)) this.#addPicture(element);
    else {
      if (preformatted.has(name)) this.#verbatim++;
      return true;
    }
    return false;
  }

  leave({ name }: PageElement): void {
    if (blockLevel.has(name)) this.#endLine(false);
    if (preformatted.has(name)) this.#verbatim--;
  }

  /** Ends the page: what is left becomes blocks. */
  finish(): Block[] {
    this.#endLine(false);
    this.#flush();
    return this.blocks;
  }

  #enterBlock(element: PageElement): boolean {
    this.#endLine(false);
    if (element.name === "table") {
      for (const [row, block] of readTable(element)) this.#rows.set(row, block);
      return true;
    }
    const table = element.name === "tr" ? this.#rows.get(element) : undefined;
    if (table === undefined) {
      if (preformatted.has(element.name)) this.#verbatim++;
      return true;
    }
    if (table !== null) this.#addTable(table);
    return false;
  }

  /** Whether the element is a row of a table made of other elements; with its first row the table is added. */
  #isInGrid(element: PageElement): boolean {
    if (!this.#gridRows.has(element)) {
      for (const [row, block] of readGrid(element)) this.#gridRows.set(row, block);
    }
    const block = this.#gridRows.get(element);
    if (block === undefined) return false;
    this.#endLine(false);
    if (block !== null) this.#addTable(block);
    return true;
  }

  #addTable(table: TableBlock): void {
    this.#positions += table.rows * table.columns;
    if (this.#positions > limits.positions) throw new RejectionError("too-complex");
    this.#flush();
    this.blocks.push(table);
  }

  #addPicture(element: PageElement): void {
    const image = readPicture(element);
    if (image === null) return;
    this.#endLine(false);
    this.#flush();
    this.blocks.push(image);
  }

  #endLine(broken: boolean): void {
    const line = this.#builder.take(this.#verbatim > 0);
    this.#broken = this.#broken || broken;
    if (line === null) return;
    this.#lines.push(broken || this.#broken ? line : { ...line, whole: true });
    if (!broken) this.#broken = false;
  }

  #flush(): void {
    for (const block of readLines(this.#lines)) this.blocks.push(block);
    this.#lines = [];
  }
}

/** Whether some text of the page already says it, spaces aside. */
function isPrinted(text: string, blocks: readonly Block[]): boolean {
  const bare = text.replace(/\s+/g, "");
  return blocks.some((block) => block.kind === "text" && block.text.replace(/\s+/g, "").includes(bare));
}

/**
 * Reads a page into blocks in reading order, each with its source line: paragraphs, data tables and large pictures. The
 * title in the page's head comes first where it names a report and the body does not say it.
 */
export function readHtml(source: string): Block[] {
  const page = parsePage(source);
  const collector = new BlockCollector();
  walkPage(page, collector);
  const blocks = collector.finish();
  const title = readPageTitle(page);
  return title === null || isPrinted(title.text, blocks) ? blocks : [title, ...blocks];
}
