import { setFlagsFromString } from "node:v8";
import { FolderInUseError } from "../local/folder-state.ts";
import { type LocalStack, type LocalStackOptions, startLocalStack } from "../local/start-local-stack.ts";

/** Where the emulators of AWS are looked for by habit; taken only where they are free and none was asked for. */
const usualPorts = { port: 4566, dynamodbPort: 8000 };

export interface ServeArguments {
  /** Folder that keeps the state; default `.gouji`. */
  data?: string;
  port?: number;
  dynamodbPort?: number;
}

/**
 * `gouji serve`: runs everything on 127.0.0.1, prints one JSON line when ready, and ends with SIGINT or SIGTERM.
 * Everything else is written to standard error. Answers the exit code: 0, or 2 for wrong use, a folder in use or a taken port.
 */
export async function runServe({ data = ".gouji", port, dynamodbPort }: ServeArguments): Promise<number> {
  if (![port, dynamodbPort].every(isPort)) return refuse("a port is a whole number from 0 (any free one) to 65535.");
  const ended = new Promise<void>((resolve) => {
    process.on("SIGINT", () => resolve());
    process.on("SIGTERM", () => resolve());
  });
  // By default V8 lets garbage grow to four times what lives; memory once touched is not given back, so it crept up for hours.
  setFlagsFromString("--heap-growing-percent=60");
  const print = keepStdoutClean();
  try {
    const stack = await start({ folder: data, port, dynamodbPort, report: (problem) => console.error(problem) });
    print(`${JSON.stringify(stack.addresses)}\n`);
    await ended;
    await stack.stop();
    // Lines for a standard error that nobody reads any more would keep the process for ever.
    setTimeout(() => process.exit(0), 1000).unref();
    return 0;
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    if (error instanceof FolderInUseError || taken) return refuse((error as Error).message);
    if (["EEXIST", "ENOTDIR", "EACCES", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return refuse(`${data} cannot be used as a folder: ${(error as Error).message}`);
    throw error;
  }
}

function refuse(message: string): number {
  console.error(`gouji serve: ${message}`);
  return 2;
}

function isPort(port: number | undefined): boolean {
  return port === undefined || (Number.isInteger(port) && port >= 0 && port < 65_536);
}

/** Starts on the ports asked for; where none was asked for, on the usual ones if free, else on any. */
async function start(options: LocalStackOptions): Promise<LocalStack> {
  const { port, dynamodbPort } = options;
  try {
    return await startLocalStack({
      ...options,
      port: port ?? usualPorts.port,
      dynamodbPort: dynamodbPort ?? usualPorts.dynamodbPort,
    });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    if (!taken || (port !== undefined && dynamodbPort !== undefined)) throw error;
    return await startLocalStack({ ...options, port: port ?? 0, dynamodbPort: dynamodbPort ?? 0 });
  }
}

/** Sends what the handlers log to standard error, since standard output is for the one line; answers how to print that. */
function keepStdoutClean(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  return (text) => {
    write(text);
  };
}
