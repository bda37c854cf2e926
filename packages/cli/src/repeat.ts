/**
 * Answers a lint of files that have not changed since, without loading what checks them: one in which nothing is to be
 * shown, or one that was answered before. Whatever else there is, it leaves to the program, which begins anew: nothing
 * has been written then.
 */
import { decode, FILE_SYSTEM, hostFileSystem, readRegularFile, rememberingHost } from '@smolfile/host';
import { dirname, join, relative } from 'node:path';
import { deciphered, enciphered } from './cache/cipher.ts';
import { ownResults } from './cache/own-results.ts';
import { MOST_FILES, Reports, type Input } from './cache/reports.ts';
import type { Circumstances, Kept } from './cache/results.ts';
import { configFinder } from './config/find.ts';
import { EXIT, type Io } from './io.ts';
import { discoverBy } from './discover/find.ts';
import { inLittleMemory } from './garbage.ts';
import { repositoryRoot } from './lint/repository-path.ts';
import { isColorChoice, styleFor, type ColorChoice } from './output/style.ts';
import { isObeyed } from './output/workflow-commands.ts';
import { processOutput } from './process-output.ts';
import { LARGEST_FILE } from './read/file-findings.ts';
import { cleanSummary } from './reporters/summary.ts';

/**
 * @param argv arguments after `smolfile`.
 * @returns the exit code where everything is said; undefined, and nothing is.
 */
export function repeat([command, ...argv]: readonly string[]): number | undefined {
  if (command !== 'lint') return undefined;
  try {
    return answer(argv);
  } catch {
    // the program meets it, too, and says what it is
    return undefined;
  }
}

function answer(argv: readonly string[]): number | undefined {
  const { env, platform } = process;
  const own = ownResults(env, platform);
  const request = own && !isObeyed(env) ? requestOf(argv) : undefined;
  if (!own || !request) return undefined;
  const { results, reports } = own;
  const { paths, isQuiet, useHost, format = 'pretty', color = 'auto', failOn = '' } = request;
  const io = { cwd: process.cwd(), env, platform, fs: FILE_SYSTEM };
  const { sources, empty, failures, warnings } = discoverBy(paths, io, '', {
    isGlob: () => true,
    expandGlob: () => [],
  });
  if (sources.length === 0 || empty.length + failures.length + warnings.length > 0) return undefined;
  const host = useHost ? rememberingHost(hostFileSystem(io.cwd, io)) : undefined;
  const configFor = configReader(io);
  const inputs: Input[] = [];
  const versions = new Set<string>();
  /** How many findings are hidden; undefined where one may have to be shown. */
  let hidden: number | undefined = format === 'pretty' ? 0 : undefined;
  for (const { file, path, searched } of inLittleMemory(sources)) {
    if (file === undefined) return undefined;
    const bytes = readRegularFile(io.fs, file, LARGEST_FILE, searched ? 'never-linked' : 'followed');
    if (!bytes) return undefined;
    const config = configFor(file);
    const circumstances: Circumstances = {
      host: !useHost ? 'nothing' : dirname(file) === io.cwd ? 'here' : 'guess',
      asked: '',
      ...(config && { config: { ...config, searched } }),
    };
    const key = results.keyOf(bytes, circumstances);
    if (sources.length <= MOST_FILES) inputs.push({ path, key });
    const outcome: Kept | undefined = hidden === undefined ? undefined : results.outcomeOf(key, host);
    const isShown = !outcome || failOn !== '' || (outcome.findings > 0 && !isQuiet);
    if (isShown) hidden = undefined;
    else {
      versions.add(outcome.smolvm);
      hidden! += outcome.findings;
    }
    if (hidden === undefined && inputs.length === 0) return undefined;
  }
  const stdout = processOutput(1, () => process.stdout);
  const style = styleFor(stdout, color, env);
  if (hidden !== undefined) {
    stdout.write(`${cleanSummary(sources.length, versions, { hidden }, style)}\n`);
    return EXIT.clean;
  }
  const places = [io.cwd, repositoryRoot(env) ?? ''];
  const question = { paths, quiet: isQuiet, formats: [format], failOn, style, places };
  const said = reports.said(question, inputs, host);
  if (said) stdout.write(said.stdout);
  return said?.code;
}

/** Calls what this run may not have called, so that what is kept of the code does not depend on it. */
export function warm(): void {
  const style = styleFor(undefined, 'never', {});
  const question = { paths: [], quiet: false, formats: [], failOn: '', style, places: [] };
  // there is nothing below a file
  new Reports(join(process.execPath, 'nothing'), '').said(question, [], undefined);
  const key = new Uint8Array(32);
  deciphered(enciphered('', key), key);
}

/** What is asked for, where the answer may be known. */
interface Request {
  readonly paths: readonly string[];
  readonly isQuiet: boolean;
  readonly useHost: boolean;
  readonly format?: string;
  readonly color?: ColorChoice;
  readonly failOn?: string;
}

const FLAGS = new Map([
  ['--quiet', 'quiet'],
  ['-q', 'quiet'],
  ['--no-fs', 'no-fs'],
]);
const VALUED = new Set(['--format', '--color', '--fail-on']);

/** @returns undefined for every option that does more, and for what the program would refuse. */
function requestOf(argv: readonly string[]): Request | undefined {
  const paths: string[] = [];
  const options = new Map<string, string>();
  const rest = argv[Symbol.iterator]();
  for (const argument of rest) {
    if (!argument.startsWith('-')) {
      paths.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    const flag = equals < 0 ? FLAGS.get(name) : undefined;
    const value = flag ? '' : equals < 0 ? rest.next().value : argument.slice(equals + 1);
    const known = flag ?? (VALUED.has(name) ? name : undefined);
    if (known === undefined || options.has(known) || value === undefined || value.startsWith('-'))
      return undefined;
    options.set(known, value);
  }
  const [format, color, failOn] = ['--format', '--color', '--fail-on'].map((name) => options.get(name));
  if (color !== undefined && !isColorChoice(color)) return undefined;
  return {
    paths,
    isQuiet: options.has('quiet'),
    useHost: !options.has('no-fs'),
    ...(format !== undefined && { format }),
    ...(color !== undefined && { color }),
    ...(failOn !== undefined && { failOn }),
  };
}

/** The configuration that counts for a file, as it stands there: whether it is a sound one was seen to before. */
function configReader(io: Pick<Io, 'cwd'> & { readonly fs: typeof FILE_SYSTEM }) {
  const find = configFinder(io);
  const texts = new Map<string, string>();
  return (file: string): { text: string; below: string } | undefined => {
    const path = find(dirname(file));
    if (path === undefined) return undefined;
    const text = texts.get(path) ?? decode(readRegularFile(io.fs, path, LARGEST_FILE) ?? Buffer.of()).text;
    texts.set(path, text);
    return { text, below: relative(dirname(path), file) };
  };
}
