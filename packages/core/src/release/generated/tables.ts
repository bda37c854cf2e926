// Generated from schemas/ by `pnpm generate`. Do not edit.
import type { BehaviourEntry, GrammarEntry, ReleaseEntry } from '../types.ts';

/** A behaviour that `schemas/behaviours.json` names. */
export type BehaviourName = 'init-cache' | 'init-cache-for-any-image' | 'init-cache-drops-network' | 'registry-through-allow-list' | 'image-needs-network' | 'pack-may-restrict-again' | 'init-invisible-to-command' | 'image-env-lost' | 'sidecar-name-refused' | 'remote-volumes-counted' | 'image-pulled-in-guest' | 'init-cache-without-credentials' | 'bake-repeats-init' | 'bake-gets-workdir' | 'create-opens-image' | 'pack-opens-image' | 'pack-refuses-local-image' | 'file-url-refused';

/** A grammar whose options `schemas/grammars.json` lists. */
export type GrammarName = 'port' | 'volume' | 'duration' | 'protected-source' | 'pack-output' | 'flag' | 'text' | 'argv' | 'shell-command' | 'env' | 'env-name' | 'image-reference' | 'image' | 'platform' | 'host' | 'host-pattern' | 'cidr' | 'cidr-unchecked' | 'ipv4' | 'timeout' | 'restart-policy' | 'user' | 'http-method' | 'path' | 'absolute-path' | 'guest-path' | 'machine-name' | 'byte-size' | 'u8' | 'u32' | 'positive-u32' | 'u64' | 'secret-env' | 'secret-file' | 'label' | 'disk' | 'cache-disk' | 'dns-option' | 'shm-size' | 'guest-subnet' | 'udp-allow' | 'credential' | 'credential-name' | 'credential-host' | 'header-name' | 'keychain-item' | 'stop-signal' | 'stop-timeout' | 'secret-keychain' | 'socket';

/** Parses anew at each call. */
export const readTables = (): {
  readonly releases: readonly ReleaseEntry[];
  readonly behaviours: Readonly<Record<BehaviourName, BehaviourEntry>>;
  readonly grammars: Readonly<Record<GrammarName, GrammarEntry>>;
} => JSON.parse(String.raw`{
 "releases": [
  {"version":"1.2.0","observed":["source"]},
  {"version":"1.2.2","observed":["source"]},
  {"version":"1.2.3","observed":["source"]},
  {"version":"1.2.4","date":"2026-06-23","observed":["parser","source"]},
  {"version":"1.2.5","observed":["source"]},
  {"version":"1.3.0","observed":["source"]},
  {"version":"1.3.2","observed":["source"]},
  {"version":"1.3.3","date":"2026-07-01","observed":["parser","source"]},
  {"version":"1.3.4","observed":["source"]},
  {"version":"1.3.5","observed":["source"]},
  {"version":"1.4.0","observed":["program","source"]},
  {"version":"1.4.1","observed":["program","source"]},
  {"version":"1.4.2","observed":["program","source"]},
  {"version":"1.4.3","date":"2026-07-04","observed":["parser","program","source"]},
  {"version":"1.4.4","date":"2026-07-04","observed":["parser","program","source"]},
  {"version":"1.4.5","date":"2026-07-04","observed":["parser","program","source"]},
  {"version":"1.4.6","date":"2026-07-05","observed":["parser","source"]},
  {"version":"1.4.7","date":"2026-07-05","observed":["parser","source"]},
  {"version":"1.5.0","date":"2026-07-11","observed":["parser","program","source"]},
  {"version":"1.5.1","date":"2026-07-12","observed":["parser","program","source"]},
  {"version":"1.5.2","date":"2026-07-12","observed":["parser","program","source"]},
  {"version":"1.6.0","date":"2026-07-14","observed":["parser","program","source"]},
  {"version":"1.6.1","date":"2026-07-15","observed":["parser","program","source"]},
  {"version":"1.6.2","date":"2026-07-15","observed":["parser","program","source"]},
  {"version":"1.6.3","date":"2026-07-15","observed":["parser","program","source"]},
  {"version":"1.6.4","date":"2026-07-16","observed":["parser","program","source"]},
  {"version":"1.6.5","date":"2026-07-17","observed":["parser","program","source"]},
  {"version":"1.6.6","date":"2026-07-17","observed":["parser","program","source"]},
  {"version":"1.6.7","date":"2026-07-17","observed":["parser","source"]},
  {"version":"1.6.8","date":"2026-07-17","observed":["parser","source"]},
  {"version":"1.6.9","date":"2026-07-17","observed":["parser","source"]},
  {"version":"1.6.10","date":"2026-07-18","observed":["parser","source"]},
  {"version":"1.6.11","date":"2026-07-18","observed":["parser","program","source"]},
  {"version":"1.6.12","date":"2026-07-19","observed":["parser","program","source"]},
  {"version":"1.6.13","date":"2026-07-19","observed":["parser","program","source"]},
  {"version":"1.7.0","date":"2026-07-27","observed":["parser","program","source"]},
  {"version":"1.7.1","date":"2026-07-28","observed":["parser","program","source"]},
  {"version":"1.7.2","date":"2026-08-01","observed":["parser","program","source"]},
  {"version":"1.7.3","date":"2026-08-03","observed":["parser","program","source"]},
  {"version":"1.7.4","date":"2026-08-03","observed":["parser","program","source"]},
  {"version":"1.7.5","date":"2026-08-06","observed":["parser","source"]},
  {"version":"1.7.6","date":"2026-08-11","observed":["parser","source"]},
  {"version":"1.7.7","date":"2026-08-11","observed":["parser","program","source"]},
  {"version":"1.8.0","date":"2026-08-13","observed":["parser","program","source"]},
  {"version":"1.8.1","date":"2026-08-14","observed":["parser","program","source"]},
  {"version":"1.8.2","date":"2026-08-15","observed":["parser","program","source"]},
  {"version":"1.8.3","date":"2026-08-16","observed":["parser","program","source"]},
  {"version":"1.9.0","date":"2026-08-20","observed":["parser","program","source"]},
  {"version":"1.9.1","date":"2026-08-21","observed":["parser","program","source"]},
  {"version":"1.9.2","date":"2026-08-21","observed":["parser","source"]},
  {"version":"1.9.3","date":"2026-08-22","observed":["parser","source"]},
  {"version":"1.10.0","date":"2026-08-23","observed":["parser","program"]},
  {"version":"1.10.1","date":"2026-08-23","observed":["parser","program"]},
  {"version":"1.11.0","date":"2026-08-24","observed":["parser","program"]},
  {"version":"1.11.1","date":"2026-08-24","observed":["parser","program"]},
  {"version":"1.12.0","date":"2026-08-24","observed":["parser","program"]},
  {"version":"1.13.0","date":"2026-08-26","observed":["parser"]},
  {"version":"1.13.1","date":"2026-08-27","observed":["parser","program"]},
  {"version":"1.14.0","date":"2026-09-06","observed":["parser","program"]},
  {"version":"1.14.1","date":"2026-09-06","observed":["parser","program"]},
  {"version":"1.14.2","date":"2026-09-07","observed":["parser","program"]},
  {"version":"1.14.3","date":"2026-09-08","observed":["parser","program"]},
  {"version":"1.14.4","date":"2026-09-08","observed":["parser"]},
  {"version":"1.14.5","date":"2026-09-09","observed":["parser"]},
  {"version":"1.14.6","date":"2026-09-10","observed":["parser"]},
  {"version":"1.15.0","date":"2026-09-11","observed":["parser","program"]},
  {"version":"1.15.1","date":"2026-09-13","observed":["parser"]},
  {"version":"1.16.0","date":"2026-09-13","observed":["parser"]},
  {"version":"1.16.1","date":"2026-09-15","observed":["parser"]},
  {"version":"1.16.2","date":"2026-09-18","observed":["parser"]},
  {"version":"1.17.0","date":"2026-09-21","observed":["parser","program"]},
  {"version":"1.18.0","date":"2026-09-24","observed":["parser","program"]},
  {"version":"1.18.1","date":"2026-09-24","observed":["parser","program"]},
  {"version":"1.18.2","date":"2026-09-24","observed":["parser","program"]},
  {"version":"1.19.0","date":"2026-09-25","observed":["parser","program"]},
  {"version":"1.19.1","date":"2026-09-26","observed":["parser","program"]},
  {"version":"1.19.2","date":"2026-09-26","observed":["parser","program"]},
  {"version":"1.19.3","date":"2026-09-27","observed":["parser","program"]},
  {"version":"1.20.0","date":"2026-09-28","observed":["parser","program"]},
  {"version":"1.20.1","date":"2026-09-29","observed":["parser","program"]},
  {"version":"1.20.2","date":"2026-09-29","observed":["parser","program"]},
  {"version":"1.21.0","date":"2026-09-29","observed":["parser"]},
  {"version":"1.21.1","date":"2026-09-30","observed":["parser"]},
  {"version":"1.22.0","date":"2026-09-30","observed":["parser","program"]},
  {"version":"1.22.1","date":"2026-10-01","observed":["parser","program"]},
  {"version":"1.22.2","date":"2026-10-02","observed":["parser","program"]},
  {"version":"1.22.3","date":"2026-10-04","observed":["parser"]},
  {"version":"1.23.0","date":"2026-10-04","observed":["parser"]},
  {"version":"1.23.1","date":"2026-10-04","observed":["parser"]},
  {"version":"1.23.2","date":"2026-10-05","observed":["parser"]},
  {"version":"1.23.3","date":"2026-10-05","observed":["parser"]},
  {"version":"1.23.4","date":"2026-10-05","observed":["parser"]},
  {"version":"1.23.5","date":"2026-10-05","observed":["parser"]},
  {"version":"1.23.6","date":"2026-10-05","observed":["parser"]},
  {"version":"1.23.7","date":"2026-10-06","observed":["parser"]},
  {"version":"1.24.0","date":"2026-10-07","observed":["parser","program"]},
  {"version":"1.24.1","date":"2026-10-07","observed":["parser"]},
  {"version":"1.24.2","date":"2026-10-07","observed":["parser"]},
  {"version":"1.25.0","date":"2026-10-08","observed":["parser"]},
  {"version":"1.25.1","date":"2026-10-08","observed":["parser","program"]},
  {"version":"1.25.2","date":"2026-10-09","observed":["parser","program"]},
  {"version":"1.25.3","date":"2026-10-09","observed":["parser"]},
  {"version":"1.25.4","date":"2026-10-09","observed":["parser"]},
  {"version":"1.26.0","date":"2026-10-10","observed":["parser"]},
  {"version":"1.26.1","date":"2026-10-10","observed":["parser","program"]},
  {"version":"1.27.0","date":"2026-10-12","observed":["parser","program"]},
  {"version":"1.27.1","date":"2026-10-12","observed":["parser"]},
  {"version":"1.27.2","date":"2026-10-12","observed":["parser","program"]},
  {"version":"1.27.3","date":"2026-10-13","observed":["parser","program"]},
  {"version":"1.27.4","date":"2026-10-14","observed":["parser"]},
  {"version":"1.28.0","date":"2026-10-14","observed":["parser"]},
  {"version":"1.28.1","date":"2026-10-14","observed":["parser","program"]},
  {"version":"1.29.0","date":"2026-10-15","observed":["parser","program"]},
  {"version":"1.29.1","date":"2026-10-16","observed":["parser","program"]},
  {"version":"1.30.0","date":"2026-10-17","observed":["parser"]},
  {"version":"1.30.1","date":"2026-10-17","observed":["parser"]},
  {"version":"1.31.0","date":"2026-10-21","observed":["parser","program"]},
  {"version":"1.31.1","date":"2026-10-21","observed":["parser"]},
  {"version":"1.31.2","date":"2026-10-22","observed":["parser"]},
  {"version":"1.31.3","date":"2026-10-22","observed":["parser"]},
  {"version":"1.31.4","date":"2026-10-23","observed":["parser"]},
  {"version":"1.31.5","date":"2026-10-23","observed":["parser","program"]},
  {"version":"1.32.0","date":"2026-10-24","observed":["parser"]},
  {"version":"1.32.1","date":"2026-10-24","observed":["parser"]},
  {"version":"1.32.2","date":"2026-10-25","observed":["parser","program"]},
  {"version":"1.32.3","date":"2026-10-26","observed":["parser"]},
  {"version":"1.32.4","date":"2026-10-28","observed":["parser"]},
  {"version":"1.33.0","date":"2026-11-01","observed":["parser"]}
 ],
 "behaviours": {
  "init-cache": {
   "summary": "\u0060machine run\u0060 in the foreground bakes \u0060init\u0060 into a cached layer where there is a registry image",
   "since": "1.2.3",
   "commands": ["run"]
  },
  "init-cache-for-any-image": {"summary":"The layer of \u0060init\u0060 is baked for local images, too","until":"1.2.5","commands":["run"]},
  "init-cache-drops-network": {"summary":"The bake of \u0060init\u0060 gets no network lists of the file","until":"1.9.0","commands":["run"]},
  "registry-through-allow-list": {"summary":"The registry of the image is added to a list of allowed hosts","since":"1.3.5"},
  "image-needs-network": {
   "summary": "\u0060machine create\u0060 refuses an image of a registry without any network",
   "since": "1.7.3",
   "until": "1.24.0",
   "commands": ["create"]
  },
  "pack-may-restrict-again": {"summary":"\u0060machine create --from\u0060 honours network flags for a pack","since":"1.8.0"},
  "init-invisible-to-command": {
   "summary": "A foreground run of an image does not see what \u0060init\u0060 changed",
   "until": "1.2.3",
   "commands": ["run"]
  },
  "image-env-lost": {"summary":"The command starts without the variables, folder and user of the image","until":"1.3.0"},
  "sidecar-name-refused": {
   "summary": "\u0060pack create\u0060 refuses a program that is named like its \u0060.smolmachine\u0060 file",
   "since": "1.7.0",
   "commands": ["pack"]
  },
  "remote-volumes-counted": {"summary":"The recorded vectors say how many remote volumes there are, not which","until":"1.10.0"},
  "image-pulled-in-guest": {
   "summary": "An image of a registry is pulled from inside the machine, which needs a network for it",
   "until": "1.24.0"
  },
  "init-cache-without-credentials": {"summary":"A run with credentials bakes nothing","since":"1.25.1","commands":["run"]},
  "bake-repeats-init": {
   "summary": "The bake runs the \u0060init\u0060 commands of the file twice",
   "since": "1.14.1",
   "until": "1.31.5",
   "commands": ["run"]
  },
  "bake-gets-workdir": {
   "summary": "The bake gets the merged working directory and user as flags",
   "since": "1.14.1",
   "commands": ["run"]
  },
  "create-opens-image": {
   "summary": "\u0060machine create\u0060 opens a local image that the file names",
   "since": "1.14.2",
   "commands": ["create"]
  },
  "pack-opens-image": {"summary":"\u0060pack create\u0060 takes a local image","since":"1.29.1","commands":["pack"]},
  "pack-refuses-local-image": {"summary":"\u0060pack create\u0060 refuses a local image","since":"1.14.0","until":"1.29.1","commands":["pack"]},
  "file-url-refused": {"summary":"An image that starts with \u0060file://\u0060 is refused","since":"1.14.2"}
 },
 "grammars": {
  "port": {
   "options": {"mostMappings":64,"ranges":true,"protocols":["tcp","udp"]},
   "changes": [
    {"before":"1.28.1","patch":{"options":{"protocols":[]}}},
    {"before":"1.13.1","patch":{"options":{"ranges":false}}}
   ]
  },
  "volume": {
   "options": {
    "rightAnchored": true,
    "modes": ["ro","rw","staged"],
    "guestPathAlone": true,
    "remote": {"create":["s3"],"run":["s3"]}
   },
   "changes": [
    {"before":"1.28.1","patch":{"options":{"guestPathAlone":false}}},
    {"before":"1.14.0","patch":{"options":{"modes":["ro","rw"]}}},
    {"before":"1.10.1","patch":{"options":{"remote":{"create":["s3","rclone"],"run":[]}}}},
    {"before":"1.9.3","patch":{"options":{"remote":{"create":[]}}}},
    {"before":"1.3.0","patch":{"options":{"rightAnchored":false}}}
   ]
  },
  "duration": {"options":{"overflow":"refused"},"changes":[{"before":"1.7.0","patch":{"options":{"overflow":"wraps"}}}]},
  "protected-source": {
   "options": {"linux":["/boot"],"windows":true},
   "changes": [
    {"before":"1.7.0","patch":{"options":{"linux":[]}}},
    {"before":"1.3.0","patch":{"options":{"windows":false}}}
   ]
  },
  "pack-output": {"changes":[]},
  "flag": {"changes":[]},
  "text": {"changes":[]},
  "argv": {"changes":[]},
  "shell-command": {"changes":[]},
  "env": {"changes":[]},
  "env-name": {"changes":[]},
  "image-reference": {
   "options": {"pullHosts":{"docker.io":["docker.io","docker.com"],"ghcr.io":["ghcr.io","githubusercontent.com"]}},
   "changes": [{"before":"1.27.2","patch":{"options":{"pullHosts":{"ghcr.io":null}}}}]
  },
  "image": {"changes":[]},
  "platform": {"changes":[]},
  "host": {"options":{"forms":["*.","="]},"changes":[{"before":"1.20.0","patch":{"options":{"forms":[]}}}]},
  "host-pattern": {"changes":[]},
  "cidr": {"changes":[]},
  "cidr-unchecked": {"changes":[]},
  "ipv4": {"changes":[]},
  "timeout": {"changes":[]},
  "restart-policy": {"changes":[]},
  "user": {"changes":[]},
  "http-method": {"changes":[]},
  "path": {"changes":[]},
  "absolute-path": {"changes":[]},
  "guest-path": {"changes":[]},
  "machine-name": {"changes":[]},
  "byte-size": {"changes":[]},
  "u8": {"changes":[]},
  "u32": {"changes":[]},
  "positive-u32": {"changes":[]},
  "u64": {"changes":[]},
  "secret-env": {"changes":[]},
  "secret-file": {"changes":[]},
  "label": {"changes":[]},
  "disk": {"changes":[]},
  "cache-disk": {"changes":[]},
  "dns-option": {"changes":[]},
  "shm-size": {"changes":[]},
  "guest-subnet": {"changes":[]},
  "udp-allow": {"changes":[]},
  "credential": {
   "options": {"modifiers":["body","set-header"],"refusesUnknown":true},
   "changes": [
    {"before":"1.31.0","patch":{"options":{"modifiers":["body"],"refusesUnknown":false}}},
    {"before":"1.27.0","patch":{"options":{"modifiers":[]}}}
   ]
  },
  "credential-name": {"changes":[]},
  "credential-host": {"options":{"wildcards":true},"changes":[{"before":"1.26.0","patch":{"options":{"wildcards":false}}}]},
  "header-name": {"changes":[]},
  "keychain-item": {"changes":[]},
  "stop-signal": {"changes":[]},
  "stop-timeout": {"changes":[]},
  "secret-keychain": {"changes":[]},
  "socket": {"changes":[]}
 }
}`);
