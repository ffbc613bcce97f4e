import { pdfOfPages, severalReports, textReport } from "./inputs.ts";
import { growthExponent, processorTime } from "./measure.ts";
import { checkBytes } from "./pipeline.ts";
import type { Row } from "./row.ts";

interface Series {
  id: string;
  what: string;
  sizes: readonly number[];
  make: (size: number) => Uint8Array;
  /** Runs of the smallest; larger ones run less often. */
  runs: number;
}

const series: readonly Series[] = [
  { id: "reports", what: "1, 4, 16, 64 reports in one file", sizes: [1, 4, 16, 64], make: severalReports, runs: 24 },
  { id: "prose", what: "10 KB … 10 MB of prose", sizes: [10, 100, 1000, 10_000], make: textReport, runs: 24 },
  { id: "pages", what: "1 … 200 PDF pages", sizes: [5, 25, 50, 100, 200], make: pdfOfPages, runs: 6 },
];

/** How the time of a check grows with what is in the file: 1 is linear. */
export async function measureGrowth(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { id, what, sizes, make, runs } of series) {
    const inputs = sizes.map((size) => ({ size, input: { name: `${id}-${size}`, bytes: make(size) } }));
    // Sizes are those of the files: a report takes more than its prose.
    const points: { size: number; time: number }[] = [];
    for (let warm = 0; warm < 3; warm++) await checkBytes(inputs[1]!.input);
    for (const [at, { input }] of inputs.entries()) {
      const times: number[] = [];
      for (let run = 0; run < Math.max(6, runs >> (2 * at)); run++)
        times.push(await processorTime(() => checkBytes(input)));
      // The least disturbed run: the largest inputs are too slow for many.
      points.push({ size: input.bytes.length, time: Math.min(...times) });
    }
    const [first, last] = [points[0]!, points.at(-1)!];
    rows.push({
      id: `growth/${id}`,
      what: `growth: ${what}`,
      against: "linear",
      anchor: first.time,
      ours: last.time,
      unit: "ms",
      kind: "exponent",
      value: growthExponent(points),
      reach: { limit: 1.1 },
    });
  }
  return rows;
}
