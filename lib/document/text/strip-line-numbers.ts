import type { SourceLine } from "./split-lines.ts";

/** A line with its number: what stands before the number, the number, what follows. */
const numbered = /^(\s{0,8}\d{1,6})((?:[:：.)|\t]|\s|$).*)$/;

/** What may part a line's number from its text; the longest that all lines have. */
const partings = [":  ", ": ", "\t", "| ", ". ", ") ", "  ", ":", "：", "|", " "];

/** Fewer numbered lines may be a list. */
const leastLines = 12;

/** The rest of each line after its number, null for blank ones; null where some line has no number, or not the next one. */
function readRests(lines: readonly SourceLine[]): (string | null)[] | null {
  const rests: (string | null)[] = [];
  let last: { number: number; line: number } | undefined;
  for (const { text, line } of lines) {
    const match = numbered.exec(text);
    if (match === null) {
      if (text.trim() !== "") return null;
      rests.push(null);
      continue;
    }
    const number = Number(match[1]);
    // Blank lines are numbered too, or are not.
    if (last !== undefined && number !== last.number + 1 && number - last.number !== line - last.line) return null;
    last = { number, line };
    rests.push(match[2]!);
  }
  return rests;
}

/** The lines of a text that an editor or a listing numbered one by one, without these numbers; any others as they are. */
export function stripLineNumbers(lines: SourceLine[]): SourceLine[] {
  const first = lines.find(({ text }) => text.trim() !== "");
  if (first === undefined || lines.length < leastLines || !numbered.test(first.text)) return lines;
  const rests = readRests(lines);
  if (rests === null || rests.filter((rest) => rest !== null).length < leastLines) return lines;
  const filled = rests.filter((rest) => rest !== null && rest.trim() !== "");
  const parting = partings.find((text) => filled.every((rest) => rest!.startsWith(text)));
  if (parting === undefined) return lines;
  return lines.map(({ line, page }, at) => {
    const rest = rests[at] ?? "";
    const text = rest.startsWith(parting) ? rest.slice(parting.length) : "";
    return page ? { text, line, page } : { text, line };
  });
}
