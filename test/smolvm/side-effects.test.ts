/** What rules say of smolvm and no record shows: what it does to the host, and what it leaves out of its requests. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describePrograms } from './describe-programs.ts';
import { smolvmCommand, type SmolvmCommand } from './program/command.ts';

describePrograms(['1.14.2', '1.32.2'], (release) => {
  const folder = mkdtempSync(join(tmpdir(), 'smolvm-effects-'));
  let smolvm: SmolvmCommand;
  beforeAll(async () => {
    smolvm = await smolvmCommand(release);
  });
  afterAll(async () => {
    await smolvm.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const call = (smolfile: string, ...args: readonly string[]): void => {
    writeFileSync(join(folder, 'Smolfile'), smolfile);
    execFileSync(join(smolvm.folder, 'smolvm'), args, { cwd: folder, stdio: 'pipe', timeout: 60_000 });
  };
  const requestOf = (machine: string): unknown =>
    smolvm
      .requests()
      .findLast(({ vm, request }) => vm === machine && /^(?:run|vm_exec)$/.test(request?.method ?? ''))
      ?.request;

  test('a staged folder becomes what the copy is, which the stand-in guest hands back empty', () => {
    mkdirSync(join(folder, 'src'), { recursive: true });
    writeFileSync(join(folder, 'src/keep.txt'), 'x');
    const smolfile = 'image = "alpine"\nnet = true\ncmd = ["x"]\nvolumes = ["./src:/app:staged"]\n';
    call(smolfile, 'machine', 'run', '-s', 'Smolfile');
    expect(readdirSync(join(folder, 'src'))).toEqual([]);
  });

  test('a user reaches the command of an image, and that of a bare machine never', () => {
    call('cmd = ["x"]\nuser = "5"\n', 'machine', 'create', '--name', 'bare', '-s', 'Smolfile');
    call('', 'machine', 'start', '--name', 'bare');
    expect(requestOf('bare')).toMatchObject({ method: 'vm_exec', command: ['x'] });
    expect(requestOf('bare')).not.toHaveProperty('user');
  });

  test.skipIf(release === '1.14.2')('stop settings reach the command of an image alone', () => {
    const settings = 'stop_on_exit = true\nstop_signal = "SIGINT"\nstop_timeout = 5\n';
    const start = (name: string, smolfile: string): unknown => {
      call(smolfile, 'machine', 'create', '--name', name, '-s', 'Smolfile');
      call(smolfile, 'machine', 'start', '--name', name);
      return requestOf(name);
    };
    expect(start('image', `image = "alpine"\nnet = true\ncmd = ["x"]\n${settings}`)).toMatchObject({
      stop_vm_on_exit: true,
      stop_signal: 'SIGINT',
      stop_timeout_secs: 5,
    });
    const bare = start('stops', `cmd = ["x"]\n${settings}`) as object;
    expect(Object.keys(bare).filter((name) => name.startsWith('stop'))).toEqual([]);
  });
});
