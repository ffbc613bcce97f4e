import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { FauxqsServer } from "fauxqs";
import { createClients, type LocalClients } from "./create-clients.ts";
import { EventNotifier } from "./event-notifier.ts";
import { EventSource } from "./event-source.ts";
import { FolderState } from "./folder-state.ts";
import { type HandlerFactory, loadHandlers } from "./load-handlers.ts";
import { loadTemplate } from "./load-template.ts";
import { mendFauxqs } from "./mend-fauxqs.ts";
import { provision, releaseHeldMessages } from "./provision.ts";
import { readWiring } from "./read-wiring.ts";
import { recoverEvents } from "./recover-events.ts";
import { region } from "./region.ts";
import { startServices } from "./start-services.ts";
import { watchRequests } from "./watch-requests.ts";
import type { WiredFunction, Wiring } from "./wiring.ts";

export interface LocalStackOptions {
  /** Folder of everything that is kept; made where it is missing. */
  folder: string;
  /** Port of S3, SQS and SNS; 0 (default): any free one. */
  port?: number;
  dynamodbPort?: number;
  /** Longest time a batch is gathered, in place of the template's window (minutes would be tedious here). Default: 2. */
  windowSeconds?: number;
  /** Wait before the second try of a failed message. Default: 1. */
  retrySeconds?: number;
  /** Handlers in place of the real ones, by function name. */
  handlers?: Record<string, HandlerFactory>;
  /** Hears what goes wrong in the machinery; default: nobody. */
  report?(problem: string): void;
}

/** What scripts need to use the stack (contract, part 7). */
export interface LocalAddresses {
  endpoint: string;
  dynamodbEndpoint: string;
  region: string;
  uploadsBucket: string;
  documentsBucket: string;
  table: string;
  alertsTopicArn: string;
  digestTopicArn: string;
}

export interface LocalStack {
  addresses: LocalAddresses;
  clients: LocalClients;
  wiring: Wiring;
  /** Finishes what the handlers hold and frees ports and folder. */
  stop(): Promise<void>;
}

/** Runs the whole workflow on 127.0.0.1, wired as the template says. Throws FolderInUseError, or the system's error for a taken port. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const folder = resolve(options.folder);
  const state = new FolderState(folder);
  try {
    return await startIn(folder, state, options);
  } catch (error) {
    state.close();
    throw error;
  }
}

async function startIn(folder: string, state: FolderState, options: LocalStackOptions): Promise<LocalStack> {
  const [template, handlers] = await Promise.all([loadTemplate(), options.handlers ?? loadHandlers()]);
  const wiring = readWiring(template, region);
  let notifier: EventNotifier | null = null;
  const ports = { port: options.port ?? 0, dynamodbPort: options.dynamodbPort ?? 0 };
  let allTold = async (): Promise<void> => {};
  const services = await startServices(folder, ports, (app) => {
    mendFauxqs(app);
    allTold = watchRequests(app, () => notifier, options.report ?? (() => {}));
  });
  const clients = createClients(services, { sign: false });
  try {
    await provision(wiring, services.fauxqs, clients);
    await releaseHeldMessages(wiring, services.fauxqs, clients);
    notifier = new EventNotifier(wiring.buckets, services.fauxqs, state);
    await recoverEvents(wiring.buckets, clients, state, notifier);
    const sources = wiring.functions.flatMap((wired) =>
      startSources(wired, handlers, services.fauxqs, clients, options),
    );
    return {
      addresses: toAddresses(services, wiring),
      clients,
      wiring,
      stop: async () => {
        await Promise.all(sources.map((source) => source.stop()));
        await allTold();
        await services.stop();
        state.close();
      },
    };
  } catch (error) {
    await services.stop();
    throw error;
  }
}

function startSources(
  wired: WiredFunction,
  handlers: Record<string, HandlerFactory>,
  fauxqs: FauxqsServer,
  clients: LocalClients,
  options: LocalStackOptions,
): EventSource[] {
  const factory = handlers[wired.name];
  if (!factory) throw new Error(`The template names a function ${wired.name}, for which there is no handler.`);
  const handler = factory(wired.environment, clients);
  return wired.sources.map(({ queue, batchSize, windowSeconds, maxConcurrency }) => {
    const { url, arn } = fauxqs.inspectQueue(queue)!;
    return new EventSource(clients.sqs, {
      functionName: wired.name,
      handler,
      queueUrl: url,
      queueArn: arn,
      batchSize,
      windowSeconds: Math.min(windowSeconds, options.windowSeconds ?? 2),
      timeoutSeconds: wired.timeoutSeconds,
      memoryMegabytes: wired.memoryMegabytes,
      concurrency: Math.min(maxConcurrency, workersFor(batchSize)),
      retrySeconds: options.retrySeconds ?? 1,
      report: options.report ?? (() => {}),
    });
  });
}

/** What takes one message a time computes; what takes batches waits for the services half of its time. */
function workersFor(batchSize: number): number {
  const cores = Math.max(2, availableParallelism());
  return batchSize === 1 ? cores : 2 * cores;
}

function toAddresses(services: { endpoint: string; dynamodbEndpoint: string }, wiring: Wiring): LocalAddresses {
  const output = (name: string) => wiring.outputs[name]!;
  return {
    endpoint: services.endpoint,
    dynamodbEndpoint: services.dynamodbEndpoint,
    region: wiring.region,
    uploadsBucket: output("UploadsBucket"),
    documentsBucket: output("DocumentsBucket"),
    table: output("TableName"),
    alertsTopicArn: output("AlertsTopicArn"),
    digestTopicArn: output("DigestTopicArn"),
  };
}
