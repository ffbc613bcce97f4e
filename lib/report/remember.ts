/** Under which an object keeps all that was worked out of it: to define a property costs more than many an answer. */
const memory = Symbol("remembered");

type Remembering = { [memory]?: { answer: unknown }[] };

/** How many functions remember: each has its place in every memory. */
let places = 0;

/**
 * Makes of `work` a function that is worked out once an object, however often it is asked. The answer is kept on the object
 * itself, out of sight of copies and JSON, and goes when the object goes: entries of a WeakMap outlive every minor collection.
 */
export function remember<Subject extends object, Answer>(
  work: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const place = places++;
  return (subject) => {
    const known = (subject as Remembering)[memory]?.[place];
    if (known !== undefined) return known.answer as Answer;
    const answer = work(subject);
    const { [memory]: answers } = subject as Remembering;
    if (answers !== undefined) answers[place] = { answer };
    else {
      const first: { answer: unknown }[] = [];
      first[place] = { answer };
      Object.defineProperty(subject, memory, { value: first });
    }
    return answer;
  };
}
