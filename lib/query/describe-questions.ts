import { resultsTable, tableItems } from "../record/table.ts";
import { type KeyCondition, toPartiQl } from "./key-condition.ts";
import { questions } from "./questions.ts";

const inWords = ({ index, partition, sort }: KeyCondition): string => {
  const range = !sort
    ? ""
    : "equals" in sort
      ? `, \`${sort.attribute}\` = \`${sort.equals}\``
      : `, \`${sort.attribute}\` begins with \`${sort.beginsWith}\``;
  return `${index === null ? "table" : `index \`${index}\``}: \`${partition[0]}\` = \`${partition[1]}\`${range}`;
};

/** The documentation of the questions in Markdown, made from the conditions that the commands themselves use. */
export function describeQuestions(table = "TABLE"): string {
  const rows = questions.map(({ asks, command, conditions, partitions }) => {
    const shards = partitions > 1 ? ` (and the same for \`#1\` … \`#${partitions - 1}\`)` : "";
    return `| ${asks} | \`${command}\` | ${inWords(conditions[0]!)}${shards} |`;
  });
  const indexes = resultsTable.indexes.map(({ name, holds }) => `| \`${name}\` | ${holds.replaceAll("|", "\\|")} |`);
  const items = tableItems.map(({ item, pk, sk, holds }) => `| ${item} | \`${pk}\` | \`${sk}\` | ${holds} |`);
  const statements = questions.map(({ asks, conditions }) => `-- ${asks}\n${toPartiQl(table, conditions[0]!)};`);
  return [
    "| item | `pk` | `sk` | holds |",
    "| --- | --- | --- | --- |",
    ...items,
    "",
    "| index | keys: partition / sort |",
    "| --- | --- |",
    ...indexes,
    "",
    "| question | command | key condition |",
    "| --- | --- | --- |",
    ...rows,
    "",
    "The same in PartiQL, for the AWS console. The embedded table of `gouji serve` has no PartiQL, so these statements were not run there;",
    "each is made from the key condition above it, which the tests run.",
    "",
    "```sql",
    ...statements,
    "```",
    "",
  ].join("\n");
}
