import { readFile } from "node:fs/promises";

/** A predefined CMap as pdf.js packs it. */
interface PackedCMap {
  cMapData: Uint8Array<ArrayBuffer>;
  isCompressed: true;
}

const known = new Map<string, Promise<PackedCMap>>();

/** Reads predefined CMaps for pdf.js, each once a process: a document of fonts that are not embedded asks for a dozen. */
export class CMapReader {
  readonly #folder: string;

  constructor({ baseUrl }: { baseUrl: string }) {
    this.#folder = baseUrl;
  }

  fetch({ name }: { name: string }): Promise<PackedCMap> {
    const path = `${this.#folder}${name}.bcmap`;
    let cmap = known.get(path);
    if (!cmap) {
      cmap = readFile(path).then((data) => ({ cMapData: new Uint8Array(data), isCompressed: true }));
      // A name that is none is asked for again: a hostile file's names are not kept.
      cmap.catch(() => known.delete(path));
      known.set(path, cmap);
    }
    return cmap;
  }
}
