import { SOURCE_NAMES } from '../../import/detect.ts';
import type { SourceReader } from '../../import/reader.ts';
import type { Project } from '../types.ts';
import { goProject } from './go.ts';
import { nodeProject } from './node.ts';
import { pythonProject } from './python.ts';
import { has } from './reading.ts';
import { rustProject } from './rust.ts';

/** Names of templates, and what tells that a folder is of their kind; what comes first is the better guess. */
const DETECTORS: readonly [template: string, detect: (reader: SourceReader) => Project | undefined][] = [
  ['node', nodeProject],
  ['python', pythonProject],
  ['go', goProject],
  ['rust', rustProject],
];

/** What a folder is found to be. */
export interface Found {
  /** Projects by the name of their template, the better guess first. */
  readonly projects: readonly (readonly [template: string, project: Project])[];
  /** A Dockerfile, a compose file or a dev container, which `smolfile import` reads. */
  readonly importable: string | undefined;
}

/** Looks at the files of a folder that say what it is. Nothing is run, and no text of theirs is copied unchecked. */
export function detectProjects(reader: SourceReader): Found {
  const projects = DETECTORS.flatMap(([template, detect]) => {
    const project = detect(reader);
    return project ? [[template, project] as const] : [];
  });
  return { projects, importable: SOURCE_NAMES.find((name) => has(reader, name)) };
}
