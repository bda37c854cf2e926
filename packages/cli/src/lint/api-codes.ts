import { API_PROBLEMS } from '@smolfile/core/serve';

/** Whether a finding in a body may carry a code. */
export function isApiCode(code: string): boolean {
  return Object.hasOwn(API_PROBLEMS, code);
}

/** Every such code. */
export function apiCodes(): string[] {
  return Object.keys(API_PROBLEMS);
}
