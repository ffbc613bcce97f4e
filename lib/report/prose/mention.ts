import type { Quantity, YearMention } from "./quantity.ts";

/**
 * What a quantity does in its sentence. `level`: it says how many there are. `base`: last year's figure it is compared with.
 * `change`: by how many more or fewer. `share`: per cent of a whole. `rate`: per cent of growth. `other`: any other per cent.
 */
export type Role = "level" | "base" | "change" | "share" | "rate" | "other";

/** A quantity in its sentence. Offsets are those of the paragraph. */
export interface Mention extends Quantity {
  role: Role;
  /** The text between the quantity before it (or the sentence's start) and the number. */
  gap: string;
  /** The last words of the gap, from the separator (, ; : and brackets) before the number; without spaces. */
  label: string;
  /** The words after the counting word, up to the next separator or number; without spaces. */
  tail: string;
  /** How many brackets it stands in. */
  depth: number;
  /** Its place among the sentence's mentions. */
  index: number;
}

/** A sentence of a paragraph, up to its full stop. */
export interface Sentence {
  start: number;
  end: number;
  /** Folded text of the sentence. */
  text: string;
  mentions: readonly Mention[];
  years: readonly YearMention[];
  /** What `signsOf` found in it; −1: not asked yet. */
  signs: number;
}
