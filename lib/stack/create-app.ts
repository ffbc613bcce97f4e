import { App, type AppProps } from "aws-cdk-lib";
import { GoujiStack } from "./gouji-stack.ts";

/** The app with its one stack, set up from context: `alertEmail`, `operatorEmail` (comma-separated), `language`, `stackName`. */
export function createApp(props: AppProps = {}): { app: App; stack: GoujiStack } {
  const app = new App({ analyticsReporting: false, ...props });
  const text = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const list = (name: string) =>
    text(name)
      ?.split(/[,，;\s]+/)
      .filter((address) => address !== "") ?? [];
  const language = text("language") ?? "zh";
  if (language !== "zh" && language !== "en") throw new Error(`-c language=${language}: it must be zh or en.`);
  const stack = new GoujiStack(app, text("stackName") ?? "Gouji", {
    pipeline: { alertEmails: list("alertEmail"), operatorEmails: list("operatorEmail"), language },
  });
  return { app, stack };
}
