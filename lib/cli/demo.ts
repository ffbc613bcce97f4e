import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { FolderInUseError, FolderState } from "../local/folder-state.ts";
import { type LocalStack, startLocalStack } from "../local/start-local-stack.ts";
import { type Alert, alertSchema } from "../notice/alert.ts";
import { colors } from "./demo/colors.ts";
import { describeAlert } from "./demo/describe-alert.ts";
import { drawResults } from "./demo/draw-results.ts";
import { subscribeQueue } from "./demo/subscribe-queue.ts";

const folder = join(".gouji", "demo");

/** The demonstration's reports: beside the tests in a clone, beside the code in an installed package. */
const reportFolders = ["../../test/fixtures/demo", "../../demo"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** When nothing more has come for so long, everything has been told. */
const quietSeconds = 3;
const longestSeconds = 60;

/** `gouji demo`: runs the whole workflow once on a handful of reports and shows what happens. Answers the exit code. */
export async function runDemo(): Promise<number> {
  const reports = reportFolders.find((path) => existsSync(path));
  if (!reports) throw new Error("The demonstration's reports are missing from this installation.");
  const started = Date.now();
  rmSync(join(folder, "demo.log"), { force: true });
  const say = sendLogsTo(join(folder, "demo.log"));
  try {
    say(colors.bold("Starting bucket, queues, functions, table and topics on 127.0.0.1 …"));
    const stack = await startFresh();
    let complete = false;
    try {
      complete = await show(stack, reports, say);
    } finally {
      await stack.stop();
    }
    say(whereEverythingIs(stack));
    say(colors.dim(`Done in ${((Date.now() - started) / 1000).toFixed(1)} s.`));
    return complete ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    say(error.message);
    return 2;
  } finally {
    say.end();
  }
}

/** Whether every file was told of. */
async function show(stack: LocalStack, reports: string, say: (text: string) => void): Promise<boolean> {
  const takeAlerts = await subscribeQueue(stack.clients, stack.addresses.alertsTopicArn, "demo-alerts");
  const takeDigests = await subscribeQueue(stack.clients, stack.addresses.digestTopicArn, "demo-digests");
  const files = readdirSync(reports).toSorted();
  say(
    colors.bold(
      `Uploading ${files.length} reports to s3://${stack.addresses.uploadsBucket}; each alert is printed as it arrives:\n`,
    ),
  );
  const uploading = upload(stack, reports, files);
  const awaited = new Set(files);
  const alerts = await followAlerts(takeAlerts, awaited, say);
  await uploading;
  say(colors.bold("\nThe results table:"));
  const agencies = new Set(alerts.flatMap(({ agency }) => agency ?? []));
  const unread = new Set(alerts.filter(({ rejection }) => rejection).map(({ source }) => source.sha256));
  say(await drawResults(stack, agencies, unread));
  // A batch that was still being gathered comes a window later.
  const digests = [...(await takeDigests(8)), ...(await takeDigests(7))];
  const fullest = digests.toSorted((a, b) => b.length - a.length)[0];
  if (fullest)
    say(`${colors.bold(`\nThe mail that people get (the fullest of ${digests.length}):`)}\n${indent(fullest)}`);
  return awaited.size === 0;
}

async function upload({ clients, addresses }: LocalStack, folderOfReports: string, files: string[]): Promise<void> {
  for (const Key of files) {
    const Body = readFileSync(join(folderOfReports, Key));
    await clients.s3.send(new PutObjectCommand({ Bucket: addresses.uploadsBucket, Key, Body }));
  }
}

/** Prints alerts until every file has been told of and nothing more comes. */
async function followAlerts(
  take: (waitSeconds: number) => Promise<string[]>,
  awaited: Set<string>,
  say: (text: string) => void,
): Promise<Alert[]> {
  const total = awaited.size;
  const alerts: Alert[] = [];
  const end = Date.now() + longestSeconds * 1000;
  while (Date.now() < end) {
    const arrived = await take(awaited.size > 0 ? 1 : quietSeconds);
    if (arrived.length === 0 && awaited.size === 0) return alerts;
    for (const text of arrived) {
      const alert = alertSchema.parse(JSON.parse(text));
      alerts.push(alert);
      awaited.delete(alert.source.key);
      say(`${colors.dim(`[${total - awaited.size}/${total}]`)} ${describeAlert(alert).join("\n      ")}`);
    }
  }
  say(colors.yellow(`No alert came for: ${[...awaited].join(", ")}; see ${join(folder, "demo.log")}.`));
  return alerts;
}

/** The demonstration begins with an empty folder; one that is served is left alone. */
async function startFresh(): Promise<LocalStack> {
  new FolderState(folder).close();
  for (const name of ["fauxqs", "dynamodb", "events.db"]) rmSync(join(folder, name), { recursive: true, force: true });
  return await startLocalStack({ folder, windowSeconds: 6, report: (problem) => console.error(problem) });
}

function whereEverythingIs({ addresses }: LocalStack): string {
  const { uploadsBucket, documentsBucket, table } = addresses;
  return `
${colors.bold("Everything is kept in")} ${relative(".", folder)}${colors.bold(". To look around, start it again:")}
  npx gouji serve --data ${folder}
${colors.bold("and ask it in another terminal (the first line prints the endpoints; any credentials do):")}
  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=${addresses.region}
  aws s3 cp my-report.pdf s3://${uploadsBucket}/ --endpoint-url http://127.0.0.1:4566
  aws s3 ls s3://${documentsBucket}/pages/ --recursive --endpoint-url http://127.0.0.1:4566
  aws dynamodb query --table-name ${table} --endpoint-url http://127.0.0.1:8000 \\
    --key-condition-expression 'pk = :a' --expression-attribute-values '{":a":{"S":"AGENCY#松溪坪县教育局"}}'`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, colors.dim("  │ "));
}

/** Sends what the functions log into a file; answers how to print, with the way back. */
function sendLogsTo(path: string): ((text: string) => void) & { end(): void } {
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(path, { flags: "a" });
  const { stdout, stderr } = process;
  const [print, complain] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
  stdout.write = log.write.bind(log) as typeof stdout.write;
  stderr.write = log.write.bind(log) as typeof stderr.write;
  const say = (text: string) => {
    print(`${text}\n`);
  };
  const end = () => {
    stdout.write = print;
    stderr.write = complain;
    log.end();
  };
  return Object.assign(say, { end });
}
