import { createRequire } from "node:module";
import { LoopbackPort } from "./loopback-port.ts";

let loaded: ReturnType<typeof load> | undefined;

/** Imports pdf.js and pdf-parse without a canvas: nothing is drawn here, and the native library costs 16 ms and a warning where it is missing. */
export function importPdfjs(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

async function load() {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) scope[name] ??= class {};
  scope["FontFace"] ??= class {
    loaded = Promise.resolve();
  };
  const restore = withholdCanvas();
  try {
    // The worker first: pdf.js then runs it in this thread and looks for no file.
    const { WorkerMessageHandler } = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    const { OPS, PDFWorker } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const { PDFParse } = await import("pdf-parse");
    const connect = () => {
      const port = new LoopbackPort();
      WorkerMessageHandler.initializeFromPort(port);
      return PDFWorker.create({ port: port as never, verbosity: 0 });
    };
    return { PDFParse, connect, operators: OPS as Record<string, number> };
  } finally {
    restore();
  }
}

/** pdf.js requires @napi-rs/canvas while it is imported, by way of getBuiltinModule; all else that comes this way meanwhile is let through. */
function withholdCanvas(): () => void {
  const original = process.getBuiltinModule;
  const requireFrom: typeof createRequire = (from) => {
    const real = createRequire(from);
    return Object.assign((id: string) => (id === "@napi-rs/canvas" ? {} : real(id)), real);
  };
  const patched = (id: string) => {
    const builtin = original(id) as object;
    return id === "module" || id === "node:module" ? { ...builtin, createRequire: requireFrom } : builtin;
  };
  process.getBuiltinModule = patched as typeof process.getBuiltinModule;
  return () => {
    process.getBuiltinModule = original;
  };
}
