type Listener = (event: { data: unknown }) => void;

/**
 * The port between the two halves of pdf.js when both run in one thread. Its own one copies every message deeply, glyph by glyph
 * (a tenth of the reading); here only what the sender uses again afterwards is copied: the chunk of a stream and its lists.
 */
export class LoopbackPort {
  readonly #listeners = new Set<Listener>();
  readonly #later = Promise.resolve();

  postMessage(message: { chunk?: unknown }): void {
    const data = isRecord(message.chunk) ? { ...message, chunk: copyChunk(message.chunk) } : message;
    void this.#later.then(() => {
      for (const listener of this.#listeners) listener.call(this, { data });
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}

function copyChunk(chunk: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(chunk).map(([key, value]) => [key, Array.isArray(value) ? value.slice() : value]),
  );
}
