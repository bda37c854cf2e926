import type { Suggestion, Suggestions } from './item.ts';

/** Images that machines are often made of, with tags that are kept; nothing is asked of a registry. */
const IMAGES: readonly (readonly [name: string, what: string, ...tags: readonly string[]])[] = [
  ['alpine', 'Alpine Linux', '3.20', '3.21', '3.22'],
  ['debian', 'Debian', 'bookworm-slim', 'trixie-slim'],
  ['ubuntu', 'Ubuntu', '24.04', '22.04'],
  ['fedora', 'Fedora', '42', '41'],
  ['busybox', 'BusyBox', '1.37'],
  ['python', 'Python', '3.12-slim', '3.13-slim', '3.12-alpine'],
  ['node', 'Node.js', '22-slim', '24-slim', '22-alpine'],
  ['golang', 'Go', '1.24', '1.24-alpine'],
  ['rust', 'Rust', '1-slim', '1-alpine'],
  ['ruby', 'Ruby', '3.4-slim', '3.4-alpine'],
  ['php', 'PHP', '8.4-cli', '8.4-apache'],
  ['eclipse-temurin', 'Java', '21-jre', '21-jdk'],
  ['nginx', 'Web server', '1.28-alpine', 'stable'],
  ['caddy', 'Web server', '2-alpine'],
  ['postgres', 'PostgreSQL', '17-alpine', '16-alpine'],
  ['mysql', 'MySQL', '8.4'],
  ['redis', 'Redis', '7-alpine', '8-alpine'],
  ['mongo', 'MongoDB', '8', '7'],
];

/** Images by name, and once that stands, by tag. */
export function imageSuggestions(content: string, cursor: number): Suggestions {
  const colon = content.lastIndexOf(':');
  const name = /^(?:docker\.io\/)?(?:library\/)?([a-z0-9-]+)$/.exec(
    content.slice(0, Math.max(colon, 0)),
  )?.[1];
  const image = IMAGES.find(([known]) => known === name);
  if (image && cursor > colon) {
    const [, detail, ...tags] = image;
    return {
      part: { from: colon + 1, to: content.length },
      suggestions: tags.map((text): Suggestion => ({ text, detail, kind: 'reference' })),
    };
  }
  if (/[/:]/.test(content.slice(0, cursor))) return { suggestions: [] };
  return {
    suggestions: IMAGES.map(([known, detail, tag]) => ({
      text: `${known}:${tag}`,
      detail,
      kind: 'reference',
    })),
  };
}
