import { isCredentialName } from '../../resolve/credentials.ts';
import type { ImportContext } from '../context.ts';
import type { Wrapping } from '../map/env.ts';
import { referenceTo } from '../map/reference.ts';
import type { Plan } from '../plan.ts';
import { interpolate, variablesIn } from './interpolate.ts';
import type { Project } from './load.ts';
import { textOf, type MapNode, type Node } from './node.ts';

/** What the functions for the keys of a service are given. */
export interface ServiceParts {
  readonly plan: Plan;
  readonly project: Project;
  readonly context: ImportContext;
  readonly name: string;
  readonly service: MapNode;
  readonly wrapper: Wrapping[];
}

/** The text of a scalar with references in the place of credentials, which come from `.env` and are not copied. */
export function referringText(node: Node | undefined, { variables }: Project): string | undefined {
  const text = textOf(node);
  if (text === undefined || node?.kind !== 'scalar' || node.raw === undefined) return text;
  if (!variablesIn(node.raw).some(isCredentialName)) return text;
  return interpolate(node.raw, (name) => (isCredentialName(name) ? referenceTo(name) : variables(name)));
}
