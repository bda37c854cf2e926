export { serve, type ServeOptions } from './server.ts';
