import { createApp } from "../../lib/stack/create-app.ts";

interface TemplateResource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties have as many shapes as AWS has resources
  Properties: any;
  Metadata?: Record<string, unknown>;
  DependsOn?: string[];
  DeletionPolicy?: string;
}

export interface SynthesisedTemplate {
  Resources: Record<string, TemplateResource>;
  Outputs: Record<string, { Value: unknown }>;
}

/** Synthesises the stack without bundling its functions. */
export function synthesise(context: Record<string, unknown> = {}): SynthesisedTemplate {
  const { app, stack } = createApp({ context: { "aws:cdk:bundling-stacks": [], ...context } });
  return app.synth().getStackArtifact(stack.artifactId).template;
}

/** The resources of one type, with their logical ids. */
export function ofType(template: SynthesisedTemplate, type: string): [string, TemplateResource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}
