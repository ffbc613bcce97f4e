import { decodeHTML } from "entities";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";
import type { PageHandler, TextMode } from "./page-handler.ts";
import { readTagName } from "./read-tag-name.ts";

const tagName = /[^\s/>]+/y;
const unquoted = /[^\s>]*/y;
const toCommentEnd = /--!?>/g;

/** Whether a code unit is an ASCII letter: what makes a "<" begin a tag. */
function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

const endsName = /[\s/>]/;

/** Where the end tag of the element `name` (lower case) begins, at `from` or later; -1 where there is none. */
function findEndTag(source: string, name: string, from: number): number {
  for (let at = source.indexOf("</", from); at >= 0; at = source.indexOf("</", at + 2)) {
    const end = at + 2 + name.length;
    if (source.slice(at + 2, end).toLowerCase() === name && endsName.test(source[end] ?? "")) return at;
  }
  return -1;
}

function skip(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(source);
  return pattern.lastIndex;
}

/** Where the white space that begins at `at` ends. */
function skipSpaces(source: string, at: number): number {
  let end = at;
  for (;;) {
    const code = source.charCodeAt(end);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0c) return end;
    end++;
  }
}

/** Where the name of a tag that begins at `at` ends: at white space, a slash or ">". */
function skipName(source: string, at: number): number {
  let end = at;
  for (let code = source.charCodeAt(end); isPlainName(code); code = source.charCodeAt(++end));
  const code = source.charCodeAt(end);
  // A rare character: the pattern knows whether it is white space.
  return code === gt || code === slash || code === 0x20 ? end : skip(tagName, source, at);
}

const gt = 0x3e;
const slash = 0x2f;
const equals = 0x3d;

/** ASCII letters, digits, colon and hyphen. */
const isPlainName = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x3a) || code === 0x2d;

/**
 * Cuts a page into tags and texts for a tree builder, in place of parse5's own tokenizer, which goes through every character
 * (three times the time) and knows lines only at a further cost. Attributes travel as one piece of source text. It follows
 * the HTML standard but for: an equals sign that begins an attribute's name, and scripts nested in a comment in a script.
 */
export class PageTokenizer {
  /** The source line at which the piece now being read begins, from 1. */
  #line = 1;
  readonly #source: string;
  readonly #handler: PageHandler;
  #nextEnd: number;
  /** Where the last value without quotes ends: a slash before that is part of it. */
  #valueEnd = -1;
  #refused = false;

  /** `source` without CR and NUL. */
  constructor(source: string, handler: PageHandler) {
    this.#source = source;
    this.#handler = handler;
    this.#nextEnd = this.#findLineEnd(0);
  }

  /** Reads the whole page; false where the handler refused it. */
  run(): boolean {
    const source = this.#source;
    let at = 0;
    while (at < source.length && !this.#refused) {
      let open = source.indexOf("<", at);
      // A "<" before another one begins nothing: a run of them is one piece of text, not a million.
      if (open >= 0) while (source.charCodeAt(open + 1) === 0x3c) open++;
      const end = open < 0 ? source.length : open;
      if (end > at) this.#emitText(at, end, true);
      if (open < 0) break;
      at = this.#readMarkup(open);
    }
    return !this.#refused && this.#handler.end();
  }

  /** Counts the lines up to `at`; the next line end is searched once only, for a page may be one line. */
  #moveTo(at: number): void {
    while (this.#nextEnd < at) {
      this.#line++;
      this.#nextEnd = this.#findLineEnd(this.#nextEnd + 1);
    }
  }

  #findLineEnd(from: number): number {
    const found = this.#source.indexOf("\n", from);
    return found < 0 ? this.#source.length : found;
  }

  #emitText(from: number, to: number, decode: boolean): void {
    this.#moveTo(from);
    const raw = this.#source.slice(from, to);
    const chars = decode && raw.includes("&") ? decodeHTML(raw) : raw;
    // Leading white space goes by itself: in tables and outside the body it goes elsewhere.
    const lead = skipSpaces(chars, 0);
    if (lead === 0) {
      if (!this.#handler.text(chars, this.#line)) this.#refused = true;
      return;
    }
    if (!this.#handler.space(lead === chars.length ? chars : chars.slice(0, lead), this.#line)) this.#refused = true;
    if (lead === chars.length || this.#refused) return;
    if (raw.lastIndexOf("\n", lead - 1) >= 0) this.#moveTo(from + lead);
    if (!this.#handler.text(chars.slice(lead), this.#line)) this.#refused = true;
  }

  /** Reads what begins with the "<" at `open`; answers where to go on. */
  #readMarkup(open: number): number {
    const source = this.#source;
    if (isLetter(source.charCodeAt(open + 1))) return this.#readTag(open, open + 1, false);
    const next = source[open + 1] ?? "";
    if (next === "/") {
      if (isLetter(source.charCodeAt(open + 2))) return this.#readTag(open, open + 2, true);
      const third = source[open + 2] ?? "";
      if (third === ">") return open + 3;
      return third === "" ? this.#readStray(open, open + 2) : this.#skipTo(">", open + 2);
    }
    if (next === "?") return this.#skipTo(">", open + 1);
    return next === "!" ? this.#readDeclaration(open) : this.#readStray(open, open + 1);
  }

  #readStray(from: number, to: number): number {
    this.#emitText(from, to, false);
    return to;
  }

  #skipTo(end: string, from: number): number {
    const found = this.#source.indexOf(end, from);
    return found < 0 ? this.#source.length : found + end.length;
  }

  #readDeclaration(open: number): number {
    const source = this.#source;
    const body = open + 2;
    if (source.startsWith("--", body)) {
      if (source.startsWith(">", body + 2)) return body + 3;
      if (source.startsWith("->", body + 2)) return body + 4;
      return skip(toCommentEnd, source, body + 2) || source.length;
    }
    if (this.#handler.inForeignNode && source.startsWith("[CDATA[", body)) {
      const end = this.#skipTo("]]>", body + 7);
      if (end > body + 10) this.#emitText(body + 7, source.startsWith("]]>", end - 3) ? end - 3 : end, false);
      return end;
    }
    const end = this.#skipTo(">", body);
    if (/^doctype/i.test(source.slice(body, body + 7))) this.#emitDoctype(source.slice(body + 7, end));
    return end;
  }

  /** Old documents put the browser into a mode in which a table may stand inside a paragraph. */
  #emitDoctype(declaration: string): void {
    const quoted = [...declaration.matchAll(/"([^">]*)"|'([^'>]*)'/g)].map((match) => match[1] ?? match[2] ?? "");
    const isPublic = /\bpublic\b/i.test(declaration);
    const name = /^\s*([^\s>]+)/.exec(declaration)?.[1]?.toLowerCase() ?? "";
    const publicId = isPublic ? (quoted[0] ?? null) : null;
    const systemId = (isPublic ? quoted[1] : quoted[0]) ?? null;
    if (!this.#handler.doctype(name, publicId, systemId)) this.#refused = true;
  }

  /** Where the tag whose attributes begin at `from` ends: the index of its ">", or -1 where the page ends before. */
  #findTagEnd(from: number): number {
    const source = this.#source;
    let at = from;
    for (let values = 0; ; values++) {
      if (values > limits.attributes) throw new RejectionError("too-complex");
      let code = source.charCodeAt(at);
      while (code !== gt && code !== equals && at < source.length) code = source.charCodeAt(++at);
      if (at >= source.length) return -1;
      if (code === gt) return at;
      at = skipSpaces(source, at + 1);
      const quote = source[at];
      if (quote === '"' || quote === "'") {
        at = source.indexOf(quote, at + 1) + 1;
        if (at === 0) return -1;
      } else {
        at = skip(unquoted, source, at);
        this.#valueEnd = at;
      }
    }
  }

  #readTag(open: number, nameAt: number, closing: boolean): number {
    const source = this.#source;
    const nameEnd = skipName(source, nameAt);
    const end = source[nameEnd] === ">" ? nameEnd : this.#findTagEnd(nameEnd);
    // A page cut inside a tag: the standard drops the tag.
    if (end < 0) return source.length;
    this.#moveTo(open);
    const name = readTagName(source, nameAt, nameEnd);
    if (closing) {
      if (!this.#handler.endTag(name, this.#line)) this.#refused = true;
      return end + 1;
    }
    const attributes = end > nameEnd + 1 ? source.slice(nameEnd, end).trim() : "";
    const selfClosing = source.charCodeAt(end - 1) === slash && this.#valueEnd !== end;
    const mode = this.#handler.startTag(name, attributes, selfClosing, this.#line);
    if (mode === null) this.#refused = true;
    return mode === null || mode === "markup" ? end + 1 : this.#readRaw(name, end + 1, mode);
  }

  /** Reads the content of a script, style, title … up to its end tag, which the main loop then finds. */
  #readRaw(name: string, from: number, mode: TextMode): number {
    const found = mode === "plain" ? -1 : findEndTag(this.#source, name, from);
    const end = found < 0 ? this.#source.length : found;
    if (end > from) this.#emitText(from, end, mode === "references");
    return end;
  }
}
