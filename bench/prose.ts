import { checkProseCase, readProseCases } from "../test/support/prose-cases.ts";

/** Prints recall and false alarms of the narrative rules on the development and on the held-out sentences. */
function measure(set: string): void {
  const cases = readProseCases(set);
  let wanted = 0;
  let recalled = 0;
  let alarms = 0;
  for (const one of cases) {
    const { found, messages } = checkProseCase(one);
    const missed = one.wanted.filter((finding) => !found.includes(finding));
    const extra = found.filter((finding) => !one.wanted.includes(finding));
    wanted += one.wanted.length;
    recalled += one.wanted.length - missed.length;
    alarms += extra.length;
    if (missed.length > 0 || extra.length > 0) {
      console.log(`${set}:${one.line} ${one.text}`);
      for (const finding of missed) console.log(`   missed: ${finding}`);
      for (const finding of extra)
        console.log(`   false alarm: ${finding}  (${messages[found.indexOf(finding)] ?? messages.join("; ")})`);
    }
  }
  const quiet = cases.filter((one) => one.wanted.length === 0).length;
  const recall = wanted === 0 ? 100 : (100 * recalled) / wanted;
  console.log(
    `${set}: ${cases.length} cases (${quiet} that must stay silent); recall ${recalled}/${wanted} = ${recall.toFixed(1)} %; false alarms ${alarms}\n`,
  );
}

for (const set of ["development", "held-out"]) measure(set);
