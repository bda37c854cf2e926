export type { GivenValue, Layer, MergeSources } from './given.ts';
export { impliedValues, type ImpliedValue, type Implier } from './implied.ts';
export { aliasOf } from './layers.ts';
export { isText, Merge, UNGIVEN, type GivenText, type MergedKey } from './merge.ts';
export { entryOf, type Loss, type Lost } from './strategies.ts';
