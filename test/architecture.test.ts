import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Who may import whom: the way of the data, bytes → Document → Report → findings → record → notice. */
const mayImport: Record<string, readonly string[]> = {
  chinese: [],
  document: ["chinese"],
  forms: ["chinese"],
  report: ["chinese", "document", "forms"],
  validator: ["forms", "report", "rules"],
  rules: ["chinese", "document", "forms", "report", "validator"],
  "assess.ts": ["document", "report", "validator"],
  record: ["chinese", "document", "forms", "report", "validator", "rules", "assess.ts", "ports.ts"],
  notice: ["chinese", "document", "forms", "report", "validator", "rules", "assess.ts", "record"],
  query: ["chinese", "forms", "report", "validator", "rules", "record", "ports.ts"],
  "ports.ts": ["record", "notice", "document"],
  workflow: ["document", "validator", "assess.ts", "record", "notice", "ports.ts"],
  aws: ["ports.ts", "record", "notice", "document", "query"],
  stack: ["record"],
};
/** Stages without SDK, clock, environment or console. */
const pure = ["chinese", "document", "forms", "report", "validator", "rules", "record", "notice", "workflow"];
const impure = /from "@aws-sdk|Date\.now\(|new Date\(\)|process\.env|console\.|Math\.random\(/;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) =>
    normalize(join(dirname(path), match[1]!)),
  );
}

const roomOf = (path: string): string => path.split("/")[1]!;

test("each room imports only the rooms before it", () => {
  const wrong = sources("lib").flatMap((path) => {
    const allowed = mayImport[roomOf(path)];
    if (!allowed) return [];
    return importsOf(path)
      .filter(
        (target) => target.startsWith("lib/") && roomOf(target) !== roomOf(path) && !allowed.includes(roomOf(target)),
      )
      .map((target) => `${path} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("the stages are pure", () => {
  const wrong = sources("lib").filter((path) => pure.includes(roomOf(path)) && impure.test(readFileSync(path, "utf8")));
  expect(wrong).toEqual([]);
});

test("what the functions load takes zod's small build: the other one weighs 60 KB and 15 ms of a cold start", () => {
  const loaded = Object.keys(mayImport).filter((room) => room !== "stack");
  const wrong = [...sources("lib"), ...sources("functions")].filter(
    (path) =>
      (path.startsWith("functions/") || loaded.includes(roomOf(path))) && /from "zod"/.test(readFileSync(path, "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("a function never imports another function, and nothing imports tests", () => {
  const wrong = [...sources("functions"), ...sources("lib"), ...sources("bin")].flatMap((path) =>
    importsOf(path)
      .filter(
        (target) =>
          target.startsWith("test/") ||
          (target.startsWith("functions/") &&
            path.startsWith("functions/") &&
            target.split("/")[1] !== path.split("/")[1]),
      )
      .map((target) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});
