import { parentPort } from "node:worker_threads";
import { followInput } from "./follow-input.ts";
import { measureGrowth, type Pair } from "./growth.ts";
import { cook, type Recipe } from "./recipes.ts";

export type Task = { recipe: Recipe } | { pair: Pair };

/** Does one task after another; what is thrown is answered as a fault. */
parentPort!.on("message", async (task: Task) => {
  try {
    const answer = "recipe" in task ? await followInput(cook(task.recipe), "fuzz") : await measureGrowth(task.pair);
    parentPort!.postMessage({ answer });
  } catch (error) {
    parentPort!.postMessage({ fault: String((error as Error).stack ?? error).slice(0, 800) });
  }
});
