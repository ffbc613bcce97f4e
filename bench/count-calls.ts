import type { LocalClients } from "../lib/local/create-clients.ts";
import type { HandlerFactory } from "../lib/local/load-handlers.ts";
import { loadHandlers } from "../lib/local/load-handlers.ts";

/** One call of an AWS client as it was made: which client, which command with which input, what came back. */
export interface Call {
  client: keyof LocalClients;
  name: string;
  input: Record<string, unknown>;
  output: Record<string, unknown>;
}

type Middleware = (
  next: (args: { input: Record<string, unknown> }) => Promise<{ output: object }>,
  context: object,
) => unknown;

/** Notes every call that the handlers (and the queue's reader, which shares their clients) make. */
export async function noteCalls(calls: Call[]): Promise<Record<string, HandlerFactory>> {
  const noted = new WeakSet<object>();
  const note = (clients: LocalClients) => {
    for (const [client, { middlewareStack }] of Object.entries(clients) as [keyof LocalClients, LocalClients["s3"]][]) {
      if (noted.has(middlewareStack)) continue;
      noted.add(middlewareStack);
      const middleware: Middleware = (next, context) => async (args: { input: Record<string, unknown> }) => {
        const { input } = args;
        const result = await next(args);
        const name = (context as { commandName: string }).commandName;
        calls.push({ client, name, input, output: result.output as Record<string, unknown> });
        return result;
      };
      middlewareStack.add(middleware as never, { step: "initialize", name: "note-calls" });
    }
  };
  const factories = await loadHandlers();
  return Object.fromEntries(
    Object.entries(factories).map(([name, factory]) => [
      name,
      (environment, clients) => {
        note(clients);
        return factory(environment, clients);
      },
    ]),
  );
}
