import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, describe, expect, it } from "vitest";
import { bundledCMaps } from "../../lib/document/pdf/bundled-cmaps.ts";
import { bundleFunction } from "../../lib/stack/bundle-function.ts";
import { type FunctionName, functionNames } from "../../lib/stack/function-name.ts";
import { queryItems, subscribeQueue } from "../e2e/read-results.ts";
import { createFolder, createRecorder, runStack, waitFor } from "../local/run-stack.ts";
import { generateFigures } from "../support/generator/figures.ts";
import { generateReport } from "../support/generator/report-model.ts";
import { writePdf } from "../support/generator/write-pdf.ts";

// Far from this clone, so that no node_modules is found on the way up.
const clean = mkdtempSync(join(tmpdir(), "gouji-bundles-"));
for (const name of functionNames) bundleFunction(name, join(clean, name));
writeFileSync(
  join(clean, "invoke.mjs"),
  `const [, , name, event] = process.argv;
const { handler } = await import("./" + name + "/index.mjs");
const context = { functionName: name, awsRequestId: "1", memoryLimitInMB: "1024", invokedFunctionArn: "arn", getRemainingTimeInMillis: () => 60000 };
console.log("ANSWER" + JSON.stringify(await handler(JSON.parse(event), context)));
process.exit(0);
`,
);

const { folder, remove } = createFolder();
const recorder = createRecorder();
const stack = await runStack({ folder, handlers: recorder.handlers });

afterAll(async () => {
  await stack.stop();
  remove();
  rmSync(clean, { recursive: true, force: true });
});

/** Runs a bundled handler in a process of its own, as Lambda would, on the messages that the local stack's recorder saw. */
async function invoke(name: FunctionName, bodies: string[]): Promise<unknown> {
  const Records = bodies.map((body, index) => ({
    messageId: String(index),
    body,
    attributes: {},
    eventSource: "aws:sqs",
  }));
  const output = await new Promise<string>((resolve, reject) => {
    const env = {
      ...stack.wiring.functions.find((wired) => wired.name === name)!.environment,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_S3: stack.addresses.endpoint,
      AWS_ENDPOINT_URL_SNS: stack.addresses.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: stack.addresses.dynamodbEndpoint,
    };
    execFile(
      process.execPath,
      ["invoke.mjs", name, JSON.stringify({ Records })],
      { cwd: clean, env },
      (error, stdout, stderr) => (error ? reject(new Error(`${name}: ${stderr.slice(-1000)}`)) : resolve(stdout)),
    );
  });
  return JSON.parse(/^ANSWER(.*)$/m.exec(output)?.[1] ?? "null");
}

/** The bodies of the messages that a function of the local stack was given, once there are some. */
async function messagesFor(name: FunctionName): Promise<string[]> {
  const batches = () => recorder.batches.filter((batch) => batch.name === name);
  await waitFor(() => batches().length > 0);
  return batches().flatMap(({ records }) => records.map(({ body }) => body));
}

describe("the bundles", () => {
  it("run far from node_modules, on a Chinese PDF whose fonts are not embedded, from upload to mail", async () => {
    const statistics = generateFigures(5, { template: "2021", size: "small", regulations: false });
    const agency = { name: "清溪岭县水务局", region: "全县", rules: false };
    const model = generateReport(5, { template: "2021", statistics, agency, year: 2023 });
    const Body = writePdf(model, { font: "gbk" });
    const takeAlerts = await subscribeQueue(stack, "bundle-alerts");
    const put = new PutObjectCommand({ Bucket: stack.addresses.uploadsBucket, Key: "年报.pdf", Body });
    await stack.clients.s3.send(put);
    expect(await invoke("extract", await messagesFor("extract"))).toEqual({ batchItemFailures: [] });
    expect(await invoke("assess", await messagesFor("assess"))).toEqual({ batchItemFailures: [] });
    const items = await queryItems(stack, `AGENCY#${model.agency}`);
    expect(items.find(({ sk }) => sk === "REPORT#2023")).toMatchObject({
      verdict: "consistent",
      statistics: model.statistics,
    });
    expect(await takeAlerts()).toMatchObject([{ agency: model.agency, year: 2023 }]);
    expect(await invoke("digest", await messagesFor("digest"))).toEqual({ batchItemFailures: [] });
  });

  it("carry every CMap that the reader of PDFs asks for", () => {
    const fromParser = createRequire(createRequire(import.meta.url).resolve("pdf-parse"));
    const all = readdirSync(join(dirname(fromParser.resolve("pdfjs-dist/package.json")), "cmaps"));
    const carried = readdirSync(join(clean, "extract", "cmaps"));
    expect(carried.toSorted()).toEqual(all.filter((file) => bundledCMaps.test(file)).toSorted());
  });

  it("stay small", () => {
    const megabytes = (name: FunctionName) =>
      readdirSync(join(clean, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, { parentPath, name: file }) => sum + statSync(join(parentPath, file)).size, 0) / 1e6;
    expect(megabytes("extract")).toBeLessThan(3.5);
    // What they need of others weighs 0.717 and 0.462 MB (bench/bundles.ts).
    expect(megabytes("assess")).toBeLessThan(1.3 * 0.717);
    expect(megabytes("digest")).toBeLessThan(1.1 * 0.462);
  });
});
