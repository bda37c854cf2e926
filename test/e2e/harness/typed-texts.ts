/**
 * Texts as a person types them, key by key, for the suite in the editor and for what the server may offer meanwhile.
 *
 * `keys` is what is typed, `⏎` for Enter, `↓` for the key that goes down to where the editor has put the closing
 * bracket already. `text` is what must be there in the end; left out where it is what was typed.
 */
export interface TypedText {
  readonly name: string;
  readonly keys: string;
  readonly text?: string;
}

export const TYPED_TEXTS: readonly TypedText[] = [
  { name: 'a comment of one sign', keys: '#⏎' },
  { name: 'a comment', keys: '# A small web server⏎' },
  { name: 'a comment that starts as a directive does', keys: '# smart choice⏎' },
  { name: 'a comment of one letter', keys: '# s⏎' },
  { name: 'an empty comment between others', keys: '# One⏎#⏎# Two⏎' },
  { name: 'a pin', keys: '# smolfile: smolvm = "1.9.3"⏎' },
  { name: 'a suppression', keys: 'cpus = 99 # smolfile-ignore cpus-above-limit⏎' },
  { name: 'a comment behind a value', keys: 'net = true # for apk⏎' },
  { name: 'a number', keys: 'cpus = 2⏎memory = 512⏎' },
  { name: 'a number that others begin with', keys: 'memory = 2⏎' },
  { name: 'a number with an underscore', keys: 'memory = 1_024⏎' },
  { name: 'a number of one digit', keys: 'storage = 1⏎overlay = 2⏎' },
  { name: 'true', keys: 'net = true⏎' },
  { name: 'false', keys: 'net = false⏎' },
  { name: 'a value without spaces', keys: 'cpus=2⏎net=true⏎' },
  { name: 'an image', keys: 'image = "alpine:3.20"⏎' },
  { name: 'an image without a tag', keys: 'image = "alpine"⏎' },
  { name: 'an image with a tag that is not known', keys: 'image = "python:3.1"⏎' },
  { name: 'an image of a registry', keys: 'image = "ghcr.io/acme/web:1"⏎' },
  { name: 'a literal string', keys: "workdir = '/app'⏎" },
  { name: 'an empty string', keys: 'workdir = ""⏎' },
  { name: 'a folder', keys: 'workdir = "/srv"⏎' },
  { name: 'a command', keys: 'cmd = ["python", "app.py"]⏎' },
  { name: 'an entrypoint', keys: 'entrypoint = ["/usr/bin/env"]⏎' },
  { name: 'an empty list', keys: 'cmd = []⏎' },
  {
    name: 'init over several lines',
    keys: 'init = [⏎"apk add curl",⏎"echo done",↓⏎',
    text: 'init = [\n  "apk add curl",\n  "echo done",\n]\n',
  },
  {
    name: 'hosts over several lines',
    keys: '[network]⏎allow_hosts = [⏎"pypi.org",⏎"example.com"↓⏎',
    text: '[network]\nallow_hosts = [\n  "pypi.org",\n  "example.com"\n]\n',
  },
  {
    name: 'networks over several lines',
    keys: '[network]⏎allow_cidrs = [⏎"10.0.0.0/8"↓⏎',
    text: '[network]\nallow_cidrs = [\n  "10.0.0.0/8"\n]\n',
  },
  {
    name: 'variables over several lines',
    keys: 'env = [⏎"A=1",⏎"B=two"↓⏎',
    text: 'env = [\n  "A=1",\n  "B=two"\n]\n',
  },
  {
    name: 'volumes over several lines',
    keys: '[dev]⏎volumes = [⏎"./src:/app",⏎"./data:/data:ro"↓⏎',
    text: '[dev]\nvolumes = [\n  "./src:/app",\n  "./data:/data:ro"\n]\n',
  },
  {
    name: 'ports over several lines',
    keys: '[dev]⏎ports = [⏎"8080:80"↓⏎',
    text: '[dev]\nports = [\n  "8080:80"\n]\n',
  },
  {
    name: 'a command over several lines',
    keys: 'cmd = [⏎"sh",⏎"-c",⏎"exec app"↓⏎',
    text: 'cmd = [\n  "sh",\n  "-c",\n  "exec app"\n]\n',
  },
  { name: 'a list on one line', keys: 'env = ["A=1", "B=2"]⏎' },
  { name: 'ports on one line', keys: '[dev]⏎ports = ["8080:80", "3000"]⏎' },
  { name: 'a header', keys: '[dev]⏎init = ["true"]⏎' },
  { name: 'a header behind a value', keys: 'net = true⏎⏎[network]⏎allow_hosts = ["pypi.org"]⏎' },
  { name: 'a health check', keys: '[health]⏎exec = ["true"]⏎interval = "30s"⏎retries = 3⏎' },
  { name: 'a policy', keys: '[restart]⏎policy = "always"⏎' },
  { name: 'a dotted key', keys: 'dev.ports = ["80:80"]⏎network.allow_hosts = ["pypi.org"]⏎' },
  { name: 'a secret', keys: '[secrets]⏎TOKEN = { from_env = "TOKEN" }⏎' },
  { name: 'a secret with a header of its own', keys: '[secrets.TOKEN]⏎from_file = "/run/token"⏎' },
  { name: 'an inline table', keys: 'restart = { policy = "never" }⏎' },
  { name: 'a word without quotes', keys: 'image = alpine⏎' },
  { name: 'a key that there is not', keys: 'flavour = 3⏎' },
  { name: 'empty lines', keys: 'net = true⏎⏎⏎' },
];

/** What is typed, with line breaks for Enter, as it would be without an editor that closes brackets. */
export function plainText({ keys }: TypedText): string {
  return keys.replaceAll('⏎', '\n').replaceAll('↓', '\n]');
}
