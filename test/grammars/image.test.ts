import { describe, expect, test } from 'vitest';
import {
  checkImageReference,
  classifyImage,
  isLikelyImageReference,
  looksLikeDockerfileName,
  normalizeImage,
  parsePersistedImage,
  registryHosts,
} from '../../packages/core/src/grammars/index.ts';
import { PINNED } from '../harness/releases.ts';

test.each([
  ['-', 'stdin'],
  ['./x.tar', 'local-archive'],
  ['img.tgz', 'local-archive'],
  ['x.tar.gz', 'local-archive'],
  ['/srv/rootfs', 'local-path'],
  ['./rootfs', 'local-path'],
  ['../rootfs', 'local-path'],
  ['alpine', 'registry'],
  ['img/', 'registry'],
  ['x.TAR', 'registry'],
  ['file.tar.gz:latest', 'registry'],
  ['.hidden', 'registry'],
  ['', 'registry'],
])('%j is %s', (ref, kind) => {
  expect(classifyImage(ref)).toBe(kind);
});

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['alpine', 'docker.io/library/alpine:latest'],
  ['alpine:3.20', 'docker.io/library/alpine:3.20'],
  ['docker.io/alpine:3.20', 'docker.io/library/alpine:3.20'],
  ['index.docker.io/library/alpine', 'docker.io/library/alpine:latest'],
  ['me/mine:v2', 'docker.io/me/mine:v2'],
  ['localhost/x', 'docker.io/localhost/x:latest'],
  ['localhost:5000/x:dev', 'localhost:5000/x:dev'],
  ['ghcr.io/owner/repo', 'ghcr.io/owner/repo:latest'],
  [`alpine:3.20@${digest}`, `docker.io/library/alpine@${digest}`],
])('%j is cached as %s', (ref, text) => {
  expect(normalizeImage(ref).text).toBe(text);
});

test('the registry hosts a pull needs', () => {
  expect(registryHosts('alpine')).toEqual(['docker.io', 'docker.com']);
  expect(registryHosts('ghcr.io/a/b@sha256:1')).toEqual(['ghcr.io', 'githubusercontent.com']);
  expect(registryHosts('ghcr.io/a/b', PINNED)).toEqual(['ghcr.io']);
  expect(registryHosts('localhost:5000/x')).toEqual(['localhost']);
});

describe('the guest on registry references', () => {
  test.each([
    ['', 'image reference cannot be empty'],
    ['é'.repeat(257), 'image reference too long: 514 bytes (max: 512)'],
    ['a;b$c', "image reference contains forbidden character: '$'"],
    ['a\nb', "image reference contains forbidden character: '\\n'"],
    ['a\0b', "image reference contains forbidden character: '\\0'"],
    ['a/../b', 'image reference contains suspicious path traversal'],
    ['a b', 'image reference contains invalid characters'],
    ['é', 'image reference contains invalid characters'],
    ['./x.tar', 'image reference must start with alphanumeric character'],
    ['alpine:', 'image reference must end with alphanumeric character'],
  ])('%j', (ref, text) => {
    expect(checkImageReference(ref)).toMatchObject({
      ok: false,
      problem: { smolvm: `invalid image reference '${ref}': ${text}` },
    });
  });

  test.each(['alpine', 'UPPER/Case', `ghcr.io/a/b@${digest}`, 'a..b', 'a'.repeat(512)])(
    '%j passes',
    (ref) => {
      expect(checkImageReference(ref).ok).toBe(true);
    },
  );

  test('what to write instead', () => {
    expect(checkImageReference(' alpine ')).toMatchObject({
      problem: { suggestion: 'alpine', certain: true },
    });
    expect(checkImageReference('alpine:')).toMatchObject({
      problem: { suggestion: 'alpine', certain: false },
    });
  });
});

test.each([
  ['ubuntu:22.04', true],
  ['me/mine', true],
  ['http://x', true],
  ['alpine', false],
  ['/bin/sh', false],
  ['./x', false],
  ['../x', false],
  ['ls', false],
])('as the first argument of run, %j looks like an image: %s', (word, likely) => {
  expect(isLikelyImageReference(word)).toBe(likely);
});

test.each([
  ['Dockerfile', true],
  ['./a/DOCKERFILE', true],
  ['x.Dockerfile', true],
  ['Containerfile', true],
  ['a.containerfile', true],
  ['Dockerfile.dev', false],
  ['dockerfile/', false],
  ['x.tar', false],
  ['mydockerfile', false],
])('%j is a Dockerfile by its name: %s', (path, is) => {
  expect(looksLikeDockerfileName(path)).toBe(is);
});

test('local images as a record has them', () => {
  expect(parsePersistedImage('local:abc')).toEqual({ kind: 'archive', sha256: 'abc' });
  expect(parsePersistedImage('local-dir:/srv/x')).toEqual({ kind: 'directory', path: '/srv/x' });
  expect(parsePersistedImage('alpine')).toBeUndefined();
});
