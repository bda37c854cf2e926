import { readableLine, readableWord } from '../shell.ts';
import { looksLikeCredential } from '../../grammars/credential.ts';
import { isCredentialName } from '../../resolve/credentials.ts';
import type { Item, Plan } from '../plan.ts';
import { cleanPath, type SourceReader } from '../reader.ts';
import type { ImageConfig, Step } from './config.ts';
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
  // without a cache it is slower, and does the same
  if (
    step.by.flags.some(
      ({ name, value }) => name === 'mount' && !/(?:^|,)type=(?:cache|tmpfs)(?:,|$)/.test(value),
    )
  )
    return plan.drop(item, 'What it mounts is there only when an image is built.');
  const line = initLine(step, config);
  const secret = hiddenArgs(step).map(([name]) => name);
  const missing =
    secret.length === 0
      ? ''
      : ` The value of ${secret.join(', ')} looks like a credential, and is not copied: under \`[secrets]\` the machine gets it.`;
  plan.put(item, 'dev.init', line, {
    changed: `Run as root when the machine first starts, once, with the final environment.${hiddenPaths(line)}${missing}`,
  });
}

/** What is in memory while a machine runs hides what the image has there. */
export function hiddenPaths(line: string): string {
  return /(?:^|[\s'"=>])(?:\/tmp|(?:\/var)?\/run)\/(?!secrets\b)/.test(line)
    ? ' What it puts into /tmp or /run and leaves there may not be seen: in a machine both are in memory.'
    : '';
}

/** ARGs with a value that must not be copied, as far as a line is seen to use them. */
function hiddenArgs({ by, args }: Step): [string, string][] {
  const script = [by.text, ...by.heredocs].join('\n');
  return Array.from(args).filter(
    ([name, value]) =>
      isSecret(name, value) && (script.includes(`$${name}`) || script.includes(`\${${name}`)),
  );
}

function isSecret(name: string, value: string): boolean {
  return isCredentialName(name) || looksLikeCredential(name, value);
}

/** The line that does in `sh -c`, as root, what RUN does where it stands (import 3, RUN). */
function initLine(step: Step, config: ImageConfig): string {
  const { by, shell, user, workdir, args } = step;
  const argv = jsonForm(by.text);
  let line = argv ? readableLine(argv) : withHeredoc(by.text, by.heredocs);
  if (shell && !argv) line = readableLine([...shell, line]);
  // programs take them from the environment, too: `DEBIAN_FRONTEND`
  const set = Array.from(args).filter(
    ([name, value]) => /^[A-Za-z_]\w*$/.test(name) && !isSecret(name, value),
  );
  const prefix =
    set.length === 0
      ? ''
      : `export ${set.map(([name, value]) => `${name}=${readableWord(value)}`).join(' ')}; `;
  const there = workdir === (config.workdir?.value ?? '/') ? '' : `cd ${readableWord(workdir)} && `;
  line = prefix + there + line;
  return user === '' || /^(?:root|0)(?::|$)/.test(user)
    ? line
    : `su ${readableWord(user.split(':')[0]!)} -c ${readableWord(line)}`;
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
