/**
 * Looks for texts that break the toolkit, for as long as it is told to: `pnpm fuzz --seconds 600 --seed 1`. What it
 * finds is made as small as possible and printed with the seed that finds it again. Exits with 1 if there is any.
 */
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { mutated } from '../toml/mutation.ts';
import { seeds } from './corpus.ts';
import { damagedDocument, generatedDocument, silencingDocument } from './documents.ts';
import { superlinear } from './growth.ts';
import { broken } from './invariants.ts';
import { badAnswers, startServer } from './server.ts';

const BATCH = 50;
/** Of these the language server is asked everything, which takes longer. */
const ASKED = 20;
/** Milliseconds for one text of a few lines with everything that is done to it, about thirty lints: a hang. */
const TOO_LONG = 5000;

const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
const seconds = Number(values.seconds ?? 60);
const firstSeed = Number(values.seed ?? Date.now() % 1_000_000_000);

const sources: readonly { readonly name: string; readonly texts: fc.Arbitrary<string> }[] = [
  { name: 'generated', texts: generatedDocument },
  { name: 'damaged', texts: damagedDocument },
  { name: 'mutated', texts: mutated(seeds) },
  { name: 'silencing', texts: silencingDocument },
];
const counts = new Map<string, number>();
const findings = new Map<string, { readonly seed: number; readonly from: string; readonly text: string }>();
let characters = 0;

/** What is wrong with a text; the numbers in it are left out, so that one mistake is one finding. */
function problemOf(text: string): string | undefined {
  const start = performance.now();
  let problems: string[];
  try {
    problems = broken(text);
  } catch (error) {
    const { stack = '', message } = error as Error;
    problems = [`throws ${message.slice(0, 80)} ${/\((\S+):\d+:\d+\)/.exec(stack)?.[1] ?? ''}`];
  }
  if (performance.now() - start > TOO_LONG) problems.push('takes too long');
  return problems[0]?.replaceAll(/\d+/g, 'N');
}

function runBatch(seed: number, name: string, texts: fc.Arbitrary<string>): void {
  const property = fc.property(texts, (text) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    characters += text.length;
    const problem = problemOf(text);
    if (problem !== undefined && !findings.has(problem)) throw new Error(problem);
  });
  const { counterexample, errorInstance } = fc.check(property, { seed, numRuns: BATCH });
  const [text] = counterexample ?? [];
  if (text !== undefined)
    report(errorInstance instanceof Error ? errorInstance.message : '', seed, name, text);
}

const wire = await startServer();

/** Of a source of texts that the server is asked about; what throws there is an answer, too. */
async function askBatch(seed: number, name: string, texts: fc.Arbitrary<string>): Promise<void> {
  const property = fc.asyncProperty(texts, fc.nat(), async (text, place) => {
    counts.set('asked', (counts.get('asked') ?? 0) + 1);
    characters += text.length;
    const start = performance.now();
    const problems = await badAnswers(wire, text, place);
    if (performance.now() - start > TOO_LONG) problems.push('takes too long');
    const problem = problems[0]?.replaceAll(/\d+/g, 'N');
    if (problem !== undefined && !findings.has(problem)) throw new Error(problem);
  });
  const { counterexample, errorInstance } = await fc.check(property, { seed, numRuns: ASKED });
  const [text, place] = counterexample ?? [];
  if (text !== undefined)
    report(
      errorInstance instanceof Error ? errorInstance.message : '',
      seed,
      `${name}, place ${place}`,
      text,
    );
}

function report(problem: string, seed: number, from: string, text: string): void {
  findings.set(problem, { seed, from, text });
  console.log(`\n${problem}\n  seed ${seed}, ${from}: ${JSON.stringify(text)}`);
}

const start = performance.now();
let seed = firstSeed;
for (; performance.now() - start < seconds * 1000; seed++) {
  for (const { name, texts } of sources) runBatch(seed, name, texts);
  const { name, texts } = sources[seed % sources.length]!;
  // one after the other: what takes too long is to be seen
  // oxlint-disable-next-line no-await-in-loop
  await askBatch(seed, name, texts);
  const [text = ''] = fc.sample(seed % 2 === 0 ? damagedDocument : mutated(seeds), { seed, numRuns: 1 });
  counts.set('repeated', (counts.get('repeated') ?? 0) + 1);
  for (const problem of superlinear(text)) report(problem, seed, 'repeated', text);
}
const elapsed = ((performance.now() - start) / 1000).toFixed(0);
const tried = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
console.log(
  `\n${tried}: ${(characters / 1e6).toFixed(1)} million characters in ${elapsed} s, seeds ${firstSeed} to ${seed - 1}; ${findings.size} findings`,
);
if (findings.size > 0) process.exitCode = 1;
