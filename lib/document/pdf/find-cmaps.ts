import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let folder: string | undefined;

/**
 * The folder of Adobe's predefined CMaps as a plain path with a trailing slash: `cmaps/` beside this module (a bundle carries
 * its own), else that of the installed pdfjs-dist. Without it, fonts that are not embedded give no text and no error.
 */
export function findCMaps(): string {
  if (folder) return folder;
  const beside = join(dirname(fileURLToPath(import.meta.url)), "cmaps");
  folder = existsSync(beside)
    ? `${beside}/`
    : `${dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"))}/cmaps/`;
  return folder;
}
