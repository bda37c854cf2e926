import { parseSmolfile } from '../document/document.ts';
import { format } from '../format/index.ts';
import { applyEdits } from '../text/apply-edits.ts';
import { valueText } from '../import/toml.ts';
import type { Draft, Section, Setting } from './types.ts';

/** What the top of every new Smolfile says. */
const COMMANDS = [
  '',
  '  smolfile lint                          check this file',
  '  smolfile resolve                       see what it comes to, without running anything',
  '  smolvm machine run -s Smolfile         run it once',
  '  smolvm machine create -s Smolfile      make a machine of it, to start and stop',
  '',
  '`smolfile explain KEY` explains every key.',
];

/** Writes a draft as a Smolfile, formatted. Lines that begin with `#` and no blank are settings to uncomment. */
export function draftText({ head, settings, sections }: Draft): string {
  const blocks = [
    [...comments([...head, ...COMMANDS]), ''],
    ...settings.map((each, index) => [
      // what has no comment of its own belongs to what is above it
      ...(index > 0 && each.note ? [''] : []),
      ...settingLines(each, false),
    ]),
    ...sections.map((each) => ['', ...sectionLines(each)]),
  ];
  const text = `${blocks.flat().join('\n')}\n`;
  return applyEdits(text, format(parseSmolfile(text)));
}

function sectionLines({ name, note = [], off, settings }: Section): string[] {
  const header = [...comments(note), `${off ? '#' : ''}[${name}]`];
  const [first, ...rest] = settings.map((each) => settingLines(each, off === true));
  return [...header, ...(first ?? []), ...rest.flatMap((lines) => (off ? lines : ['', ...lines]))];
}

function settingLines({ key, value, note = [], off }: Setting, isOff: boolean): string[] {
  return [...comments(note), `${off || isOff ? '#' : ''}${key} = ${valueText(value)}`];
}

function comments(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`.trimEnd());
}
