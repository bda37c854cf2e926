import { element } from '@smolfile/preview';
import broken from '../../../test/fixtures/demo/broken.smolfile';

/** What a new Smolfile can begin with. */
export interface Example {
  readonly name: string;
  readonly summary: string;
  readonly text: string;
}

/**
 * Fills the list of examples: the templates of `smolfile init`, and the two files of the toolkit's own demonstration.
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
