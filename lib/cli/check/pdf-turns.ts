/** PDFs that a thread has read at a time, each in a thread of its own. */
export const pdfsAtOnce = 2;

let reading = 0;
const waiting: (() => void)[] = [];

/** Where a PDF's header may stand; what is no PDF after all only waits for its turn. */
const window = 2048;

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, window)).includes("%PDF-");

/**
 * Lets `read` read the bytes of a file: of PDFs so many at a time, in their order. Another one that is waiting with its bytes
 * goes to the thread that has become free before this one's answer is gone through, so that no such thread waits for that.
 */
export async function inTurn<T>(bytes: Uint8Array, read: () => Promise<T>): Promise<T> {
  if (!isPdf(bytes)) return read();
  if (reading >= pdfsAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading++;
  try {
    return await read();
  } finally {
    const next = waiting.shift();
    if (next === undefined) reading--;
    else {
      next();
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
}
