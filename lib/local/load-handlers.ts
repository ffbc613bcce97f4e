import type { LocalClients } from "./create-clients.ts";
import type { SqsHandler } from "./event-source.ts";

export type HandlerFactory = (environment: Record<string, string | undefined>, clients: LocalClients) => SqsHandler;

/** The factories of the functions' handlers by function name, as the sources have them (not the bundles). */
export async function loadHandlers(): Promise<Record<string, HandlerFactory>> {
  const [extract, assess, digest] = await Promise.all([
    import("../../functions/extract/handler.ts"),
    import("../../functions/assess/handler.ts"),
    import("../../functions/digest/handler.ts"),
  ]);
  return {
    extract: extract.createExtractHandler,
    assess: assess.createAssessHandler,
    digest: digest.createDigestHandler,
  };
}
