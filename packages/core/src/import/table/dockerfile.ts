import { rowsOf, type Row } from './types.ts';

/** What becomes of the instructions of a Dockerfile (import 3). */
export const DOCKERFILE: readonly Row[] = rowsOf([
  [
    'FROM',
    'kc',
    'image',
    'A stage that only adds settings needs no build: its base is the image. One with RUN, COPY or ADD must be built: `docker build`, `docker save`, and the archive is the image.',
  ],
  [
    'FROM --platform',
    'd',
    '',
    'smolvm boots the platform of the host; `machine run --oci-platform`, or `oci_platform` under `[artifact]`, asks for another.',
  ],
  [
    'ARG',
    'kd',
    '',
    'Its value is put where it is used; nothing of it is left in the image, nor in the machine.',
  ],
  ['ENV', 'kcd', 'env secrets', 'smolvm substitutes nothing, so the values stand as Docker works them out.'],
  ['WORKDIR', 'kcd', 'workdir', 'Each is taken from the one before it; smolvm wants the path whole.'],
  ['USER', 'kd', 'user', 'The workload runs as this user; `init` always as root.'],
  [
    'RUN',
    'dc',
    'dev.init',
    'It is done when the image is built: once, and not at every start. `--init` puts it under `[dev]` instead, to be run as root when the machine first starts.',
  ],
  [
    'COPY',
    'dc',
    'dev.volumes',
    'It is done when the image is built. A mount under `[dev]` shows the folder of the host itself: live, written back, with its own owner, and without `.dockerignore`.',
  ],
  [
    'ADD',
    'dc',
    'dev.volumes',
    'It is done when the image is built. A mount under `[dev]` shows the folder of the host itself; nothing is unpacked or fetched.',
  ],
  [
    'EXPOSE',
    'cd',
    'dev.ports',
    'In Docker it publishes nothing by itself; smolvm opens the port on this computer only (127.0.0.1 and ::1).',
  ],
  [
    'VOLUME',
    'cd',
    'dev.volumes',
    'Docker fills the volume from the image; the disk volume of a machine is empty at first. Where the release has none, the machine’s own disk keeps what is written.',
  ],
  [
    'HEALTHCHECK',
    'cd',
    'health',
    'smolvm runs the check outside the image, without its programs, environment and user, and stops the machine when it fails too often; `smolvm machine monitor` must be running.',
  ],
  ['STOPSIGNAL', 'kd', 'stop_signal', 'The signal that asks the workload to end.'],
  [
    'ENTRYPOINT',
    'kc',
    'entrypoint',
    'What is written in a Smolfile replaces the image’s ENTRYPOINT and CMD, both; so both are written.',
  ],
  [
    'CMD',
    'kcd',
    'cmd',
    'What is written in a Smolfile replaces the image’s ENTRYPOINT and CMD, both; so both are written.',
  ],
  [
    'SHELL',
    'kd',
    '',
    'It decides how the shell form of RUN, CMD, ENTRYPOINT and HEALTHCHECK is run, and has gone into those.',
  ],
  ['ONBUILD', 'd', '', 'It acts only in images that are built on this one.'],
  ['LABEL', 'd', '', 'A Smolfile has no labels; `smolvm machine create --label` gives a machine some.'],
  ['MAINTAINER', 'd', '', 'A Smolfile names nobody; a comment can.'],
  ['stage', 'd', '', 'This stage only serves to build another one.'],
  ['unknown', 'd', '', 'Docker has no such instruction.'],
]);
