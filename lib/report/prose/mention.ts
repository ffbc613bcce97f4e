import type { Quantity, QuantityKind, YearMention } from "./quantity.ts";

/**
 * What a quantity does in its sentence. `level`: it says how many there are. `base`: last year's figure it is compared with.
 * `change`: by how many more or fewer. `share`: per cent of a whole. `rate`: per cent of growth. `other`: any other per cent.
 */
export type Role = "level" | "base" | "change" | "share" | "rate" | "other";

/**
 * A quantity in its sentence, made when its number is read; its sentence fills in the rest. Offsets are those of the paragraph.
 * This and `Sentence` are classes because V8 allots what literals make in bulk to the old generation, from where each keeps what
 * it points to alive until a major collection.
 */
export class Mention implements Quantity {
  readonly start: number;
  readonly end: number;
  kind: QuantityKind;
  readonly value: number;
  readonly decimals: number;
  unit: string;
  exact: boolean;
  role: Role = "level";
  /** The text between the quantity before it (or the sentence's start) and the number. */
  gap = "";
  /** The last words of the gap, from the separator (, ; : and brackets) before the number; without spaces. */
  label = "";
  /** The words after the counting word, up to the next separator or number; without spaces. */
  tail = "";
  /** How many brackets it stands in. */
  depth = 0;
  /** Its place among the sentence's mentions. */
  index = 0;

  constructor({ start, end, kind, value, decimals, unit, exact }: Quantity) {
    this.start = start;
    this.end = end;
    this.kind = kind;
    this.value = value;
    this.decimals = decimals;
    this.unit = unit;
    this.exact = exact;
  }
}

/** A sentence of a paragraph, up to its full stop. */
export class Sentence {
  readonly start: number;
  readonly end: number;
  /** Its paragraph's place among the report's. */
  readonly paragraph: number;
  /** Folded text of the sentence. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly years: readonly YearMention[];
  /** What `signsOf` found in it; −1: not asked yet. */
  signs = -1;

  constructor(
    place: { start: number; end: number; paragraph: number },
    text: string,
    mentions: readonly Mention[],
    years: readonly YearMention[],
  ) {
    this.start = place.start;
    this.end = place.end;
    this.paragraph = place.paragraph;
    this.text = text;
    this.mentions = mentions;
    this.years = years;
  }
}
