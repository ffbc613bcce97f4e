import { GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import Table from "cli-table3";
import type { LocalStack } from "../../local/start-local-stack.ts";
import { colors } from "./colors.ts";

const verdicts: Record<string, string> = {
  consistent: colors.green("数字一致"),
  inconsistent: colors.red("数字不一致"),
  incomplete: colors.yellow("内容不完整"),
};

const noLines = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

/** What the results table holds of some agencies' reports and some files without one, drawn for the terminal. */
export async function drawResults(
  stack: LocalStack,
  agencies: Iterable<string>,
  unread: Iterable<string>,
): Promise<string> {
  const drawn = new Table({
    head: ["机关", "年度", "结论", "错误", "警告", "文件"].map((title) => colors.bold(title)),
    style: { head: [], border: [] },
    colAligns: ["left", "right", "left", "right", "right", "left"],
    chars: noLines,
    // The other columns take some 70 cells; a long file name is cut rather than the table broken.
    colWidths: [null, null, null, null, null, Math.max(24, Math.min(52, (process.stdout.columns ?? 140) - 70))],
  });
  for (const agency of [...agencies].toSorted()) {
    for (const item of await queryReports(stack, agency)) {
      const { year, verdict, errors, warnings, source } = item;
      drawn.push([agency, year ?? "", verdicts[verdict] ?? "", errors, warnings, source.key]);
    }
  }
  for (const sha256 of unread) {
    const { rejection, sources = [] } = await getDocument(stack, sha256);
    drawn.push([
      "",
      "",
      colors.red("无法检查"),
      "",
      "",
      `${[...sources][0]?.key ?? ""} ${colors.dim(rejection?.code ?? "")}`,
    ]);
  }
  return drawn.toString();
}

// biome-ignore lint/suspicious/noExplicitAny: items of the table, drawn as they come
type Item = Record<string, any>;

async function queryReports({ clients, addresses }: LocalStack, agency: string): Promise<Item[]> {
  const { Items = [] } = await clients.dynamodb.send(
    new QueryCommand({
      TableName: addresses.table,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: { ":pk": { S: `AGENCY#${agency}` }, ":sk": { S: "REPORT#" } },
    }),
  );
  return Items.map((item) => unmarshall(item));
}

async function getDocument({ clients, addresses }: LocalStack, sha256: string): Promise<Item> {
  const Key = { pk: { S: `DOCUMENT#${sha256}` }, sk: { S: "DOCUMENT" } };
  const { Item = {} } = await clients.dynamodb.send(new GetItemCommand({ TableName: addresses.table, Key }));
  return unmarshall(Item);
}
