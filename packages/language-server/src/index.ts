export { serve } from './server.ts';
export { NOWHERE, type World } from './world.ts';
export {
  FLAGS_METHOD,
  IMPORT_METHOD,
  NEW_METHOD,
  RESOLVE_METHOD,
  type FlagsAnswer,
  type FlagsParams,
  type ImportParams,
  type NewParams,
  type ResolveAnswer,
  type ResolveParams,
} from './custom.ts';
