import { ruleUrl, type Diagnostic, type Severity, type Stage } from '@smolfile/core';
import type { Formatter } from 'picocolors/types';
import { widthOf } from '../output/width.ts';
import { wrap } from '../output/wrap.ts';
import { frame, type Mark } from './frame.ts';
import type { FileReport, Reporter, Style } from './report.ts';
import { counted, countSeverities, summary } from './summary.ts';
import { visible } from './visible.ts';

/** For people: each finding with the lines it is about, what to do, and why. */
export const pretty: Reporter = {
  name: 'pretty',
  summary: 'the lines with carets under them, what to do, and why',
  isDocument: false,
  render(report, style) {
    const affected = report.files.filter(({ diagnostics }) => diagnostics.length > 0);
    const blocks: string[] = [];
    for (const file of affected) {
      if (affected.length > 1) blocks.push(heading(file, style));
      blocks.push(...findings(file, style));
    }
    // Nothing at all was linted: there is nothing to sum up.
    if (report.files.length > 0) blocks.push(summary(report, style));
    return blocks.map((block) => `${block}\n`).join('\n');
  },
};

/** A line across the screen: with many files, where one ends and the next begins. */
function heading({ path, diagnostics }: FileReport, { colors, width }: Style): string {
  const { bold, dim } = colors;
  const before = '── ';
  const name = visible(path);
  const after = ` · ${counted(countSeverities(diagnostics))} `;
  const rest = width - before.length - widthOf(name) - after.length;
  return `${dim(before)}${bold(name)}${dim(after + '─'.repeat(Math.max(rest, 0)))}`;
}

/** In a file with more findings than this, only the first few of a code are shown with their lines. */
const MANY = 20;
const SHOWN_IN_FULL = 5;

function findings(file: FileReport, style: Style): string[] {
  const times = new Map<string, number>();
  const blocks: string[] = [];
  let wasShort = false;
  for (const diagnostic of file.diagnostics) {
    const before = times.get(diagnostic.code) ?? 0;
    times.set(diagnostic.code, before + 1);
    const isShort = before >= SHOWN_IN_FULL && file.diagnostics.length > MANY;
    if (!isShort) blocks.push(finding(diagnostic, file, before === 0, style));
    else if (wasShort) blocks.push(`${blocks.pop()}\n${short(diagnostic, file, style)}`);
    else blocks.push(short(diagnostic, file, style));
    wasShort = isShort;
  }
  return blocks;
}

/** One line for a finding of a kind that was shown in full before. */
function short({ severity, code, message, range }: Diagnostic, file: FileReport, style: Style): string {
  const { line, column } = file.lines.positionAt(range.start);
  const name = style.colors.bold(paintOf(severity, style)(`${severity}[${code}]`));
  return `${visible(file.path)}:${line}:${column}: ${name} ${visible(message)}`;
}

function finding(diagnostic: Diagnostic, file: FileReport, isFirst: boolean, style: Style): string {
  const { colors } = style;
  const { severity, code, message, range, related } = diagnostic;
  const paint = paintOf(severity, style);
  const { line, column } = file.lines.positionAt(range.start);
  const marks: Mark[] = [
    { range, label: '', line: '^', paint },
    ...related.map((place): Mark => ({
      range: place.range,
      label: place.message,
      line: '-',
      paint: colors.cyan,
    })),
  ];
  const lastRow = Math.max(...marks.map((mark) => file.lines.lineAt(mark.range.start)));
  const gutter = String(lastRow + 1).length;
  const edge = ' '.repeat(gutter);
  const notes = notesOf(diagnostic, file, isFirst, style);
  const name = style.links ? linked(code) : code;
  return [
    `${colors.bold(paint(`${severity}[${name}]`))}${colors.bold(`: ${visible(message)}`)}`,
    `${edge}${colors.dim('-->')} ${visible(file.path)}:${line}:${column}`,
    ...frame(file, marks, gutter, style),
    ...(notes.length > 0 ? [colors.dim(`${edge} |`)] : []),
    ...notes.flatMap(([label, text, paintText]) => note(label, text, edge, paintText, style)),
  ].join('\n');
}

/** A code that leads to its page (OSC 8). */
function linked(code: string): string {
  return `\u001B]8;;${ruleUrl(code)}\u001B\\${code}\u001B]8;;\u001B\\`;
}

function paintOf(severity: Severity, { colors }: Style): Formatter {
  return { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
}

type Note = readonly [label: string, text: string, paint: Formatter];

/** `why` and the link are said once a file: with fifty findings of a kind they would bury them. */
function notesOf(
  diagnostic: Diagnostic,
  { commands }: FileReport,
  isFirst: boolean,
  { colors }: Style,
): Note[] {
  const { code, why, help, fix, stage } = diagnostic;
  const plain: Formatter = String;
  const isForAll = commands.every((command) => diagnostic.commands.includes(command));
  const notes: Note[] = [];
  if (help !== undefined) notes.push(['help', help, plain]);
  if (fix && !repeats(fix.title, help))
    notes.push(['fix', fix.safe ? fix.title : `${fix.title} (a guess: check it)`, plain]);
  if (why !== undefined && isFirst) notes.push(['why', why, plain]);
  if (!isForAll || stage === 'launch') {
    notes.push(['for', `${diagnostic.commands.join(', ')}${stage ? ` (${STAGES[stage]})` : ''}`, plain]);
  }
  if (isFirst) notes.push(['see', ruleUrl(code), colors.dim]);
  return notes;
}

function repeats(title: string, help = ''): boolean {
  return title === help.replace(/\.$/, '');
}

const STAGES: Readonly<Record<Stage, string>> = {
  args: 'smolvm refuses its arguments',
  parse: 'smolvm refuses the file',
  config: 'refused before boot',
  launch: 'accepted, then certain to fail at boot',
};

function note(
  label: string,
  text: string,
  edge: string,
  paint: Formatter,
  { colors, width }: Style,
): string[] {
  const indent = ' '.repeat(edge.length + label.length + 5);
  const lines = wrap(text, Math.min(width, 100) - indent.length).map(visible);
  return lines.map((line, index) =>
    index > 0
      ? indent + paint(line)
      : `${edge} ${colors.dim('=')} ${colors.bold(`${label}:`)} ${paint(line)}`,
  );
}
