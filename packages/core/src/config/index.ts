export { isIgnored, settingsFor } from './apply.ts';
export { CONFIG_FILE_NAMES, type Config, type ConfigOverride, type ConfigSettings } from './config.ts';
export type { ConfigProblem } from './data.ts';
export { parseConfig, type ParsedConfig } from './parse.ts';
export { configKeys } from './keys.ts';
