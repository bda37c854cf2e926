/**
 * The exec form of an instruction: a JSON array of strings, and nothing else.
 *
 * @returns undefined for what Docker takes as shell form.
 */
export function jsonForm(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
