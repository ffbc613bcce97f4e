/** Thrown in the place of one try too many: whatever the tries before it came to, they may have been killed before they could say so. */
export class UnfinishedError extends Error {
  constructor() {
    super("every try ended before it was recorded");
    this.name = "UnfinishedError";
  }
}
