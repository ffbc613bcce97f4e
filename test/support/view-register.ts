import type { Item } from "../../lib/ports.ts";
import { extractionKey } from "../../lib/record/extraction.ts";
import { recordExtraction } from "../../lib/workflow/record-extraction.ts";
import { type FakeUpload, type MemoryRegister, toFakeExtraction } from "./register.ts";

/** Takes uploads into a register, one after the other, and answers the alerts that each brought. */
export async function upload(register: MemoryRegister, ...uploads: FakeUpload[]) {
  const { told } = register.publisher;
  const before = told.length;
  for (const each of uploads) await recordExtraction(register, await storeExtraction(register, each));
  return told.slice(before);
}

/** Puts the extract result of an upload where `extract` would have put it. */
export async function storeExtraction({ objects }: MemoryRegister, uploaded: FakeUpload) {
  const extraction = toFakeExtraction(uploaded);
  await objects.write("documents", extractionKey(extraction.origin), JSON.stringify(extraction));
  return extraction;
}

/** A report's item as others read it. */
export function findReport(items: readonly Item[], agency: string, year: number | string): Item | undefined {
  return items.find(({ pk, sk }) => pk === `AGENCY#${agency}` && sk === `REPORT#${year}`);
}

/** Rules of a report's stored findings, in the order of their keys. */
export function findRules(items: readonly Item[], agency: string, year: number | string): unknown[] {
  return items
    .filter(({ pk, sk }) => pk === `AGENCY#${agency}` && sk.startsWith(`FINDING#${year}#`))
    .map(({ rule }) => rule);
}

/**
 * The table without what depends on the order in which things were told: revisions, what was told last with its chain of alert
 * ids, and the heads of objects, which hold nothing else.
 */
export function lastingRecords(items: readonly Item[]): Item[] {
  return items.filter(({ sk }) => sk !== "CURRENT").map((item) => ({ ...item, told: undefined, revision: undefined }));
}
