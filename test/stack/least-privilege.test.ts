import { describe, expect, it } from "vitest";
import { wildcardReasons } from "../../lib/stack/allow.ts";
import { ofType, synthesise } from "./synthesise.ts";

interface Statement {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

const template = synthesise();

/** Each role with the statements of all its policies. */
const roles = ofType(template, "AWS::IAM::Role").map(([id, role]) => {
  const policies = ofType(template, "AWS::IAM::Policy").filter(([, { Properties }]) =>
    Properties.Roles.some((ref: { Ref: string }) => ref.Ref === id),
  );
  const statements: Statement[] = policies.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
  return { id, role, statements };
});

describe("least privilege", () => {
  it("has a role for each function, with no policy managed by AWS", () => {
    expect(roles).toHaveLength(3);
    for (const { role } of roles) expect(role.Properties.ManagedPolicyArns).toBeUndefined();
  });

  it("names every action", () => {
    for (const { statements } of roles) {
      for (const { Action } of statements) expect([Action].flat().filter((action) => action.includes("*"))).toEqual([]);
    }
  });

  it("has a written reason for every wildcard in a resource", () => {
    for (const { id, role, statements } of roles) {
      const reasons = (role.Metadata?.[wildcardReasons] ?? {}) as Record<string, string>;
      const wild = statements.filter(({ Resource }) => JSON.stringify(Resource).includes("*")).map(({ Sid }) => Sid);
      expect(
        wild.filter((sid) => !reasons[sid]),
        id,
      ).toEqual([]);
      expect(wild.length, id).toBeGreaterThan(0);
    }
  });

  it("keeps extract from the table and the topics, and assess from the uploads", () => {
    const actions = (name: string) => {
      const { statements } = roles.find(({ id }) => id.includes(name))!;
      return JSON.stringify(statements);
    };
    expect(actions("Extract")).not.toMatch(/dynamodb|sns:/);
    expect(actions("Assess")).not.toContain("GoujiUploads");
    expect(actions("Digest")).not.toMatch(/PutItem|PutObject/);
    for (const name of ["Extract", "Assess", "Digest"]) expect(actions(name)).not.toMatch(/DeleteObject|Scan/);
  });
});
