export { isUnobserved, observedReleases } from './api.ts';
export { lintApiBody, type BodyOptions } from './lint-body.ts';
export { API_PROBLEMS, type ApiProblemCode, type ApiProblemInfo } from './problems.ts';
export { apiRequestOf, apiText, type ApiOptions, type ApiRequest, type JsonObject } from './request.ts';
export type { NotCarried } from './types.ts';
