/** What of an AWS client makeLean needs. */
interface Client {
  middlewareStack: { remove(name: string): boolean };
}

/** Spares a client the step that copies every input and output for a logger, also where it has none (4 ms of a cold start). */
export function makeLean<C extends Client>(client: C): C {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}
