import {
  credentialRanges,
  LineIndex,
  maskedCallText,
  type Diagnostic,
  type Refused,
  type SmolfileDocument,
  callLine,
  type Places,
} from '@smolfile/core';
import { pretty } from '../reporters/pretty.ts';
import type { FileReport, Style } from '../reporters/report.ts';
import { countSeverities } from '../reporters/summary.ts';

/** Why smolvm would refuse: every error with the place in the file or in the flags, credentials masked. */
export function renderRefusal(
  resolution: Refused,
  document: SmolfileDocument,
  places: Places,
  useHost: boolean,
  style: Style,
): string {
  const { bold, red } = style.colors;
  const { smolvm, command, call, error, diagnostics } = resolution;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const texts = [
    { path: 'flags', lines: new LineIndex(maskedCallText(call)), masks: undefined, source: 'flags' },
    {
      path: places.path,
      lines: document.lines,
      masks: resolution.masked ? () => credentialRanges(document) : undefined,
      source: undefined,
    },
  ];
  const frames = texts.flatMap(({ path, lines, masks, source }) => {
    const own = errors.filter((one) => one.source === source).map((one) => ofOneText(one));
    const file: FileReport = {
      path,
      lines,
      ...(masks && { masks }),
      smolvm,
      commands: [command],
      diagnostics: own,
    };
    return own.length === 0 ? [] : [framesOf(file, style)];
  });
  const verdict = `${red('✗')} smolvm ${smolvm} refuses this${STAGES[error.stage]}.`;
  const onlyHost = useHost && errors.every(({ code }) => code.endsWith('-missing'));
  const hint = onlyHost ? ['With `--no-fs`, nothing on this host is looked at.'] : [];
  return [bold(callLine(resolution, places, style.width)), ...frames, [verdict, ...hint].join('\n')]
    .map((block) => `${block}\n`)
    .join('\n');
}

const STAGES = {
  args: ', before it looks at the file: its flags are wrong',
  parse: ' when it reads the file',
  config: ' before boot',
} as const;

/** A frame shows one of the two texts only. */
function ofOneText({ related, ...diagnostic }: Diagnostic): Diagnostic {
  return { ...diagnostic, related: related.filter(({ source }) => source === diagnostic.source) };
}

function framesOf(file: FileReport, style: Style): string {
  const counts = countSeverities(file.diagnostics);
  const report = pretty.render({ smolvm: file.smolvm, files: [file], counts, hidden: 0 }, style);
  // the last line counts what a reader sees
  return report.trimEnd().split('\n').slice(0, -1).join('\n').trimEnd();
}
