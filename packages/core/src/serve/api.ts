/** The HTTP API of smolvm (`smolvm serve`) as of a release: the only reader of its tables. */
import { patched, RELEASES, type Changes, type Release } from '../release/index.ts';
import { readApiTables } from './generated/tables.ts';
import type { ApiBehaviour, ApiObject, ApiProperty, ApiTables } from './types.ts';

let read: ApiTables | undefined;

/** Read when first asked for: most of what the toolkit does needs no API. */
export function apiTables(): ApiTables {
  return (read ??= readApiTables());
}

/** An object of the API at a release. */
export interface ObjectAt {
  readonly closed: boolean;
  readonly properties: ReadonlyMap<string, ApiProperty>;
}

/** An object as a release knows it, nothing of one that it does not have. */
export function objectAt(name: string, release: Release): ObjectAt | undefined {
  const entry = apiTables().objects[name];
  const state = entry && patched<ApiObject>(entry, release);
  if (!entry || !state) return undefined;
  const properties = Object.entries(entry.properties).flatMap(([field, property]) => {
    const own = patched(property, release);
    return own ? [[field, own] as const] : [];
  });
  return { closed: state.closed ?? false, properties: new Map(properties) };
}

/** Whether the server of a release does something without being asked. */
export function serverDoes(behaviour: ApiBehaviour, release: Release): boolean {
  return !release.isBefore(apiTables().behaviours[behaviour].since);
}

/** Whether a release answers a method at a path, as the data write both: `PUT /api/v1/machines/{name}/ports`. */
export function hasRoute(route: string, release: Release): boolean {
  const entry = apiTables().routes[route];
  return entry !== undefined && patched(entry, release) !== undefined;
}

/** The first release that has a field, where that is known and not the first one that was looked at. */
export function sinceOf(object: string, field: string): string | undefined {
  const property: Changes<ApiProperty> | undefined = apiTables().objects[object]?.properties[field];
  return property?.changes?.findLast(({ absent }) => absent === true)?.before;
}

/** The first release that has a route, as `sinceOf`. */
export function routeSince(route: string): string | undefined {
  return apiTables().routes[route]?.changes?.findLast(({ absent }) => absent === true)?.before;
}

/** The releases whose API was looked at: `1.9.3` is taken for the nearest of them. */
export function observedReleases(): { readonly from: string; readonly to: string } {
  const [from = '', to = ''] = apiTables().observed;
  return { from, to };
}

/** Whether nobody looked at the API of a release. */
export function isUnobserved(release: Release): boolean {
  const { from, to } = observedReleases();
  const last = RELEASES.find(({ version }) => version === to);
  return release.isBefore(from) || (last !== undefined && last.isBefore(release.version));
}
