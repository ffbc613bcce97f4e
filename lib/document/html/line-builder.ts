import { stripFormat } from "../../chinese/fold.ts";
import type { SourceLine } from "../text/split-lines.ts";

const space = /[ \t\n\f]/;
const pieces = /([ \t\n\f]+)|[^ \t\n\f]+/g;

/** From here on code units are East Asian: a line end between two such characters is no space (CSS Text 3, 4.1.3). */
const eastAsian = 0x2e80;

function isSpace(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0c) return false;
  }
  return true;
}

/** Gathers the characters of one printed line, white space collapsed as browsers do, and where they stand in the source. */
export class LineBuilder {
  #text = "";
  /** The last character's code unit: asking the growing text for it would copy it each time. */
  #end = 0;
  #pending: "" | " " | "\n" = "";
  #first = 0;
  #last = 0;
  #breaks: [number, { line: number }][] = [];

  /** Adds the text of a node that begins on source line `line`. */
  append(raw: string, line: number): void {
    // White space alone that nothing comes before is not shown.
    if (this.#text === "" && isSpace(raw)) return;
    const text = stripFormat(raw);
    if (!space.test(text)) {
      this.#put(text, line);
      return;
    }
    let at = line;
    for (const match of text.matchAll(pieces)) {
      const gap = match[1];
      if (gap === undefined) {
        this.#put(match[0], at);
        continue;
      }
      const lines = gap.includes("\n") ? gap.split("\n").length - 1 : 0;
      at += lines;
      if (this.#pending !== " ") this.#pending = lines > 0 ? "\n" : " ";
    }
  }

  /** Whether the line that is being gathered holds characters. */
  get hasText(): boolean {
    return this.#text !== "";
  }

  /** Adds preformatted characters of one line as they stand. */
  appendVerbatim(text: string, line: number): void {
    this.#put(stripFormat(text), line);
  }

  #put(text: string, line: number): void {
    if (text === "") return;
    if (this.#pending !== "" && this.#text !== "") {
      const between = this.#end >= eastAsian && text.charCodeAt(0) >= eastAsian;
      if (this.#pending === " " || !between) this.#text += " ";
    }
    this.#pending = "";
    if (this.#text === "") this.#first = line;
    else if (line > this.#last) this.#breaks.push([this.#text.length, { line }]);
    this.#last = Math.max(line, this.#text === "" ? 0 : this.#last);
    this.#text += text;
    this.#end = text.charCodeAt(text.length - 1);
  }

  /** Takes the finished line, or null where nothing but white space was added; the builder is empty afterwards. */
  take(verbatim = false): SourceLine | null {
    const whole = this.#text;
    const breaks = this.#breaks;
    const line = this.#first;
    this.#text = "";
    this.#pending = "";
    this.#breaks = [];
    const text = verbatim ? whole.trimEnd() : whole.trim();
    if (text === "") return null;
    if (breaks.length === 0) return { text, line };
    const lead = verbatim ? 0 : whole.length - whole.trimStart().length;
    const kept = breaks.map(([offset, place]): [number, { line: number }] => [Math.max(0, offset - lead), place]);
    const before = kept.filter(([offset]) => offset === 0).at(-1);
    const after = kept.filter(([offset]) => offset > 0 && offset < text.length);
    return { text, line: before?.[1].line ?? line, ...(after.length > 0 ? { breaks: after } : {}) };
  }
}
