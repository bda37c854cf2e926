/** Something that a tool is asked for and does not do; what to do instead is part of it. */
export class ToolRefusal extends Error {
  constructor(
    message: string,
    readonly help: string,
  ) {
    super(message);
  }
}
