// Generated from schemas/ by `pnpm generate`. Do not edit.
import type { BehaviourEntry, GrammarEntry } from '../types.ts';

/** A behaviour that `schemas/behaviours.json` names. */
export type BehaviourName = 'init-cache' | 'init-cache-for-any-image' | 'init-cache-drops-network' | 'registry-through-allow-list' | 'image-needs-network' | 'pack-may-restrict-again' | 'init-invisible-to-command' | 'image-env-lost' | 'sidecar-name-refused' | 'remote-volumes-counted' | 'image-pulled-in-guest' | 'init-cache-without-credentials' | 'bake-gets-network' | 'bake-repeats-init' | 'bake-drops-secret-flags' | 'baked-command-keeps-true' | 'baked-command-drops-shell' | 'local-image-brings-command' | 'bake-gets-workdir' | 'create-opens-image' | 'pack-opens-image' | 'pack-refuses-local-image' | 'file-url-refused';

/** A grammar whose options `schemas/grammars.json` lists. */
export type GrammarName = 'port' | 'volume' | 'duration' | 'protected-source' | 'pack-output' | 'flag' | 'text' | 'argv' | 'shell-command' | 'env' | 'env-name' | 'image-reference' | 'image' | 'platform' | 'host' | 'host-pattern' | 'cidr' | 'cidr-unchecked' | 'ipv4' | 'timeout' | 'restart-policy' | 'user' | 'http-method' | 'path' | 'absolute-path' | 'guest-path' | 'machine-name' | 'byte-size' | 'u8' | 'u32' | 'positive-u32' | 'u64' | 'secret-env' | 'secret-file' | 'label' | 'disk' | 'cache-disk' | 'dns-option' | 'shm-size' | 'guest-subnet' | 'udp-allow' | 'credential' | 'credential-name' | 'credential-host' | 'header-name' | 'keychain-item' | 'stop-signal' | 'stop-timeout' | 'secret-keychain' | 'socket';

/** Parses anew at each call. */
export const readTables = (): {
  /** Versions, oldest first, with blanks between them. */
  readonly releases: string;
  readonly behaviours: Readonly<Record<BehaviourName, BehaviourEntry>>;
  readonly grammars: Readonly<Record<GrammarName, GrammarEntry>>;
} => JSON.parse(String.raw`{
"releases":"1.2.0 1.2.2 1.2.3 1.2.4 1.2.5 1.3.0 1.3.2 1.3.3 1.3.4 1.3.5 1.4.0 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.6 1.4.7 1.5.0 1.5.1 1.5.2 1.6.0 1.6.1 1.6.2 1.6.3 1.6.4 1.6.5 1.6.6 1.6.7 1.6.8 1.6.9 1.6.10 1.6.11 1.6.12 1.6.13 1.7.0 1.7.1 1.7.2 1.7.3 1.7.4 1.7.5 1.7.6 1.7.7 1.8.0 1.8.1 1.8.2 1.8.3 1.9.0 1.9.1 1.9.2 1.9.3 1.10.0 1.10.1 1.11.0 1.11.1 1.12.0 1.13.0 1.13.1 1.14.0 1.14.1 1.14.2 1.14.3 1.14.4 1.14.5 1.14.6 1.15.0 1.15.1 1.16.0 1.16.1 1.16.2 1.17.0 1.18.0 1.18.1 1.18.2 1.19.0 1.19.1 1.19.2 1.19.3 1.20.0 1.20.1 1.20.2 1.21.0 1.21.1 1.22.0 1.22.1 1.22.2 1.22.3 1.23.0 1.23.1 1.23.2 1.23.3 1.23.4 1.23.5 1.23.6 1.23.7 1.24.0 1.24.1 1.24.2 1.25.0 1.25.1 1.25.2 1.25.3 1.25.4 1.26.0 1.26.1 1.27.0 1.27.1 1.27.2 1.27.3 1.27.4 1.28.0 1.28.1 1.29.0 1.29.1 1.30.0 1.30.1 1.31.0 1.31.1 1.31.2 1.31.3 1.31.4 1.31.5 1.32.0 1.32.1 1.32.2 1.32.3 1.32.4 1.33.0",
"behaviours":{
"init-cache":{"since":"1.2.3","commands":["run"]},
"init-cache-for-any-image":{"until":"1.2.5","commands":["run"]},
"init-cache-drops-network":{"until":"1.9.0","commands":["run"]},
"registry-through-allow-list":{"since":"1.3.5"},
"image-needs-network":{"since":"1.7.3","until":"1.23.0","commands":["create"]},
"pack-may-restrict-again":{"since":"1.8.0"},
"init-invisible-to-command":{"until":"1.2.3","commands":["run"]},
"image-env-lost":{"until":"1.3.0"},
"sidecar-name-refused":{"since":"1.7.0","commands":["pack"]},
"remote-volumes-counted":{"until":"1.10.0"},
"image-pulled-in-guest":{"until":"1.24.0"},
"init-cache-without-credentials":{"since":"1.25.1","commands":["run"]},
"bake-gets-network":{"since":"1.7.3","commands":["run"]},
"bake-repeats-init":{"since":"1.14.1","until":"1.31.5","commands":["run"]},
"bake-drops-secret-flags":{"until":"1.17.0","commands":["run"]},
"baked-command-keeps-true":{"until":"1.17.0","commands":["run"]},
"baked-command-drops-shell":{"since":"1.14.3","until":"1.17.0","commands":["run"]},
"local-image-brings-command":{"since":"1.19.1","commands":["run"]},
"bake-gets-workdir":{"since":"1.14.1","commands":["run"]},
"create-opens-image":{"since":"1.14.2","commands":["create"]},
"pack-opens-image":{"since":"1.29.1","commands":["pack"]},
"pack-refuses-local-image":{"since":"1.14.0","until":"1.29.1","commands":["pack"]},
"file-url-refused":{"since":"1.14.2"}
},
"grammars":{
"port":{
"options":{"mostMappings":64,"ranges":true,"protocols":["tcp","udp"]},
"changes":[
{"before":"1.28.1","patch":{"options":{"protocols":[]}}},
{"before":"1.13.1","patch":{"options":{"ranges":false}}}
]
},
"volume":{
"options":{
"rightAnchored":true,
"modes":["ro","rw","staged"],
"guestPathAlone":true,
"remote":{"create":["s3"],"run":["s3"]}
},
"changes":[
{"before":"1.28.1","patch":{"options":{"guestPathAlone":false}}},
{"before":"1.14.0","patch":{"options":{"modes":["ro","rw"]}}},
{"before":"1.10.1","patch":{"options":{"remote":{"create":["s3","rclone"],"run":[]}}}},
{"before":"1.9.3","patch":{"options":{"remote":{"create":[]}}}},
{"before":"1.3.0","patch":{"options":{"rightAnchored":false}}}
]
},
"duration":{"options":{"overflow":"refused"},"changes":[{"before":"1.7.0","patch":{"options":{"overflow":"wraps"}}}]},
"protected-source":{
"options":{"linux":["/boot"],"windows":true,"liftable":["/etc","/var/log"]},
"changes":[
{"before":"1.7.0","patch":{"options":{"linux":[]}}},
{"before":"1.3.0","patch":{"options":{"windows":false}}}
]
},
"pack-output":{"changes":[]},
"flag":{"changes":[]},
"text":{"changes":[]},
"argv":{"changes":[]},
"shell-command":{"changes":[]},
"env":{"changes":[]},
"env-name":{"changes":[]},
"image-reference":{
"options":{"pullHosts":{"docker.io":["docker.io","docker.com"],"ghcr.io":["ghcr.io","githubusercontent.com"]}},
"changes":[{"before":"1.27.2","patch":{"options":{"pullHosts":{"ghcr.io":null}}}}]
},
"image":{"changes":[]},
"platform":{"changes":[]},
"host":{"options":{"forms":["*.","="]},"changes":[{"before":"1.20.0","patch":{"options":{"forms":[]}}}]},
"host-pattern":{"changes":[]},
"cidr":{"changes":[]},
"cidr-unchecked":{"changes":[]},
"ipv4":{"changes":[]},
"timeout":{"changes":[]},
"restart-policy":{"changes":[]},
"user":{"changes":[]},
"http-method":{"changes":[]},
"path":{"changes":[]},
"absolute-path":{"changes":[]},
"guest-path":{"changes":[]},
"machine-name":{"changes":[]},
"byte-size":{"changes":[]},
"u8":{"changes":[]},
"u32":{"changes":[]},
"positive-u32":{"changes":[]},
"u64":{"changes":[]},
"secret-env":{"changes":[]},
"secret-file":{"changes":[]},
"label":{"changes":[]},
"disk":{"changes":[]},
"cache-disk":{"changes":[]},
"dns-option":{"changes":[]},
"shm-size":{"changes":[]},
"guest-subnet":{"changes":[]},
"udp-allow":{"changes":[]},
"credential":{
"options":{"modifiers":["body","set-header"],"refusesUnknown":true},
"changes":[
{"before":"1.31.0","patch":{"options":{"modifiers":["body"],"refusesUnknown":false}}},
{"before":"1.27.0","patch":{"options":{"modifiers":[]}}}
]
},
"credential-name":{"changes":[]},
"credential-host":{"options":{"wildcards":true},"changes":[{"before":"1.26.0","patch":{"options":{"wildcards":false}}}]},
"header-name":{"changes":[]},
"keychain-item":{"changes":[]},
"stop-signal":{"changes":[]},
"stop-timeout":{"changes":[]},
"secret-keychain":{"changes":[]},
"socket":{"changes":[]}
}
}`);
