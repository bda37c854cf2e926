import type { KeyPlace } from '../place.ts';
import type { Asked } from './asked.ts';
import { plainOf, snippetOf, type CompletionItem } from './item.ts';

/** Whole files to start from. */
const STARTS = [
  {
    label: 'Smolfile: a service',
    detail: 'An image, its command, a port and a folder',
    text: `image = "‹1:python:3.12-slim›"
cmd = ["‹2:python›", "‹3:app.py›"]
workdir = "‹4:/app›"
cpus = ‹5:2›
memory = ‹6:1024›
net = true

[dev]
volumes = ["‹7:.›:‹4:/app›"]
ports = ["‹8:8000›:‹9:8000›"]
`,
  },
  {
    label: 'Smolfile: a sandbox',
    detail: 'A bare machine that reaches a few hosts and nothing else',
    text: `cpus = ‹1:2›
memory = ‹2:2048›

[dev]
init = ["‹3:apk add --no-cache git›"]
volumes = ["‹4:.›:‹5:/workspace›"]

[network]
allow_hosts = ["‹6:github.com›", "‹7:dl-cdn.alpinelinux.org›"]
`,
  },
] as const;

/** What a file that has nothing yet can start with. */
export function documentItems(place: KeyPlace, { document }: Asked): CompletionItem[] {
  const { body, headers } = document.toml;
  const typed = body.length === 0 || (body.length === 1 && body[0]!.start === place.range.start);
  if (place.where !== 'statement' || place.dotted > 0 || headers.length > 0 || !typed) return [];
  return STARTS.map(({ label, detail, text }, index) => ({
    label,
    kind: 'snippet',
    detail,
    range: place.range,
    text: plainOf(text),
    snippet: `${snippetOf(text)}$0`,
    filter: 'Smolfile',
    rank: 2000 + index,
  }));
}
