import { existsSync, readFileSync } from "node:fs";

/** This process's peak memory in KB. Linux counts a parent's memory into what getrusage says of a child, but not into VmHWM. */
export function readPeakMemory() {
  const status = "/proc/self/status";
  const peak = existsSync(status) ? /^VmHWM:\s*(\d+)/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return Number(peak ?? process.resourceUsage().maxRSS);
}
