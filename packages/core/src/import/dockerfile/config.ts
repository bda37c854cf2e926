import type { Health } from '../map/health.ts';
import type { Instruction } from './instructions.ts';

/** A value with the instruction that gave it. */
export interface From<T> {
  readonly value: T;
  readonly by: Instruction;
}

/** A RUN, COPY or ADD with what holds where it stands. */
export interface Step {
  readonly by: Instruction;
  readonly shell: readonly string[] | undefined;
  readonly user: string;
  readonly workdir: string;
  /** ARGs in scope, with values. */
  readonly args: ReadonlyMap<string, string>;
}

/** The configuration that the instructions of a chain of stages come to. */
export interface ImageConfig {
  entrypoint?: From<readonly string[]>;
  cmd?: From<readonly string[]>;
  /** The CMD of the base counts no more. */
  cmdCleared: boolean;
  readonly env: Map<string, From<string> & { readonly unknown: readonly string[] }>;
  workdir?: From<string>;
  user?: From<string>;
  stopSignal?: From<string>;
  health?: From<Health>;
  readonly exposed: From<string>[];
  readonly volumes: From<string>[];
  readonly args: { readonly name: string; readonly value: string | undefined; readonly by: Instruction }[];
  readonly steps: Step[];
  /** Instructions whose value a later one takes the place of, and that one. */
  readonly replaced: { readonly by: Instruction; readonly later: Instruction }[];
  shell?: readonly string[];
}
