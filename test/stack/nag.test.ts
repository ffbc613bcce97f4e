import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { createApp } from "../../lib/stack/create-app.ts";

function violationsOf(pack: (scope: never) => NagPack): string[] {
  const { app } = createApp({ context: { "aws:cdk:bundling-stacks": [] } });
  const report = pack(app as never).validateScope(app);
  return report.violations.flatMap((violation) =>
    violation.violatingResources.map(
      (resource) => `${violation.ruleName} ${resource.constructPath}: ${violation.description}`,
    ),
  );
}

describe("cdk-nag", () => {
  it("finds nothing with the AwsSolutions pack that has no written reason", () => {
    expect(violationsOf((scope) => new AwsSolutionsChecks(scope))).toEqual([]);
  });

  it("finds nothing with the Serverless pack that has no written reason", () => {
    expect(violationsOf((scope) => new ServerlessChecks(scope))).toEqual([]);
  });
});
