import { element } from '@smolfile/preview';
import { good } from '../../../schemas/examples.json';
import broken from '../../../test/fixtures/demo/broken.smolfile';

/** What a new Smolfile can begin with. */
export interface Example {
  readonly name: string;
  readonly summary: string;
  readonly text: string;
}

/** What people write, a file of each kind; the same that the schemas are tested with. */
const KINDS: readonly Example[] = [
  { name: 'service', summary: 'A server with ports, health checks and restarts', text: good['web-service'] },
  {
    name: 'sandbox',
    summary: 'An agent that reaches few hosts, with a token it never sees',
    text: good['agent-sandbox'],
  },
  { name: 'secrets', summary: 'From variables, files and the keychain of the host', text: good.secrets },
  { name: 'volumes', summary: 'Folders, copies, disks and buckets', text: good.volumes },
  { name: 'pool', summary: 'Branches of a machine that share a GPU', text: good['gpu-pool'] },
  { name: 'pack', summary: 'A program to ship, for another platform', text: good.pack },
];

/**
 * Fills the list of examples: the files of the toolkit's own demonstration, the templates of `smolfile init`, and a
 * file of each kind that people write.
 *
 * @param take told the text of the one that somebody picks.
 */
export function offerExamples(
  list: HTMLSelectElement,
  templates: readonly Example[],
  demo: string,
  take: (text: string) => void,
): void {
  const examples: readonly Example[] = [
    { name: 'demo', summary: 'Most of what a Smolfile has', text: demo },
    { name: 'broken', summary: 'Four mistakes', text: broken },
    ...templates,
    ...KINDS,
  ];
  list.append(
    ...examples.map(({ name, summary }) => element('option', { value: name }, `${name}: ${summary}`)),
  );
  list.addEventListener('change', () => {
    const chosen = examples.find(({ name }) => name === list.value);
    list.value = '';
    if (chosen) take(chosen.text);
  });
}
