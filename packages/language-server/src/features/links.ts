import {
  classifyImage,
  normalizeImage,
  parseVolume,
  stringRange,
  type SmolfileDocument,
  type TextRange,
} from '@smolfile/core';
import { pathsOf } from './schema-paths.ts';
import { releaseOf, type Target } from './target.ts';

/** A part of the text that leads somewhere. */
export interface Link {
  readonly range: TextRange;
  readonly tooltip: string;
  /** A page of the web, or a path of the host as the file has it. */
  readonly leads: { readonly url: string } | { readonly path: string };
}

/** Images to their registry, and local archives, folders and files to where they are. */
export function links(document: SmolfileDocument, target: Target): Link[] {
  const { settings, toml } = document;
  const release = releaseOf(document, target);
  const exists = (path: string): boolean => {
    const kind = target.host?.inspect(path).kind;
    return kind === 'directory' || kind === 'file' || kind === 'other';
  };
  const file = (range: TextRange, path: string, tooltip: string): Link[] =>
    path !== '' && exists(path) ? [{ range, tooltip, leads: { path } }] : [];
  const image = settings.string('image');
  const content = (node: Parameters<typeof stringRange>[1], to: number) => stringRange(toml, node, 0, to);
  return [
    ...(image ? imageLinks(image.value, content(image.node, image.value.length)) : []),
    ...pathsOf('volume')
      .flatMap((path) => settings.strings(path) ?? [])
      .flatMap(({ value, node }) => {
        const parsed = parseVolume(value, release);
        if (!parsed.ok) return [];
        const { source } = parsed.value;
        return file(content(node, source.length), source, 'Open the folder');
      }),
    ...settings.secrets.flatMap(({ fromFile }) =>
      fromFile ? file(content(fromFile.node, fromFile.value.length), fromFile.value, 'Open the file') : [],
    ),
  ].toSorted((a, b) => a.range.start - b.range.start);

  function imageLinks(value: string, range: TextRange): Link[] {
    if (classifyImage(value) === 'stdin') return [];
    if (classifyImage(value) !== 'registry') return file(range, value, 'Open the image');
    const url = value === '' ? undefined : registryPage(value);
    return url === undefined ? [] : [{ range, tooltip: 'Open the page of the image', leads: { url } }];
  }
}

/** The page that a registry has for an image; undefined for registries that have none, or are not known. */
export function registryPage(reference: string): string | undefined {
  const { registry, repository, digest, tag } = normalizeImage(reference);
  if (!/^[a-z0-9._/-]+$/i.test(repository)) return undefined;
  switch (registry) {
    case 'docker.io': {
      const [owner, ...name] = repository.split('/');
      const page = owner === 'library' ? `_/${name.join('/')}` : `r/${repository}`;
      return `https://hub.docker.com/${page}${digest === undefined && tag !== undefined && tag !== 'latest' ? `/tags?name=${encodeURIComponent(tag.replaceAll(/\p{Cs}/gu, '\uFFFD'))}` : ''}`;
    }
    case 'ghcr.io':
    case 'gcr.io':
      return `https://${registry}/${repository}`;
    case 'quay.io':
      return `https://quay.io/repository/${repository}`;
    case 'mcr.microsoft.com':
      return `https://mcr.microsoft.com/artifact/mar/${repository}/about`;
    case 'public.ecr.aws':
      return `https://gallery.ecr.aws/${repository}`;
    case 'registry.gitlab.com':
      return `https://gitlab.com/${repository}/container_registry`;
    default:
      return undefined;
  }
}
