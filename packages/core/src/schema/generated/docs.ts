// Generated from schemas/smolfile.schema.json by `pnpm generate`. Do not edit.
/** Rich text (Markdown) of each key, by path. */
export const MARKDOWN: Readonly<Record<string, string>> = {};
