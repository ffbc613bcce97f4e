// node --import tell-peak.js …: tells the process's peak memory in KB on descriptor 3 when it ends.
import { writeSync } from "node:fs";
import { readPeakMemory } from "./peak-memory.js";

process.on("exit", () => writeSync(3, JSON.stringify({ peak: readPeakMemory() })));
