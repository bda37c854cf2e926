export { chooseTarget, type Target, type TargetOptions, type TargetSource, type Wanted } from './target.ts';
export { turningPoints } from './turning-points.ts';
