/** One complaint of the generated validator. Its `message` is absent on purpose: users get ours. */
export interface ValidationError {
  /** `type`, `minimum`, `maximum` or `additionalProperties`. */
  readonly keyword: 'type' | 'minimum' | 'maximum' | 'additionalProperties';
  /** JSON Pointer to the value (`/dev/ports/0`); for `additionalProperties`, to the table that has the key. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: {
    /** With `type`: the JSON type that is due. */
    readonly type?: 'boolean' | 'integer' | 'string' | 'array' | 'object';
    /** With `additionalProperties`: the key that is not known. */
    readonly additionalProperty?: string;
    /** With `minimum` and `maximum`. */
    readonly comparison?: '>=' | '<=';
    readonly limit?: number;
  };
}

/**
 * Checks the data of a Smolfile against the schema of all versions; finds every error, not only the first.
 *
 * Data: tables as objects, integers as numbers (beyond the safe range: the nearest double), floats and date-times
 * as NaN, so that they fit no type; sections written as arrays turned into objects beforehand (facts 1.3).
 */
export interface Validator {
  (data: unknown): boolean;
  /** The complaints of the last call; null when it returned true. */
  errors?: readonly ValidationError[] | null;
}
