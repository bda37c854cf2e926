import { concise } from './concise.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './report.ts';

/** Every output format; the first is the default. */
export const reporters: readonly Reporter[] = [pretty, concise, json];
