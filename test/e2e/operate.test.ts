import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { runRedrive } from "../../lib/cli/redrive.ts";
import { runStatus } from "../../lib/cli/status.ts";
import { type HandlerFactory, loadHandlers } from "../../lib/local/load-handlers.ts";
import { createFolder, runStack, waitFor } from "../local/run-stack.ts";
import { generateMany } from "../support/generator/write-many.ts";
import { queryItems } from "./read-results.ts";
import { countDeadLetters, settle } from "./settle.ts";

const { folder, remove } = createFolder();
/** While true, the disk of `assess` is full, so to say. */
let broken = true;
const real = await loadHandlers();
const assess: HandlerFactory = (environment, clients) => {
  const handler = real["assess"]!(environment, clients);
  return async (event, context) => {
    if (broken) throw new Error("the machine is broken");
    return handler(event, context);
  };
};
const stack = await runStack({ folder, handlers: { ...real, assess } });
const { endpoint, dynamodbEndpoint, uploadsBucket } = stack.addresses;
const where = { endpoint, dynamodbEndpoint };
const [report] = [...generateMany({ count: 1, formats: ["txt"] })];

/** What a command prints. */
async function printed(command: () => Promise<number>): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  return { code: await command(), text: lines.join("\n") };
}

afterEach(() => vi.restoreAllMocks());

afterAll(async () => {
  await stack.stop();
  remove();
});

describe("operating", () => {
  it("shows dead letters and rejections, and sends the letters back to work", async () => {
    for (const [Key, Body] of Object.entries({
      "report.txt": Buffer.from(report!.bytes),
      "not-a-report.txt": "天气很好。",
    })) {
      await stack.clients.s3.send(new PutObjectCommand({ Bucket: uploadsBucket, Key, Body }));
    }
    await waitFor(async () => (await countDeadLetters(stack.clients)) === 2);
    const before = await printed(() => runStatus(where));
    expect(before.code).toBe(0);
    expect(before.text).toMatch(/assess\D+0\D+0\D+2/);
    expect(before.text).toContain("gouji redrive");
    broken = false;
    expect(await printed(() => runRedrive(where))).toEqual({
      code: 0,
      text: "extract: no dead letters\nassess: 2 sent back\ndigest: no dead letters",
    });
    await settle(stack.clients);
    const items = await queryItems(stack, `AGENCY#${report!.agency}`);
    expect(items.map(({ sk }) => sk)).toContain(`REPORT#${report!.year}`);
    const after = await printed(() => runStatus(where));
    expect(after.text).toMatch(/no-report.*s3:\/\/gouji-uploads\/not-a-report\.txt/);
    expect(after.text).toContain("No document failed.");
  });

  it.each([runStatus, runRedrive])("%o says how to use it when it is not told where", async (command) => {
    expect(await printed(() => command({}))).toMatchObject({ code: 2, text: expect.stringContaining("--stack") });
  });
});
