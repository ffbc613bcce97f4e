import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import yargs, { type Argv } from "yargs";
import { spareCollections } from "../spare-collections.ts";

/** Used wrongly, or a path could not be read (contract.md, part 1). */
const usageError = 2;

const text = {
  usage:
    "gouji <command>: reads and checks government-information-disclosure annual reports (政府信息公开工作年度报告)",
  check: "check files, or every file below a folder, on this machine (no network)",
  serve: "run the whole workflow on this machine: bucket, queues, functions, table, alerts",
  demo: "see the whole workflow run on a handful of reports",
  query: "ask the results table",
  reassess: "check the stored documents again with today's rules",
  overview: "write static pages over the whole register",
  status: "what is in the queues, and what failed lately and why",
  redrive: "send what is in the dead-letter queues back to work",
};

/** Stands for the argument “-”, which yargs drops from positional arguments (seen in 18.2.0). */
const dash = "\u0001-";

const rosterRegion = { type: "string", describe: "region of the roster (administrative region, not AWS)" } as const;

type Run = (args: Record<string, unknown>) => Promise<number>;

/** Where results are: a deployed stack, or endpoints on this machine. */
function whereOptions<T>(command: Argv<T>) {
  return command
    .option("stack", { type: "string", describe: "name of the deployed stack (its outputs tell the rest)" })
    .option("endpoint", {
      type: "string",
      describe: "endpoint of a local stack's S3, SQS and SNS (gouji serve prints it)",
    })
    .option("dynamodb-endpoint", { type: "string", describe: "endpoint of a local stack's DynamoDB" })
    .option("table", { type: "string", describe: "name of the results table" })
    .option("aws-region", { type: "string", describe: "AWS region (default: the environment's)" });
}

function checkOptions(command: Argv) {
  return command
    .positional("path", {
      type: "string",
      array: true,
      demandOption: true,
      describe: "files or folders; - reads standard input",
    })
    .option("format", {
      choices: ["pretty", "json"] as const,
      default: "pretty",
      describe: "for people, or one JSON document",
    })
    .option("places", { type: "boolean", default: false, describe: "add to each report where every figure stands" })
    .option("language", { choices: ["zh", "en"] as const, default: "zh", describe: "language of the findings" })
    .option("html", { type: "string", describe: "write one page a report into this folder" })
    .option("together", {
      type: "boolean",
      default: false,
      describe: "compare the reports of all files with each other",
    })
    .option("quiet", { type: "boolean", default: false, describe: "only what is wrong, no progress" })
    .option("jobs", { type: "number", describe: "files checked at once (default: the machine's cores)" })
    .example("$0 check draft.pdf", "check a draft before publishing")
    .example("$0 check --format json reports/ > results.json", "every file below a folder, for other programs")
    .example("$0 check --together 2022.pdf 2023.pdf", "also what must hold between two years")
    .example("cat report.html | $0 check -", "standard input");
}

function queryOptions(command: Argv) {
  return whereOptions(command)
    .positional("what", {
      choices: ["reports", "findings", "cells", "history", "missing", "territories"] as const,
      demandOption: true,
    })
    .option("agency", { type: "string", describe: "the agency's name, as in the table" })
    .option("year", { type: "number", describe: "the year reported on" })
    .option("verdict", { choices: ["consistent", "inconsistent", "incomplete"] as const })
    .option("region", rosterRegion)
    .option("rule", { type: "string", describe: "a rule's id" })
    .option("severity", { choices: ["error", "warning", "info"] as const })
    .option("format", { choices: ["table", "json", "csv", "xlsx"] as const, default: "table" })
    .option("out", { type: "string", describe: "file to write (needed for xlsx)" })
    .option("roster", { type: "string", describe: "roster (CSV) on this machine, instead of the documents bucket's" })
    .option("limit", { type: "number", describe: "rows at most" })
    .example("$0 query reports --year 2024 --verdict inconsistent --stack Gouji", "who must mend what")
    .example(
      "$0 query cells --agency 云岭县人民政府 --format csv --endpoint http://127.0.0.1:4566",
      "a panel for research",
    );
}

/** Runs the command line; answers the exit code (0, 1 or 2). Nothing is loaded that the command does not need. */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  spareCollections();
  process.stdout.on("error", endWithReader);
  const run = (load: () => Promise<Run>) => async (args: Record<string, unknown>) => {
    const path = (args.path as string[] | undefined)?.map((one) => (one === dash ? "-" : one));
    code = await (await load())({ ...lastOfEach(args), ...(path ? { path } : {}) });
  };
  const parser = yargs(argv.map((argument) => (argument === "-" ? dash : argument)))
    .scriptName("gouji")
    .usage(text.usage)
    .command(
      "check <path..>",
      text.check,
      checkOptions,
      run(async () => (await import("./check.ts")).runCheck as unknown as Run),
    )
    .command(
      "serve",
      text.serve,
      (command) =>
        command
          .option("data", { type: "string", default: ".gouji", describe: "folder that keeps the state" })
          .option("port", {
            type: "number",
            describe: "port of S3, SQS and SNS; 0: any free one (default: 4566 if free)",
          })
          .option("dynamodb-port", {
            type: "number",
            describe: "port of DynamoDB; 0: any free one (default: 8000 if free)",
          }),
      run(async () => (await import("./serve.ts")).runServe as unknown as Run),
    )
    .command(
      "demo",
      text.demo,
      (command) => command,
      run(async () => (await import("./demo.ts")).runDemo as unknown as Run),
    )
    .command(
      "query <what>",
      text.query,
      queryOptions,
      run(async () => (await import("./query.ts")).runQuery as unknown as Run),
    )
    .command(
      "reassess",
      text.reassess,
      whereOptions,
      run(async () => (await import("./reassess.ts")).runReassess as unknown as Run),
    )
    .command(
      "overview",
      text.overview,
      (command) =>
        whereOptions(command)
          .option("out", { type: "string", demandOption: true, describe: "folder to write" })
          .option("region", rosterRegion)
          .option("from", {
            type: "string",
            describe: "a JSON file of gouji query or gouji check, instead of the table",
          })
          .option("pages", {
            type: "string",
            describe:
              "folder or address of the pages that gouji check --html wrote (default: pages/ in the folder written)",
          })
          .option("roster", {
            type: "string",
            describe: "CSV of who has to report: agency, parent, region, code, aliases",
          })
          .option("language", { choices: ["zh", "en"] as const, default: "zh" }),
      run(async () => (await import("./overview.ts")).runOverview as unknown as Run),
    )
    .command(
      "status",
      text.status,
      whereOptions,
      run(async () => (await import("./status.ts")).runStatus as unknown as Run),
    )
    .command(
      "redrive",
      text.redrive,
      whereOptions,
      run(async () => (await import("./redrive.ts")).runRedrive as unknown as Run),
    )
    .completion("completion", "print a completion script for the shell (source <(gouji completion))")
    .demandCommand(1, "Say what to do: gouji check FILE, or gouji --help")
    .recommendCommands()
    .strict()
    .locale("en")
    .version(await readVersion())
    .exitProcess(false)
    .wrap(Math.min(110, process.stdout.columns ?? 100))
    .fail((message, error) => {
      if (error) throw error;
      console.error(`${message}\n\ngouji --help lists the commands and their options.`);
      code = usageError;
      throw new UsageError(message);
    });
  try {
    await parser.parseAsync();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  return code;
}

/** The version in the nearest package.json above: the clone's, or the installed package's. Unknown where there is none. */
async function readVersion(): Promise<string> {
  for (const above of ["../../package.json", "../../../package.json"]) {
    const file = new URL(above, import.meta.url);
    if (existsSync(file)) return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
  }
  return "unknown";
}

/** Of an option given twice the last counts; yargs hands over a list, and its setting against that breaks `<path..>`. */
function lastOfEach(args: Record<string, unknown>): Record<string, unknown> {
  const last = (value: unknown) => (Array.isArray(value) ? value.at(-1) : value);
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, last(value)]));
}

/** A reader that has seen enough (`gouji query … | head`) is no fault. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

/** Ends the parsing of a command that was used wrongly; already told to the user. */
class UsageError extends Error {}
