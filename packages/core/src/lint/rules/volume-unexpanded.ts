import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { hostVolumes, rankOfVolume, unexpandedIn } from '../volumes.ts';

export default defineRule({
  code: 'volume-unexpanded',
  summary: 'A volume source with `~` or a variable, which nothing expands',
  why: 'smolvm takes the path of the host as it is written: `~` and `$VAR` are not expanded, and a directory of that very name hardly exists.',
  help: 'Write an absolute path, or one relative to the directory that smolvm is called in.',
  evidence: 'facts 4.2, 5 row 25; src/data/storage.rs:81',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'volumes',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["~/code:/code"] # error: volume-unexpanded\n' },
      { toml: '[dev]\nvolumes = ["$HOME/code:/code"] # error: volume-unexpanded\n' },
      { toml: '[dev]\nvolumes = ["./${BRANCH}:/code"] # error: volume-unexpanded\n' },
    ],
    valid: [
      { toml: '[dev]\nvolumes = ["/home/me/code:/code"]\n' },
      { toml: '[dev]\nvolumes = ["./a~b:/code"]\n' },
      {
        toml: '[dev]\nvolumes = ["~/code:/code"]\n',
        host: { '~/code': 'directory' },
        note: 'There is such a directory.',
      },
    ],
  },
  check(context) {
    const { host, report } = context;
    for (const each of hostVolumes(context)) {
      const { item, volume } = each;
      const { source } = volume;
      const found = unexpandedIn(source);
      if (found === undefined || (host && host.inspect(source).kind !== 'missing')) continue;
      report({
        ...at(item),
        rank: rankOfVolume(each, 'source'),
        message: `smolvm does not expand \`${found}\`: it looks for a directory named \`${source}\``,
      });
    }
  },
});
