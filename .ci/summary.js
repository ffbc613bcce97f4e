// Prints the closing line of the test run: "N passed, N failed, N skipped".
import { readFileSync } from "node:fs";

const { testResults } = JSON.parse(readFileSync(new URL("../.vitest/results.json", import.meta.url), "utf8"));
const states = testResults.flatMap((file) => file.assertionResults.map((test) => test.status));
const count = (...names) => states.filter((state) => names.includes(state)).length;
console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped", "pending", "todo")} skipped`);
