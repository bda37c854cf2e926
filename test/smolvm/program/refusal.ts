import type { OutcomeError } from '../outcome.ts';

// what colours a text
// oxlint-disable-next-line no-control-regex
const ESCAPES = /\u001B\[[0-9;]*m/g;
const NOTE = /^note: no packed assets found.*$\n?/gm;
/** What smolvm logs beside what it does. */
const LOG = /^\d{4}-\d\d-\d\dT[\d:.]+Z +(?:WARN|INFO) .*$(?:\n\nCaused by:(?:\n .*)+)?\n?/gm;
/** Where in its source smolvm gave up says nothing, and differs from build to build. */
const PANIC = /^(thread '[^']*') \(\d+\)( panicked) at .*:$/gm;
const PLACE = /TOML parse error at line (\d+), column (\d+)\n([\s\S]*?)(?=\n\n|$(?![\s\S]))/;

/** What smolvm wrote, without colours and without what every case has. */
export function plainText(stderr: string): string {
  return stderr.replaceAll(ESCAPES, '').replaceAll(NOTE, '').replaceAll(LOG, '').replaceAll(PANIC, '$1$2');
}

/** Why smolvm refused, from what it wrote. `code` is its exit code: 2 for wrong usage. */
export function refusalOf(code: number | null, stderr: string): OutcomeError {
  if (code === 2) return { stage: 'args', message: cut(stderr.trim()) };
  const place = PLACE.exec(stderr);
  if (place) {
    const [, line, column, body = ''] = place;
    const lines = body.split('\n');
    const carets = lines.find((text) => /^\s*\|\s*\^+$/.test(text));
    return {
      stage: 'parse',
      line: Number(line),
      column: Number(column),
      carets: carets === undefined ? 0 : carets.split('^').length - 1,
      message: cut(lines.at(-1)?.trim() ?? ''),
    };
  }
  if (stderr.includes('failed to parse')) return { stage: 'parse', message: cut(stderr.trim()) };
  const at = stderr.indexOf('Error: ');
  return { stage: 'config', message: cut((at === -1 ? stderr : stderr.slice(at + 'Error: '.length)).trim()) };
}

function cut(text: string): string {
  return Array.from(text).slice(0, 600).join('');
}
