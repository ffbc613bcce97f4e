import type { PageElement } from "./page-node.ts";
import { readAttribute } from "./read-attribute.ts";

const hint = /hidden|none|collapse|mso-hide|font-size\s*:\s*0|-\d{4}/i;
const hiddenStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,5}(?:px|em|pt))/i;
/** Characters without a size; children may give themselves one again. */
const noSize = /(?:^|[;\s])font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:!\s*important\s*)?(?:;|$)/i;

/** Whether the element is not shown, by its own attributes; `aria-hidden` hides from screen readers only. */
export function isHidden({ attributes, first }: PageElement): boolean {
  if (attributes === "" || !hint.test(attributes)) return false;
  if (readAttribute(attributes, "hidden") !== null) return true;
  const style = readAttribute(attributes, "style") ?? "";
  return (
    hiddenStyle.test(style) || (noSize.test(style) && first !== null && first.text !== null && first.next === null)
  );
}
