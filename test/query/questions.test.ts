import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDynamoDbRegisterReader } from "../../lib/aws/dynamodb-register-reader.ts";
import { describeQuestions } from "../../lib/query/describe-questions.ts";
import { toExpression, toPartiQl } from "../../lib/query/key-condition.ts";
import { questions } from "../../lib/query/questions.ts";
import { readAll } from "../../lib/query/register-reader.ts";
import { startRegister, type TestRegister, table } from "./start-register.ts";

describe("key conditions", () => {
  it("are DynamoDB's expressions and PartiQL, quotes doubled", () => {
    const condition = { index: "i", partition: ["p", "it's"], sort: { attribute: "s", beginsWith: "x#" } } as const;
    expect(toExpression(condition)).toEqual({
      KeyConditionExpression: "#partition = :partition AND begins_with(#sort, :sort)",
      ExpressionAttributeNames: { "#partition": "p", "#sort": "s" },
      ExpressionAttributeValues: { ":partition": { S: "it's" }, ":sort": { S: "x#" } },
    });
    expect(toPartiQl("t", condition)).toBe(`SELECT * FROM "t"."i" WHERE p = 'it''s' AND begins_with(s, 'x#')`);
    expect(toPartiQl("t", { index: null, partition: ["pk", "a"] })).toBe(`SELECT * FROM "t" WHERE pk = 'a'`);
  });
});

describe("the documented questions", () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await startRegister();
  });
  afterAll(() => register.stop());

  it.each(questions.map((question) => [question.asks, question] as const))(
    "the table takes: %s",
    async (_asks, { conditions }) => {
      expect(await readAll(createDynamoDbRegisterReader(register.dynamodb, table), conditions)).toEqual([]);
    },
  );

  it("stand in the documentation with their conditions", () => {
    const text = describeQuestions("gouji");
    for (const { asks, conditions } of questions) {
      expect(text).toContain(`| ${asks} |`);
      expect(text).toContain(toPartiQl("gouji", conditions[0]!));
    }
  });
});
