import { isCredentialName } from '@smolfile/core';
import type { KeyPlace } from '../context.ts';
import type { Asked } from './index.ts';
import { plainOf, snippetOf, type CompletionItem } from './item.ts';
import { secretLine } from './sections.ts';

/** A name that a secret may have, and why. */
export interface NamedSecret {
  readonly name: string;
  readonly detail: string;
}

/**
 * Names for a secret that the file does not have yet: variables of the host that look like credentials. Names only:
 * nothing here has ever seen a value.
 */
export function secretNames({ document, target }: Asked): readonly NamedSecret[] {
  const taken = new Set(document.settings.secrets.map(({ name }) => name));
  const host = (target.variables?.() ?? [])
    .filter((name) => isCredentialName(name) && !taken.has(name))
    .map((name) => ({ name, detail: 'A variable of this host' }));
  return host.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** `NAME = { from_env = "NAME" }`, with the names that are likely. */
export function secretItems(place: KeyPlace, asked: Asked): CompletionItem[] {
  const { range, followedBy, where } = place;
  const named = secretNames(asked).map(({ name, detail }, rank): CompletionItem => ({
    label: name,
    kind: 'variable',
    detail,
    range,
    text: followedBy === 'nothing' ? `${name} = { from_env = "${name}" }` : name,
    rank,
  }));
  if (followedBy !== 'nothing' || place.dotted > 0) return named;
  const documents = asked.keyAt([...place.table, 'NAME'])!;
  const from = (label: string, text: string, rank: number): CompletionItem => ({
    label,
    kind: 'snippet',
    documents,
    range,
    text: plainOf(text),
    snippet: snippetOf(text),
    rank: 1000 + rank,
    // Any name may be typed, and is that of the new secret.
    filter: where === 'inline' ? label : 'NAME',
  });
  return [
    ...named,
    from('NAME = { from_env = … }', secretLine('NAME'), 0),
    from('NAME = { from_file = … }', '‹1:NAME› = { from_file = "‹2:/run/secrets/name›" }', 1),
  ];
}
