import { Validations } from "aws-cdk-lib";
import { CfnRole, PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";

export interface Permission {
  sid: string;
  actions: readonly string[];
  resources: readonly string[];
  conditions?: Record<string, Record<string, unknown>>;
  /** Why the statement needs a wildcard in its resources; written into the role's metadata, where a test looks for it. */
  wildcardReason?: string;
}

/** Metadata of a role: statement id → why it has a wildcard. */
export const wildcardReasons = "gouji:wildcard-reasons";

/** Allows a role exactly these actions on these resources, and records the reason of every wildcard. */
export function allow(role: Role, permission: Permission): void {
  if (permission.actions.some((action) => action.includes("*"))) {
    throw new Error(`${permission.sid}: name the actions one by one.`);
  }
  role.addToPolicy(
    new PolicyStatement({
      sid: permission.sid,
      actions: [...permission.actions],
      resources: [...permission.resources],
      ...(permission.conditions ? { conditions: permission.conditions } : {}),
    }),
  );
  if (permission.wildcardReason === undefined) return;
  const resource = role.node.defaultChild;
  if (!(resource instanceof CfnRole)) throw new Error("Permissions are given to roles made in this app.");
  const reasons = (resource.getMetadata(wildcardReasons) ?? {}) as Record<string, string>;
  resource.addMetadata(wildcardReasons, { ...reasons, [permission.sid]: permission.wildcardReason });
  acknowledge(role, reasons, permission);
}

function acknowledge(role: Role, reasons: Record<string, string>, permission: Permission): void {
  const reason = [...Object.values(reasons), permission.wildcardReason].join(" ");
  Validations.of(role).acknowledge(
    { id: "AwsSolutions-IAM5", reason },
    { id: "Serverless-LambdaStarPermissions", reason },
  );
}
