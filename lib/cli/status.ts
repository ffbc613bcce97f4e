import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { GetQueueAttributesCommand, type QueueAttributeName } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { toExpression } from "../query/key-condition.ts";
import { keyConditions } from "../query/key-conditions.ts";
import { type FoundQueues, findQueues } from "./find-queues.ts";
import { type FoundRegister, findRegister, RegisterNotFoundError, type WhereArguments } from "./find-register.ts";
import { toTerminal } from "./query/to-terminal.ts";

/** How many of the latest failures and rejections are listed. */
const listed = 10;

/** `gouji status`: what waits in each queue, and which files failed or were rejected lately and why. Answers 0, or 2 for wrong use. */
export async function runStatus(where: WhereArguments): Promise<number> {
  try {
    const queues = await findQueues(where);
    const register = await findRegister(where);
    console.log(await drawQueues(queues));
    for (const status of ["failed", "rejected"] as const) console.log(await drawLatest(register, status));
    return 0;
  } catch (error) {
    if (!(error instanceof RegisterNotFoundError)) throw error;
    console.error(`gouji status: ${error.message}`);
    return 2;
  }
}

async function drawQueues({ sqs, stages }: FoundQueues): Promise<string> {
  const waiting = "ApproximateNumberOfMessages";
  const working = "ApproximateNumberOfMessagesNotVisible";
  const count = async (QueueUrl: string, name: QueueAttributeName) => {
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [name] }));
    return Number(Attributes?.[name] ?? 0);
  };
  const rows = await Promise.all(
    stages.map(async ({ stage, queueUrl, deadLetterUrl }) => [
      stage,
      ...(await Promise.all([count(queueUrl, waiting), count(queueUrl, working), count(deadLetterUrl, waiting)])),
    ]),
  );
  const dead = rows.some((row) => Number(row[3]) > 0) ? "\nDead letters go back to work with: gouji redrive" : "";
  return toTerminal({ columns: ["step", "waiting", "in work", "dead letters"], rows }, width()) + dead;
}

async function drawLatest(register: FoundRegister, status: "failed" | "rejected"): Promise<string> {
  const items = await latest(register, status);
  if (items.length === 0) return `No document ${status === "failed" ? "failed" : "was rejected"}.`;
  const rows = items.map(({ updatedAt, rejection, sources }) => [
    String(updatedAt ?? ""),
    String(rejection?.code ?? ""),
    [...(sources ?? [])].map(({ bucket, key }) => `s3://${bucket}/${key}`).join(" "),
  ]);
  return toTerminal({ columns: [`${status} at`, "why", "file"], rows }, width());
}

/** The last changed documents of a status: the newest of each shard, then the newest of these. */
async function latest({ dynamodb, table }: FoundRegister, status: "failed" | "rejected") {
  const pages = await Promise.all(
    keyConditions.documentsOfStatus(status).map((condition) =>
      dynamodb.send(
        new QueryCommand({
          TableName: table,
          IndexName: condition.index ?? undefined,
          ...toExpression(condition),
          ScanIndexForward: false,
          Limit: listed,
        }),
      ),
    ),
  );
  return pages
    .flatMap(({ Items = [] }) => Items.map((item) => unmarshall(item)))
    .toSorted((a, b) => String(b["statusSort"]).localeCompare(String(a["statusSort"])))
    .slice(0, listed);
}

function width(): number | undefined {
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}
