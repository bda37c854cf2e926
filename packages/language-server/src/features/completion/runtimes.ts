import type { Suggestion } from './item.ts';

/** What an image of a kind has: what installs things in it, and what one mostly runs. */
export interface Runtime {
  /** In the names of such images. */
  readonly image: RegExp;
  readonly installs: readonly Suggestion[];
  /** Whole commands, the most usual first. */
  readonly programs: readonly (readonly string[])[];
}

/** By what their names say, most special first. */
const RUNTIMES: readonly Runtime[] = [
  {
    image: /python/,
    installs: [
      { text: 'pip install --no-cache-dir -r requirements.txt', detail: 'What the project needs' },
      { text: 'pip install --no-cache-dir ', detail: 'Python packages' },
    ],
    programs: [
      ['python', 'app.py'],
      ['python', '-m', 'http.server', '8080'],
    ],
  },
  {
    image: /\bnode\b/,
    installs: [
      { text: 'npm ci', detail: 'What the project needs, as locked' },
      { text: 'npm install', detail: 'What the project needs' },
    ],
    programs: [
      ['node', 'index.js'],
      ['npm', 'start'],
    ],
  },
  {
    image: /golang/,
    installs: [{ text: 'go mod download', detail: 'What the project needs' }],
    programs: [['go', 'run', '.']],
  },
  {
    image: /rust/,
    installs: [{ text: 'cargo fetch', detail: 'What the project needs' }],
    programs: [['cargo', 'run', '--release']],
  },
  {
    image: /ruby/,
    installs: [{ text: 'bundle install', detail: 'What the project needs' }],
    programs: [['ruby', 'app.rb']],
  },
  {
    image: /php/,
    installs: [{ text: 'composer install', detail: 'What the project needs' }],
    programs: [['php', '-S', '0.0.0.0:8080']],
  },
  { image: /nginx/, installs: [], programs: [['nginx', '-g', 'daemon off;']] },
  { image: /postgres/, installs: [], programs: [['postgres']] },
  { image: /redis|valkey/, installs: [], programs: [['redis-server']] },
  { image: /alpine|busybox/, installs: [], programs: [['sh']] },
  { image: /debian|ubuntu|fedora|centos|rocky|alma|ubi/, installs: [], programs: [['bash'], ['sh']] },
];

/** What an image has, by its name; undefined for one that says nothing of it. */
export function runtimeOf(image: string): Runtime | undefined {
  // The name, not the registry or the folder that it is from; its tag may say what it is built on.
  const name = image.slice(image.lastIndexOf('/') + 1);
  return RUNTIMES.find((runtime) => runtime.image.test(name));
}
