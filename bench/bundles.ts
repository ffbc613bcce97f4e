import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleEntries, bundleFunction } from "../lib/stack/bundle-function.ts";
import type { FunctionName } from "../lib/stack/function-name.ts";
import type { Row } from "./row.ts";

export const functionNames: readonly FunctionName[] = ["extract", "assess", "digest"];

/** Folders of the bundled functions and of their anchors, all made with the stack's own settings. */
export interface Bundles {
  folderOf(kind: "function" | "empty" | "alone", name: FunctionName): string;
  remove(): void;
}

/** Bundles every function, the empty handlers with the same clients, and what the functions need of others alone. */
export function makeBundles(): Bundles {
  const root = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  const folderOf: Bundles["folderOf"] = (kind, name) => join(root, `${kind}-${name}`);
  for (const name of functionNames) {
    bundleFunction(name, folderOf("function", name));
    for (const kind of ["empty", "alone"] as const)
      bundleEntries({ index: `bench/anchors/${kind}-${name}.ts` }, folderOf(kind, name));
  }
  return { folderOf, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function kilobytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0) / 1000;
}

/** Sizes of the bundles, chunks and CMaps included, against what they need of others. */
export async function measureBundles(): Promise<Row[]> {
  const bundles = makeBundles();
  try {
    return functionNames.map((name): Row => {
      const anchor = kilobytesIn(bundles.folderOf("alone", name));
      const ours = kilobytesIn(bundles.folderOf("function", name));
      const row = {
        id: `bundle/${name}`,
        what: `bundle of ${name}`,
        against: "its AWS clients, Powertools, zod alone",
      };
      if (name === "extract") {
        // Its parser and CMaps are most of it: the reach is a size.
        return { ...row, anchor, ours, unit: "MB", kind: "size", value: ours / 1000, reach: { limit: 3.5 } };
      }
      const limit = name === "assess" ? 1.3 : 1.1;
      return { ...row, anchor, ours, unit: "KB", kind: "ratio", value: ours / anchor, reach: { limit } };
    });
  } finally {
    bundles.remove();
  }
}
