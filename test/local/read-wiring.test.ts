import { describe, expect, it } from "vitest";
import { loadTemplate } from "../../lib/local/load-template.ts";
import { readWiring } from "../../lib/local/read-wiring.ts";
import { resolveIntrinsics } from "../../lib/local/resolve-intrinsics.ts";

const wiring = readWiring(await loadTemplate(), "us-east-1");

describe("the wiring", () => {
  it("gives each function its environment, its queue and its batch", () => {
    const extract = wiring.functions.find(({ name }) => name === "extract");
    expect(extract?.environment).toMatchObject({
      UPLOADS_BUCKET: "gouji-uploads",
      DOCUMENTS_BUCKET: "gouji-documents",
    });
    expect(extract?.sources).toMatchObject([{ queue: "gouji-extract-input-queue", batchSize: 1 }]);
    const digest = wiring.functions.find(({ name }) => name === "digest");
    expect(digest?.sources).toMatchObject([{ windowSeconds: 300 }]);
  });

  it("reads notifications with their prefix", () => {
    const documents = wiring.buckets.find(({ name }) => name === "gouji-documents");
    expect(documents?.notifications).toEqual([
      { event: "s3:ObjectCreated:*", queue: "gouji-assess-input-queue", prefix: "documents/", suffix: "" },
    ]);
  });

  it("has no reference left unresolved", () => {
    expect(JSON.stringify(wiring)).not.toMatch(/"(?:Ref|Fn::)/);
  });

  it("gives each queue that is read its dead letters", () => {
    const read = wiring.functions.flatMap(({ sources }) => sources.map(({ queue }) => queue));
    for (const name of read) {
      const policy = wiring.queues.find((queue) => queue.name === name)?.attributes["RedrivePolicy"];
      const target = JSON.parse(policy ?? "{}").deadLetterTargetArn;
      expect(wiring.queues.map(({ arn }) => arn)).toContain(target);
    }
  });
});

describe("resolveIntrinsics", () => {
  const attributes = new Map([["Bucket", { Ref: "b", Arn: "arn:b" }]]);

  it.each([
    [{ Ref: "Bucket" }, "b"],
    [{ "Fn::GetAtt": ["Bucket", "Arn"] }, "arn:b"],
    [{ "Fn::Join": ["", ["x/", { Ref: "Bucket" }]] }, "x/b"],
    [{ deep: [{ Ref: "Bucket" }, 1, null] }, { deep: ["b", 1, null] }],
  ])("%j is %j", (value, expected) => {
    expect(resolveIntrinsics(value, attributes)).toEqual(expected);
  });

  it.each([{ Ref: "Nobody" }, { "Fn::GetAtt": ["Bucket", "Colour"] }, { "Fn::Split": [",", "a,b"] }])(
    "refuses %j",
    (value) => {
      expect(() => resolveIntrinsics(value, attributes)).toThrow();
    },
  );
});
