/** Where the site will be: what GitHub Pages gives to a repository. */
export const BASE = '/toolkit/';
