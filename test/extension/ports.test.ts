import { parseSmolfile, RELEASES } from '@smolfile/core';
import { expect, test } from 'vitest';
import { webPorts } from '../../extension/src/smolvm/ports.ts';
import { resolveDocument } from '../../packages/language-server/src/features/resolve.ts';

const NEWEST = RELEASES.at(-1)!.version;

/** The merged configuration, as the extension gets it. */
function configOf(ports: readonly string[], flags = ''): unknown {
  const document = parseSmolfile(
    `image = "a"\nnet = true\ncmd = ["x"]\n[dev]\nports = ${JSON.stringify(ports)}\n`,
  );
  const { json } = resolveDocument(document, { command: 'create', flags }, { installed: NEWEST }, 'Smolfile');
  expect(json).toMatchObject({ accepted: true });
  return (json as { config?: unknown }).config;
}

test('are those of the host, of TCP, each once', () => {
  expect(webPorts(configOf(['8080:80', '3000']))).toEqual([8080, 3000]);
  expect(webPorts(configOf(['8000-8002:9000-9002', '53:53/udp']))).toEqual([8000, 8001, 8002]);
  expect(webPorts(configOf(['8080:80'], '-p 9090:90'))).toEqual([8080, 9090]);
  expect(webPorts(configOf([]))).toEqual([]);
});

test('of what is no configuration there are none', () => {
  for (const config of [undefined, null, [], 'x', {}, { ports: 3 }, { ports: ['8080'] }])
    expect(webPorts(config)).toEqual([]);
});
