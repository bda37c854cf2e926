import type { Suggestion, Suggestions } from './item.ts';
import type { Typed } from './asked.ts';

/** What one installs things with, by the images that have it. */
const APK: Suggestion = { text: 'apk add --no-cache git', detail: 'Alpine packages' };
const APT: Suggestion = {
  text: 'apt-get update && apt-get install -y --no-install-recommends git',
  detail: 'Debian and Ubuntu packages',
};
const DNF: Suggestion = { text: 'dnf install -y git', detail: 'Fedora packages' };
const LANGUAGES: readonly (readonly [image: RegExp, ...commands: readonly Suggestion[]])[] = [
  [
    /python/,
    { text: 'pip install --no-cache-dir -r requirements.txt', detail: 'What the project needs' },
    { text: 'pip install --no-cache-dir ', detail: 'Python packages' },
  ],
  [
    /node/,
    { text: 'npm ci', detail: 'What the project needs, as locked' },
    { text: 'npm install', detail: 'What the project needs' },
  ],
  [/golang/, { text: 'go mod download', detail: 'What the project needs' }],
  [/rust/, { text: 'cargo fetch', detail: 'What the project needs' }],
  [/ruby/, { text: 'bundle install', detail: 'What the project needs' }],
  [/php/, { text: 'composer install', detail: 'What the project needs' }],
];

/** Commands that install something, with the package manager of the image; a bare machine is an Alpine (facts 1). */
export function installs({ document }: Typed): Suggestions {
  const image = document.settings.string('image')?.value ?? 'alpine';
  const language = LANGUAGES.flatMap(([pattern, ...commands]) => (pattern.test(image) ? commands : []));
  return { suggestions: [...language, systemOf(image)] };
}

function systemOf(image: string): Suggestion {
  if (/alpine|busybox/.test(image)) return APK;
  return /fedora|centos|rocky|alma|rhel|ubi/.test(image) ? DNF : APT;
}
