export { serve } from './server.ts';
export { NOWHERE, type World } from './world.ts';
