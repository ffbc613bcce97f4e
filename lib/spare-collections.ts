import { setFlagsFromString } from "node:v8";

/**
 * Tells V8 not to allot in the old generation what has once outlived a minor collection; to be called as a process begins that
 * reads documents. A document's objects all go when it is done: allotted there by a collection that fell into its midst, they
 * keep what they point to, and documents pile up from one major collection to the next.
 */
export function spareCollections(): void {
  setFlagsFromString("--no-allocation-site-pretenuring");
}
