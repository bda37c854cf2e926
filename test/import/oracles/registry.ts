import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A registry of images that has every image, all the same and empty: nothing real is fetched. */
export interface Registry {
  /** `localhost:PORT`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const OCI = 'application/vnd.oci.image.';
/** Two blocks of zeros end an archive. */
const LAYER = Buffer.alloc(1024);
const PACKED = gzipSync(LAYER);

function digest(data: Buffer): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`;
}

const CONFIG = Buffer.from(
  JSON.stringify({
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    os: 'linux',
    config: { Entrypoint: ['/image-entrypoint'], Cmd: ['image-cmd'] },
    rootfs: { type: 'layers', diff_ids: [digest(LAYER)] },
  }),
);
const MANIFEST = Buffer.from(
  JSON.stringify({
    schemaVersion: 2,
    mediaType: `${OCI}manifest.v1+json`,
    config: { mediaType: `${OCI}config.v1+json`, digest: digest(CONFIG), size: CONFIG.length },
    layers: [{ mediaType: `${OCI}layer.v1.tar+gzip`, digest: digest(PACKED), size: PACKED.length }],
  }),
);
const BLOBS = new Map([CONFIG, PACKED, MANIFEST].map((data) => [digest(data), data]));

/** Starts one. */
export async function startRegistry(): Promise<Registry> {
  const server: Server = createServer(({ url = '', method }, response) => {
    const [, kind, name = ''] = /^\/v2\/.+\/(manifests|blobs)\/([^/?]+)/.exec(url) ?? [];
    const data = kind === 'manifests' ? MANIFEST : kind === 'blobs' ? BLOBS.get(name) : Buffer.from('{}');
    response.writeHead(data ? 200 : 404, {
      'Content-Type': kind === 'manifests' ? `${OCI}manifest.v1+json` : 'application/octet-stream',
      'Content-Length': data?.length ?? 0,
      ...(data && { 'Docker-Content-Digest': digest(data) }),
    });
    response.end(method === 'HEAD' ? undefined : data);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
