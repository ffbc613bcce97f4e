import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createClients, type LocalClients } from "../../lib/local/create-clients.ts";
import type { LocalAddresses } from "../../lib/local/start-local-stack.ts";

const program = fileURLToPath(new URL("../../bin/gouji.js", import.meta.url));

export interface ServeProcess {
  addresses: LocalAddresses;
  clients: LocalClients;
  pid: number;
  /** Everything that was printed on standard output. */
  output(): string;
  /** Sends a signal and waits for the end; answers the exit code, null after a kill. */
  end(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | null>;
}

/**
 * Runs `gouji serve` on a folder as a process of its own and waits until it is ready. Its standard error is thrown away, or not
 * even read.
 */
export async function serve(folder: string, { readsErrors = true } = {}): Promise<ServeProcess> {
  const child = startServe(folder);
  if (readsErrors) child.stderr?.resume();
  let output = "";
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout!.on("data", (chunk) => {
      output += chunk;
      if (output.includes("\n")) resolve(output.slice(0, output.indexOf("\n")));
    });
    child.once("exit", (code) => reject(new Error(`gouji serve ended with ${code} before it was ready`)));
  });
  const addresses = JSON.parse(await ready) as LocalAddresses;
  return {
    addresses,
    clients: createClients(addresses),
    pid: child.pid!,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      return child.exitCode;
    },
  };
}

/** Starts the process alone; its standard error is the caller's to read. */
export function startServe(folder: string): ChildProcess {
  const args = [program, "serve", "--data", folder, "--port", "0", "--dynamodb-port", "0"];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", process.env["GOUJI_LOGS"] ? "inherit" : "pipe"] });
}
