import { placeOf } from "./drop-overlays.ts";
import type { PageText } from "./geometry.ts";

/** Share of a page's characters that are marked where a document is tagged. */
const tagged = 0.8;
/** Share of the page's height in which headers and footers stand. */
const margin = 0.15;

/**
 * Takes running headers and footers out of the text of a tagged page: what no mark names and stands in the page's margins. On the
 * first page only beside its content or where the next page has it too (`known`), since a header may be all that names the report.
 */
export function dropArtifacts(text: PageText, known: readonly ReadonlySet<string>[]): PageText {
  const { items, box, page } = text;
  let [named, all, top, bottom] = [0, 0, Infinity, -Infinity];
  for (const item of items) {
    all += item.text.length;
    if (item.mark === undefined) continue;
    named += item.text.length;
    top = Math.min(top, item.y0);
    bottom = Math.max(bottom, item.y1);
  }
  if (named === all || named < tagged * all) return text;
  const height = margin * (box.y1 - box.y0);
  const kept = items.filter((item) => {
    if (item.mark !== undefined || (item.y1 > box.y0 + height && item.y0 < box.y1 - height)) return true;
    const isBeyond = item.y1 < top || item.y0 > bottom;
    return page === 1 && isBeyond && !known.some((places) => places.has(placeOf(item)));
  });
  return { ...text, items: kept };
}
