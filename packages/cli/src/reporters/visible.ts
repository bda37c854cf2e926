export { visible } from '@smolfile/core';
