import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const demo = "test/fixtures/demo";
const good = join(demo, readdirSync(demo).find((name) => name.startsWith("1-"))!);
const wrong = join(demo, readdirSync(demo).find((name) => name.startsWith("4-"))!);
const pdf = join(demo, readdirSync(demo).find((name) => name.startsWith("3-"))!);

/** Runs the real program in a process of its own. */
function gouji(args: string[], input?: Buffer) {
  const run = spawnSync(process.execPath, ["bin/gouji.js", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe("gouji check", () => {
  test.each([
    ["a sound report", [good], 0],
    ["a wrong one", [wrong], 1],
    ["a rejected file", ["test/fixtures/rejections/no-report.txt"], 1],
    ["no command", [], 2],
    ["no such file", ["no-such-file.txt"], 2],
  ] as const)("exit code: %s", (_name, paths, code) => {
    expect(gouji(paths.length > 0 ? ["check", ...paths] : []).code).toBe(code);
  });

  test("--version is the package's, and the closing line counts one file as one", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(gouji(["--version"])).toMatchObject({ code: 0, out: `${version}\n` });
    expect(gouji(["check", "--language", "en", good]).out).toContain("1 file, 1 report:");
  });

  test("a wrong option is code 2 and says what there is", () => {
    const { code, err } = gouji(["check", "--formt", "json", good]);
    expect(code).toBe(2);
    expect(err).toContain("--help");
  });

  test("json prints one document and nothing else; a path that cannot be read does not take the others along", () => {
    const { code, out, err } = gouji(["check", "--format", "json", "no-such-file.txt", good]);
    expect(code).toBe(2);
    expect(err).toContain("no-such-file.txt");
    const { schemaVersion, documents } = JSON.parse(out);
    expect(schemaVersion).toBe(1);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ status: "assessed", rejection: null, source: { mediaType: "text/plain" } });
  });

  test("standard input is named -, and --places shows the text of every figure", () => {
    const { code, out } = gouji(["check", "--format", "json", "--places", "-"], readFileSync(good));
    expect(code).toBe(0);
    const [document] = JSON.parse(out).documents;
    expect(document.source.name).toBe("-");
    const [report] = document.reports;
    const places = report.places as Record<string, { text: string; location: { line: number } }>;
    const lines = readFileSync(good, "utf8").split(/\r\n|\r|\n/);
    const read = Object.entries(
      report.statistics as Record<string, Record<string, Record<string, number | null>>>,
    ).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, cells]) =>
        Object.entries(cells)
          .filter(([, value]) => value !== null)
          .map(([column]) => `${table}.${row}.${column}`),
      ),
    );
    expect(Object.keys(places).sort()).toEqual(read.sort());
    for (const { text, location } of Object.values(places)) expect(lines[location.line - 1]).toContain(text);
  });

  test("a folder: files in the order of their paths, hidden ones skipped, names relative to the folder", () => {
    const folder = mkdtempSync(join(tmpdir(), "gouji-check-"));
    mkdirSync(join(folder, "b"));
    mkdirSync(join(folder, ".git"));
    for (const name of ["b/2.txt", "a.txt", "b.txt", ".hidden.txt", ".git/x.txt"])
      writeFileSync(join(folder, name), readFileSync(good));
    const { out } = gouji(["check", "--format", "json", folder]);
    expect(JSON.parse(out).documents.map((document: { source: { name: string } }) => document.source.name)).toEqual([
      "a.txt",
      "b.txt",
      "b/2.txt",
    ]);
  });

  test("many files are checked in worker threads with the same answers in the same order", () => {
    const folder = mkdtempSync(join(tmpdir(), "gouji-check-"));
    for (let index = 10; index < 24; index++)
      writeFileSync(join(folder, `${index}.txt`), readFileSync(index % 3 ? good : wrong));
    const check = (jobs: string) =>
      JSON.parse(gouji(["check", "--format", "json", "--jobs", jobs, folder]).out).documents;
    const texts = check("3");
    // Some PDFs are most of the work, and are begun with.
    for (const index of [12, 19]) copyFileSync(pdf, join(folder, `${index}.pdf`));
    const alone = check("1");
    const names = alone.map((document: { source: { name: string } }) => document.source.name);
    expect(names).toEqual(readdirSync(folder).toSorted());
    expect(texts).toEqual(alone.filter((_: unknown, index: number) => names[index].endsWith(".txt")));
    expect(check("3")).toEqual(alone);
  });

  test("--together tells the later year what does not follow from the year before", () => {
    const years = readdirSync(demo)
      .filter((name) => name.startsWith("6-") || name.startsWith("7-"))
      .map((name) => join(demo, name));
    const rules = (args: string[]) =>
      JSON.parse(gouji(["check", "--format", "json", ...args, ...years]).out).documents.map(
        (document: { reports: { findings: { rule: string }[] }[] }) =>
          document.reports[0]!.findings.map((finding) => finding.rule),
      );
    expect(rules([]).flat()).not.toContain("history/carry-over");
    const [earlier, later] = rules(["--together"]);
    expect(earlier).not.toContain("history/carry-over");
    expect(later).toContain("history/carry-over");
  });

  test("--html writes one page a report", () => {
    const folder = join(mkdtempSync(join(tmpdir(), "gouji-pages-")), "pages");
    expect(gouji(["check", "--html", folder, good, wrong]).code).toBe(1);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
