import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, expect, it } from "vitest";
import type { HandlerFactory } from "../../lib/local/load-handlers.ts";
import { createFolder, createRecorder, runStack, waitFor } from "./run-stack.ts";

const { folder, remove } = createFolder();
afterAll(remove);

it("stops when the handlers have finished what they hold, and gives none of it again", async () => {
  let begun = 0;
  let done = 0;
  const slow: HandlerFactory = () => async () => {
    begun += 1;
    await new Promise((resolve) => setTimeout(resolve, 400));
    done += 1;
    return { batchItemFailures: [] };
  };
  const { handlers } = createRecorder();
  const stack = await runStack({ folder, handlers: { ...handlers, extract: slow } });
  const { uploadsBucket: Bucket } = stack.addresses;
  await stack.clients.s3.send(new PutObjectCommand({ Bucket, Key: "held.txt", Body: "x" }));
  await waitFor(() => begun === 1);
  await stack.stop();
  expect(done).toBe(1);

  const later = createRecorder();
  const again = await runStack({ folder, handlers: later.handlers });
  await again.clients.s3.send(new PutObjectCommand({ Bucket, Key: "new.txt", Body: "x" }));
  await waitFor(() => later.changes("extract").length > 0);
  await again.stop();
  expect(later.changes("extract").map(({ s3 }) => s3.object.key)).toEqual(["new.txt"]);
});
