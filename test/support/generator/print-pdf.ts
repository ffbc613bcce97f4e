import { execFileSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** The full path of a program on PATH; null where it is not installed. */
export function findProgram(name: string): string | null {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder: the next one may have it.
    }
  }
  return null;
}

/** Runs a program on one file in a folder of its own and answers the file it made. */
function convert(input: string, html: Uint8Array, output: string, run: (folder: string) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "gouji-print-"));
  try {
    writeFileSync(join(folder, input), html);
    run(folder);
    return readFileSync(join(folder, output));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const quiet = { stdio: "ignore", timeout: 120_000 } as const;

/** Prints a page with Chromium; `headers`: with the date, title, address and page number in the margins. */
export function printWithChromium(html: Uint8Array, headers = false): Uint8Array {
  return convert("page.html", html, "page.pdf", (folder) => {
    const options = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      ...(headers ? [] : ["--no-pdf-header-footer"]),
      `--user-data-dir=${join(folder, "profile")}`,
    ];
    execFileSync(
      "chromium",
      [...options, `--print-to-pdf=${join(folder, "page.pdf")}`, `file://${join(folder, "page.html")}`],
      quiet,
    );
  });
}

/** Exports a page with LibreOffice's writer, by way of a Word document if asked. */
export function exportWithLibreOffice(html: Uint8Array, byWord: boolean): Uint8Array {
  return convert("page.html", html, "page.pdf", (folder) => {
    const office = (...args: string[]) =>
      execFileSync(
        "soffice",
        [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", ...args, "--outdir", folder],
        quiet,
      );
    if (byWord)
      office("--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", join(folder, "page.html"));
    const source = join(folder, byWord ? "page.docx" : "page.html");
    office(...(byWord ? [] : ["--infilter=HTML (StarWriter)"]), "--convert-to", "pdf:writer_pdf_Export", source);
  });
}

/** Packs a PDF's objects and streams, which makes printed files half as large. */
export function packPdf(pdf: Uint8Array, ...more: string[]): Uint8Array {
  return convert("in.pdf", pdf, "out.pdf", (folder) => {
    // An encrypted file needs a random identifier.
    const id = more.includes("--encrypt") ? [] : ["--deterministic-id"];
    const options = ["--recompress-flate", "--compression-level=9", "--object-streams=generate", ...id];
    execFileSync("qpdf", [...options, ...more, join(folder, "in.pdf"), join(folder, "out.pdf")], quiet);
  });
}
