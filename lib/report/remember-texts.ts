const mostKnown = 5_000;

/** A copy that does not keep the whole source in memory, as a piece of it would. */
const copyText = (text: string): string => Buffer.from(text, "utf16le").toString("utf16le");

/**
 * Makes of `work` a function that knows its latest answers: the same labels come again in every report. Texts longer than
 * `longest` are worked out each time; when it is full of what never came again, it begins anew.
 */
export function rememberTexts<Answer>(work: (text: string) => Answer, longest: number): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (text.length > longest) return work(text);
    if (known.size >= mostKnown) known.clear();
    const copy = copyText(text);
    const answer = work(copy);
    known.set(copy, answer);
    return answer;
  };
}
