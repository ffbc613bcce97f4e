import { Stack, Validations } from "aws-cdk-lib";
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
  for (const resource of permission.resources) {
    const id = `AwsSolutions-IAM5[Resource::${toText(Stack.of(role).resolve(resource))}]`;
    Validations.of(role).acknowledge({ id, reason: permission.wildcardReason });
  }
}

/** An ARN with its references in angle brackets, as cdk-nag names findings: `<GoujiUploads5A2018DA.Arn>/*`. */
function toText(arn: unknown): string {
  if (typeof arn === "string") return arn;
  const [name, argument] = Object.entries(arn as Record<string, unknown>)[0] ?? [];
  if (name === "Ref") return `<${argument}>`;
  if (name === "Fn::GetAtt") return `<${(argument as string[]).join(".")}>`;
  if (name !== "Fn::Join") throw new Error(`An ARN made with ${name} cannot be named.`);
  const [separator, parts] = argument as [string, unknown[]];
  return parts.map(toText).join(separator);
}
