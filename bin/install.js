// Installs the locked dependencies where they are missing, with whatever Node (>= 20) runs npm.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const root = new URL("..", import.meta.url);
const lock = new URL("package-lock.json", root);
const marker = new URL("node_modules/.package-lock.json", root);

const installed = existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs - 1000;
if (!installed) {
  console.error("Installing the locked dependencies (once) ...");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const run = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: "inherit" });
  process.exit(run.status ?? 1);
}
