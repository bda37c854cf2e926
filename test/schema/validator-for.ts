import type { Release } from '@smolfile/core';
import { VALIDATORS } from '../../packages/core/src/schema/generated/validate.ts';
import type { Validator } from '../../packages/core/src/schema/index.ts';

/** The generated validator that a release's documents are checked with. */
export function validatorFor(release: Release): Validator {
  return VALIDATORS.find(({ before }) => before === undefined || release.isBefore(before))!.validate;
}
