import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

interface Sample {
  /** Reports dealt with so far. */
  reports: number;
  megabytes: number;
}

/** Kilobytes a report from which on memory is not called steady: what an object's name and headers take is a tenth of it. */
const mostGrowth = 20;

/** Watches a process's memory against the number of reports it has dealt with. */
export class MemoryWatch {
  private readonly pid: number;
  private readonly step: number;
  private readonly samples: Sample[] = [];

  /** A row of the table for every `step` reports. */
  constructor(pid: number, step: number) {
    this.pid = pid;
    this.step = step;
  }

  /** Notes the memory now; answers the table's row when another step is full. */
  note(reports: number): string | null {
    const before = this.samples.at(-1)?.reports ?? 0;
    this.samples.push({ reports, megabytes: megabytesOf(this.pid) });
    const full = Math.floor(reports / this.step);
    return full > Math.floor(before / this.step) ? this.toRow(full * this.step) : null;
  }

  /** What memory did after the first `warmUp` reports: kilobytes a report by the line through all samples, and whether that is steady. */
  judge(warmUp: number): { growth: number; steady: boolean; peak: number } {
    const growth = slopeOf(this.samples.filter(({ reports }) => reports >= warmUp)) * 1024;
    const peak = Math.max(...this.samples.map(({ megabytes }) => megabytes));
    return { growth, steady: growth <= mostGrowth, peak };
  }

  private toRow(end: number): string {
    const values = this.samples
      .filter(({ reports }) => reports > end - this.step)
      .map(({ megabytes }) => megabytes)
      .sort((a, b) => a - b);
    const [least, median, most] = [values[0], values[Math.floor(values.length / 2)], values.at(-1)];
    return `${String(end).padStart(6)} reports  ${median} MB  (${least} to ${most})`;
  }
}

/** Memory of the process's own; files that LevelDB maps into it (as large as the table) are no part of it where Linux says so. */
export function megabytesOf(pid: number): number {
  const status = `/proc/${pid}/status`;
  const own = existsSync(status) ? /^RssAnon:\s+(\d+)/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  const kilobytes = own ?? execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Math.round(Number(kilobytes) / 1024);
}

/** Slope of the least-squares line, in megabytes a report; 0 for fewer than two samples. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, each) => sum + of(each), 0) / samples.length;
  const [x, y] = [mean(({ reports }) => reports), mean(({ megabytes }) => megabytes)];
  const spread = samples.reduce((sum, { reports }) => sum + (reports - x) ** 2, 0);
  if (!spread) return 0;
  return samples.reduce((sum, { reports, megabytes }) => sum + (reports - x) * (megabytes - y), 0) / spread;
}
