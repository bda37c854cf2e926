import { hasFlag } from '../../call/call.ts';
import {
  checkImageReference,
  classifyImage,
  normalizeImage,
  parsePersistedImage,
  shown,
} from '../../grammars/index.ts';
import type { RuleContext } from '../context.ts';
import { bakeOf } from '../bake.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-not-pinned',
  summary: 'An image whose version nobody wrote down',
  why: '`:latest`, and no tag at all, is another image every other month. Since 1.2.3 it is also the reverse: a foreground `machine run` bakes image and `init` once, by the name of the image, and never looks again whether the tag has moved.',
  help: 'Write the tag of a version, or a digest, for example `alpine:3.20`.',
  evidence: 'facts 2.5 (v1.2.3 init-layer cache), 4.3, 5 row 54; crates/smolvm-protocol/src/image_ref.rs',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  examples: {
    invalid: [
      { toml: 'image = "node:latest" # info: image-not-pinned\nnet = true\n' },
      {
        toml: 'image = "alpine" # info: image-not-pinned\nnet = true\ncmd = ["git", "version"]\n\n[dev]\ninit = ["apk add git"]\n',
        command: 'run',
        note: 'The bake keeps the Alpine of its day.',
      },
    ],
    valid: [
      { toml: 'image = "node:22"\nnet = true\n' },
      {
        toml: 'image = "alpine"\nnet = true\n',
        note: 'For a machine without `init`, a word on every image without a tag would be noise.',
      },
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "version"]\n\n[dev]\ninit = ["apk add git"]\n',
        command: 'run',
        flags: '--rebuild-init-cache',
      },
      {
        toml: 'image = "node@sha256:7e5a1d3c0e6a3a6f1c2b8a4d9f0e7c6b5a4938271605f4e3d2c1b0a99887766f"\nnet = true\n',
      },
    ],
  },
  check(context) {
    const image = context.merged('image').value;
    const reference = String(image?.value);
    if (!image || image.source || classifyImage(reference) !== 'registry' || parsePersistedImage(reference))
      return;
    if (!checkImageReference(reference).ok || normalizeImage(reference).tag !== 'latest') return;
    if (reference.endsWith(':latest')) {
      context.report({
        ...at(image),
        message: `${shown(reference)} is whatever is the latest when it is pulled`,
      });
    } else if (isBakedByName(context)) {
      context.report({
        ...at(image),
        message: `${shown(reference)} names no version: \`machine run\` bakes the latest of today together with \`init\`, and keeps it`,
        help: 'Write the tag of a version, for example `alpine:3.20`; to bake again, call it with `--rebuild-init-cache`.',
      });
    }
  },
});

/** Whether a foreground run keeps the image together with what `init` did; a bake that carries secrets fails. */
function isBakedByName(context: RuleContext): boolean {
  const { command, call, settings } = context;
  if (command !== 'run' || settings.secrets.length > 0 || !bakeOf(context)) return false;
  return !['rebuild-init-cache', 'oci-cache'].some((flag) => hasFlag(call, flag));
}
