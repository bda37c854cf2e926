/**
 * What JSON may hold and a terminal or a CI service would obey: controls beyond ASCII, text that turns direction or has
 * no width, and the beginning of a command to GitHub's, Azure's or TeamCity's runner.
 */
const OBEYED =
  /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|#(?=#)/g;

/** A value as JSON that may be shown anywhere: the same to whoever parses it. */
export function jsonText(value: unknown, indent?: number): string {
  return escapeJson(JSON.stringify(value, undefined, indent));
}

/** JSON with such characters escaped; outside of strings it has none. */
export function escapeJson(json: string): string {
  return json.replaceAll(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
