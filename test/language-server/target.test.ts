import { lint, NEWEST_RELEASE, parseConfig, parseSmolfile, settingsFor } from '@smolfile/core';
import { expect, test } from 'vitest';
import { configured, releaseOf, type Target } from '../../packages/language-server/src/features/target.ts';

const { config } = parseConfig('smolvm = "1.5.0"\n', 'smolfile.config.toml');
const CONFIG = settingsFor(config!, 'Smolfile');
const PIN = '# smolfile: smolvm = "1.2.0"\n';

test.each<[string, string, Target, string]>([
  ['the setting beats everything', PIN, { smolvm: '1.9.0', config: CONFIG, installed: '1.6.0' }, '1.9.0'],
  ['then comes what the file says', PIN, { config: CONFIG, installed: '1.6.0' }, '1.2.0'],
  ['then the configuration file', '', { config: CONFIG, installed: '1.6.0' }, '1.5.0'],
  ['then the installed smolvm', '', { installed: '1.6.0' }, '1.6.0'],
  [
    'also beside a configuration that says none',
    '',
    { installed: '1.6.0', config: { severities: new Map() } },
    '1.6.0',
  ],
  [
    'and under a comment that asks for no version',
    '# smolfile: smolvm = "0.9"\n',
    { installed: '1.6.0' },
    '1.6.0',
  ],
  ['then the newest', '', {}, NEWEST_RELEASE.version],
  ['also where something odd is installed', '', { installed: '1.1.0' }, NEWEST_RELEASE.version],
])('which smolvm a file is for: %s', (_, text, target, expected) => {
  const document = parseSmolfile(text);
  expect(releaseOf(document, target).version).toBe(expected);
  // What is linted for is what is said to be linted for.
  expect(lint(document, configured(target)).smolvm).toBe(expected);
});
