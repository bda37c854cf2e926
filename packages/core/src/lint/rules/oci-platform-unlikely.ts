import { parsePlatform, SMOLVM_PLATFORMS, shown } from '../../grammars/index.ts';
import { isText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'oci-platform-unlikely',
  summary: 'An `oci_platform` that no image is published for',
  why: '`pack create` hands the text to the pull as it is: `linux/` and an architecture, by the name that registries use. Any other makes the pull fail, or fetches an image that the machine cannot run.',
  help: 'Write `linux/amd64` or `linux/arm64`, or leave it out for the architecture of the host.',
  evidence: 'facts 2.7, 4.7, 5 row 63; crates/smolvm-agent/src/storage.rs:3550',
  since: '0.1.0',
  severity: 'warning',
  stage: 'config',
  commands: ['pack'],
  fixable: 'safe',
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\n\n[artifact]\noci_platform = "x86_64" # warning: oci-platform-unlikely\n',
        command: 'pack',
      },
      {
        toml: 'image = "alpine"\n\n[pack]\noci_platform = "amd64" # warning: oci-platform-unlikely\n',
        command: 'pack',
      },
      {
        toml: 'image = "alpine"\n\n[artifact]\noci_platform = "linux/s390x" # info: oci-platform-unlikely\n',
        command: 'pack',
        note: 'There are such images, and no smolvm to run them.',
      },
    ],
    valid: [
      { toml: 'image = "alpine"\n\n[artifact]\noci_platform = "linux/arm64"\n', command: 'pack' },
      {
        toml: 'image = "alpine"\n\n[artifact]\n\n[pack] # warning: artifact-hides-pack\noci_platform = "arm64"\n',
        command: 'pack',
        note: '`[artifact]` hides `[pack]` whole.',
      },
      { toml: 'image = "alpine"\n\n[artifact]\noci_platform = "linux/arm64/v8"\n', command: 'pack' },
    ],
  },
  check(context) {
    const item = context.merged('artifact.oci_platform').value;
    if (!item || !isText(item)) return;
    const parsed = parsePlatform(item.value);
    if (parsed.ok) {
      const { os, arch } = parsed.value;
      if (SMOLVM_PLATFORMS.some((platform) => platform === `${os}/${arch}`)) return;
      context.report({
        ...at(item),
        severity: 'info',
        stage: null,
        message: `smolvm runs on amd64 and arm64 only, and hardly runs an image for ${shown(item.value)}`,
      });
      return;
    }
    const { message, help } = parsed.problem;
    context.report({ ...at(item), message, help, ...fixString(item, parsed.problem) });
  },
});
