import { extractText, normalise, simplify, tokenise } from "./bare-readers.ts";
import { type Input, makeInputs, sharedInputs } from "./inputs.ts";
import { compare } from "./measure.ts";
import { checkBytes } from "./pipeline.ts";
import type { Row } from "./row.ts";

interface Contest {
  id: string;
  input: Input;
  against: string;
  anchor: (bytes: Uint8Array) => unknown;
  limit: number;
}

const isTraditional = ({ bytes }: Input) => /[與關務這個]/.test(new TextDecoder().decode(bytes));

function contests(): Contest[] {
  const { word, plain, traditional, simplified, pdf, print } = makeInputs();
  const html = (id: string, input: Input): Contest => {
    return { id: `html/${id}`, input, against: "htmlparser2 tokenise", anchor: tokenise, limit: 3 };
  };
  const printed = (id: string, input: Input): Contest => {
    return { id: `pdf/${id}`, input, against: "pdf.js text of all pages", anchor: extractText, limit: 1.6 };
  };
  const text = (id: string, input: Input): Contest =>
    isTraditional(input)
      ? { id: `text/${id}`, input, against: "decode + NFKC + opencc t2s", anchor: simplify, limit: 1.5 }
      : { id: `text/${id}`, input, against: "decode + NFKC", anchor: normalise, limit: 20 };
  return [
    html("word", word),
    html("plain", plain),
    ...sharedInputs("html").map((input) => html(input.name, input)),
    text("traditional", traditional),
    text("simplified", simplified),
    ...sharedInputs("txt").map((input) => text(input.name, input)),
    printed("18-pages", pdf),
    printed("short", print),
    ...sharedInputs("pdf").map((input) => printed(input.name, input)),
  ];
}

/** The check of one file, bytes to findings, against the least that any reader of such bytes must do. */
export async function measureReaders(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { id, input, against, anchor, limit } of contests()) {
    const {
      anchor: bare,
      ours,
      ratio,
      low,
      high,
    } = await compare(
      () => anchor(input.bytes),
      () => checkBytes(input),
      id.startsWith("pdf") ? 6 : 4,
    );
    const what = `check of ${input.name}, ${Math.round(input.bytes.length / 1000)} KB`;
    const judged = { kind: "ratio", value: ratio, low, high, reach: { limit } } as const;
    rows.push({ id, what, against, anchor: bare, ours, unit: "ms", ...judged });
  }
  return rows;
}
