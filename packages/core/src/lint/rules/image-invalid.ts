import { checkImageReference, classifyImage, parsePersistedImage } from '../../grammars/index.ts';
import { at, partOf } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-invalid',
  summary: 'An image reference that no machine can pull',
  why: 'smolvm takes any text for an image when a machine is created; the agent inside the machine then refuses what is no image reference, when it should pull it.',
  help: 'Write `name`, `name:tag` or `registry/name:tag`, for example `docker.io/library/alpine:3.20`.',
  evidence: 'facts 4.3, 5 rows 52 and 53; crates/smolvm-agent/src/oci.rs:648-714',
  since: '0.1.0',
  severity: 'error',
  stage: 'launch',
  examples: {
    invalid: [
      { toml: 'image = "" # error: image-invalid\nnet = true\n' },
      { toml: 'image = "my image" # error: image-invalid\nnet = true\n' },
      { toml: 'image = "https://ghcr.io/acme/api?tag=1" # error: image-invalid\nnet = true\n' },
    ],
    valid: [
      { toml: 'image = "ghcr.io/acme/api:1.2"\nnet = true\n' },
      {
        toml: 'image = "./image.tar"\ncmd = ["true"]\n',
        command: 'run',
        note: 'A local image has no such rules.',
      },
    ],
  },
  check(context) {
    const image = context.merged('image').value;
    const reference = String(image?.value);
    // `machine run` resolves a local image; that the other commands pull it is another matter
    if (!image || parsePersistedImage(reference) || classifyImage(reference) !== 'registry') return;
    const parsed = checkImageReference(reference);
    if (parsed.ok) return;
    const { message, help, from, to } = parsed.problem;
    context.report({ ...at(image), range: partOf(context, image, from, to), message, help });
  },
});
