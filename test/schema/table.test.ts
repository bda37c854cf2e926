/** The table that the rest of the toolkit asks. */
import { NEWEST_RELEASE } from '@smolfile/core';
import { expect, test } from 'vitest';
import {
  allKeys,
  COMMANDS,
  EVERY_KEY,
  flagHistory,
  flagsFor,
  keyAt,
  keyByPath,
  mergeFor,
  mergeText,
  schemaFor,
} from '../../packages/core/src/schema/index.ts';
import { BEYOND, PINNED, release } from '../harness/releases.ts';
import { validatorFor } from './validator-for.ts';

test.each([
  ['dev.ports', ['dev', 'ports']],
  ['secrets.*', ['secrets', 'DB']],
  ['secrets.*.from_env', ['secrets', 'a.b', 'from_env']],
  ['pack.cpus', ['pack', 'cpus']],
  ['network.credentials[].name', ['network', 'credentials', 0, 'name']],
  ['network.credentials[].name', ['network', 'credentials', 'name']],
  ['network.credentials[]', ['network', 'credentials', '3']],
  ['', []],
  [undefined, ['imge']],
  [undefined, ['image', 'tag']],
  [undefined, ['dev', 'image']],
  [undefined, ['toString']],
])('%s is found at %j', (path, parts) => {
  expect(keyAt(parts)?.path).toBe(path);
});

test('paths lead back to their keys', () => {
  const paths = Array.from(allKeys(EVERY_KEY), (key) => key.path);
  expect(paths.map((path) => keyByPath(path)?.path)).toEqual(paths);
  expect(keyByPath('nothing')).toBeUndefined();
});

test('an alias section has the keys of the other one, and is not older than itself', () => {
  expect(keyAt(['pack', 'oci_platform'])).toMatchObject({ feeds: 'artifact.oci_platform' });
  expect(keyAt(['pack', 'oci_platform'])).not.toHaveProperty('since');
  expect(keyAt(['branch', 'pool_size'])).toMatchObject({
    feeds: 'fork.pool_size',
    since: '1.14.0',
    integer: 'u32',
  });
  expect(keyAt(['pack', 'oci_platform'])?.merge).toBeUndefined();
});

test('a version knows its keys only', () => {
  const names = (version: string): string[] => schemaFor(release(version)).children!.map((key) => key.name);
  expect(names('1.2.0')).toHaveLength(24);
  expect(names('1.9.3')).toHaveLength(29);
  const newest = EVERY_KEY.children!.filter(({ absent }) => !absent).map(({ name }) => name);
  expect(names(NEWEST_RELEASE.version)).toEqual(newest);
  expect(names(BEYOND.version)).toEqual(newest);
  expect(schemaFor(PINNED).children!.find((key) => key.name === 'network')!.children).toHaveLength(2);
});

test('merge layers that a version does not have are left out', () => {
  const merge = (path: string, version: string, command: 'create' | 'run' = 'create') =>
    mergeFor(keyByPath(path, release(version))!, command, release(version));
  const layers = (path: string, version: string) => merge(path, version)?.layers;
  expect(layers('cuda', '1.3.2')).toEqual(['--cuda']);
  expect(layers('cuda', '1.4.3')).toEqual(['--cuda', 'cuda']);
  expect(layers('network.allow_hosts', '1.9.3')).toEqual(['network.allow_hosts', '--allow-host']);
  expect(layers('ports', '1.2.0')).toEqual([['dev.ports', 'ports'], '--port']);
  expect(merge('cpus', '1.14.1')?.strategy).toBe('override-unless-default');
  expect(merge('cpus', '1.14.2')?.strategy).toBe('override');
  expect(layers('stop_on_exit', '1.9.3')).toBeUndefined();
  expect(merge('health.exec', '1.9.3', 'run')).toBeUndefined();
});

test('a merge order in words', () => {
  const words = (path: string, command: 'create' | 'run' | 'pack'): string =>
    mergeText(keyByPath(path, PINNED)!.merge![command]!);
  expect(words('ports', 'create')).toBe('`dev.ports` (`ports` where it is empty), then `--port`');
  expect(words('cmd', 'run')).toBe('arguments on the command line, else `cmd`');
  expect(words('cpus', 'pack')).toBe(
    '`--cpus`, else `artifact.cpus`, else `cpus`; a flag that equals the default (4) counts as absent',
  );
});

test('flags know what they feed, and conflicts hold both ways', () => {
  const flag = (command: 'create' | 'run' | 'pack', long: string, at = PINNED) =>
    flagsFor(command, at).find((each) => each.long === long)!;
  expect(flag('create', 'mem').feeds).toEqual(['memory']);
  expect(flag('create', 'allow-host').feeds).toEqual(['network.allow_hosts', 'network.allow_cidrs']);
  expect(flag('run', 'oci-platform').feeds).toEqual([]);
  expect(flag('pack', 'oci-platform').feeds).toEqual(['artifact.oci_platform']);
  // Vector 2133: the merged parameters of a run do not have it; it acts when the machine boots.
  expect(flag('run', 'ssh-agent')).toMatchObject({
    feeds: [],
    implies: [{ key: 'auth.ssh_agent', stage: 'launch' }],
  });
  expect(flag('create', 'ssh-agent')).toMatchObject({ feeds: ['auth.ssh_agent'], implies: [] });
  expect(flag('run', 'secret-env').conflicts).toEqual(['from']);
  expect(flag('create', 'secret-env').conflicts).toEqual([]);
  expect(flag('pack', 'image').requiredUnless).toEqual(['from-vm', 'smolfile']);
  expect(flag('create', 'volume', release('1.9.2')).value).toBe('HOST:GUEST[:ro]');
  expect(flag('create', 'volume').value).toBe('HOST|REMOTE:GUEST[:ro]');
  expect(flag('run', 'volume').value).toBe('HOST:CONTAINER[:ro]');
  expect(flag('pack', 'smolfile').aliases).toEqual(['s']);
  expect(flagHistory('cuda')).toEqual({ create: { since: '1.3.2' }, run: { since: '1.3.2' } });
});

test('commands say where trailing arguments may stand', () => {
  expect(Object.values(COMMANDS).map(({ name, argv, trailing }) => [name, argv.join(' '), trailing])).toEqual(
    [
      ['create', 'machine create', 'after-separator'],
      ['run', 'machine run', 'from-first-positional'],
      ['pack', 'pack create', 'none'],
    ],
  );
});

test.each([
  [{ storage: 2 ** 63 }, []],
  [{ storage: -1 }, ['/storage minimum']],
  [{ storage: 2 ** 64 }, ['/storage maximum']],
  [{ cpus: 256, memory: 4294967296 }, ['/cpus maximum', '/memory maximum']],
  [
    { cpus: Number.NaN, image: Number.NaN, net: Number.NaN, env: [Number.NaN], dev: Number.NaN },
    ['/image type', '/env/0 type', '/cpus type', '/net type', '/dev type'],
  ],
  [{ secrets: { 'a/b': { from_store: 'x' } } }, ['/secrets/a~1b additionalProperties']],
  [{ pack: { cpus: '2' }, fork: { pool_size: 1.5 } }, ['/pack/cpus type', '/fork/pool_size type']],
])('the validator finds every error of %j', (data, expected) => {
  const validate = validatorFor(NEWEST_RELEASE);
  validate(data);
  expect((validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual(
    expected,
  );
});
