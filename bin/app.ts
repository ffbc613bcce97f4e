import { createApp } from "../lib/stack/create-app.ts";

createApp().app.synth();
