import type { Suggestion, Suggestions } from './item.ts';
import type { Typed } from './asked.ts';
import { runtimeOf } from './runtimes.ts';

/** What one installs things with, by the images that have it. */
const APK: Suggestion = { text: 'apk add --no-cache git', detail: 'Alpine packages' };
const APT: Suggestion = {
  text: 'apt-get update && apt-get install -y --no-install-recommends git',
  detail: 'Debian and Ubuntu packages',
};
const DNF: Suggestion = { text: 'dnf install -y git', detail: 'Fedora packages' };

/** Commands that install something, with the package manager of the image; a bare machine is an Alpine (facts 1). */
export function installs({ document }: Typed): Suggestions {
  const image = document.settings.string('image')?.value ?? 'alpine';
  return { suggestions: [...(runtimeOf(image)?.installs ?? []), systemOf(image)] };
}

function systemOf(image: string): Suggestion {
  if (/alpine|busybox/.test(image)) return APK;
  return /fedora|centos|rocky|alma|rhel|ubi/.test(image) ? DNF : APT;
}
