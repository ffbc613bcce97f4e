import { readExtraction } from "./assess-object.ts";
import { settleFacts, type WrittenFacts, writeFacts } from "./record-extraction.ts";
import type { Register } from "./register.ts";

export interface Reassessed {
  /** Extract results that were assessed again. */
  documents: number;
  /** Alerts that it brought: one for each report or file about which something is different now. */
  alerts: number;
}

/**
 * Assesses stored extract results again, after rules or the roster changed, without extracting anew. All facts are written before
 * any conclusion is drawn, so that a report is told of once, and only where something is different. `keys`: their keys in the
 * documents bucket, in any order; `progress` hears how many of the two steps of each are done. Can be started over at any time.
 */
export async function reassess(
  register: Register,
  keys: AsyncIterable<string> | Iterable<string>,
  progress: (done: { written: number; settled: number }) => void = () => {},
): Promise<Reassessed> {
  let alerts = 0;
  const publisher: Register["publisher"] = {
    async publish(alert, rules) {
      await register.publisher.publish(alert, rules);
      alerts++;
    },
  };
  const counting = { ...register, publisher };
  const written: WrittenFacts[] = [];
  for await (const key of keys) {
    const extraction = await readExtraction(counting, key);
    written.push(await writeFacts(counting, extraction, new Map()));
    progress({ written: written.length, settled: 0 });
  }
  for (const [index, facts] of written.entries()) {
    await settleFacts(counting, facts, new Map());
    progress({ written: written.length, settled: index + 1 });
  }
  return { documents: written.length, alerts };
}
