import type { SourceReader } from '../../import/reader.ts';
import { goImage, VERSIONS } from '../images.ts';
import type { Project } from '../types.ts';
import { has, isPlainName, textOf } from './reading.ts';
import { allowedVersion } from './versions.ts';

/** A project of Go, by its go.mod. */
export function goProject(reader: SourceReader): Project | undefined {
  const source = 'go.mod';
  const text = textOf(reader, source);
  if (text === undefined) return undefined;
  const needs = /^\s*require\b/m.test(text);
  return {
    source,
    image: goImage(versionOf(text)),
    install: needs ? ['go mod download'] : [],
    cmd: commandOf(reader, text),
    test: 'go test ./...',
    // the folder belongs to somebody else than the machine's root
    env: ['GOFLAGS=-buildvcs=false'],
  };
}

/** What go.mod asks for; an older Go than the first one that fetches others is not worth having. */
function versionOf(text: string): string {
  const toolchain = /^toolchain\s+go(\d{1,3}\.\d{1,3})(?:\.\d+)?\s*$/m.exec(text)?.[1];
  const wanted = toolchain ?? /^go\s+(\d{1,3}\.\d{1,3})(?:\.\d+)?\s*$/m.exec(text)?.[1];
  if (wanted === undefined) return VERSIONS.go[0];
  return allowedVersion(`>=${wanted}`, ['1.20']) === '1.20' ? VERSIONS.go[0] : wanted;
}

function commandOf(reader: SourceReader, text: string): string[] {
  if (has(reader, 'main.go')) return ['go', 'run', '.'];
  const path = /^module\s+"?([^\s"]+)"?\s*$/m.exec(text)?.[1] ?? '';
  const name = path.replace(/\/v\d+$/, '').replace(/^.*\//, '');
  if (isPlainName(name) && has(reader, `cmd/${name}/main.go`)) return ['go', 'run', `./cmd/${name}`];
  return ['go', 'test', './...'];
}
