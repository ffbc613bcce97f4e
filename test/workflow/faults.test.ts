import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { recordExtraction } from "../../lib/workflow/record-extraction.ts";
import { faultScenarios } from "../support/fault-scenarios.ts";
import { breakPort, createFaultyCalls, type Fault, faultKinds } from "../support/faults.ts";
import { createMemoryRegister, type FakeUpload, type MemoryRegister } from "../support/register.ts";
import { storeExtraction, upload } from "../support/view-register.ts";

let injected = 0;
afterAll(() =>
  console.log(`${injected} faults injected, every run ended in the records and alerts of the undisturbed one`),
);

/** One process that takes in one upload over ports of which one call goes wrong; whether it came to its end. */
async function deliver(register: MemoryRegister, uploaded: FakeUpload, fault: Fault | null) {
  const faulty = createFaultyCalls(fault);
  const { records, objects, publisher } = register;
  const broken = {
    ...register,
    records: breakPort(records, faulty),
    objects: breakPort(objects, faulty),
    publisher: breakPort(publisher, faulty),
  };
  const extraction = await storeExtraction(register, uploaded);
  const process = recordExtraction(broken, extraction).then(
    () => true,
    () => false,
  );
  const done = (await Promise.race([process, faulty.killed])) === true;
  return { calls: faulty.calls, done };
}

/** A scenario in which the tries one after the other meet `faults`; what stands and was told in the end. */
async function run(before: FakeUpload[], uploaded: FakeUpload, ...faults: (Fault | null)[]) {
  const register = createMemoryRegister();
  await upload(register, ...before);
  const known = register.publisher.told.length;
  const first = await deliver(register, uploaded, faults[0] ?? null);
  let tries = 1;
  for (let { done } = first; !done; tries++) ({ done } = await deliver(register, uploaded, faults[tries] ?? null));
  injected += faults.filter((fault) => fault !== null).length;
  const alerts = register.publisher.told.slice(known).map((alert) => JSON.stringify(alert));
  return {
    calls: first.calls,
    tries,
    items: register.records.dump(),
    files: register.objects.files,
    alerts: [...new Set(alerts)].sort(),
  };
}

test.each(faultScenarios)(
  "%s: any fault at any call, then a redelivery, ends where the undisturbed run ends",
  async (_, before, uploaded) => {
    const undisturbed = await run(before, uploaded, null);
    for (let call = 0; call < undisturbed.calls.length; call++) {
      for (const kind of faultKinds) {
        const { tries, ...disturbed } = await run(before, uploaded, { call, kind });
        const what = `${kind} at call ${call} (${undisturbed.calls[call]})`;
        expect(tries, what).toBeLessThanOrEqual(2);
        expect(disturbed.items, what).toEqual(undisturbed.items);
        expect(disturbed.files, what).toEqual(undisturbed.files);
        expect(disturbed.alerts, what).toEqual(undisturbed.alerts);
      }
    }
  },
);

const anyFault = fc.record({ call: fc.nat({ max: 40 }), kind: fc.constantFrom(...faultKinds) });

test.each(faultScenarios)(
  "%s: faults at several tries in a row end where the undisturbed run ends",
  async (_, before, uploaded) => {
    const { calls, tries, ...undisturbed } = await run(before, uploaded, null);
    await fc.assert(
      fc.asyncProperty(fc.array(anyFault, { minLength: 2, maxLength: 5 }), async (faults) => {
        const { calls: made, tries: needed, ...disturbed } = await run(before, uploaded, ...faults);
        expect(needed).toBeLessThanOrEqual(faults.length + 1);
        expect(disturbed).toEqual(undisturbed);
      }),
      { numRuns: 100 },
    );
  },
);
