import { isDeepStrictEqual } from 'node:util';
import type { ApiSchema, OpenApi } from './openapi.ts';

/** The body of the request that creates a machine; what it refers to is recorded with it. */
const ROOT = 'CreateMachineRequest';
const MACHINES = '/api/v1/machines';

type Json = Readonly<Record<string, unknown>>;

/** One entry with its history, as the data files write it: the newest state, and the way back, newest change first. */
export type Historic = Json & { readonly 'x-changes'?: readonly Json[]; readonly 'x-absent'?: true };

/** What `schemas/machine-api.recorded.json` holds. */
export interface Recorded {
  /** The releases that were asked, oldest first. */
  readonly observed: readonly string[];
  /** By the name that the API gives them: what may be in such an object. */
  readonly objects: Readonly<
    Record<string, Historic & { readonly properties: Readonly<Record<string, Historic>> }>
  >;
  /** `POST /api/v1/machines/{name}/start`. */
  readonly routes: Readonly<Record<string, Historic>>;
}

/** Makes the record of what each release printed, oldest first. */
export function recordOf(releases: readonly (readonly [string, OpenApi])[]): Recorded {
  const observed = releases.map(([release]) => release);
  const states = releases.map(([, api]) => objectsOf(api));
  const names = [...new Set(states.flatMap((objects) => Object.keys(objects)))].toSorted();
  const objects = names.map((name) => {
    const own = history(
      observed,
      states.map((all) => all[name] && withoutProperties(all[name])),
    );
    const keys = [...new Set(states.flatMap((all) => Object.keys(all[name]?.properties ?? {})))].toSorted();
    const properties = keys.map((key) => [
      key,
      history(
        observed,
        states.map((all) => all[name]?.properties[key]),
      ),
    ]);
    return [name, { ...own, properties: Object.fromEntries(properties) as Json }] as const;
  });
  const routes = releases.map(([, { paths }]) => routesOf(paths));
  const everyRoute = [...new Set(routes.flat())].toSorted();
  return {
    observed,
    objects: Object.fromEntries(objects) as Recorded['objects'],
    routes: Object.fromEntries(
      everyRoute.map((route) => [
        route,
        history(
          observed,
          routes.map((own) => (own.includes(route) ? {} : undefined)),
        ),
      ]),
    ),
  };
}

interface ObjectState {
  readonly closed?: true;
  readonly properties: Readonly<Record<string, Json>>;
}

function withoutProperties({ properties: _, ...own }: ObjectState): Json {
  return own;
}

/** The objects that a body may consist of. */
function objectsOf({ components: { schemas } }: OpenApi): Record<string, ObjectState> {
  const found: Record<string, ObjectState> = {};
  const open = [ROOT];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = schemas[name];
    if (!schema?.properties || Object.hasOwn(found, name)) continue;
    const { properties, required = [], additionalProperties } = schema;
    const own = Object.entries(properties).map(([key, value]) => {
      const state = propertyOf(value, schemas, open);
      return [key, { ...state, ...(required.includes(key) && { required: true }) }] as const;
    });
    found[name] = {
      ...(additionalProperties === false && { closed: true as const }),
      properties: Object.fromEntries(own),
    };
  }
  return found;
}

function propertyOf(written: ApiSchema, schemas: Readonly<Record<string, ApiSchema>>, open: string[]): Json {
  const [only] = written.oneOf?.filter(({ type }) => type !== 'null') ?? [];
  if (only) {
    const { about: outer, ...inner } = propertyOf(only, schemas, open);
    return { ...inner, nullable: true, ...about(written.description, outer as string | undefined) };
  }
  const name = written.$ref?.split('/').at(-1);
  if (name !== undefined) {
    const target = schemas[name] ?? {};
    if (!target.properties)
      return { ...propertyOf(target, schemas, open), ...about(written.description, undefined) };
    open.push(name);
    return { type: 'object', object: name, ...about(written.description, undefined) };
  }
  const types = [written.type ?? 'object'].flat();
  const { about: _, ...items } = written.items ? propertyOf(written.items, schemas, open) : {};
  return {
    type: types.find((type) => type !== 'null'),
    ...(types.includes('null') && { nullable: true }),
    ...(written.items && { items }),
    ...(written.enum && { values: written.enum }),
    ...about(written.description, undefined),
  };
}

/** Its first sentence. */
function about(own: string | undefined, other: string | undefined): { readonly about?: string } {
  const text = own?.replaceAll(/\s+/g, ' ') ?? other;
  if (text === undefined) return {};
  const end = /(?<!e\.g|i\.e)\.(?= [A-Z`]|$)/.exec(text);
  return { about: end ? text.slice(0, end.index) : text };
}

function routesOf(paths: OpenApi['paths']): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith(MACHINES) ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`) : [],
  );
}

/** The newest state with the way back; what only the words of a description changed is no change. */
function history(observed: readonly string[], states: readonly (Json | undefined)[]): Historic {
  const newest = states.findLast((state) => state !== undefined) ?? {};
  const changes: Json[] = [];
  const plain = (state: Json | undefined): Json | undefined => state && without(state, 'about');
  for (let at = states.length - 1; at > 0; at--) {
    const [later, earlier] = [plain(states[at]), plain(states[at - 1])];
    if (isDeepStrictEqual(later, earlier)) continue;
    const before = observed[at]!;
    if (!earlier) changes.push({ before, absent: true });
    else if (later) changes.push({ before, patch: patch(later, earlier) });
    else changes.push({ before, absent: false });
  }
  return {
    ...newest,
    ...(states.at(-1) === undefined && { 'x-absent': true as const }),
    ...(changes.length > 0 && { 'x-changes': changes }),
  };
}

/** JSON Merge Patch from one state to another. */
function patch(from: Json, to: Json): Json {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const differing = names.filter((name) => !isDeepStrictEqual(from[name], to[name]));
  return Object.fromEntries(differing.map((name) => [name, to[name] ?? null]));
}

function without(state: Json, name: string): Json {
  return Object.fromEntries(Object.entries(state).filter(([key]) => key !== name));
}
