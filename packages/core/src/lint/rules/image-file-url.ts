import { shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { opensLocalImage } from '../images.ts';
import { defineRule } from '../rule.ts';

const PREFIX = 'file://';

export default defineRule({
  code: 'image-file-url',
  summary: 'A local image written as a `file://` address',
  why: 'smolvm takes a local image by its path. It refuses `file://` since 1.14.2; before, it takes the address for the name of an image in a registry.',
  help: 'Write the path itself, such as `./image.tar`.',
  evidence: 'values 23',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'image',
  during: 'file-url-refused',
  fixable: 'unsafe',
  examples: {
    invalid: [{ toml: 'image = "file:///images/app.tar" # error: image-file-url\n' }],
    valid: [{ toml: 'image = "/images/app.tar"\n' }, { toml: 'image = "FILE:///app"\n' }],
  },
  check(context) {
    const image = context.merged('image').value;
    const reference = String(image?.value);
    if (!image || !reference.startsWith(PREFIX) || !opensLocalImage(context, image)) return;
    const path = reference.slice(PREFIX.length);
    const { start, end } = image.range;
    const isPlain = !image.source && /^[\w./-]+$/.test(path);
    context.report({
      ...at(image),
      message: `${shown(reference)} is an address, and smolvm wants the path of the image`,
      ...(isPlain && {
        fix: {
          title: `Write \`${path}\``,
          safe: false,
          edits: [{ range: { start, end }, text: `"${path}"` }],
        },
      }),
    });
  },
});
