/**
 * Makes of `work` a function that is worked out once an object, however often it is asked. The answer is kept on the object
 * itself, out of sight of copies and JSON, and goes when the object goes: entries of a WeakMap outlive every minor collection.
 */
export function remember<Subject extends object, Answer>(
  work: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const key = Symbol("remembered");
  return (subject) => {
    const holder = subject as { [key]?: { answer: Answer } };
    const known = holder[key];
    if (known !== undefined) return known.answer;
    const answer = work(subject);
    Object.defineProperty(subject, key, { value: { answer } });
    return answer;
  };
}
