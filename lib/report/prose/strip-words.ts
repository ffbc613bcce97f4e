interface Step {
  /** A word of the vocabulary ends here. */
  ends: boolean;
  next: Map<number, Step>;
}

const newStep = (): Step => ({ ends: false, next: new Map() });

/**
 * What is left of a text when the words of a vocabulary are taken out one after the other, longest first. Reads each
 * character once for each length of word, so that no text makes it slow.
 */
export function createStripper(words: string): (text: string) => string {
  const root = newStep();
  for (const word of words.split(/\s+/).filter(Boolean)) {
    let step = root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      const known = step.next.get(code) ?? newStep();
      step.next.set(code, known);
      step = known;
    }
    step.ends = true;
  }
  return (text) => {
    let rest = "";
    for (let at = 0; at < text.length; ) {
      let end = at;
      let step: Step | undefined = root;
      for (let next = at; next < text.length; ) {
        step = step.next.get(text.charCodeAt(next++));
        if (step === undefined) break;
        if (step.ends) end = next;
      }
      if (end === at) rest += text[at++];
      else at = end;
    }
    return rest;
  };
}
