import { type Matrix, multiply } from "./walk-operators.ts";

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Where and how the next text is drawn. */
export interface TextState {
  font: string;
  size: number;
  matrix: Matrix;
  line: Matrix;
  character: number;
  word: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** The state at the beginning of a page. */
export function createTextState(): TextState {
  return {
    font: "",
    size: 1,
    matrix: identity,
    line: identity,
    character: 0,
    word: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Applies one operator to the state. `saved` holds what save and restore bring back: all but the place. */
export function setText(name: string, args: never[], text: TextState, saved: TextState[]): void {
  const number = (index: number) => Number(args[index]);
  const move = (x: number, y: number) => {
    text.line = multiply(text.line, [1, 0, 0, 1, x, y]);
    text.matrix = text.line;
  };
  if (name === "save" || name === "paintFormXObjectBegin") saved.push({ ...text });
  else if (name === "restore" || name === "paintFormXObjectEnd") {
    const { matrix, line } = text;
    Object.assign(text, saved.pop(), { matrix, line });
  } else if (name === "beginText") text.matrix = text.line = identity;
  else if (name === "setFont") [text.font, text.size] = [args[0]!, number(1)];
  else if (name === "setTextMatrix") {
    const matrix = (args.length === 1 ? args[0] : args) as unknown as ArrayLike<number>;
    text.matrix = text.line = Array.from(matrix) as unknown as Matrix;
  } else if (name === "moveText") move(number(0), number(1));
  else if (name === "setLeadingMoveText") {
    text.leading = -number(1);
    move(number(0), number(1));
  } else if (name === "nextLine") move(0, -text.leading);
  else if (name === "setCharSpacing") text.character = number(0);
  else if (name === "setWordSpacing") text.word = number(0);
  else if (name === "setHScale") text.scale = number(0) > 3 ? number(0) / 100 : number(0);
  else if (name === "setLeading") text.leading = Math.abs(number(0));
  else if (name === "setTextRise") text.rise = number(0);
  else if (name === "setTextRenderingMode") text.mode = number(0);
}
