/** Handles each of several things one after the other; one that fails does not keep the others from being handled, then it is thrown. */
export async function handleAll<Thing>(
  things: readonly Thing[],
  handle: (thing: Thing) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const thing of things) {
    try {
      await handle(thing);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}
