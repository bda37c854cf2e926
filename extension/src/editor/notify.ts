import { window, type MessageOptions } from 'vscode';

/**
 * A notification of VS Code makes a link of `[x](command:…)` that runs the command when it is clicked. What is shown
 * quotes files that anybody may have written, so that every message goes through here, and none has a link.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}

/** `window.showErrorMessage` for any text. */
export function showError(message: string, ...items: string[]): Thenable<string | undefined> {
  return window.showErrorMessage(plainMessage(message), ...items.map(plainMessage));
}

/** `window.showInformationMessage` for any text. */
export function showInformation(message: string, ...items: string[]): Thenable<string | undefined> {
  return window.showInformationMessage(plainMessage(message), ...items.map(plainMessage));
}

/** `window.showWarningMessage` for any text. */
export function showWarning(
  message: string,
  options: MessageOptions,
  ...items: string[]
): Thenable<string | undefined> {
  const { detail, ...rest } = options;
  return window.showWarningMessage(
    plainMessage(message),
    { ...rest, ...(detail !== undefined && { detail: plainMessage(detail) }) },
    ...items.map(plainMessage),
  );
}
