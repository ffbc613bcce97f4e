import type { Usage } from "./count-usage.ts";
import { prices } from "./prices.ts";
import type { Row } from "./row.ts";

/** One line of the bill for a million reports. */
export interface CostLine {
  item: string;
  quantity: number;
  unit: string;
  dollars: number;
}

export interface Cost {
  prices: { date: string; region: string };
  /** What was assumed where nothing was measured. */
  assumptions: { awsCallMilliseconds: number; shares: Record<"pdf" | "html" | "text", number> };
  lines: CostLine[];
}

/** Time a function waits for one call of AWS: local emulators do not tell it. */
const awsCallMilliseconds = 10;
const shares = { pdf: 0.5, html: 0.3, text: 0.2 };
/** Memory of the functions as the stack has it, in GB, and the share of a core that Lambda gives for it (a core per 1,769 MB). */
const memory = { extract: 1.5, assess: 1 };
const coreShare = (gigabytes: number) => Math.min(1, (gigabytes * 1024) / 1769);

const million = 1e6;

/** Milliseconds of computing for the average report, as this machine measured them: reading and checking together. */
function computing(rows: readonly Row[]): number {
  const of = (id: string) => rows.find((row) => row.id === id)?.ours ?? Number.NaN;
  return shares.pdf * of("pdf/short") + shares.html * of("html/word") + shares.text * of("text/simplified");
}

/** What a million reports cost by list prices: measured computing and calls, an assumed wait for each call, no free tier, no cold starts. */
export function computeCost(rows: readonly Row[], usage: Usage): Cost {
  const own = computing(rows);
  // All of it is charged to extract, which does nearly all; assess gets the rules, the page and its records.
  const extractSeconds = (own / coreShare(memory.extract) + usage.extractCalls * awsCallMilliseconds) / 1000;
  const checking = rows.find(({ id }) => id === "text/simplified")?.ours ?? 0;
  const assessSeconds = (checking / coreShare(memory.assess) + usage.assessCalls * awsCallMilliseconds) / 1000;
  const gigabyteSeconds = extractSeconds * memory.extract + assessSeconds * memory.assess;
  const line = (item: string, quantity: number, unit: string, price: number): CostLine => {
    return { item, quantity, unit, dollars: quantity * price };
  };
  const lines = [
    line("Lambda, computing", gigabyteSeconds * million, "GB-seconds", prices.lambdaGigabyteSecond),
    line("Lambda, requests (extract, assess)", 2, "million requests", prices.lambdaMillionRequests),
    line("DynamoDB writes, indexes included", usage.dynamodbWrites, "million units", prices.dynamodbMillionWrites),
    line("DynamoDB reads", usage.dynamodbReads, "million units", prices.dynamodbMillionReads),
    line("S3 PUT", usage.s3Puts * 1000, "thousand requests", prices.s3ThousandPuts),
    line("S3 GET", usage.s3Gets * 1000, "thousand requests", prices.s3ThousandGets),
    line("S3 storage, a month", usage.s3Gigabytes * million, "GB", prices.s3GigabyteMonth),
    line("SQS", usage.sqsRequests, "million requests", prices.sqsMillionRequests),
    line("SNS", usage.snsPublishes, "million publishes", prices.snsMillionPublishes),
  ];
  return { prices: { date: prices.date, region: prices.region }, assumptions: { awsCallMilliseconds, shares }, lines };
}
