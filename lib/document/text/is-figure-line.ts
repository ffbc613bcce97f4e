const figure =
  /^(?:[+\-－−]?[\d０-９][\d０-９,，.．]{0,20}\p{Script=Han}{0,2}|[/／\\\-—·]{1,4}|[无無空零]|不[适適]用|NaN|null|None|N\/A)$/u;

/** Whether a line, without white space around it, is nothing but a figure (with its unit) or a placeholder: a cell of its own. */
export const isFigureLine = (text: string): boolean => figure.test(text);
