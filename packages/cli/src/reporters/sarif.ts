import {
  explainCode,
  ruleUrl,
  TOOLKIT_VERSION,
  type Diagnostic,
  type Severity,
  type TextRange,
  jsonText,
} from '@smolfile/core';
import type * as Sarif from 'sarif';
import { fingerprintsOf } from './fingerprint.ts';
import { fileCodeInfo } from '../read/file-findings.ts';
import type { FileReport, LintReport } from './report.ts';
import { fileUri } from './uri.ts';
import { visible } from './visible.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  Sarif.ReportingConfiguration.level
>;
/** What GitHub's code scanning calls them. */
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

/** GitHub refuses a run with more results than this. */
const MOST_RESULTS = 25_000;

/** SARIF 2.1.0, which GitHub's code scanning and many editors read. */
export function renderSarif({ files: all }: LintReport): string {
  const { files, left } = limited(all);
  const reported = files.flatMap(({ diagnostics, suppressed = [] }) => [...diagnostics, ...suppressed]);
  const codes = [...new Set(reported.map(({ code }) => code))].toSorted();
  const severities = new Map(reported.map(({ code, severity }) => [code, severity]));
  const log: Sarif.Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'smolfile',
            version: TOOLKIT_VERSION,
            semanticVersion: TOOLKIT_VERSION,
            informationUri: 'https://github.com/smolfile/toolkit',
            rules: codes.map((code) => ruleOf(code, severities.get(code) ?? 'error')),
          },
        },
        // As smolvm's own messages count; the default would be UTF-16 units.
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the checked repository' } } },
        invocations: [{ executionSuccessful: true, ...(left > 0 && notification(left)) }],
        artifacts: files.map((file) => ({ location: locationOf(file), sourceLanguage: 'toml' })),
        results: files.flatMap((file, index) => resultsOf(file, index, codes)),
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
}

/** As many findings as a run may have, the worst of them, suppressed ones last. */
function limited(files: readonly FileReport[]): { files: readonly FileReport[]; left: number } {
  const total = files.reduce(
    (sum, { diagnostics, suppressed = [] }) => sum + diagnostics.length + suppressed.length,
    0,
  );
  if (total <= MOST_RESULTS) return { files, left: 0 };
  let room = MOST_RESULTS;
  const kept = new Set<Diagnostic>();
  const take = (list: readonly Diagnostic[]): void => {
    for (const one of list.slice(0, room)) kept.add(one);
    room -= Math.min(room, list.length);
  };
  for (const severity of ['error', 'warning', 'info'])
    for (const { diagnostics } of files) take(diagnostics.filter((one) => one.severity === severity));
  for (const { suppressed = [] } of files) take(suppressed);
  const only = (list: readonly Diagnostic[]) => list.filter((one) => kept.has(one));
  return {
    files: files.map((file) => ({
      ...file,
      diagnostics: only(file.diagnostics),
      suppressed: only(file.suppressed ?? []),
    })),
    left: total - MOST_RESULTS,
  };
}

function notification(left: number): Pick<Sarif.Invocation, 'toolExecutionNotifications'> {
  const text = `${left} more findings are not in this report, which may have ${MOST_RESULTS}.`;
  return { toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}

const ROOT = '%SRCROOT%';

function ruleOf(code: string, found: Severity): Sarif.ReportingDescriptor {
  const known = explainCode(code) ?? fileCodeInfo(code);
  const { summary, why, help } = known ?? { summary: code, why: '', help: '' };
  const severity = known && 'severity' in known ? known.severity : found;
  return {
    id: code,
    name: code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sentence(summary) },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\n${help}`,
      markdown: `${why}\n\n**What to do**: ${help}\n\n[Examples](${ruleUrl(code)})`,
    },
    helpUri: ruleUrl(code),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['smolvm', 'configuration'],
      precision: 'very-high',
      'problem.severity': PROBLEM_SEVERITIES[severity],
    },
  };
}

function resultsOf(file: FileReport, index: number, codes: readonly string[]): Sarif.Result[] {
  const { diagnostics, suppressed = [] } = file;
  const all = [...diagnostics, ...suppressed];
  const fingerprints = fingerprintsOf(all, file);
  return all.map((diagnostic, at) => {
    const { code, severity, message, help, related, range, fix } = diagnostic;
    const place = { artifactLocation: { ...locationOf(file), index } };
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: LEVELS[severity],
      message: { text: visible(help === undefined ? sentence(message) : `${sentence(message)} ${help}`) },
      locations: [{ physicalLocation: { ...place, region: regionOf(range, file) } }],
      ...(related.length > 0 && {
        relatedLocations: related.map((other, id) => ({
          id,
          physicalLocation: { ...place, region: regionOf(other.range, file) },
          message: { text: visible(other.message) },
        })),
      }),
      ...(fix && { fixes: [fixOf(fix, file)] }),
      partialFingerprints: { 'smolfile/v1': fingerprints[at] ?? '' },
      properties: { commands: diagnostic.commands, stage: diagnostic.stage, smolvm: file.smolvm },
      suppressions: at < diagnostics.length ? [] : [{ kind: 'inSource' as const }],
    };
  });
}

function fixOf({ title, edits }: NonNullable<Diagnostic['fix']>, file: FileReport): Sarif.Fix {
  return {
    description: { text: visible(title) },
    artifactChanges: [
      {
        artifactLocation: locationOf(file),
        replacements: edits.map(({ range, text }) => ({
          deletedRegion: regionOf(range, file),
          insertedContent: { text },
        })),
      },
    ],
  };
}

function locationOf({ path, repositoryPath = path }: FileReport): Sarif.ArtifactLocation {
  const uri = fileUri(repositoryPath);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT };
}

function regionOf({ start, end }: TextRange, { lines }: FileReport): Sarif.Region {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  // SARIF does not count a byte order mark (3.30.1).
  const mark = lines.text.startsWith('\uFEFF') ? 1 : 0;
  const column = (place: typeof from): number => Math.max(place.column - (place.line === 1 ? mark : 0), 1);
  return { startLine: from.line, startColumn: column(from), endLine: to.line, endColumn: column(to) };
}

function sentence(text: string): string {
  return /[.`:]$/.test(text) ? text : `${text}.`;
}
