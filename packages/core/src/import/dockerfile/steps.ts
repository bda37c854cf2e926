import { joinWords } from '../../call/words.ts';
import { quoteWord } from '../../text/shell.ts';
import type { Item, Plan } from '../plan.ts';
import { cleanPath, type SourceReader } from '../reader.ts';
import type { ImageConfig, Step } from './image.ts';
import { jsonForm } from './json-form.ts';
import { splitRaw } from './expand.ts';

/** Puts a RUN, COPY or ADD under `[dev]`, for a machine that starts from the base image. */
export function mapStep(
  plan: Plan,
  item: Item,
  step: Step,
  { config, reader, escape }: { config: ImageConfig; reader: SourceReader; escape: string },
): void {
  if (step.by.keyword === 'RUN') mapRun(plan, item, step, config);
  else mapCopy(plan, item, step, reader, escape);
}

function mapRun(plan: Plan, item: Item, step: Step, config: ImageConfig): void {
  if (step.by.flags.some(({ name }) => name === 'mount'))
    return plan.drop(item, 'What it mounts is there only when an image is built.');
  const line = initLine(step, config);
  const hidden = /(?:^|[\s'"=>])\/(?:tmp|run)\//.test(line)
    ? ' What it puts into /tmp or /run is gone afterwards: both are in memory.'
    : '';
  plan.put(item, 'dev.init', line, {
    changed: `Run as root when the machine first starts, once, with the final environment.${hidden}`,
  });
}

/** The line that does in `sh -c`, as root, what RUN does where it stands (import 3, RUN). */
function initLine({ by, shell, user, workdir, args }: Step, config: ImageConfig): string {
  const argv = jsonForm(by.text);
  let line = argv ? joinWords(argv) : withHeredoc(by.text, by.heredocs);
  if (shell && !argv) line = joinWords([...shell, line]);
  const used = Array.from(args).filter(
    ([name]) => new RegExp(`\\$\\{?${name}\\b`).test(line) || by.heredocs.length > 0,
  );
  const prefix = used.map(([name, value]) => `export ${name}=${quoteWord(value)}; `).join('');
  const there = workdir === (config.workdir?.value ?? '/') ? '' : `cd ${quoteWord(workdir)} && `;
  line = prefix + there + line;
  return user === '' || /^(?:root|0)(?::|$)/.test(user)
    ? line
    : `su ${quoteWord(user.split(':')[0]!)} -c ${quoteWord(line)}`;
}

function withHeredoc(text: string, [first, ...others]: readonly string[]): string {
  if (first === undefined) return text;
  const script = [first, ...others].join('').trimEnd();
  return text === '' ? script : `${text} <<'EOF'\n${script}\nEOF`;
}

function mapCopy(plan: Plan, item: Item, { by, workdir }: Step, reader: SourceReader, escape: string): void {
  const words = jsonForm(by.text) ?? splitRaw(by.text, escape);
  const [source = '', target = '', ...more] = words;
  const plain =
    !by.flags.some(({ name }) => name === 'from') && by.heredocs.length === 0 && more.length === 0;
  const path = cleanPath(source);
  if (!plain || !isFolder(path, reader) || /[$*?]|^\.\./.test(source) || /^\w+:\/\//.test(source))
    return plan.drop(
      item,
      'Only a whole folder of the host can be mounted instead. Build the image to have it.',
    );
  const folder = path === '.' || path === '/' ? '.' : `./${path.replace(/^\//, '')}`;
  const guest = cleanPath(target.startsWith('/') ? target : `${workdir}/${target}`);
  plan.put(item, 'dev.volumes', `${folder}:${guest}`, { changed: item.row.why });
}

function isFolder(path: string, reader: SourceReader): boolean {
  return path === '.' || path === '/' || reader.kind(path) === 'directory';
}
