import type { TextRange } from '../text/range.ts';

/** What is known about a kind of finding in the body of a request, wherever it occurs. */
export interface ApiProblemInfo {
  readonly summary: string;
  readonly why: string;
  readonly help: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly stage: 'parse' | 'config' | null;
  /** A body with it, and the Smolfile beside it where that matters. */
  readonly example: { readonly body: string; readonly smolfile?: string; readonly smolvm?: string };
}

/** Everything that `smolfile lint --api` says of the body of `POST /api/v1/machines`. */
export const API_PROBLEMS = {
  'api-not-json': {
    summary: 'A body that is not JSON',
    why: 'The server reads the body as JSON, and answers 400 where it is none.',
    help: 'Correct the JSON',
    severity: 'error',
    stage: 'parse',
    example: { body: '{ "image": "alpine", }' },
  },
  'api-unknown-field': {
    summary: 'A field that the API does not have',
    why: 'Since 1.22.2 the server refuses it with 422; before, it drops it without a word, which may leave a machine more open than its author meant.',
    help: 'Correct the name, or remove the field',
    severity: 'error',
    stage: 'parse',
    example: { body: '{ "image": "alpine", "allowed_hosts": ["example.com"] }' },
  },
  'api-field-of-other-release': {
    summary: 'A field that the API has in other releases of smolvm',
    why: 'A server knows the fields of its own release only: it refuses another one with 422 since 1.22.2, and drops it without a word before.',
    help: 'Use a release that knows the field, or remove it',
    severity: 'error',
    stage: 'parse',
    example: { body: '{ "image": "alpine", "network": true, "stopSignal": "SIGINT" }', smolvm: '1.26.1' },
  },
  'api-missing-field': {
    summary: 'An object without a field that it must have',
    why: 'The server answers 422 where a mount, port or variable is not complete.',
    help: 'Add the field',
    severity: 'error',
    stage: 'parse',
    example: { body: '{ "ports": [{ "host": 8080 }] }' },
  },
  'api-type-mismatch': {
    summary: 'A value of another type than the field takes',
    why: 'The server answers 422: it neither reads numbers from texts nor takes `null` for an empty list.',
    help: 'Write a value of the type that the field takes',
    severity: 'error',
    stage: 'parse',
    example: { body: '{ "cpus": "2", "mounts": null }' },
  },
  'api-value-invalid': {
    summary: 'A value that the server does not take',
    why: 'The server checks some values as it makes the machine, and answers 400.',
    help: 'Write a value of the kind that the field takes',
    severity: 'error',
    stage: 'config',
    example: { body: '{ "network": true, "allowedCidrs": ["10.0.0.0/64"] }' },
  },
  'api-fields-conflict': {
    summary: 'Fields that do not go together',
    why: 'The server answers 400 before it makes anything.',
    help: 'Keep one of the two',
    severity: 'error',
    stage: 'config',
    example: { body: '{ "cmd": ["serve"] }' },
  },
  'api-server-setting': {
    summary: 'Something that only a server takes that was started for it',
    why: 'Some settings open the server’s host, so that a server refuses them until it is told otherwise.',
    help: 'Start the server with the flag, or remove the field',
    severity: 'info',
    stage: null,
    example: { body: '{ "image": "alpine", "network": true, "nestedVirt": true }' },
  },
  'api-policy-without-network': {
    summary: 'A list of what may be reached on a machine without a network',
    why: '`machine create` switches the network on where something is allowed; the API does not.',
    help: 'Add `"network": true`',
    severity: 'warning',
    stage: null,
    example: { body: '{ "allowedHosts": ["example.com"] }' },
  },
  'api-opens': {
    summary: 'Something that the Smolfile beside the body keeps closed',
    why: 'The two are meant to make the same machine, and what a body opens beyond its Smolfile nobody reviews.',
    help: 'Close it in the body, or open it in the Smolfile, where it is seen',
    severity: 'warning',
    stage: null,
    example: {
      smolfile: 'image = "alpine"\n\n[network]\nallow_hosts = ["example.com"]\n',
      body: '{ "image": "alpine", "network": true }',
    },
  },
} as const satisfies Record<string, ApiProblemInfo>;

export type ApiProblemCode = keyof typeof API_PROBLEMS;

/** What a finding needs beside its code. */
export interface Found {
  readonly code: ApiProblemCode;
  readonly range: TextRange;
  readonly message: string;
  readonly help?: string;
  /** Where a release drops what another one refuses. */
  readonly severity?: 'warning';
}
