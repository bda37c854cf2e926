import type { Suggestion } from './item.ts';

/** What an image of a kind has: what installs things in it, and what one mostly runs. */
export interface Runtime {
  /** In the names of such images. */
  readonly image: RegExp;
  readonly installs: readonly Suggestion[];
  /** Whole commands, the most usual first. */
  readonly programs: readonly (readonly string[])[];
}

/** What a project needs is installed from what it says of itself. */
const needs = (text: string): Suggestion => ({ text, detail: 'What the project needs' });

const runtime = (
  image: RegExp,
  programs: readonly string[],
  ...installs: readonly Suggestion[]
): Runtime => ({ image, installs, programs: programs.map((line) => line.split(' ')) });

/** By what their names say, most special first. Images of services have their own command. */
const RUNTIMES: readonly Runtime[] = [
  runtime(
    /python/,
    ['python app.py', 'python -m http.server 8080'],
    needs('pip install --no-cache-dir -r requirements.txt'),
    { text: 'pip install --no-cache-dir ', detail: 'Python packages' },
  ),
  runtime(/\bnode\b/, ['node index.js', 'npm start'], needs('npm ci'), needs('npm install')),
  runtime(/golang/, ['go run .'], needs('go mod download')),
  runtime(/rust/, ['cargo run --release'], needs('cargo fetch')),
  runtime(/ruby/, ['ruby app.rb'], needs('bundle install')),
  runtime(/php/, ['php -S 0.0.0.0:8080'], needs('composer install')),
  runtime(/alpine|busybox/, ['sh']),
  runtime(/debian|ubuntu|fedora|centos|rocky|alma|ubi/, ['bash', 'sh']),
];

/** What an image has, by its name; undefined for one that says nothing of it. */
export function runtimeOf(image: string): Runtime | undefined {
  // The name, not the registry or the folder that it is from; its tag may say what it is built on.
  const name = image.slice(image.lastIndexOf('/') + 1);
  return RUNTIMES.find(({ image: pattern }) => pattern.test(name));
}
