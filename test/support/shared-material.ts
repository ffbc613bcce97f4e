import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folder of shared material (real reports and their truth); undefined, with a printed word, where there is none. */
export function sharedFolder(name: string): string | undefined {
  const folder = join(process.env.GOUJI_SHARED ?? "../shared", name);
  if (existsSync(folder)) return folder;
  console.log(`skipped: no ${folder}; set GOUJI_SHARED to the shared material to run these tests`);
  return undefined;
}
