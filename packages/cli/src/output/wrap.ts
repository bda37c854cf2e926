export { wrap } from '@smolfile/core';
