import type { Item } from "./geometry.ts";

/** Whether a character is as wide as an em in East Asian fonts. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x2014 && code <= 0x2026) ||
    (code >= 0xd800 && code <= 0xdfff)
  );
}

/** Estimated left edges of an item's characters and, last, its right edge; gaps between words share what the glyphs leave. */
export function characterEdges(item: Item): number[] {
  const { text, x0, x1, size } = item;
  let glyphs = 0;
  let spaces = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20) spaces++;
    else glyphs += glyphWidth(code, item);
  }
  const width = x1 - x0;
  const gap = spaces > 0 ? Math.max(0.1 * size, (width - glyphs * size) / spaces) : 0;
  const scale = glyphs > 0 ? Math.max(0, width - gap * spaces) / glyphs : 0;
  const edges = [x0];
  let x = x0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    x += code === 0x20 ? gap : glyphWidth(code, item) * scale;
    edges.push(x);
  }
  return edges;
}

function glyphWidth(code: number, item: Item): number {
  if (isWide(code)) return code >= 0xd800 && code <= 0xdfff ? 0.5 : 1;
  if (code >= 0x30 && code <= 0x39) return item.digit;
  return code === 0x2e || code === 0x2c ? item.digit / 2 : item.digit;
}
