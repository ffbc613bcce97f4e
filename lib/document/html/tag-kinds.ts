/** How a tag behaves in a page that needs no mending; bits, since some behave in several ways. */
export const kinds = {
  html: 1,
  head: 2,
  body: 4,
  /** Belongs into the head; stands where it is in the body. */
  meta: 8,
  title: 16,
  /** Holds text that is no markup. */
  raw: 32,
  paragraph: 64,
  /** Begins and ends a block: a paragraph that is open ends before it. */
  block: 128,
  heading: 256,
  item: 512,
  definition: 1024,
  form: 2048,
  /** Stands in a line of text. */
  inline: 4096,
  link: 8192,
  /** Has no content and no end tag. */
  empty: 1 << 14,
  rule: 1 << 15,
  table: 1 << 16,
  section: 1 << 17,
  row: 1 << 18,
  cell: 1 << 19,
  caption: 1 << 20,
  columns: 1 << 21,
  column: 1 << 22,
  /** Holds items, or definitions. */
  list: 1 << 23,
  definitions: 1 << 24,
} as const;

const words = (text: string, kind: number): (readonly [string, number])[] =>
  text.split(" ").map((name) => [name, kind]);

/** Tags that are known; a page with any other is left to the builder that mends. */
const byName = new Map<string, number>([
  ["html", kinds.html],
  ["head", kinds.head],
  ["body", kinds.body],
  ...words("meta link base", kinds.meta),
  ["title", kinds.title],
  ...words("script style", kinds.raw),
  ["p", kinds.paragraph],
  ...words("address article aside blockquote center details div fieldset figcaption figure footer header", kinds.block),
  ...words("hgroup main nav section summary", kinds.block),
  ...words("ul ol menu dir", kinds.block | kinds.list),
  ["dl", kinds.block | kinds.definitions],
  ...words("h1 h2 h3 h4 h5 h6", kinds.heading),
  ["li", kinds.item],
  ...words("dt dd", kinds.definition),
  ["form", kinds.form],
  ...words("b big code em font i s small strike strong tt u", kinds.inline),
  ...words("span label abbr cite sub sup ins del q var kbd samp dfn time mark bdi bdo", kinds.inline),
  ["a", kinds.inline | kinds.link],
  ...words("br img wbr", kinds.empty),
  ["hr", kinds.empty | kinds.rule],
  ["table", kinds.table],
  ...words("thead tbody tfoot", kinds.section),
  ["tr", kinds.row],
  ...words("td th", kinds.cell),
  ["caption", kinds.caption],
  ["colgroup", kinds.columns],
  ["col", kinds.column],
]);

/** The kind of a tag; 0 for one that is not known. Tags of word processors' own (`o:p`) stand in a line of text. */
export function kindOf(name: string): number {
  return byName.get(name) ?? (name.includes(":") ? kinds.inline : 0);
}
