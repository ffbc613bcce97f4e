import { setFlagsFromString } from "node:v8";

/** Megabytes of new objects before the first collection, in threads that are started later: a reader of PDFs has ten in its first file. */
const firstRoom = 16;

/**
 * Tells V8 not to allot in the old generation what has once outlived a minor collection; to be called as a process begins that
 * reads documents. A document's objects all go when it is done: allotted there by a collection that fell into its midst, they
 * keep what they point to, and documents pile up from one major collection to the next. Threads begin with room enough for a
 * file: their heap would else grow by ten collections (a twentieth of a PDF's first reading).
 */
export function spareCollections(): void {
  setFlagsFromString("--no-allocation-site-pretenuring");
  setFlagsFromString(`--min-semi-space-size=${firstRoom}`);
}
