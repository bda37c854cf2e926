import { formatText } from '@smolfile/core';
import { expect, test } from 'vitest';

test.each([
  [
    'keys in the order of the schema, unknown ones last',
    'mine = 1\nnet = true\ncpus = 2\nimage = "x"\n',
    'image = "x"\ncpus = 2\nnet = true\nmine = 1\n',
  ],
  [
    'comments go with what is below them or on their line',
    'net = true # on\n# how many\ncpus = 2\n',
    '# how many\ncpus = 2\nnet = true # on\n',
  ],
  [
    'comments about the file stay at its top',
    '# My machine\n\n# on\nnet = true\ncpus = 2\n',
    '# My machine\n\ncpus = 2\n# on\nnet = true\n',
  ],
  [
    'so does the version it is for',
    '# smolfile: smolvm = "1.2.0"\nnet = true\ncpus = 2\n',
    '# smolfile: smolvm = "1.2.0"\ncpus = 2\nnet = true\n',
  ],
  [
    'tables, with their comments and those at their end',
    '[network]\nallow_hosts = []\n# no more\n\n# d\n[dev]\nports = []\nvolumes = []\n\n[artifact]\ncmd = []\n# end\n',
    '[artifact]\ncmd = []\n# end\n\n# d\n[dev]\nvolumes = []\nports = []\n\n[network]\nallow_hosts = []\n# no more\n',
  ],
  [
    'tables of one name stay in their order',
    '[secrets.b]\nfrom_env = "B"\n\n[secrets.a]\nfrom_env = "A"\n',
    '[secrets.b]\nfrom_env = "B"\n\n[secrets.a]\nfrom_env = "A"\n',
  ],
  ['what is in order stays', 'image = "x"\n\ncpus = 1\n\n[dev]\n', 'image = "x"\n\ncpus = 1\n\n[dev]\n'],
  [
    'where there are errors nothing moves',
    'net = true\nimage =\ncpus=2\n',
    'net = true\nimage =\ncpus = 2\n',
  ],
  [
    'a comment that silences findings stays above what it is about, be there blank lines between',
    '# smolfile-ignore port-invalid: x\n\nports = []\nimage = "x"\n',
    'image = "x"\n# smolfile-ignore port-invalid: x\n\nports = []\n',
  ],
  [
    'above a header, too',
    '[network]\nallow_hosts = []\n# smolfile-ignore unknown-key: x\n\n[dev]\n',
    '# smolfile-ignore unknown-key: x\n\n[dev]\n\n[network]\nallow_hosts = []\n',
  ],
  [
    'nothing moves where one is at the end, so that it is about nothing',
    'net = true\nimage = "x"\n# smolfile-ignore unknown-key: x\n',
    'net = true\nimage = "x"\n# smolfile-ignore unknown-key: x\n',
  ],
  ['nothing', '', ''],
  ['only comments', '# a\n\n# b', '# a\n\n# b\n'],
])('%s', (_, before, after) => {
  expect(formatText(before, { sortKeys: true })).toBe(after);
  expect(formatText(after, { sortKeys: true })).toBe(after);
});
