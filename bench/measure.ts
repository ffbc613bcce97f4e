/** Medians of two things timed in turn, in milliseconds, and their ratio with its spread (lower and upper quartile). */
export interface Comparison {
  anchor: number;
  ours: number;
  ratio: number;
  low: number;
  high: number;
}

type Work = () => unknown;

/** The value below which the share `at` of `values` lies. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds that one run of `work` takes, as the mean of `times` runs without a pause. */
export async function time(work: Work, times = 1): Promise<number> {
  const start = performance.now();
  for (let run = 0; run < times; run++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / times;
}

/** Milliseconds of processor that one run of `work` takes, all threads together: long runs on a busy machine are not the longer for it. */
export async function processorTime(work: Work): Promise<number> {
  const start = process.cpuUsage();
  const result = work();
  if (result instanceof Promise) await result;
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How many runs fill a round, so that what a round times is long against the clock and short against other processes. */
const roundLength = 8;

/**
 * Times an anchor and ours in alternating rounds for about `seconds`: each ratio is of two neighbouring rounds, so that what
 * else the machine does meanwhile falls on both.
 */
export async function compare(anchor: Work, ours: Work, seconds = 4): Promise<Comparison> {
  const warmUp = performance.now() + seconds * 250;
  while (performance.now() < warmUp) {
    await time(anchor);
    await time(ours);
  }
  const timesOf = async (work: Work) => Math.max(1, Math.round(roundLength / (await time(work, 3))));
  const [anchorTimes, ourTimes] = [await timesOf(anchor), await timesOf(ours)];
  const anchors: number[] = [];
  const own: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end || anchors.length < 5) {
    anchors.push(await time(anchor, anchorTimes));
    own.push(await time(ours, ourTimes));
  }
  const ratios = own.map((value, at) => value / anchors[at]!);
  return {
    anchor: median(anchors),
    ours: median(own),
    ratio: median(ratios),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
  };
}

/** The exponent with which time grows with size: the slope of the least-squares line through the logarithms. */
export function growthExponent(points: readonly { size: number; time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
