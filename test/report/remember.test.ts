import { expect, test, vi } from "vitest";
import { remember } from "../../lib/report/remember.ts";

test("works an answer out once an object, be it undefined", () => {
  const work = vi.fn((subject: { value: number }) => (subject.value > 0 ? subject.value * 2 : undefined));
  const double = remember(work);
  const [one, none] = [{ value: 1 }, { value: 0 }];
  expect([double(one), double(one), double(none), double(none)]).toEqual([2, 2, undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(2);
});

test("a copy has its own answer, and neither JSON nor comparison sees one", () => {
  const count = remember(({ items }: { items: number[] }) => items.length);
  const subject = { items: [1, 2] };
  expect(count(subject)).toBe(2);
  expect(count({ ...subject, items: [1, 2, 3] })).toBe(3);
  expect(JSON.stringify(subject)).toBe('{"items":[1,2]}');
  expect(subject).toEqual({ items: [1, 2] });
  expect(structuredClone(subject)).toEqual({ items: [1, 2] });
});

test("two functions do not share answers", () => {
  const subject = {};
  expect(remember(() => "one")(subject)).toBe("one");
  expect(remember(() => "other")(subject)).toBe("other");
});
