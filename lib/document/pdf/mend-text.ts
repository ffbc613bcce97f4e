import type { PageText } from "./geometry.ts";
import type { PageGlyphs } from "./page-glyphs.ts";

/** Takes hidden text out of a page's text and marks lost characters in it; a page of nothing but hidden text is a scan with its reading, and kept. */
export function mendText(text: PageText, glyphs: PageGlyphs): PageText {
  const items = [...text.items, ...glyphs.lost];
  if (glyphs.hidden.length === 0 || glyphs.covered > 0.5 * glyphs.drawn) return { ...text, items };
  const key = (x: number, y: number) => `${Math.round(x)} ${Math.round(y)}`;
  const hidden = new Set(glyphs.hidden.map(({ x, y }) => key(x, y)));
  const near = (x: number, y: number) =>
    [-0.5, 0, 0.5].some((dx) => [-0.5, 0, 0.5].some((dy) => hidden.has(key(x + dx, y + dy))));
  return { ...text, items: items.filter((item) => item.turn !== 0 || !near(item.x0, item.baseline)) };
}
