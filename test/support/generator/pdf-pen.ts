import { type PdfFont, toHex } from "./pdf-fonts.ts";

/** How figures are drawn: as one text, a text a digit, one text with kerning between its digits, with space between digits, each twice a hair apart, or in Helvetica. */
export type DigitStyle = "whole" | "apart" | "kerned" | "spaced" | "twice" | "helvetica";
/** How table rules are drawn. */
export type RuleStyle = "strokes" | "rects" | "cell-rects" | "none";

const point = (value: number) => (Math.round(value * 100) / 100).toString();

/** Width of a text in ems: Chinese characters one, Latin half. */
export function emWidth(text: string): number {
  let width = 0;
  for (const c of text) width += c.codePointAt(0)! < 0x2000 ? 0.5 : 1;
  return width;
}

/** Draws on one page; y grows downwards from the top edge. */
export class Pen {
  readonly operators: string[] = [];
  readonly #height: number;
  readonly #font: PdfFont;
  constructor(height: number, font: PdfFont) {
    this.#height = height;
    this.#font = font;
  }

  #kern(text: string, x: number, y: number, size: number): void {
    const pieces = [...text].map((c) => toHex(c, this.#font)).join(" 30 ");
    this.operators.push(`BT /F1 ${size} Tf ${point(x)} ${point(this.#height - y)} Td [${pieces}] TJ ET`);
  }

  #show(text: string, x: number, y: number, size: number, font: string, before = ""): void {
    const string = font === "F2" ? `(${text.replace(/[\\()]/g, "\\$&")})` : toHex(text, this.#font);
    this.operators.push(`BT /${font} ${size} Tf ${before}${point(x)} ${point(this.#height - y)} Td ${string} Tj ET`);
  }

  /** A text whose baseline begins at (x, y). */
  text(text: string, x: number, y: number, size: number): void {
    this.#show(text, x, y, size, "F1");
  }

  /** A figure centred on `centre`. */
  figure(text: string, centre: number, y: number, size: number, style: DigitStyle): void {
    const isLatin = /^[ -~]+$/.test(text);
    const space = style === "spaced" ? 1.5 : 0;
    const left = centre - (emWidth(text) * size + space * (text.length - 1)) / 2;
    if (style === "apart") {
      let x = left;
      for (const c of text) {
        this.#show(c, x, y, size, "F1");
        x += emWidth(c) * size;
      }
      return;
    }
    if (style === "kerned") {
      this.#kern(text, left, y, size);
      return;
    }
    const font = style === "helvetica" && isLatin ? "F2" : "F1";
    this.#show(text, left, y, size, font, space === 0 ? "" : `${space} Tc `);
    // Character spacing outlives the text object.
    if (space > 0) this.operators.push("0 Tc");
    if (style === "twice") this.#show(text, left + 0.25, y, size, "F1");
  }

  /** A filled rectangle behind the text. */
  shade(x: number, y: number, width: number, height: number): void {
    const box = `${point(x)} ${point(this.#height - y - height)} ${point(width)} ${point(height)} re f`;
    this.operators.push(`q 0.85 0.9 0.95 rg ${box} Q`);
  }

  /** Large pale text across the page, turned by 45 degrees. */
  watermark(text: string, x: number, y: number): void {
    const place = `0.707 0.707 -0.707 0.707 ${point(x)} ${point(this.#height - y)} Tm`;
    this.operators.push(`q 0.9 g BT /F1 48 Tf ${place} ${toHex(text, this.#font)} Tj ET Q`);
  }

  /** A straight rule. */
  rule(x1: number, y1: number, x2: number, y2: number, style: RuleStyle): void {
    const h = this.#height;
    if (style === "strokes")
      this.operators.push(`0.5 w ${point(x1)} ${point(h - y1)} m ${point(x2)} ${point(h - y2)} l S`);
    if (style === "rects") {
      const [w, t] = [Math.max(x2 - x1, 0.48), Math.max(y2 - y1, 0.48)];
      this.operators.push(`${point(x1)} ${point(h - y2)} ${point(w)} ${point(t)} re f`);
    }
  }

  /** The outline of a rectangle as one stroked path. */
  rectangle(x: number, y: number, width: number, height: number): void {
    this.operators.push(`0.5 w ${point(x)} ${point(this.#height - y - height)} ${point(width)} ${point(height)} re S`);
  }
}
