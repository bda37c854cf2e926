export { format, formatText, type FormatOptions } from './format.ts';
