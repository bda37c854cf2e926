export { serve } from './server.ts';
export { NOWHERE, type World } from './world.ts';
export { RESOLVE_METHOD, type ResolveAnswer, type ResolveParams } from './custom.ts';
