import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutated } from '../toml/mutation.ts';
import { seeds } from './corpus.ts';
import { damagedDocument, generatedDocument, silencingDocument } from './documents.ts';
import { broken } from './invariants.ts';
import { announced, badAnswers, REQUESTS, startServer } from './server.ts';

const wire = await startServer();

test('everything that the server announces is asked for here, and nothing else', () => {
  expect(announced(wire.capabilities).toSorted()).toEqual(Object.keys(REQUESTS).toSorted());
});

test('a rule is explained in a message to a client that opens no pages', async () => {
  const said = new Promise((resolve) => wire.client.onNotification('window/showMessage', resolve));
  const asked = { command: 'smolfile.explainRule', arguments: ['unknown-key'] };
  await wire.client.sendRequest('workspace/executeCommand', asked);
  expect(await said).toMatchObject({ type: 3, message: expect.stringContaining('/unknown-key') as string });
});

test.each([
  ['generated', generatedDocument],
  ['damaged', damagedDocument],
  ['silencing', silencingDocument],
  ['mutated', mutated(seeds)],
])('the server answers anything about %s documents, and only with places in them', async (_, documents) => {
  await fc.assert(
    fc.asyncProperty(documents, fc.nat(), async (text, seed) => {
      expect(await badAnswers(wire, text, seed), JSON.stringify(text)).toEqual([]);
    }),
    { seed: 20_261_123, numRuns: 40 },
  );
});

test.each([
  ['generated', generatedDocument],
  ['damaged', damagedDocument],
  ['silencing', silencingDocument],
  ['mutated', mutated(seeds)],
])('what must hold for any text holds for %s documents', (_, documents) => {
  fc.assert(
    fc.property(documents, (text) => {
      expect(broken(text), JSON.stringify(text)).toEqual([]);
    }),
    { seed: 20_261_123, numRuns: 60 },
  );
});
