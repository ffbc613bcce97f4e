import { limits } from "../limits.ts";
import type { PageHandler, TextMode } from "./page-handler.ts";
import { createPageElement, type PageElement, type PageNode } from "./page-node.ts";
import { kindOf, kinds } from "./tag-kinds.ts";

const namespace = "http://www.w3.org/1999/xhtml";

/** A page that nests deeper is left to the other builder. */
const deepest = 400;

/** Elements whose end tag may be left out: another element's end ends them. */
const implied = kinds.paragraph | kinds.item | kinds.definition;
/** Where a table's rows are put together: text has no place there. */
const tableParts = kinds.table | kinds.section | kinds.row | kinds.columns;
/** What stands only in a table. */
const inTable = kinds.section | kinds.row | kinds.cell | kinds.caption | kinds.columns | kinds.column;
/** A paragraph outside of these is not ended by a block inside. */
const boundary = kinds.table | kinds.cell | kinds.caption;
/** Before these a paragraph ends. */
const endsParagraph =
  kinds.paragraph | kinds.block | kinds.heading | kinds.item | kinds.definition | kinds.form | kinds.rule | kinds.table;
const inHead = kinds.meta | kinds.title | kinds.raw;

/** How far the page is: before its html, in it, in the head, after it, in the body, after it. */
type Phase = "start" | "html" | "head" | "headed" | "body" | "ended";

function appendNode(parent: PageElement, node: PageNode): void {
  const { last } = parent;
  node.parent = parent;
  node.previous = last;
  if (last === null) parent.first = node;
  else last.next = node;
  parent.last = node;
}

/**
 * Builds the tree of a page whose tags are closed in their order, or left out where every browser agrees, exactly as the HTML
 * standard says, but for white space between rows and cells. It refuses whatever would need mending: then MendingBuilder reads the page from its beginning.
 */
export class SoundBuilder implements PageHandler {
  readonly inForeignNode = false;
  readonly document = createPageElement("#document", "", "", 1);
  #phase: Phase = "start";
  readonly #open: PageElement[] = [this.document];
  readonly #kinds: number[] = [0];
  #top = this.document;
  #kind = 0;
  /** Open paragraphs since the last boundary, and those outside of each boundary. */
  #paragraphs = 0;
  readonly #outer: number[] = [];
  #links = 0;
  #forms = 0;
  #elements = 0;

  #create(name: string, attributes: string, line: number): PageElement | null {
    if (++this.#elements > limits.elements) return null;
    const element = createPageElement(name, namespace, attributes, line);
    appendNode(this.#top, element);
    return element;
  }

  #push(name: string, kind: number, attributes: string, line: number): boolean {
    const element = this.#create(name, attributes, line);
    if (element === null || this.#open.length > deepest) return false;
    this.#open.push(element);
    this.#kinds.push(kind);
    this.#top = element;
    this.#kind = kind;
    if ((kind & boundary) !== 0) {
      this.#outer.push(this.#paragraphs);
      this.#paragraphs = 0;
    } else if ((kind & kinds.paragraph) !== 0) this.#paragraphs++;
    else if ((kind & kinds.link) !== 0) this.#links++;
    else if ((kind & kinds.form) !== 0) this.#forms++;
    return true;
  }

  #pop(): void {
    const kind = this.#kind;
    this.#open.pop();
    this.#kinds.pop();
    this.#top = this.#open.at(-1)!;
    this.#kind = this.#kinds.at(-1)!;
    if ((kind & boundary) !== 0) this.#paragraphs = this.#outer.pop()!;
    else if ((kind & kinds.paragraph) !== 0) this.#paragraphs--;
    else if ((kind & kinds.link) !== 0) this.#links--;
    else if ((kind & kinds.form) !== 0) this.#forms--;
  }

  #popImplied(): void {
    while ((this.#kind & implied) !== 0) this.#pop();
  }

  /** Ends the cell and what is left open in it, then the rows and groups up to an element of the kinds `until`. */
  #closeTo(until: number): boolean {
    if ((this.#kind & tableParts) === 0) {
      this.#popImplied();
      if ((this.#kind & kinds.cell) === 0) return false;
      this.#pop();
    }
    while ((this.#kind & until) === 0) {
      if ((this.#kind & (tableParts & ~kinds.table)) === 0) return false;
      this.#pop();
    }
    return true;
  }

  startTag(name: string, attributes: string, _selfClosing: boolean, line: number): TextMode | null {
    const kind = kindOf(name);
    if (kind === 0) return null;
    if (this.#phase !== "body") return this.#startOutside(name, kind, attributes, line);
    if ((kind & inTable) !== 0) return this.#startInTable(name, kind, attributes, line) ? "markup" : null;
    // A table inside a table, not in a cell, and all else that stands between rows.
    if ((this.#kind & tableParts) !== 0) return null;
    if ((kind & endsParagraph) !== 0 && !this.#makeRoom(kind)) return null;
    if ((kind & (kinds.empty | kinds.meta)) !== 0) return this.#create(name, attributes, line) ? "markup" : null;
    if ((kind & (kinds.html | kinds.head | kinds.body | kinds.title)) !== 0) return null;
    if ((kind & kinds.link) !== 0 && this.#links > 0) return null;
    if ((kind & kinds.form) !== 0 && this.#forms > 0) return null;
    if (!this.#push(name, kind, attributes, line)) return null;
    return (kind & kinds.raw) !== 0 ? "raw" : "markup";
  }

  /** Ends what a block ends by beginning: a paragraph, the item before. */
  #makeRoom(kind: number): boolean {
    if ((kind & kinds.item) !== 0) {
      if ((this.#kind & kinds.item) !== 0) this.#pop();
      if ((this.#kind & kinds.list) === 0) return false;
    }
    if ((kind & kinds.definition) !== 0) {
      if ((this.#kind & kinds.definition) !== 0) this.#pop();
      if ((this.#kind & kinds.definitions) === 0) return false;
    }
    if ((kind & kinds.heading) !== 0 && (this.#kind & kinds.heading) !== 0) return false;
    if (this.#paragraphs === 0) return true;
    // In old documents a table may stand in a paragraph.
    if ((this.#kind & kinds.paragraph) === 0 || (kind & kinds.table) !== 0) return false;
    this.#pop();
    return this.#paragraphs === 0;
  }

  #startInTable(name: string, kind: number, attributes: string, line: number): boolean {
    if ((kind & kinds.cell) !== 0) return this.#closeTo(kinds.row) && this.#push(name, kind, attributes, line);
    if ((kind & kinds.row) !== 0) {
      if (!this.#closeTo(kinds.section | kinds.table)) return false;
      if ((this.#kind & kinds.table) !== 0 && !this.#push("tbody", kinds.section, "", line)) return false;
      return this.#push(name, kind, attributes, line);
    }
    if ((kind & kinds.section) !== 0) return this.#closeTo(kinds.table) && this.#push(name, kind, attributes, line);
    if ((kind & kinds.column) !== 0) {
      return (this.#kind & kinds.columns) !== 0 && this.#create(name, attributes, line) !== null;
    }
    return (this.#kind & kinds.table) !== 0 && this.#push(name, kind, attributes, line);
  }

  #startOutside(name: string, kind: number, attributes: string, line: number): TextMode | null {
    const phase = this.#phase;
    if ((kind & kinds.html) !== 0 && phase === "start") this.#phase = "html";
    else if ((kind & kinds.head) !== 0 && phase === "html") this.#phase = "head";
    else if ((kind & kinds.body) !== 0 && (phase === "headed" || (phase === "head" && this.#top.name === "head"))) {
      if (phase === "head") this.#pop();
      this.#phase = "body";
    } else if ((kind & inHead) !== 0 && phase === "head" && this.#top.name === "head") {
      if ((kind & kinds.meta) !== 0) return this.#create(name, attributes, line) ? "markup" : null;
      if (!this.#push(name, kind, attributes, line)) return null;
      return (kind & kinds.title) !== 0 ? "references" : "raw";
    } else return null;
    return this.#push(name, kind, attributes, line) ? "markup" : null;
  }

  endTag(name: string): boolean {
    const kind = kindOf(name);
    if (kind === 0 || (kind & (kinds.empty | kinds.meta | kinds.column)) !== 0) return false;
    if ((kind & (kinds.html | kinds.body | kinds.head)) !== 0) return this.#endOuter(kind);
    if (this.#phase === "ended") return false;
    if ((kind & kinds.table) !== 0) {
      if (!this.#closeTo(kinds.table)) return false;
    } else if ((kind & kinds.section) !== 0) {
      if (!this.#closeTo(kinds.section)) return false;
    } else if ((kind & kinds.row) !== 0) {
      if (!this.#closeTo(kinds.row)) return false;
    } else if ((kind & (kinds.inline | kinds.raw | kinds.title | kinds.paragraph | kinds.columns)) === 0) {
      while ((this.#kind & implied) !== 0 && this.#top.name !== name) this.#pop();
    }
    if (this.#top.name !== name) return false;
    this.#pop();
    return true;
  }

  #endOuter(kind: number): boolean {
    if ((kind & kinds.head) !== 0) {
      if (this.#phase !== "head" || this.#top.name !== "head") return false;
      this.#pop();
      this.#phase = "headed";
      return true;
    }
    if (this.#phase === "ended") return (kind & kinds.html) !== 0;
    if (this.#phase !== "body") return false;
    this.#phase = "ended";
    // What is still open ends with the page; between rows nothing more is awaited.
    return (this.#kind & (tableParts | kinds.raw)) === 0;
  }

  space(text: string, line: number): boolean {
    // Between rows and cells nothing is shown.
    const isShown = this.#phase !== "start" && this.#phase !== "html" && (this.#kind & tableParts) === 0;
    if (isShown) this.#add(text, line);
    return true;
  }

  text(text: string, line: number): boolean {
    const kind = this.#kind;
    if (this.#phase === "body" ? (kind & tableParts) !== 0 : (kind & (kinds.raw | kinds.title)) === 0) return false;
    this.#add(text, line);
    return true;
  }

  #add(text: string, line: number): void {
    appendNode(this.#top, { text, line, parent: null, previous: null, next: null });
  }

  doctype(): boolean {
    return this.#phase === "start";
  }

  end(): boolean {
    return this.#phase === "body" || this.#phase === "ended";
  }
}
