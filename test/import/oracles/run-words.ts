import * as fc from 'fast-check';

const text = fc.constantFrom('a', 'b c', "it's", '"q"', '\\', '$X', '-x', 'é', '=', '#', '*', '~');
const flag = fc.oneof(
  fc
    .tuple(fc.constantFrom('-e', '--env'), fc.constantFrom('MODE', 'A_B', 'x1'), text)
    .map(([name, key, value]) => [name, `${key}=${value}`]),
  fc.tuple(fc.constantFrom('MODE', 'LEVEL'), text).map(([key, value]) => [`--env=${key}=${value}`]),
  fc
    .tuple(fc.integer({ min: 2000, max: 2100 }), fc.constantFrom('80', '81/tcp', '90-92'))
    .map(([port, guest]) => [
      '-p',
      guest === '90-92' ? `${port * 10}-${port * 10 + 2}:${guest}` : `127.0.0.1:${port * 10}:${guest}`,
    ]),
  fc.constantFrom(['-v', '/abs/x:/a'], ['--volume=/abs/y:/b:ro'], ['-v/abs/z:/c:z,ro']),
  fc.constantFrom(['-m', '512m'], ['--memory=1.5g'], ['-m1073741824'], ['--cpus', '2'], ['--cpus=1.5']),
  fc.constantFrom(
    ['-w', '/srv'],
    ['-u', '1000:1000'],
    ['--restart', 'on-failure:3'],
    ['--restart=always'],
    ['-itd'],
    ['-it', '--rm=false'],
    ['--name=x'],
    ['--init'],
    ['--label', 'a=b'],
    ['-h', 'host'],
    ['--net', 'bridge'],
  ),
  fc.constantFrom(['--entrypoint', 'bash'], ['--entrypoint=/a b']),
);

/** Words after `docker run`. */
export const runWords: fc.Arbitrary<string[]> = fc
  .record({
    flags: fc.array(flag, { maxLength: 7 }),
    end: fc.constantFrom([], ['--']),
    command: fc.array(text, { maxLength: 3 }),
  })
  .map(({ flags, end, command }) => [
    ...flags.flat(),
    ...end,
    'example/app:1',
    ...(command.length > 0 ? ['run', ...command] : []),
  ]);
