/** The images that templates begin with: small, official, with a version in the tag, so that they stay what they are. */
export const IMAGES = {
  starter: 'alpine:3.22',
  debian: 'debian:13-slim',
  web: 'nginx:1.28-alpine',
  bun: 'oven/bun:1.2-slim',
} as const;

/** The versions of languages that there are images of, the newest that is in wide use first. */
export const VERSIONS = {
  node: ['24', '22', '20', '18'],
  python: ['3.13', '3.12', '3.11', '3.10', '3.9', '3.8'],
  go: ['1.25'],
  rust: ['1.90'],
} as const;

/** The image of Node, by version. */
export const nodeImage = (version: string): string => `node:${version}-slim`;
/** The image of Python, by version. */
export const pythonImage = (version: string): string => `python:${version}-slim`;
/** The image of Go, by version. */
export const goImage = (version: string): string => `golang:${version}-alpine`;
/** The image of Rust, by version. */
export const rustImage = (version: string): string => `rust:${version}-slim`;
