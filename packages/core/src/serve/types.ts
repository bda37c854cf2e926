import type { Changes } from '../release/index.ts';

/** The type of a JSON value, as OpenAPI names it. */
export type JsonType = 'string' | 'integer' | 'boolean' | 'array' | 'object';

/** What a field of the API may hold. */
export interface ApiValue {
  readonly type: JsonType;
  readonly nullable?: true;
  readonly items?: ApiValue;
  /** The name of the object that it is; any object when left out. */
  readonly object?: string;
  /** The only values, where the list is closed. */
  readonly values?: readonly string[];
}

/** A field of an object of the API. */
export interface ApiProperty extends ApiValue, Changes<ApiProperty> {
  readonly required?: true;
}

/** An object of the API. */
export interface ApiObject extends Changes<ApiObject> {
  /** Whether a field that it does not know is refused; otherwise it is dropped without a word. */
  readonly closed?: true;
  readonly properties: Readonly<Record<string, ApiProperty>>;
}

/** How several values of the configuration become one field. */
export type FieldForm = 'env' | 'hosts' | 'egress' | 'credentials' | 'ports' | 'mounts';

/** Where a field of the body comes from. */
export interface FieldEntry {
  /** Names of the merged configuration. */
  readonly from: readonly string[];
  readonly as?: FieldForm;
  /** What the server must be started with. */
  readonly condition?: string;
}

/** What a server wants of a value beside its type. */
export interface ValueEntry {
  /** A key of the Smolfile whose range it has. */
  readonly key?: string;
  readonly minimum?: { readonly value: string; readonly since: string };
  readonly grammar?: string;
  readonly pattern?: string;
  readonly empty?: true;
  /** In words, where no grammar says it. */
  readonly wants?: string;
  /** The first release that looks. */
  readonly since?: string;
}

/** What to do about a value that no field carries. */
export interface InsteadEntry {
  readonly why: string;
  readonly note?: string;
  readonly command?: readonly string[];
  /** Which commands to run in the machine. */
  readonly exec?: 'init' | 'secret' | 'user' | 'health';
  /** What to add to the call that starts the machine. */
  readonly start?: string;
}

/** What the data name of what a server does. */
export type ApiBehaviour = 'checks-values' | 'needs-folder-for-images';

/** The data of `schemas/machine-api.json` and of its record. */
export interface ApiTables {
  readonly path: string;
  readonly object: string;
  readonly socket: string;
  readonly observed: readonly string[];
  readonly fields: Readonly<Record<string, FieldEntry>>;
  /** What a server does without being asked. */
  readonly behaviours: Readonly<Record<ApiBehaviour, { readonly summary: string; readonly since: string }>>;
  readonly values: Readonly<Record<string, ValueEntry>>;
  readonly instead: Readonly<Record<string, InsteadEntry>>;
  readonly objects: Readonly<Record<string, ApiObject>>;
  /** By method and path: `PUT /api/v1/machines/{name}/ports`. */
  readonly routes: Readonly<Record<string, Changes<object>>>;
}

/** Something of the file or the flags that the request does not carry, or not all of. */
export interface NotCarried {
  /** `init`, `secrets.TOKEN`, or a flag as it was given. */
  readonly key: string;
  /** One sentence. */
  readonly why: string;
  /** What to do: command lines, one a line; nothing where there is nothing to do. */
  readonly instead: string | null;
}
