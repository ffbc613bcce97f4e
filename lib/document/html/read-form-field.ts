import type { PageElement } from "./page-node.ts";
import { readAttribute } from "./read-attribute.ts";
import { walkPage } from "./walk-page.ts";

const shownTypes = new Set(["", "text", "number", "search", "tel", "email", "url"]);

/** The text that an `<input>` shows. */
export function readInput({ attributes }: PageElement): string {
  const type = (readAttribute(attributes, "type") ?? "").trim().toLowerCase();
  return shownTypes.has(type) ? (readAttribute(attributes, "value") ?? "") : "";
}

/** The text of the option that a `<select>` shows: the selected one, else the first. */
export function readSelect(select: PageElement): string {
  const options: { text: string; selected: boolean }[] = [];
  walkPage(select, {
    text({ text }) {
      const option = options.at(-1);
      if (option !== undefined) option.text += text;
    },
    enter(element) {
      if (element.name !== "option") return true;
      options.push({ text: "", selected: readAttribute(element.attributes, "selected") !== null });
      return true;
    },
    leave() {},
  });
  return (options.find(({ selected }) => selected) ?? options[0])?.text ?? "";
}
