// Generated from schemas/ by `pnpm generate`. Do not edit.
import type { ApiTables } from '../types.ts';

/** Parses anew at each call. */
export const readApiTables = (): ApiTables => JSON.parse(String.raw`{
"path":"/api/v1/machines",
"object":"CreateMachineRequest",
"socket":"/tmp/smolvm.sock",
"fields":{
"image":{"from":["image"]},
"entrypoint":{"from":["entrypoint"]},
"cmd":{"from":["cmd"]},
"env":{"from":["env"],"as":"env"},
"workdir":{"from":["workdir"]},
"cpus":{"from":["cpus"]},
"memoryMb":{"from":["memory"]},
"network":{"from":["net"]},
"networkBackend":{"from":["net_backend"]},
"guestSubnet":{"from":["guest_subnet"]},
"allowedHosts":{"from":["allow_hosts","allow_host_patterns"],"as":"hosts"},
"allowedCidrs":{"from":["allow_cidrs"]},
"egressRules":{"from":["deny_cidrs","allow_udp"],"as":"egress"},
"credentials":{"from":["credentials"],"as":"credentials"},
"ports":{"from":["ports","udp_ports"],"as":"ports"},
"mounts":{"from":["volumes","staged_volumes"],"as":"mounts"},
"gpu":{"from":["gpu"]},
"cuda":{"from":["cuda"]},
"nestedVirt":{
"from":["nested"],
"condition":"the server takes it only where it was started with \u0060smolvm serve start --allow-nested-virt\u0060"
},
"dockerSocket":{"from":["docker_socket"]},
"storageGb":{"from":["storage"]},
"overlayGb":{"from":["overlay"]},
"blockIo":{"from":["block_io"]},
"diskDurability":{"from":["disk_durability"]},
"stopSignal":{"from":["stop_signal"]},
"stopTimeoutSecs":{"from":["stop_timeout"]},
"restart.policy":{"from":["restart.policy"]},
"restart.maxRetries":{"from":["restart.max_retries"]}
},
"behaviours":{
"checks-values":{
"summary":"Names of variables, ranges and ports are looked at, and a command needs an image",
"since":"1.7.0"
},
"needs-folder-for-images":{
"summary":"A local image is taken only from the folder that \u0060smolvm serve start --local-image-dir\u0060 names",
"since":"1.27.2"
}
},
"values":{
"cpus":{"key":"cpus","minimum":{"value":"1","since":"1.7.0"}},
"memoryMb":{"key":"memory","minimum":{"value":"64","since":"1.7.0"}},
"storageGb":{"key":"storage","minimum":{"value":"1","since":"1.7.0"}},
"overlayGb":{"key":"overlay","minimum":{"value":"1","since":"1.7.0"}},
"stopTimeoutSecs":{"key":"stop_timeout"},
"stopSignal":{"grammar":"stop-signal"},
"guestSubnet":{"grammar":"guest-subnet"},
"allowedCidrs[]":{"grammar":"cidr","since":"1.7.0"},
"ports[].host":{"key":"service.port","minimum":{"value":"1","since":"1.7.0"}},
"ports[].guest":{"key":"service.port","minimum":{"value":"1","since":"1.7.0"}},
"restart.policy":{"grammar":"restart-policy"},
"restart.maxRetries":{"key":"restart.max_retries"},
"env[].name":{
"pattern":"^[A-Za-z_][A-Za-z0-9_]*$",
"wants":"letters, digits and underscores of ASCII, no digit first",
"since":"1.7.0"
},
"mounts[].source":{"pattern":"^/","wants":"an absolute path of the server's host"},
"mounts[].target":{"pattern":"^/","wants":"an absolute path"},
"secrets":{"empty":true,"wants":"nothing: the server reads no secrets for whoever calls it"}
},
"instead":{
"*":{
"why":"the API has no field for it",
"command":["smolvm","machine","create","--name","{name}","-s","{file}"],
"note":"on the server's host, which then has the machine as if the API had made it"
},
"init":{
"why":"a machine made by the API has no init commands",
"exec":"init",
"note":"once the machine runs; its workload has begun by then"
},
"secrets":{
"why":"the server reads no secrets for whoever calls it",
"exec":"secret",
"note":"each command gets the value from whoever runs it"
},
"user":{
"why":"the workload of a machine made by the API runs as the image's user",
"exec":"user",
"note":"a command may run as another user"
},
"health.exec":{
"why":"\u0060smolvm machine monitor\u0060 looks at it, and the API has no field for it",
"exec":"health",
"note":"a caller can ask itself"
},
"health.*":{"why":"it belongs to \u0060health.exec\u0060, which the API has no field for"},
"forkable":{"why":"it is said when the machine starts","start":"forkable=true"},
"fork_pool_size":{"why":"it is said when the machine starts","start":"forkPoolSize={value}"},
"cuda_vram_limit_mib":{"why":"it is said when the machine starts","start":"cudaVramLimitMib={value}"}
},
"observed":["1.4.0","1.32.2"],
"objects":{
"CacheDiskSpec":{
"closed":true,
"changes":[{"before":"1.25.1","absent":true}],
"properties":{
"base":{"type":"string","required":true,"changes":[{"before":"1.25.1","absent":true}]},
"mountPath":{"type":"string","required":true,"changes":[{"before":"1.25.1","absent":true}]},
"slot":{"type":"boolean","changes":[{"before":"1.25.2","absent":true}]}
}
},
"CreateMachineRequest":{
"closed":true,
"changes":[{"before":"1.22.2","patch":{"closed":null}}],
"properties":{
"allowedCidrs":{"type":"array","nullable":true,"items":{"type":"string"}},
"allowedHosts":{"type":"array","nullable":true,"items":{"type":"string"}},
"autoGraph":{"type":"boolean","changes":[{"before":"1.7.2","absent":true}]},
"blobPeers":{"type":"array","items":{"type":"string"},"changes":[{"before":"1.5.0","absent":true}]},
"blockIo":{"type":"string","values":["sync","async"],"nullable":true,"changes":[{"before":"1.14.3","absent":true}]},
"cacheDisk":{"type":"object","object":"CacheDiskSpec","nullable":true,"changes":[{"before":"1.25.1","absent":true}]},
"cmd":{"type":"array","items":{"type":"string"},"changes":[{"before":"1.6.12","absent":true}]},
"cpus":{"type":"integer","nullable":true},
"credentials":{"type":"object","nullable":true,"changes":[{"before":"1.18.0","absent":true}]},
"cuda":{"type":"boolean","changes":[{"before":"1.6.12","absent":true}]},
"diskDurability":{"type":"string","values":["full","deferred"],"nullable":true,"changes":[{"before":"1.25.1","absent":true}]},
"dockerSocket":{"type":"boolean","changes":[{"before":"1.6.1","absent":true}]},
"egressRules":{"type":"array","items":{"type":"object"},"changes":[{"before":"1.26.1","absent":true}]},
"entrypoint":{"type":"array","items":{"type":"string"},"changes":[{"before":"1.6.12","absent":true}]},
"env":{"type":"array","items":{"type":"object","object":"EnvVar"},"changes":[{"before":"1.6.11","absent":true}]},
"from":{"type":"string","nullable":true},
"gpu":{"type":"boolean"},
"guestSubnet":{"type":"string","nullable":true,"changes":[{"before":"1.18.0","absent":true}]},
"image":{"type":"string","nullable":true},
"memoryMb":{"type":"integer","nullable":true},
"mounts":{"type":"array","items":{"type":"object","object":"MountSpec"}},
"name":{"type":"string","nullable":true},
"nestedVirt":{"type":"boolean","changes":[{"before":"1.24.0","absent":true}]},
"network":{"type":"boolean"},
"networkBackend":{"type":"string","values":["tsi","virtio-net"],"nullable":true},
"overlayGb":{"type":"integer","nullable":true},
"ports":{"type":"array","items":{"type":"object","object":"PortSpec"}},
"registryIdentityToken":{"type":"string","nullable":true},
"registryRef":{"type":"string","nullable":true},
"restart":{"type":"object","object":"RestartSpec","nullable":true},
"secrets":{"type":"object"},
"stopSignal":{"type":"string","nullable":true,"changes":[{"before":"1.28.1","absent":true}]},
"stopTimeoutSecs":{"type":"integer","nullable":true,"changes":[{"before":"1.28.1","absent":true}]},
"storageGb":{"type":"integer","nullable":true},
"workdir":{"type":"string","nullable":true,"changes":[{"before":"1.6.11","absent":true}]}
}
},
"EnvVar":{
"changes":[{"before":"1.6.11","absent":true}],
"properties":{
"name":{"type":"string","required":true,"changes":[{"before":"1.6.11","absent":true}]},
"value":{"type":"string","required":true,"changes":[{"before":"1.6.11","absent":true}]}
}
},
"MountSpec":{
"closed":true,
"changes":[{"before":"1.22.2","patch":{"closed":null}}],
"properties":{
"readonly":{"type":"boolean"},
"source":{"type":"string","required":true},
"staged":{"type":"boolean","changes":[{"before":"1.14.0","absent":true}]},
"target":{"type":"string","required":true}
}
},
"PortSpec":{
"closed":true,
"changes":[{"before":"1.22.2","patch":{"closed":null}}],
"properties":{
"guest":{"type":"integer","required":true},
"host":{"type":"integer","required":true},
"protocol":{"type":"string","values":["tcp","udp"],"changes":[{"before":"1.28.1","absent":true}]}
}
},
"RestartSpec":{
"closed":true,
"changes":[{"before":"1.22.2","patch":{"closed":null}}],
"properties":{"maxRetries":{"type":"integer","nullable":true},"policy":{"type":"string","nullable":true}}
}
},
"routes":{
"DELETE /api/v1/machines/{name}":{},
"DELETE /api/v1/machines/{name}/mounts":{"changes":[{"before":"1.32.2","absent":true}]},
"GET /api/v1/machines":{},
"GET /api/v1/machines/{id}/files/{path}":{},
"GET /api/v1/machines/{id}/images":{},
"GET /api/v1/machines/{id}/logs":{},
"GET /api/v1/machines/{name}":{},
"GET /api/v1/machines/{name}/egress-events":{"changes":[{"before":"1.8.1","absent":true}]},
"GET /api/v1/machines/{name}/mediation-events":{"changes":[{"before":"1.26.1","absent":true}]},
"GET /api/v1/machines/{name}/mounts":{"changes":[{"before":"1.32.2","absent":true}]},
"POST /api/v1/machines":{},
"POST /api/v1/machines/{id}/exec":{},
"POST /api/v1/machines/{id}/exec/stream":{},
"POST /api/v1/machines/{id}/images/pull":{},
"POST /api/v1/machines/{id}/run":{},
"POST /api/v1/machines/{name}/branches":{"changes":[{"before":"1.14.0","absent":true}]},
"POST /api/v1/machines/{name}/cache-disk/publish":{"changes":[{"before":"1.25.1","absent":true}]},
"POST /api/v1/machines/{name}/egress":{"changes":[{"before":"1.22.2","absent":true}]},
"POST /api/v1/machines/{name}/exec":{"changes":[{"before":"1.7.0","absent":false}],"absent":true},
"POST /api/v1/machines/{name}/export":{"changes":[{"before":"1.4.5","absent":true}]},
"POST /api/v1/machines/{name}/fork":{},
"POST /api/v1/machines/{name}/fork-release":{"changes":[{"before":"1.7.2","absent":true}]},
"POST /api/v1/machines/{name}/mounts":{"changes":[{"before":"1.32.2","absent":true}]},
"POST /api/v1/machines/{name}/pause":{"changes":[{"before":"1.18.0","absent":true}]},
"POST /api/v1/machines/{name}/resize":{},
"POST /api/v1/machines/{name}/resume":{"changes":[{"before":"1.18.0","absent":true}]},
"POST /api/v1/machines/{name}/start":{},
"POST /api/v1/machines/{name}/stop":{},
"POST /api/v1/machines/{name}/sync":{"changes":[{"before":"1.14.0","absent":true}]},
"PUT /api/v1/machines/{id}/files/{path}":{},
"PUT /api/v1/machines/{name}/credential-values":{"changes":[{"before":"1.19.0","absent":true}]},
"PUT /api/v1/machines/{name}/ports":{"changes":[{"before":"1.28.1","absent":true}]}
}
}`);
