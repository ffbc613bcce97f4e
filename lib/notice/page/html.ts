/** Markup that is safe to print as it stands: made by `html`, or by `trusted` from text that no report had a hand in. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Content = Markup | string | number | null | undefined | false | readonly Content[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};
const needsCare =
  /[&<>"'`\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]/;
const careful = new RegExp(needsCare.source, "g");

function escapeCharacter(character: string): string {
  const entity = entities[character];
  if (entity) return entity;
  const code = character.charCodeAt(0);
  if (code < 0xa0 || code > 0xfff0) return "\uFFFD";
  // Marks that would turn the reading direction around are shown by their name instead.
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** Escapes `text` for element content and for quoted attribute values; control and direction marks become visible. */
export function escapeText(text: string): string {
  const wellFormed = text.toWellFormed();
  return needsCare.test(wellFormed) ? wellFormed.replace(careful, escapeCharacter) : wellFormed;
}

/** Declares text of our own (a style sheet, a plot) as markup. Never for anything that came out of a document. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function toText(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (content === null || content === undefined || content === false) return "";
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  let text = "";
  for (const part of content) text += toText(part);
  return text;
}

/** Tagged template for HTML: every value is escaped unless it is `Markup`; attribute values stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Markup {
  let text = strings[0]!;
  for (let i = 0; i < values.length; i++) text += toText(values[i]) + strings[i + 1]!;
  return new Markup(text);
}
