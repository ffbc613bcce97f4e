import type { Mention, Sentence } from "./mention.ts";

/** How an enumeration begins: 其中; 分别为; 包括; a colon; 从…看 or 按…分; a total that follows its parts (合计). */
export type Opener = "among" | "respectively" | "including" | "colon" | "by" | "total";

/** A whole and the parts that the prose names of it, all with one counting word. */
export interface Enumeration {
  opener: Opener;
  whole: Mention;
  /** The sentence that states the whole; the parts may follow in a later one. */
  wholeIn: Sentence;
  /** Every quantity that may be the whole by its place, the whole among them. */
  wholes: Mention[];
  /** Values, the whole's among them, that the parts may be meant to make up: other wholes nearby, their sums and differences. */
  candidates: number[];
  /** The whole is the figure right before the list, so that no farther one is meant by its words. */
  adjacent: boolean;
  parts: Mention[];
  sentence: Sentence;
  /** The wording says that more parts exist (等, 主要, 如, 包括). */
  open: boolean;
  /** The last part is what remains (其他, 其余). */
  remainder: boolean;
}
