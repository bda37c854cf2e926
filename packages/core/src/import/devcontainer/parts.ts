import type { ImportContext } from '../context.ts';
import type { Wrapping } from '../map/env.ts';
import type { SourceFile } from '../place.ts';
import type { Item, Plan } from '../plan.ts';
import { rowOf } from '../table/index.ts';
import type { Property } from './json.ts';
import type { DevVariables } from './variables.ts';

/** What the functions for the properties are given. */
export interface DevParts {
  readonly plan: Plan;
  readonly file: SourceFile;
  readonly context: ImportContext;
  readonly wrapper: Wrapping[];
  readonly properties: ReadonlyMap<string, Property>;
  readonly variables: DevVariables;
  /** Puts variables in. */
  readonly fill: (text: string) => string;
  /** The folder of the project, relative to where the Smolfile will be. */
  readonly project: string;
  readonly compose: boolean;
}

/** An item for a property. */
export function itemOf({ name, place, comments }: Property, row: string = name): Item {
  return { row: rowOf('devcontainer', row), place, comments };
}
