import { doubtful } from "../doubtful.ts";
import { dropHidden, repeatsVisible } from "./drop-hidden.ts";
import { findStruck } from "./find-struck.ts";
import type { Item, PageText, Rule } from "./geometry.ts";
import type { PageGlyphs } from "./page-glyphs.ts";

/** Takes hidden and struck text out of a page's text and marks lost characters in it; a page of nothing but hidden text is a scan with its reading, and kept. */
export function mendText(text: PageText, glyphs: PageGlyphs, rules: readonly Rule[] = []): PageText {
  const items = [...markCuts(text.items, glyphs.cuts), ...glyphs.lost];
  const { strings } = glyphs;
  const struck = new Set(findStruck(glyphs.visible, rules).map(({ x, y }) => `${x} ${y}`));
  if (glyphs.hidden.length === 0 && struck.size === 0) return { ...text, strings, items };
  const all = glyphs.visible();
  const visible = all.filter(({ x, y }) => !struck.has(`${x} ${y}`));
  const isScan = glyphs.covered > 0.5 * glyphs.drawn && !repeatsVisible(glyphs.hidden, visible);
  const hidden = [...(isScan ? [] : glyphs.hidden), ...all.filter(({ x, y }) => struck.has(`${x} ${y}`))];
  return { ...text, strings, items: dropHidden(items, hidden, visible) };
}

const digits = "[\\d０-９.,]";
const [first, last] = [new RegExp(`^${digits}`), new RegExp(`${digits}$`)];

/** A number that is cut may have been longer: it gets a mark (U+FFFD) where it is cut. */
function markCuts(items: readonly Item[], cuts: PageGlyphs["cuts"]): readonly Item[] {
  if (cuts.length === 0) return items;
  const places = new Set(cuts.map(({ x, y }) => place(x, y)));
  return items.map((item) => {
    if (item.turn !== 0) return item;
    const right = last.test(item.text) && isNear(places, item.x1, item.baseline) ? doubtful : "";
    const left = first.test(item.text) && isNear(places, item.x0, item.baseline) ? doubtful : "";
    return left || right ? { ...item, text: left + item.text + right } : item;
  });
}

const place = (x: number, y: number) => `${Math.round(x)} ${Math.round(y)}`;

/** Whether one of the places, which are rounded, lies within half a point. */
function isNear(places: ReadonlySet<string>, x: number, y: number): boolean {
  return [-0.5, 0, 0.5].some((dx) => [-0.5, 0, 0.5].some((dy) => places.has(place(x + dx, y + dy))));
}
