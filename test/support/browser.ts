import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const candidates = [
  process.env["GOUJI_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = candidates.find((path) => path && existsSync(path));

/** Whether a Chromium is installed; without one the tests that need it are skipped with a word. */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser) console.warn("skipped: no Chromium on this machine (set GOUJI_CHROMIUM to one)");

const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Starts the machine's own Chromium, headless; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath!, args: flags.split(" ") });
}
