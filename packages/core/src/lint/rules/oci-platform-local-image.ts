import { hasFlag } from '../../call/call.ts';
import { classifyImage, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'oci-platform-local-image',
  summary: 'A platform to choose for a local image, which has one only',
  why: '`oci_platform` chooses among the platforms that a registry has of an image. Since it takes local images, `pack create` refuses it for one, before it looks whether that image is there.',
  help: 'Remove `oci_platform`: the archive or directory is packed for the platform that it was built for.',
  evidence: 'values 26; test/conformance/releases.jsonl 04652',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'image-platform',
  commands: ['pack'],
  during: 'pack-opens-image',
  examples: {
    invalid: [
      {
        toml: 'image = "./app.tar"\n\n[artifact]\noci_platform = "linux/amd64" # error: oci-platform-local-image\n',
        command: 'pack',
      },
      {
        toml: 'image = "./app.tar"\n',
        command: 'pack',
        flags: '--oci-platform linux/amd64',
        expect: ['flags: error: oci-platform-local-image'],
      },
    ],
    valid: [
      { toml: 'image = "./app.tar"\n', command: 'pack' },
      { toml: 'image = "alpine"\n\n[artifact]\noci_platform = "linux/amd64"\n', command: 'pack' },
    ],
  },
  check(context) {
    const image = context.merged('image').value;
    const platform = context.merged('artifact.oci_platform').value;
    const reference = String(image?.value);
    if (!image || !platform || classifyImage(reference) === 'registry' || hasFlag(context.call, 'from-vm'))
      return;
    context.report({
      ...at(platform),
      message: `The local image ${shown(reference)} has one platform only, and \`pack create\` refuses to choose`,
      related: [{ ...at(image), message: 'the local image' }],
    });
  },
});
