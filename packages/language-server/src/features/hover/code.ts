/** Text of a file as code, whatever is in it. */
export { markdownCode as code } from '@smolfile/core';
