import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { programOf } from '../program/fetch.ts';

/** A schema of OpenAPI 3.1, as far as smolvm uses it. */
export interface ApiSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly items?: ApiSchema;
  readonly properties?: Readonly<Record<string, ApiSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly oneOf?: readonly ApiSchema[];
  readonly enum?: readonly string[];
}

/** What a release prints of its HTTP API. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ApiSchema>> };
}

/** Asks a release for its HTTP API: `smolvm serve openapi`, which looks at nothing of the host. */
export async function openApiOf(release: string): Promise<OpenApi> {
  const { stdout } = await promisify(execFile)(await programOf(release), ['serve', 'openapi'], {
    env: { HOME: tmpdir(), PATH: '/usr/bin:/bin' },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  return JSON.parse(stdout) as OpenApi;
}
