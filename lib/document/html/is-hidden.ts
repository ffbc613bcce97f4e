import type { PageElement } from "./page-node.ts";
import { readAttribute } from "./read-attribute.ts";

const hint = /hidden|none|collapse|mso-hide/i;
const hiddenStyle = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;

/** Whether the element is not shown, by its own attributes; `aria-hidden` hides from screen readers only. */
export function isHidden({ attributes }: PageElement): boolean {
  if (attributes === "" || !hint.test(attributes)) return false;
  if (readAttribute(attributes, "hidden") !== null) return true;
  return hiddenStyle.test(readAttribute(attributes, "style") ?? "");
}
