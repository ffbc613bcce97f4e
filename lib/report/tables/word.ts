import type { TableName } from "../../forms/form.ts";
import { isFigureText } from "../parse-figure.ts";
import { rememberTexts } from "../remember-texts.ts";
import { type Cue, columnIndexes, cueOf, rowIndexes } from "./cues.ts";
import { matchLabel, toLabelKey } from "./match-label.ts";

/** Labels that head a group of rows; alone they are no row. */
const groupLabels = new Set([
  "不予公开",
  "无法提供",
  "不予处理",
  "其他处理",
  "本年度办理结果",
  "本年办理结果",
  "办理结果",
]);

/** What the text of a cell means to the tables; each answer is found when it is first asked for, and then known. */
export class Word {
  readonly text: string;
  /** Whether it could be a figure or a placeholder. */
  readonly isFigure: boolean;
  readonly isBlank: boolean;
  readonly hasHan: boolean;
  /** The text on one line. */
  readonly shown: string;
  private ownKey: string | undefined;
  private ownCue: Cue | null | undefined;
  private readonly rows: Partial<Record<TableName, number>> = {};

  constructor(text: string) {
    this.text = text;
    this.hasHan = /\p{Script=Han}/u.test(text);
    this.shown = text.replace(/\s+/g, " ").trim();
    this.isBlank = text.trim() === "";
    this.isFigure = isFigureText(text);
  }

  /** What it is compared by as a label. */
  get key(): string {
    this.ownKey ??= toLabelKey(this.text);
    return this.ownKey;
  }

  get cue(): Cue | null {
    if (this.ownCue === undefined) this.ownCue = cueOf(this.text);
    return this.ownCue;
  }

  get isGroup(): boolean {
    return groupLabels.has(this.key);
  }

  /** The index of the row of a table that it means; -1 for none. */
  rowIn(name: TableName): number {
    this.rows[name] ??= matchLabel(rowIndexes[name], this.text);
    return this.rows[name];
  }

  /** The column of a table that it names. */
  columnIn(name: TableName): string | undefined {
    return columnIndexes[name].get(this.key);
  }
}

/** The word of a cell's text. */
export const wordOf = rememberTexts((text) => new Word(text), 160);
