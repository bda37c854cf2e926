// Generated from schemas/ by `pnpm generate`. Do not edit.
import type { Command, CommandSchema, FlagEntry, KeySchema } from '../types.ts';

/** Every key that any known release has, as the newest has it. */
export const EVERY_KEY = JSON.parse(String.raw`{
 "name": "",
 "path": "",
 "type": "table",
 "group": "",
 "description": "A Smolfile declares a microVM workload for smolvm: image, command, resources, network, mounts and secrets. Every key is optional; an unknown key is an error.",
 "children": [
  {
   "name": "image",
   "path": "image",
   "type": "string",
   "group": "workload",
   "description": "The container image the machine boots: a registry reference, or a local archive or directory. Without it the machine is a bare Alpine VM.",
   "examples": ["alpine:3.20","python:3.12-slim","ghcr.io/acme/api:1.4"],
   "grammar": "image-reference",
   "merge": {
    "create": {"strategy":"override","layers":["--image","image"],"missing":null},
    "run": {"strategy":"override","layers":["--image","image"],"missing":null},
    "pack": {"strategy":"override","layers":["--image","image"],"missing":null,"displacedBy":"--from-vm"}
   },
   "effect": {
    "create": {"effect":"stored","note":"Of a local archive its digest is stored, of a directory its path."},
    "run": {"effect":"used","note":"Local archives and directories work too."},
    "pack": {"effect":"used","note":"Local archives and directories work too. Ignored with --from-vm."}
   },
   "changes": [
    {
     "before": "1.29.1",
     "patch": {"effect":{"pack":{"note":"Must be a registry reference. Ignored with --from-vm."}}}
    },
    {
     "before": "1.14.2",
     "patch": {
      "effect": {
       "create": {
        "note": "Only a registry reference works: a local archive or directory is stored as written, and the first start fails. Pass those with --image."
       }
      }
     }
    }
   ]
  },
  {
   "name": "entrypoint",
   "path": "entrypoint",
   "type": "string-array",
   "group": "workload",
   "description": "The program to start and its fixed arguments, one list element per argument. An empty list counts as absent.",
   "default": [],
   "examples": [["/usr/local/bin/app"],["sh","-c"]],
   "grammar": "argv",
   "merge": {
    "create": {"strategy":"override","layers":["entrypoint"],"missing":[],"emptyIsAbsent":true},
    "run": {"strategy":"override","layers":["entrypoint"],"missing":[],"emptyIsAbsent":true},
    "pack": {
     "strategy": "override",
     "layers": ["--entrypoint","artifact.entrypoint","entrypoint"],
     "missing": [],
     "emptyIsAbsent": true,
     "emptyFlagIsAbsent": true
    }
   },
   "effect": {
    "create": {"effect":"stored","note":"Stays in front of arguments given after --."},
    "run": {"effect":"used","note":"Dropped when arguments are given on the command line."},
    "pack": {"effect":"used"}
   },
   "changes": [{"before":"1.14.2","patch":{"merge":{"pack":{"emptyFlagIsAbsent":null}}}}]
  },
  {
   "name": "cmd",
   "path": "cmd",
   "type": "string-array",
   "group": "workload",
   "description": "Arguments after the entrypoint, or the whole command where there is no entrypoint. An empty list counts as absent.",
   "default": [],
   "examples": [["python","app.py"],["serve","--port","8080"]],
   "grammar": "argv",
   "merge": {
    "create": {"strategy":"override","layers":["COMMAND","cmd"],"missing":[],"emptyIsAbsent":true},
    "run": {"strategy":"override","layers":["COMMAND","cmd"],"missing":[],"emptyIsAbsent":true},
    "pack": {"strategy":"override","layers":["artifact.cmd","cmd"],"missing":[],"emptyIsAbsent":true}
   },
   "effect": {
    "create": {"effect":"stored","note":"Replaced by arguments given after --."},
    "run": {"effect":"used","note":"Replaced by arguments on the command line."},
    "pack": {"effect":"used"}
   }
  },
  {
   "name": "env",
   "path": "env",
   "type": "string-array",
   "group": "workload",
   "description": "Environment variables of init commands and workload, as KEY=VALUE strings. A bare KEY takes its value from the host.",
   "default": [],
   "examples": [["LOG_LEVEL=info","PORT=8080"]],
   "grammar": "env",
   "merge": {
    "create": {"strategy":"append","layers":["env","dev.env","--trust-host-certs","--env"],"missing":[],"trim":true},
    "run": {"strategy":"append","layers":["env","dev.env","--trust-host-certs","--env"],"missing":[],"trim":true},
    "pack": {"strategy":"append","layers":["env"],"missing":[],"trim":true}
   },
   "effect": {
    "create": {
     "effect": "stored",
     "note": "A bare KEY becomes the value of the host when the machine is created, and is stored in plain text."
    },
    "run": {"effect":"used"},
    "pack": {"effect":"used","note":"A bare KEY is kept, and takes its value on the host that runs the pack."}
   }
  },
  {
   "name": "secrets",
   "path": "secrets",
   "type": "map",
   "group": "secrets",
   "description": "Environment variables whose values are read on the host when the machine starts, and are never written to the machine record.",
   "default": {},
   "examples": [{"DB_PASSWORD":{"from_env":"DB_PASSWORD"}}],
   "nameGrammar": "env-name",
   "merge": {
    "create": {
     "strategy": "by-key",
     "layers": ["secrets","--secret-env","--secret-file","--secret-keychain"],
     "missing": {}
    },
    "run": {
     "strategy": "by-key",
     "layers": ["secrets","--secret-env","--secret-file","--secret-keychain"],
     "missing": {}
    },
    "pack": {"strategy":"by-key","layers":["secrets"],"missing":{}}
   },
   "effect": {
    "create": {"effect":"stored","note":"Checked when the machine is created; the value is read at every start."},
    "run": {
     "effect": "used",
     "note": "Never checked before boot: with both sources from_env wins, a relative from_file starts from the working directory, and with none the run fails after boot."
    },
    "pack": {"effect":"stored","note":"The reference is copied unchecked, and every use of the pack then fails."}
   },
   "element": {
    "name": "*",
    "path": "secrets.*",
    "type": "table",
    "group": "secrets",
    "description": "One secret: the variable name inside the machine, and exactly one source for its value.",
    "examples": [{"from_env":"DB_PASSWORD"},{"from_file":"/run/secrets/db"}],
    "positionalMinimum": 0,
    "effect": {
     "create": {"effect":"stored","note":"Checked when the machine is created; the value is read at every start."},
     "run": {
      "effect": "used",
      "note": "Never checked before boot: with both sources from_env wins, a relative from_file starts from the working directory, and with none the run fails after boot."
     },
     "pack": {"effect":"stored","note":"The reference is copied unchecked, and every use of the pack then fails."}
    },
    "children": [
     {
      "name": "from_env",
      "path": "secrets.*.from_env",
      "type": "string",
      "group": "secrets",
      "description": "Name of the host environment variable that holds the value.",
      "examples": ["DB_PASSWORD"],
      "grammar": "env-name",
      "effect": {
       "create": {"effect":"stored","note":"Checked when the machine is created; the value is read at every start."},
       "run": {
        "effect": "used",
        "note": "Never checked before boot: with both sources from_env wins, a relative from_file starts from the working directory, and with none the run fails after boot."
       },
       "pack": {"effect":"stored","note":"The reference is copied unchecked, and every use of the pack then fails."}
      }
     },
     {
      "name": "from_file",
      "path": "secrets.*.from_file",
      "type": "string",
      "group": "secrets",
      "description": "Absolute path of the host file that holds the value.",
      "examples": ["/run/secrets/db_password"],
      "grammar": "absolute-path",
      "effect": {
       "create": {"effect":"stored","note":"Checked when the machine is created; the value is read at every start."},
       "run": {
        "effect": "used",
        "note": "Never checked before boot: with both sources from_env wins, a relative from_file starts from the working directory, and with none the run fails after boot."
       },
       "pack": {"effect":"stored","note":"The reference is copied unchecked, and every use of the pack then fails."}
      }
     },
     {
      "name": "from_keychain",
      "path": "secrets.*.from_keychain",
      "type": "string",
      "group": "secrets",
      "description": "Item of the host's keychain that holds the value, as SERVICE or SERVICE/ACCOUNT.",
      "examples": ["postgres/app"],
      "grammar": "keychain-item",
      "effect": {
       "create": {"effect":"stored","note":"Checked when the machine is created; the value is read at every start."},
       "run": {
        "effect": "used",
        "note": "Never checked before boot: with both sources from_env wins, a relative from_file starts from the working directory, and with none the run fails after boot."
       },
       "pack": {"effect":"stored","note":"The reference is copied unchecked, and every use of the pack then fails."}
      },
      "since": "1.31.0",
      "changes": [{"before":"1.31.0","absent":true}]
     }
    ]
   }
  },
  {
   "name": "workdir",
   "path": "workdir",
   "type": "string",
   "group": "workload",
   "description": "Directory inside the machine in which init commands and the workload start.",
   "examples": ["/app"],
   "grammar": "guest-path",
   "merge": {
    "create": {"strategy":"override","layers":["--workdir","dev.workdir","workdir"],"missing":null},
    "run": {"strategy":"override","layers":["--workdir","dev.workdir","workdir"],"missing":null},
    "pack": {"strategy":"override","layers":["workdir"],"missing":null}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"used"}}
  },
  {
   "name": "user",
   "path": "user",
   "type": "string",
   "group": "workload",
   "description": "User the workload runs as: a name or uid[:gid]. Overrides the USER of the image.",
   "examples": ["app","1000:1000"],
   "grammar": "user",
   "merge": {
    "create": {"strategy":"override","layers":["--user","dev.user","user"],"missing":null},
    "run": {"strategy":"override","layers":["--user","dev.user","user"],"missing":null},
    "pack": {"strategy":"override","layers":["user"],"missing":null}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"used"}},
   "since": "1.14.0",
   "changes": [
    {"before":"1.14.3","patch":{"merge":{"pack":null},"effect":{"pack":{"effect":"ignored"}}}},
    {"before":"1.14.0","absent":true}
   ]
  },
  {
   "name": "cpus",
   "path": "cpus",
   "type": "integer",
   "group": "resources",
   "description": "Number of virtual CPUs. The hypervisor uses at most 16.",
   "integer": "u8",
   "minimum": "0",
   "maximum": "255",
   "default": 4,
   "examples": [2,4],
   "merge": {
    "create": {"strategy":"override","layers":["--cpus","cpus"],"missing":4},
    "run": {"strategy":"override","layers":["--cpus","cpus"],"missing":4},
    "pack": {"strategy":"override","layers":["--cpus","artifact.cpus","cpus"],"missing":4}
   },
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used","note":"0 is refused at launch."},
    "pack": {"effect":"used","note":"Not checked: 0 is accepted. Never taken from the machine of --from-vm."}
   },
   "changes": [
    {
     "before": "1.14.2",
     "patch": {
      "merge": {
       "create": {"strategy":"override-unless-default"},
       "run": {"strategy":"override-unless-default"},
       "pack": {"strategy":"override-unless-default"}
      }
     }
    }
   ]
  },
  {
   "name": "memory",
   "path": "memory",
   "type": "integer",
   "group": "resources",
   "description": "Memory of the machine in MiB. smolvm needs at least 64.",
   "integer": "u32",
   "minimum": "0",
   "maximum": "4294967295",
   "default": 8192,
   "examples": [512,2048],
   "unit": "MiB",
   "merge": {
    "create": {"strategy":"override","layers":["--mem","memory"],"missing":8192},
    "run": {"strategy":"override","layers":["--mem","memory"],"missing":8192},
    "pack": {"strategy":"override","layers":["--mem","artifact.memory","memory"],"missing":8192}
   },
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used","note":"Less than 64 is refused at launch."},
    "pack": {"effect":"used","note":"Not checked. Never taken from the machine of --from-vm."}
   },
   "changes": [
    {
     "before": "1.14.2",
     "patch": {
      "merge": {
       "create": {"strategy":"override-unless-default"},
       "run": {"strategy":"override-unless-default"},
       "pack": {"strategy":"override-unless-default"}
      }
     }
    }
   ]
  },
  {
   "name": "net",
   "path": "net",
   "type": "boolean",
   "group": "network",
   "description": "Whether the machine has outbound network access.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--net","net"],"missing":false},
    "run": {"strategy":"any","layers":["--net","net"],"missing":false},
    "pack": {"strategy":"override","layers":["net"],"missing":null}
   },
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used"},
    "pack": {"effect":"used","note":"Absent means off, but with --from-vm the setting of that machine."}
   }
  },
  {
   "name": "net_backend",
   "path": "net_backend",
   "type": "string",
   "group": "network",
   "description": "Network backend of the machine: tsi or virtio-net.",
   "examples": ["tsi","virtio-net"],
   "values": ["tsi","virtio-net"],
   "checked": "merged",
   "merge": {
    "create": {"strategy":"override","layers":["--net-backend","net_backend"],"missing":null},
    "run": {"strategy":"override","layers":["--net-backend","net_backend"],"missing":null}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "since": "1.14.0",
   "changes": [{"before":"1.14.0","absent":true}]
  },
  {
   "name": "gpu",
   "path": "gpu",
   "type": "boolean",
   "group": "resources",
   "description": "Whether the machine gets a virtual GPU (Vulkan over virtio-gpu).",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--gpu","gpu"],"missing":false},
    "run": {"strategy":"any","layers":["--gpu","gpu"],"missing":false},
    "pack": {"strategy":"any","layers":["--gpu","gpu"],"missing":false}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"used"}}
  },
  {
   "name": "gpu_vram",
   "path": "gpu_vram",
   "type": "integer",
   "group": "resources",
   "description": "Video memory of the virtual GPU in MiB. Without gpu = true it has no effect.",
   "integer": "u32",
   "minimum": "0",
   "maximum": "4294967295",
   "default": 4096,
   "examples": [2048],
   "unit": "MiB",
   "merge": {
    "create": {"strategy":"override","layers":["--gpu-vram","gpu_vram"],"missing":null},
    "run": {"strategy":"override","layers":["--gpu-vram","gpu_vram"],"missing":null}
   },
   "effect": {
    "create": {"effect":"stored","note":"0 is refused, even without gpu."},
    "run": {"effect":"used","note":"0 is not refused."},
    "pack": {"effect":"ignored"}
   }
  },
  {
   "name": "rosetta",
   "path": "rosetta",
   "type": "boolean",
   "group": "resources",
   "description": "Run x86-64 programs in the machine through Rosetta 2 of the host. macOS with Apple silicon only.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--rosetta","rosetta"],"missing":false},
    "run": {"strategy":"any","layers":["--rosetta","rosetta"],"missing":false}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "since": "1.5.0",
   "changes": [{"before":"1.5.0","absent":true}]
  },
  {
   "name": "cuda",
   "path": "cuda",
   "type": "boolean",
   "group": "resources",
   "description": "Let the machine use the NVIDIA GPU of the host through CUDA calls that smolvm forwards. Linux hosts with an NVIDIA driver only.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--cuda","cuda"],"missing":false},
    "run": {"strategy":"any","layers":["--cuda","cuda"],"missing":false}
   },
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used"},
    "pack": {"effect":"ignored","note":"With --from-vm the setting of that machine stays."}
   },
   "since": "1.4.3",
   "changes": [
    {
     "before": "1.5.0",
     "patch": {
      "merge": {"run":null},
      "effect": {
       "run": {"effect":"ignored","note":"Machines are booted without it, unless they are created and started."}
      }
     }
    },
    {"before":"1.4.3","absent":true}
   ]
  },
  {
   "name": "auto_graph",
   "path": "auto_graph",
   "type": "boolean",
   "group": "resources",
   "description": "Turn on automatic CUDA graphs in the machine. Implies cuda and sets two environment variables, over values of your own.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--auto-graph","auto_graph"],"missing":false,"onlyImplies":true},
    "run": {"strategy":"any","layers":["--auto-graph","auto_graph"],"missing":false,"onlyImplies":true}
   },
   "implies": [
    {"stage":"merge","key":"cuda","value":true,"when":"true","commands":["create","run"]},
    {
     "stage": "merge",
     "key": "env",
     "value": ["SMOLVM_CUDA_AUTO_GRAPH=1","TORCHINDUCTOR_CUDAGRAPHS=1"],
     "when": "true",
     "how": "replace-by-key",
     "commands": ["create","run"]
    }
   ],
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "since": "1.7.2",
   "changes": [{"before":"1.7.2","absent":true}]
  },
  {
   "name": "docker_socket",
   "path": "docker_socket",
   "type": "boolean",
   "group": "resources",
   "description": "Expose the socket of the Docker daemon that runs in the machine to the host, as a Unix socket for DOCKER_HOST.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--docker-socket","docker_socket"],"missing":false},
    "run": {"strategy":"any","layers":["--docker-socket","docker_socket"],"missing":false}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "since": "1.6.0",
   "changes": [{"before":"1.6.0","absent":true}]
  },
  {
   "name": "storage",
   "path": "storage",
   "type": "integer",
   "group": "resources",
   "description": "Size of the storage disk in GiB.",
   "integer": "u64",
   "minimum": "0",
   "maximum": "9223372036854775807",
   "default": 20,
   "examples": [20,50],
   "unit": "GiB",
   "merge": {
    "create": {"strategy":"override","layers":["--storage","storage"],"missing":null},
    "run": {"strategy":"override","layers":["--storage","storage"],"missing":null}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
  },
  {
   "name": "overlay",
   "path": "overlay",
   "type": "integer",
   "group": "resources",
   "description": "Size of the root file system overlay in GiB.",
   "integer": "u64",
   "minimum": "0",
   "maximum": "9223372036854775807",
   "default": 10,
   "examples": [10,30],
   "unit": "GiB",
   "merge": {
    "create": {"strategy":"override","layers":["--overlay","overlay"],"missing":null},
    "run": {"strategy":"override","layers":["--overlay","overlay"],"missing":null}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
  },
  {
   "name": "block_io",
   "path": "block_io",
   "type": "string",
   "group": "resources",
   "description": "How the disks of the machine are read and written: sync or async.",
   "default": "sync",
   "examples": ["sync","async"],
   "values": ["sync","async"],
   "checked": "merged",
   "merge": {
    "create": {"strategy":"override","layers":["--block-io","block_io"],"missing":"sync"},
    "run": {"strategy":"override","layers":["--block-io","block_io"],"missing":"sync"}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "since": "1.14.3",
   "changes": [{"before":"1.14.3","absent":true}]
  },
  {
   "name": "disk_durability",
   "path": "disk_durability",
   "type": "string",
   "group": "resources",
   "description": "Whether a flush of the guest reaches the host's disk before it is confirmed: full or deferred.",
   "default": "full",
   "examples": ["full","deferred"],
   "values": ["full","deferred"],
   "checked": "written",
   "merge": {
    "create": {"strategy":"override","layers":["--disk-durability","disk_durability"],"missing":"full"},
    "run": {"strategy":"override","layers":["--disk-durability","disk_durability"],"missing":"full"}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "since": "1.24.1",
   "changes": [{"before":"1.24.1","absent":true}]
  },
  {
   "name": "ports",
   "path": "ports",
   "type": "string-array",
   "group": "dev",
   "description": "Published ports as HOST:GUEST or PORT. Legacy place: a non-empty dev.ports replaces this list.",
   "default": [],
   "examples": [["8080:80"]],
   "grammar": "port",
   "deprecated": true,
   "merge": {
    "create": {
     "strategy": "replace-then-append",
     "layers": [["dev.ports","ports"],"--port"],
     "missing": [],
     "unique": "host-port"
    },
    "run": {
     "strategy": "replace-then-append",
     "layers": [["dev.ports","ports"],"--port"],
     "missing": [],
     "unique": "host-port"
    }
   },
   "implies": [{"stage":"launch","key":"net","value":true,"when":"non-empty","commands":["create","run"]}],
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used"},
    "pack": {"effect":"ignored","note":"Not even checked."}
   }
  },
  {
   "name": "volumes",
   "path": "volumes",
   "type": "string-array",
   "group": "dev",
   "description": "Host directories mounted into the machine as HOST:GUEST[:ro]. Legacy place: a non-empty dev.volumes replaces this list.",
   "default": [],
   "examples": [["./src:/app"]],
   "grammar": "volume",
   "deprecated": true,
   "merge": {
    "create": {
     "strategy": "replace-then-append",
     "layers": [["dev.volumes","volumes"],"--volume"],
     "missing": [],
     "unique": "guest-path"
    },
    "run": {
     "strategy": "replace-then-append",
     "layers": [["dev.volumes","volumes"],"--volume"],
     "missing": [],
     "unique": "guest-path"
    }
   },
   "effect": {
    "create": {"effect":"stored","note":"The host directories must exist when the machine is created."},
    "run": {"effect":"used"},
    "pack": {"effect":"ignored","note":"Not even checked."}
   }
  },
  {
   "name": "init",
   "path": "init",
   "type": "string-array",
   "group": "dev",
   "description": "Shell commands that prepare the machine, run once. Legacy place: a non-empty dev.init replaces this list.",
   "default": [],
   "examples": [["apk add --no-cache git"]],
   "grammar": "shell-command",
   "deprecated": true,
   "merge": {
    "create": {"strategy":"replace-then-append","layers":[["dev.init","init"],"--init"],"missing":[]},
    "run": {"strategy":"replace-then-append","layers":[["dev.init","init"],"--init"],"missing":[]}
   },
   "effect": {
    "create": {"effect":"stored","note":"Runs once, at the first successful start."},
    "run": {
     "effect": "used",
     "note": "With -d the record does not note that init has run, so that the next start runs it again."
    },
    "pack": {"effect":"ignored"}
   }
  },
  {
   "name": "artifact",
   "path": "artifact",
   "type": "table",
   "group": "artifact",
   "description": "Settings for smolvm pack create only. They override the top-level keys of the same name in the packed artifact.",
   "examples": [{"cpus":2,"memory":1024}],
   "positionalMinimum": 5,
   "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}},
   "children": [
    {
     "name": "cpus",
     "path": "artifact.cpus",
     "type": "integer",
     "group": "artifact",
     "description": "Number of virtual CPUs of the packed machine. Default: the top-level cpus.",
     "integer": "u8",
     "minimum": "0",
     "maximum": "255",
     "examples": [2],
     "feeds": "cpus",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "memory",
     "path": "artifact.memory",
     "type": "integer",
     "group": "artifact",
     "description": "Memory of the packed machine in MiB. Default: the top-level memory.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "examples": [1024],
     "unit": "MiB",
     "feeds": "memory",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "entrypoint",
     "path": "artifact.entrypoint",
     "type": "string-array",
     "group": "artifact",
     "description": "Entrypoint of the packed machine. Empty or absent: the top-level entrypoint, then that of the image.",
     "default": [],
     "examples": [["/usr/local/bin/app"]],
     "grammar": "argv",
     "feeds": "entrypoint",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "cmd",
     "path": "artifact.cmd",
     "type": "string-array",
     "group": "artifact",
     "description": "Command of the packed machine. Empty or absent: the top-level cmd, then that of the image.",
     "default": [],
     "examples": [["serve"]],
     "grammar": "argv",
     "feeds": "cmd",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "oci_platform",
     "path": "artifact.oci_platform",
     "type": "string",
     "group": "artifact",
     "description": "Platform of the image to pack, as os/arch[/variant]. Default: the architecture of the host.",
     "examples": ["linux/amd64","linux/arm64"],
     "grammar": "platform",
     "result": "oci_platform",
     "merge": {"pack":{"strategy":"override","layers":["--oci-platform","artifact.oci_platform"],"missing":null}},
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    }
   ]
  },
  {
   "name": "pack",
   "path": "pack",
   "type": "table",
   "group": "artifact",
   "description": "Other spelling of [artifact]. Used only when there is no [artifact]; the two are never merged.",
   "examples": [{"cpus":2,"memory":1024}],
   "positionalMinimum": 5,
   "aliasOf": "artifact",
   "aliasConflict": "hidden",
   "effect": {
    "create": {"effect":"ignored"},
    "run": {"effect":"ignored"},
    "pack": {"effect":"used","note":"Ignored whole when there is an [artifact] table, even an empty one."}
   },
   "children": [
    {
     "name": "cpus",
     "path": "pack.cpus",
     "type": "integer",
     "group": "artifact",
     "description": "Number of virtual CPUs of the packed machine. Default: the top-level cpus.",
     "integer": "u8",
     "minimum": "0",
     "maximum": "255",
     "examples": [2],
     "feeds": "cpus",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "memory",
     "path": "pack.memory",
     "type": "integer",
     "group": "artifact",
     "description": "Memory of the packed machine in MiB. Default: the top-level memory.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "examples": [1024],
     "unit": "MiB",
     "feeds": "memory",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "entrypoint",
     "path": "pack.entrypoint",
     "type": "string-array",
     "group": "artifact",
     "description": "Entrypoint of the packed machine. Empty or absent: the top-level entrypoint, then that of the image.",
     "default": [],
     "examples": [["/usr/local/bin/app"]],
     "grammar": "argv",
     "feeds": "entrypoint",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "cmd",
     "path": "pack.cmd",
     "type": "string-array",
     "group": "artifact",
     "description": "Command of the packed machine. Empty or absent: the top-level cmd, then that of the image.",
     "default": [],
     "examples": [["serve"]],
     "grammar": "argv",
     "feeds": "cmd",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    },
    {
     "name": "oci_platform",
     "path": "pack.oci_platform",
     "type": "string",
     "group": "artifact",
     "description": "Platform of the image to pack, as os/arch[/variant]. Default: the architecture of the host.",
     "examples": ["linux/amd64","linux/arm64"],
     "grammar": "platform",
     "feeds": "artifact.oci_platform",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"used"}}
    }
   ]
  },
  {
   "name": "dev",
   "path": "dev",
   "type": "table",
   "group": "dev",
   "description": "Settings for machines made with machine create and machine run. pack create ignores them.",
   "examples": [{"ports":["8080:80"],"volumes":["./src:/app"]}],
   "positionalMinimum": 5,
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "changes": [{"before":"1.14.0","patch":{"positionalMinimum":4}}],
   "children": [
    {
     "name": "volumes",
     "path": "dev.volumes",
     "type": "string-array",
     "group": "dev",
     "description": "Host directories mounted into the machine as HOST:GUEST[:ro]. Replaces the top-level volumes when not empty.",
     "default": [],
     "examples": [["./src:/app"],["./data:/data:ro"]],
     "grammar": "volume",
     "feeds": "volumes",
     "effect": {
      "create": {"effect":"stored","note":"The host directories must exist when the machine is created."},
      "run": {"effect":"used"},
      "pack": {"effect":"ignored","note":"Not even checked."}
     }
    },
    {
     "name": "env",
     "path": "dev.env",
     "type": "string-array",
     "group": "dev",
     "description": "More environment variables as KEY=VALUE, added after the top-level env.",
     "default": [],
     "examples": [["DEBUG=1"]],
     "grammar": "env",
     "feeds": "env",
     "effect": {
      "create": {
       "effect": "stored",
       "note": "A bare KEY becomes the value of the host when the machine is created, and is stored in plain text."
      },
      "run": {"effect":"used"},
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "init",
     "path": "dev.init",
     "type": "string-array",
     "group": "dev",
     "description": "Shell commands that prepare the machine, run once. Replaces the top-level init when not empty.",
     "default": [],
     "examples": [["apk add --no-cache git"]],
     "grammar": "shell-command",
     "feeds": "init",
     "effect": {
      "create": {"effect":"stored","note":"Runs once, at the first successful start."},
      "run": {
       "effect": "used",
       "note": "With -d the record does not note that init has run, so that the next start runs it again."
      },
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "workdir",
     "path": "dev.workdir",
     "type": "string",
     "group": "dev",
     "description": "Working directory inside the machine. Wins over the top-level workdir.",
     "examples": ["/app"],
     "grammar": "guest-path",
     "feeds": "workdir",
     "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "user",
     "path": "dev.user",
     "type": "string",
     "group": "dev",
     "description": "User the workload runs as. Wins over the top-level user, even when it is empty.",
     "examples": ["app","1000:1000"],
     "grammar": "user",
     "feeds": "user",
     "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
     "since": "1.14.0",
     "changes": [{"before":"1.14.0","absent":true}]
    },
    {
     "name": "ports",
     "path": "dev.ports",
     "type": "string-array",
     "group": "dev",
     "description": "Published ports as HOST:GUEST or PORT. Replaces the top-level ports when not empty.",
     "default": [],
     "examples": [["8080:80"],["3000"]],
     "grammar": "port",
     "feeds": "ports",
     "implies": [{"stage":"launch","key":"net","value":true,"when":"non-empty","commands":["create","run"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {"effect":"used"},
      "pack": {"effect":"ignored","note":"Not even checked."}
     }
    }
   ]
  },
  {
   "name": "network",
   "path": "network",
   "type": "table",
   "group": "network",
   "description": "What the machine may reach. A non-empty list turns networking on.",
   "examples": [{"allow_hosts":["pypi.org","files.pythonhosted.org"]}],
   "positionalMinimum": 0,
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used"},
    "pack": {
     "effect": "partial",
     "note": "Only turns networking on. The list is dropped, so that the packed machine has unrestricted network access."
    }
   },
   "children": [
    {
     "name": "allow_hosts",
     "path": "network.allow_hosts",
     "type": "string-array",
     "group": "network",
     "description": "Host names the machine may reach, subdomains included. Implies net = true.",
     "default": [],
     "examples": [["pypi.org","files.pythonhosted.org"]],
     "grammar": "host",
     "result": "allow_hosts",
     "merge": {
      "create": {"strategy":"append","layers":["network.allow_hosts","--allow-host"],"missing":[]},
      "run": {"strategy":"append","layers":["network.allow_hosts","--allow-host"],"missing":[]}
     },
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty","commands":["create","run","pack"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {
       "effect": "used",
       "note": "Names are not resolved before boot, so that an IP address in the list never matches."
      },
      "pack": {
       "effect": "partial",
       "note": "Only turns networking on. The list is dropped, so that the packed machine has unrestricted network access."
      }
     }
    },
    {
     "name": "allow_host_patterns",
     "path": "network.allow_host_patterns",
     "type": "string-array",
     "group": "network",
     "description": "Host names the machine may reach, strictly: a bare name is that name alone, *.name its subdomains alone. Implies net = true.",
     "default": [],
     "examples": [["api.example.com","*.cdn.example.com"]],
     "grammar": "host-pattern",
     "result": "allow_host_patterns",
     "merge": {
      "create": {"strategy":"append","layers":["network.allow_host_patterns","--allow-host-pattern"],"missing":[]},
      "run": {"strategy":"append","layers":["network.allow_host_patterns","--allow-host-pattern"],"missing":[]}
     },
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty","commands":["create","run","pack"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {"effect":"used"},
      "pack": {
       "effect": "partial",
       "note": "Only turns networking on. The list is dropped, so that the packed machine has unrestricted network access."
      }
     },
     "since": "1.20.0",
     "changes": [{"before":"1.20.0","absent":true}]
    },
    {
     "name": "allow_cidrs",
     "path": "network.allow_cidrs",
     "type": "string-array",
     "group": "network",
     "description": "IP addresses and CIDR ranges the machine may reach. Implies net = true.",
     "default": [],
     "examples": [["10.0.0.0/8","1.1.1.1"]],
     "grammar": "cidr",
     "result": "allow_cidrs",
     "merge": {
      "create": {
       "strategy": "append",
       "layers": ["network.allow_cidrs","--allow-cidr","--allow-host","--outbound-localhost-only"],
       "missing": []
      },
      "run": {
       "strategy": "append",
       "layers": ["network.allow_cidrs","--allow-cidr","--allow-host","--outbound-localhost-only"],
       "missing": []
      }
     },
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty","commands":["create","run","pack"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {"effect":"used"},
      "pack": {
       "effect": "partial",
       "note": "Only turns networking on. The list is dropped, so that the packed machine has unrestricted network access."
      }
     }
    },
    {
     "name": "block_private",
     "path": "network.block_private",
     "type": "boolean",
     "group": "network",
     "description": "Blocks private, internal and link-local addresses and leaves the internet open. Implies net = true.",
     "default": false,
     "examples": [true],
     "result": "block_private",
     "merge": {
      "create": {"strategy":"any","layers":["--block-private","network.block_private"],"missing":false},
      "run": {"strategy":"any","layers":["--block-private","network.block_private"],"missing":false}
     },
     "implies": [{"stage":"merge","key":"net","value":true,"when":"true","commands":["create","run"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {"effect":"used"},
      "pack": {"effect":"ignored","note":"The packed machine reaches private addresses."}
     },
     "since": "1.28.1",
     "changes": [{"before":"1.28.1","absent":true}]
    },
    {
     "name": "allow_private",
     "path": "network.allow_private",
     "type": "string-array",
     "group": "network",
     "description": "Private ranges the machine may reach in spite of block_private, which any entry switches on. Implies net = true.",
     "default": [],
     "examples": [["10.1.2.0/24"],["192.168.1.10"]],
     "grammar": "cidr-unchecked",
     "result": "allow_private",
     "merge": {
      "create": {"strategy":"append","layers":["network.allow_private","--allow-private"],"missing":[]},
      "run": {"strategy":"append","layers":["network.allow_private","--allow-private"],"missing":[]}
     },
     "implies": [
      {"stage":"merge","key":"net","value":true,"when":"non-empty","commands":["create","run"]},
      {
       "stage": "merge",
       "key": "network.block_private",
       "value": true,
       "when": "non-empty",
       "commands": ["create","run"]
      }
     ],
     "effect": {
      "create": {"effect":"stored","note":"Not checked: a bad entry fails at every start."},
      "run": {"effect":"used","note":"Not checked before the boot, which a bad entry makes fail."},
      "pack": {"effect":"ignored","note":"Not even checked, and no network either."}
     },
     "since": "1.28.1",
     "changes": [{"before":"1.28.1","absent":true}]
    },
    {
     "name": "deny_cidrs",
     "path": "network.deny_cidrs",
     "type": "string-array",
     "group": "network",
     "description": "IP addresses and ranges the machine must not reach, whatever else is allowed. Implies net = true.",
     "default": [],
     "examples": [["192.168.0.0/16","169.254.169.254"]],
     "grammar": "cidr",
     "result": "deny_cidrs",
     "merge": {
      "create": {"strategy":"append","layers":["--deny-cidr","network.deny_cidrs"],"missing":[]},
      "run": {"strategy":"append","layers":["--deny-cidr","network.deny_cidrs"],"missing":[]}
     },
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty","commands":["create","run"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {"effect":"used"},
      "pack": {"effect":"ignored","note":"Not even checked, and no network either."}
     },
     "since": "1.31.0",
     "changes": [{"before":"1.31.0","absent":true}]
    },
    {
     "name": "allow_udp",
     "path": "network.allow_udp",
     "type": "string-array",
     "group": "network",
     "description": "Ranges the machine may reach by UDP, as CIDR[:PORT[-END]]. Implies net = true.",
     "default": [],
     "examples": [["10.0.0.0/8"],["1.1.1.1:123","192.0.2.0/24:3478-3480"],["[2001:db8::1]:443"]],
     "grammar": "udp-allow",
     "result": "allow_udp",
     "merge": {
      "create": {"strategy":"append","layers":["network.allow_udp","--allow-udp"],"missing":[]},
      "run": {"strategy":"append","layers":["network.allow_udp","--allow-udp"],"missing":[]}
     },
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty","commands":["create","run"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {"effect":"used"},
      "pack": {"effect":"ignored","note":"Not even checked, and no network either."}
     },
     "since": "1.31.3",
     "changes": [{"before":"1.31.3","absent":true}]
    },
    {
     "name": "credentials",
     "path": "network.credentials",
     "type": "table-array",
     "group": "network",
     "description": "Credentials that the host puts into requests, so that the machine never holds them. Non-empty implies net = true.",
     "default": [],
     "examples": [[{"name":"github","environment_variable":"GITHUB_TOKEN","allowed_hosts":["api.github.com"]}]],
     "result": "credentials",
     "merge": {
      "create": {"strategy":"append","layers":["network.credentials","--credential"],"missing":[]},
      "run": {"strategy":"append","layers":["network.credentials","--credential"],"missing":[]}
     },
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty","commands":["create","run","pack"]}],
     "effect": {
      "create": {"effect":"stored"},
      "run": {"effect":"used"},
      "pack": {
       "effect": "partial",
       "note": "Only turns networking on. The binding is dropped: the packed machine gets no credential."
      }
     },
     "since": "1.18.0",
     "changes": [{"before":"1.18.0","absent":true}],
     "element": {
      "name": "[]",
      "path": "network.credentials[]",
      "type": "table",
      "group": "network",
      "description": "One credential: where its value comes from, and which requests get it.",
      "examples": [{"name":"github","environment_variable":"GITHUB_TOKEN","allowed_hosts":["api.github.com"]}],
      "required": ["name","allowed_hosts"],
      "positionalMinimum": 3,
      "since": "1.18.0",
      "changes": [{"before":"1.26.0","patch":{"required":["name","environment_variable","allowed_hosts"]}}],
      "children": [
       {
        "name": "name",
        "path": "network.credentials[].name",
        "type": "string",
        "group": "network",
        "description": "Name of the binding: 1 to 64 letters, digits, '_', '.' and '-'.",
        "examples": ["github"],
        "grammar": "credential-name",
        "since": "1.18.0"
       },
       {
        "name": "environment_variable",
        "path": "network.credentials[].environment_variable",
        "type": "string",
        "group": "network",
        "description": "Variable of the guest that gets the placeholder, and of the host that holds the value. Must not be empty.",
        "default": "",
        "examples": ["GITHUB_TOKEN"],
        "grammar": "env-name",
        "since": "1.18.0",
        "changes": [{"before":"1.26.0","patch":{"default":null}}]
       },
       {
        "name": "allowed_hosts",
        "path": "network.credentials[].allowed_hosts",
        "type": "string-array",
        "group": "network",
        "description": "Hosts whose requests may carry the value, in lower case. At least one.",
        "examples": [["api.github.com"]],
        "grammar": "credential-host",
        "since": "1.18.0"
       },
       {
        "name": "injection_location",
        "path": "network.credentials[].injection_location",
        "type": "table",
        "group": "network",
        "description": "Where in a request the placeholder is replaced. At least one place.",
        "default": {"header":true,"body":false},
        "examples": [{"header":true,"body":true}],
        "positionalMinimum": 0,
        "since": "1.18.0",
        "changes": [{"before":"1.27.0","patch":{"default":{"body":null},"examples":[{"header":true}]}}],
        "children": [
         {
          "name": "header",
          "path": "network.credentials[].injection_location.header",
          "type": "boolean",
          "group": "network",
          "description": "Whether the placeholder is replaced in headers.",
          "default": true,
          "examples": [false],
          "since": "1.18.0"
         },
         {
          "name": "body",
          "path": "network.credentials[].injection_location.body",
          "type": "boolean",
          "group": "network",
          "description": "Whether the placeholder is replaced in form bodies.",
          "default": false,
          "examples": [true],
          "since": "1.27.0",
          "changes": [{"before":"1.27.0","absent":true}]
         }
        ]
       },
       {
        "name": "methods",
        "path": "network.credentials[].methods",
        "type": "string-array",
        "group": "network",
        "description": "HTTP methods whose requests may carry the value; all seven when left out.",
        "default": ["GET","HEAD","POST","PUT","PATCH","DELETE","OPTIONS"],
        "examples": [["GET","HEAD"]],
        "grammar": "http-method",
        "since": "1.18.0"
       },
       {
        "name": "set_header",
        "path": "network.credentials[].set_header",
        "type": "string",
        "group": "network",
        "description": "Header that the host sets to the value on every allowed request, in lower case.",
        "examples": ["authorization"],
        "grammar": "header-name",
        "since": "1.26.0",
        "changes": [{"before":"1.26.0","absent":true}]
       }
      ]
     }
    }
   ]
  },
  {
   "name": "branch",
   "path": "branch",
   "type": "table",
   "group": "fork",
   "description": "Preferred spelling of [fork]. Both together are refused.",
   "examples": [{"enabled":true}],
   "positionalMinimum": 3,
   "aliasOf": "fork",
   "aliasConflict": "refused",
   "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
   "since": "1.14.0",
   "changes": [{"before":"1.14.0","absent":true}],
   "children": [
    {
     "name": "enabled",
     "path": "branch.enabled",
     "type": "boolean",
     "group": "fork",
     "description": "Start the machine as a base for forks. A pool_size implies it.",
     "default": false,
     "examples": [true],
     "feeds": "fork.enabled",
     "effect": {"create":{"effect":"stored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}},
     "since": "1.14.0"
    },
    {
     "name": "pool_size",
     "path": "branch.pool_size",
     "type": "integer",
     "group": "fork",
     "description": "Planned number of CUDA forks that run at the same time. Implies enabled, needs cuda = true or auto_graph = true, and must not be 0.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "examples": [4],
     "feeds": "fork.pool_size",
     "implies": [{"stage":"merge","key":"fork.enabled","value":true,"when":"set","commands":["create"]}],
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
     "since": "1.14.0"
    },
    {
     "name": "cuda_vram_limit_mib",
     "path": "branch.cuda_vram_limit_mib",
     "type": "integer",
     "group": "fork",
     "description": "Limit of CUDA memory for the base and for each fork, in MiB. Needs pool_size, and must not be 0.",
     "integer": "u64",
     "minimum": "0",
     "maximum": "9223372036854775807",
     "examples": [4096],
     "unit": "MiB",
     "feeds": "fork.cuda_vram_limit_mib",
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
     "since": "1.14.0"
    }
   ]
  },
  {
   "name": "fork",
   "path": "fork",
   "type": "table",
   "group": "fork",
   "description": "Makes the machine a base that copies can be forked from, and plans the CUDA memory of those copies.",
   "examples": [{"enabled":true}],
   "positionalMinimum": 3,
   "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
   "since": "1.8.0",
   "changes": [{"before":"1.8.0","absent":true}],
   "children": [
    {
     "name": "enabled",
     "path": "fork.enabled",
     "type": "boolean",
     "group": "fork",
     "description": "Start the machine as a base for forks. A pool_size implies it.",
     "default": false,
     "examples": [true],
     "result": "forkable",
     "merge": {"create":{"strategy":"any","layers":["fork.enabled"],"missing":false}},
     "effect": {"create":{"effect":"stored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}},
     "since": "1.8.0"
    },
    {
     "name": "pool_size",
     "path": "fork.pool_size",
     "type": "integer",
     "group": "fork",
     "description": "Planned number of CUDA forks that run at the same time. Implies enabled, needs cuda = true or auto_graph = true, and must not be 0.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "examples": [4],
     "result": "fork_pool_size",
     "merge": {"create":{"strategy":"override","layers":["fork.pool_size"],"missing":null}},
     "implies": [{"stage":"merge","key":"fork.enabled","value":true,"when":"set","commands":["create"]}],
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
     "since": "1.8.0"
    },
    {
     "name": "cuda_vram_limit_mib",
     "path": "fork.cuda_vram_limit_mib",
     "type": "integer",
     "group": "fork",
     "description": "Limit of CUDA memory for the base and for each fork, in MiB. Needs pool_size, and must not be 0.",
     "integer": "u64",
     "minimum": "0",
     "maximum": "9223372036854775807",
     "examples": [4096],
     "unit": "MiB",
     "result": "cuda_vram_limit_mib",
     "merge": {"create":{"strategy":"override","layers":["fork.cuda_vram_limit_mib"],"missing":null}},
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
     "since": "1.8.0"
    }
   ]
  },
  {
   "name": "health",
   "path": "health",
   "type": "table",
   "group": "health",
   "description": "A command that tells whether the machine is healthy. Only machine monitor runs it.",
   "examples": [{"exec":["wget","-qO-","http://127.0.0.1:8080/"],"interval":"30s"}],
   "positionalMinimum": 5,
   "effect": {
    "create": {"effect":"stored","note":"Only machine monitor acts on it."},
    "run": {"effect":"ignored"},
    "pack": {"effect":"ignored"}
   },
   "children": [
    {
     "name": "exec",
     "path": "health.exec",
     "type": "string-array",
     "group": "health",
     "description": "Command to run inside the VM, one list element per argument. Without it there is no health check.",
     "default": [],
     "examples": [["wget","-qO-","http://127.0.0.1:8080/"]],
     "grammar": "argv",
     "merge": {"create":{"strategy":"override","layers":["health.exec"],"missing":null,"emptyIsAbsent":true}},
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor acts on it."},
      "run": {"effect":"ignored"},
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "interval",
     "path": "health.interval",
     "type": "string",
     "group": "health",
     "description": "Time between two checks, such as 30s, 5m or 1h.",
     "default": "5s",
     "examples": ["30s","5m"],
     "grammar": "duration",
     "result": "health.interval_secs",
     "merge": {"create":{"strategy":"override","layers":["health.interval"],"missing":null,"invalidIsAbsent":true}},
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor acts on it."},
      "run": {"effect":"ignored"},
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "timeout",
     "path": "health.timeout",
     "type": "string",
     "group": "health",
     "description": "How long one check may take, such as 5s.",
     "default": "5s",
     "examples": ["5s"],
     "grammar": "duration",
     "result": "health.timeout_secs",
     "merge": {"create":{"strategy":"override","layers":["health.timeout"],"missing":null,"invalidIsAbsent":true}},
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor acts on it."},
      "run": {"effect":"ignored"},
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "retries",
     "path": "health.retries",
     "type": "integer",
     "group": "health",
     "description": "How many checks must fail in a row before the machine counts as unhealthy.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "default": 3,
     "examples": [3,5],
     "merge": {"create":{"strategy":"override","layers":["health.retries"],"missing":null}},
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor acts on it."},
      "run": {"effect":"ignored"},
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "startup_grace",
     "path": "health.startup_grace",
     "type": "string",
     "group": "health",
     "description": "Time between the start and the first check.",
     "default": "0s",
     "examples": ["30s"],
     "grammar": "duration",
     "result": "health.startup_grace_secs",
     "merge": {
      "create": {"strategy":"override","layers":["health.startup_grace"],"missing":null,"invalidIsAbsent":true}
     },
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor acts on it."},
      "run": {"effect":"ignored"},
      "pack": {"effect":"ignored"}
     }
    }
   ]
  },
  {
   "name": "restart",
   "path": "restart",
   "type": "table",
   "group": "restart",
   "description": "When and how often a stopped machine is started again. Only machine monitor and smolvm serve act on it.",
   "examples": [{"policy":"on-failure","max_retries":5}],
   "positionalMinimum": 3,
   "effect": {
    "create": {"effect":"stored","note":"Only machine monitor and smolvm serve act on it."},
    "run": {"effect":"partial","note":"The policy is checked, then everything is dropped, also with -d."},
    "pack": {"effect":"ignored"}
   },
   "children": [
    {
     "name": "policy",
     "path": "restart.policy",
     "type": "string",
     "group": "restart",
     "description": "When to restart: never, always, on-failure or unless-stopped.",
     "default": "never",
     "examples": ["never","always","on-failure","unless-stopped"],
     "grammar": "restart-policy",
     "merge": {"create":{"strategy":"override","layers":["restart.policy"],"missing":"never"}},
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor and smolvm serve act on it."},
      "run": {"effect":"validated","note":"Checked, then dropped, also with -d."},
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "max_retries",
     "path": "restart.max_retries",
     "type": "integer",
     "group": "restart",
     "description": "How many restarts are tried. 0 means no limit.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "default": 0,
     "examples": [5],
     "merge": {"create":{"strategy":"override","layers":["restart.max_retries"],"missing":0}},
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor and smolvm serve act on it."},
      "run": {"effect":"ignored","note":"Also with -d."},
      "pack": {"effect":"ignored"}
     }
    },
    {
     "name": "max_backoff",
     "path": "restart.max_backoff",
     "type": "string",
     "group": "restart",
     "description": "Upper limit of the waiting time between two restarts. The wait never exceeds 256 seconds anyway.",
     "default": "300s",
     "examples": ["60s","2m"],
     "grammar": "duration",
     "result": "restart.max_backoff_secs",
     "merge": {"create":{"strategy":"override","layers":["restart.max_backoff"],"missing":0,"invalidIsAbsent":true}},
     "effect": {
      "create": {"effect":"stored","note":"Only machine monitor and smolvm serve act on it."},
      "run": {"effect":"ignored","note":"Also with -d."},
      "pack": {"effect":"ignored"}
     }
    }
   ]
  },
  {
   "name": "stop_on_exit",
   "path": "stop_on_exit",
   "type": "boolean",
   "group": "workload",
   "description": "Stop the machine once its command ends.",
   "default": false,
   "examples": [true],
   "merge": {"create":{"strategy":"any","layers":["--stop-on-exit","stop_on_exit"],"missing":false}},
   "effect": {"create":{"effect":"stored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}},
   "since": "1.22.0",
   "changes": [{"before":"1.22.0","absent":true}]
  },
  {
   "name": "stop_signal",
   "path": "stop_signal",
   "type": "string",
   "group": "workload",
   "description": "Signal that asks the command to stop: a name such as SIGTERM, or a number from 1 to 64.",
   "examples": ["SIGTERM","SIGINT","SIGRTMIN+3"],
   "grammar": "stop-signal",
   "merge": {"create":{"strategy":"override","layers":["--stop-signal","stop_signal"],"missing":null}},
   "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
   "since": "1.28.0",
   "changes": [{"before":"1.28.0","absent":true}]
  },
  {
   "name": "stop_timeout",
   "path": "stop_timeout",
   "type": "integer",
   "group": "workload",
   "description": "Seconds from the stop signal until the command is killed, 0 to 300.",
   "integer": "u64",
   "minimum": "0",
   "maximum": "9223372036854775807",
   "examples": [10,30],
   "merge": {"create":{"strategy":"override","layers":["--stop-timeout","stop_timeout"],"missing":null}},
   "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
   "since": "1.28.0",
   "changes": [{"before":"1.28.0","absent":true}]
  },
  {
   "name": "auth",
   "path": "auth",
   "type": "table",
   "group": "auth",
   "description": "Credentials of the host that the machine may use.",
   "examples": [{"ssh_agent":true}],
   "positionalMinimum": 1,
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "children": [
    {
     "name": "ssh_agent",
     "path": "auth.ssh_agent",
     "type": "boolean",
     "group": "auth",
     "description": "Forward the SSH agent of the host into the machine. Keys stay on the host.",
     "default": false,
     "examples": [true],
     "result": "ssh_agent",
     "merge": {
      "create": {"strategy":"any","layers":["--ssh-agent","auth.ssh_agent"],"missing":false},
      "run": {"strategy":"any","layers":["auth.ssh_agent"],"missing":false}
     },
     "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
    }
   ]
  },
  {
   "name": "service",
   "path": "service",
   "type": "table",
   "group": "service",
   "description": "Describes a service. No version of smolvm does anything with it.",
   "examples": [{"port":8080,"protocol":"http"}],
   "positionalMinimum": 3,
   "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}},
   "children": [
    {
     "name": "port",
     "path": "service.port",
     "type": "integer",
     "group": "service",
     "description": "Port of the service. Has no effect.",
     "integer": "u16",
     "minimum": "0",
     "maximum": "65535",
     "examples": [8080],
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "protocol",
     "path": "service.protocol",
     "type": "string",
     "group": "service",
     "description": "Protocol of the service. Has no effect and is not checked.",
     "examples": ["http"],
     "grammar": "text",
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "listen",
     "path": "service.listen",
     "type": "integer",
     "group": "service",
     "description": "Port the service listens on. Has no effect.",
     "integer": "u16",
     "minimum": "0",
     "maximum": "65535",
     "examples": [8080],
     "effect": {"create":{"effect":"ignored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}}
    }
   ]
  }
 ]
}`) as KeySchema;

export const COMMANDS = JSON.parse(String.raw`{
 "create": {
  "name": "create",
  "argv": ["machine","create"],
  "aliases": {"machine":["vm"]},
  "about": "Creates a machine from flags and a Smolfile, without starting it.",
  "trailing": "after-separator",
  "trailingFeeds": "cmd",
  "checks": [
   "use-host-proxy",
   "trust-host-certs",
   "allow-host",
   "allow-host-pattern",
   "label",
   "parse",
   "fork",
   "ports",
   "net-backend",
   "block-io",
   "disk-durability",
   "host-patterns",
   "allow-cidrs",
   "deny-cidrs",
   "allow-udp",
   "restart-policy",
   "stop-settings",
   "disk",
   "cache-disk",
   "image",
   "credential-flag",
   "mount-socket",
   "expose-socket",
   "secret-env",
   "secret-file",
   "secret-keychain",
   "cpus",
   "memory",
   "storage",
   "overlay",
   "backend",
   "duplicate-ports",
   "machine-name",
   "remote-volume",
   "volumes",
   "duplicate-targets",
   "remote-targets",
   "secrets",
   "disk-targets",
   "gpu-vram",
   "credentials",
   "remote-volume-needs",
   "image-network",
   "name-in-use"
  ],
  "changes": [
   {
    "before": "1.24.0",
    "patch": {
     "checks": [
      "use-host-proxy",
      "trust-host-certs",
      "allow-host",
      "allow-host-pattern",
      "label",
      "parse",
      "fork",
      "ports",
      "net-backend",
      "block-io",
      "disk-durability",
      "host-patterns",
      "allow-cidrs",
      "deny-cidrs",
      "allow-udp",
      "restart-policy",
      "stop-settings",
      "disk",
      "cache-disk",
      "image",
      "credential-flag",
      "mount-socket",
      "expose-socket",
      "secret-env",
      "secret-file",
      "secret-keychain",
      "cpus",
      "memory",
      "storage",
      "overlay",
      "backend",
      "duplicate-ports",
      "machine-name",
      "remote-volume",
      "volumes",
      "duplicate-targets",
      "remote-targets",
      "secrets",
      "disk-targets",
      "gpu-vram",
      "credentials",
      "image-network",
      "remote-volume-needs",
      "name-in-use"
     ]
    }
   },
   {
    "before": "1.14.2",
    "patch": {
     "checks": [
      "use-host-proxy",
      "trust-host-certs",
      "allow-host",
      "image",
      "allow-host-pattern",
      "label",
      "parse",
      "fork",
      "ports",
      "net-backend",
      "block-io",
      "disk-durability",
      "host-patterns",
      "allow-cidrs",
      "deny-cidrs",
      "allow-udp",
      "restart-policy",
      "stop-settings",
      "disk",
      "cache-disk",
      "credential-flag",
      "mount-socket",
      "expose-socket",
      "secret-env",
      "secret-file",
      "secret-keychain",
      "cpus",
      "memory",
      "storage",
      "overlay",
      "backend",
      "duplicate-ports",
      "machine-name",
      "remote-volume",
      "volumes",
      "duplicate-targets",
      "remote-targets",
      "secrets",
      "disk-targets",
      "gpu-vram",
      "credentials",
      "image-network",
      "remote-volume-needs",
      "name-in-use"
     ]
    }
   }
  ]
 },
 "run": {
  "name": "run",
  "argv": ["machine","run"],
  "aliases": {"machine":["vm"]},
  "about": "Boots a machine and runs one command in it.",
  "trailing": "from-first-positional",
  "trailingFeeds": "cmd",
  "checks": [
   "use-host-proxy",
   "trust-host-certs",
   "allow-host",
   "allow-host-pattern",
   "parse",
   "fork",
   "ports",
   "net-backend",
   "block-io",
   "disk-durability",
   "host-patterns",
   "allow-cidrs",
   "deny-cidrs",
   "allow-udp",
   "restart-policy",
   "stop-settings",
   "disk",
   "cache-disk",
   "credential-flag",
   "credentials",
   "mount-socket",
   "expose-socket",
   "secret-env",
   "secret-file",
   "secret-keychain",
   "bake",
   "remote-volume",
   "volumes",
   "duplicate-targets",
   "remote-volume-needs",
   "duplicate-ports",
   "command",
   "backend",
   "image",
   "storage",
   "overlay",
   "ssh-agent",
   "cpus",
   "memory"
  ],
  "changes": [
   {
    "before": "1.26.1",
    "patch": {
     "checks": [
      "use-host-proxy",
      "trust-host-certs",
      "allow-host",
      "allow-host-pattern",
      "parse",
      "fork",
      "ports",
      "net-backend",
      "block-io",
      "disk-durability",
      "host-patterns",
      "allow-cidrs",
      "deny-cidrs",
      "allow-udp",
      "restart-policy",
      "stop-settings",
      "disk",
      "cache-disk",
      "credential-flag",
      "credentials",
      "mount-socket",
      "expose-socket",
      "secret-env",
      "secret-file",
      "secret-keychain",
      "bake",
      "remote-volume",
      "volumes",
      "duplicate-targets",
      "remote-volume-needs",
      "duplicate-ports",
      "command",
      "backend",
      "storage",
      "overlay",
      "ssh-agent",
      "image",
      "cpus",
      "memory"
     ]
    }
   }
  ]
 },
 "pack": {
  "name": "pack",
  "argv": ["pack","create"],
  "aliases": {},
  "about": "Packs an image and its settings into one artifact that runs elsewhere.",
  "trailing": "none",
  "checks": ["output","parse","image-platform","image","build-storage"]
 }
}`) as Readonly<Record<Command, CommandSchema>>;

/** Parses anew at each call. */
export const readFlags = (): readonly FlagEntry[] =>
  JSON.parse(String.raw`[
 {
  "long": "smolfile",
  "aliases": ["s"],
  "value": "PATH",
  "grammar": "path",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{}},
  "help": "Smolfile to read; smolvm never looks for one by itself",
  "implies": [],
  "presence": {"create":{},"run":{},"pack":{}}
 },
 {
  "long": "name",
  "short": "n",
  "aliases": [],
  "value": "NAME",
  "grammar": "machine-name",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Name of the machine",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "from",
  "aliases": [],
  "value": "PATH",
  "grammar": "path",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": ["image","smolfile"],
  "requires": [],
  "hidden": false,
  "commands": {
   "create": {},
   "run": {
    "conflicts": [
     "image",
     "smolfile",
     "detach",
     "name",
     "gpu",
     "gpu-vram",
     "oci-platform",
     "allow-cidr",
     "allow-host",
     "outbound-localhost-only",
     "secret-env",
     "secret-file",
     "allow-host-pattern",
     "deny-cidr",
     "allow-udp",
     "secret-keychain"
    ]
   }
  },
  "help": "Start from a packed artifact",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "max-image-size",
  "aliases": [],
  "value": "SIZE",
  "grammar": "byte-size",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Largest local image archive to accept",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "detach",
  "short": "d",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Keep running in the background",
  "implies": [],
  "presence": {"run":{}}
 },
 {
  "long": "interactive",
  "short": "i",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Keep standard input open; ignored with -d",
  "implies": [],
  "presence": {"run":{}}
 },
 {
  "long": "tty",
  "short": "t",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Allocate a terminal; ignored with -d",
  "implies": [],
  "presence": {"run":{}}
 },
 {
  "long": "timeout",
  "aliases": [],
  "value": "DURATION",
  "grammar": "timeout",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Stop the command after this time",
  "implies": [],
  "presence": {"run":{}}
 },
 {
  "long": "docker-config",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Use the registry credentials of Docker",
  "implies": [],
  "presence": {"run":{}}
 },
 {
  "long": "proxy",
  "aliases": [],
  "value": "URL",
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{},"pack":{}},
  "help": "Proxy for image pulls",
  "implies": [],
  "presence": {"run":{},"pack":{}}
 },
 {
  "long": "no-proxy",
  "aliases": [],
  "value": "LIST",
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{},"pack":{}},
  "help": "Hosts that are reached without the proxy",
  "implies": [],
  "presence": {"run":{},"pack":{}}
 },
 {
  "long": "no-init-cache",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Run init in this machine instead of baking it into a cached image",
  "implies": [],
  "presence": {"run":{"since":"1.2.3"}},
  "changes": [{"before":"1.2.3","absent":true}]
 },
 {
  "long": "rebuild-init-cache",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Bake image and init again",
  "implies": [],
  "presence": {"run":{"since":"1.2.3"}},
  "changes": [{"before":"1.2.3","absent":true}]
 },
 {
  "long": "unprivileged",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Run the command without extra privileges",
  "implies": [],
  "presence": {"run":{"since":"1.2.3"}},
  "changes": [{"before":"1.2.3","absent":true}]
 },
 {
  "long": "oci-cache",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Key the init cache on the digest of the image",
  "implies": [],
  "presence": {"run":{"since":"1.7.3"}},
  "changes": [{"before":"1.7.3","absent":true}]
 },
 {
  "long": "dns",
  "aliases": [],
  "value": "IP",
  "grammar": "ipv4",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{"help":"DNS server of the machine that builds the pack","result":null}},
  "help": "DNS server of the machine; turns networking on",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set","commands":["create","run"]}],
  "result": {"name":"dns"},
  "presence": {"create":{"since":"1.2.5"},"run":{"since":"1.2.5"},"pack":{"since":"1.26.1"}},
  "changes": [{"before":"1.26.1","patch":{"commands":{"pack":null}}},{"before":"1.2.5","absent":true}]
 },
 {
  "long": "network",
  "aliases": [],
  "value": "NAME",
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Named network to attach; stored without setting net",
  "implies": [{"stage":"launch","key":"net","value":true,"when":"set"}],
  "result": {"name":"network"},
  "presence": {"create":{"since":"1.8.3"},"run":{"since":"1.8.3"}},
  "changes": [{"before":"1.8.3","absent":true}]
 },
 {
  "long": "expose-socket",
  "aliases": [],
  "value": "GUEST_PATH[:HOST_PATH]",
  "grammar": "socket",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Unix socket of the machine to expose on the host",
  "implies": [],
  "result": {"name":"published_sockets"},
  "presence": {"create":{"since":"1.6.4"},"run":{"since":"1.31.0"}},
  "changes": [{"before":"1.31.0","patch":{"commands":{"run":null}}},{"before":"1.6.4","absent":true}]
 },
 {
  "long": "mount-socket",
  "aliases": [],
  "value": "HOST_PATH:GUEST_PATH",
  "grammar": "socket",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Unix socket of the host to mount into the machine",
  "implies": [],
  "result": {"name":"published_sockets"},
  "presence": {"create":{"since":"1.6.4"},"run":{"since":"1.31.0"}},
  "changes": [{"before":"1.31.0","patch":{"commands":{"run":null}}},{"before":"1.6.4","absent":true}]
 },
 {
  "long": "label",
  "aliases": [],
  "value": "KEY=VALUE",
  "grammar": "label",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{}},
  "help": "Label of the machine",
  "implies": [],
  "result": {"name":"labels","strategy":"by-key"},
  "presence": {"create":{"since":"1.8.0"}},
  "changes": [{"before":"1.8.0","absent":true}]
 },
 {
  "long": "from-vm",
  "aliases": [],
  "value": "VM_NAME",
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Pack an existing machine instead of an image",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "output",
  "short": "o",
  "aliases": [],
  "value": "PATH",
  "grammar": "pack-output",
  "repeatable": false,
  "required": true,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Where to write the executable stub",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "no-sign",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Do not sign the artifact",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "single-file",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Write one file instead of stub and sidecar",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "staging-dir",
  "aliases": [],
  "value": "DIR",
  "grammar": "path",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Directory for intermediate files",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "rebase-from-image",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": ["from-vm"],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Rebase the packed machine on its image",
  "implies": [],
  "presence": {"pack":{"since":"1.3.4"}},
  "changes": [{"before":"1.3.4","absent":true}]
 },
 {
  "long": "stub",
  "aliases": [],
  "value": "PATH",
  "grammar": "path",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": true,
  "commands": {"pack":{}},
  "help": "Executable stub to use",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "lib-dir",
  "aliases": [],
  "value": "DIR",
  "grammar": "path",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": true,
  "commands": {"pack":{}},
  "help": "Directory of the libraries to pack",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "rootfs-dir",
  "aliases": [],
  "value": "DIR",
  "grammar": "path",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": true,
  "commands": {"pack":{}},
  "help": "Directory of the root file system to pack",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "image",
  "short": "I",
  "aliases": [],
  "value": "IMAGE",
  "grammar": "image",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {
   "create": {},
   "run": {},
   "pack": {"grammar":"text","conflicts":["from-vm"],"requiredUnless":["from-vm","smolfile"]}
  },
  "help": "Container image to boot or to pack",
  "key": "image",
  "implies": [],
  "presence": {"create":{},"run":{},"pack":{}}
 },
 {
  "long": "entrypoint",
  "aliases": [],
  "value": "CMD",
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Program to start, as one word that is never split",
  "key": "entrypoint",
  "implies": [],
  "presence": {"pack":{}}
 },
 {
  "long": "env",
  "short": "e",
  "aliases": [],
  "value": "KEY=VALUE",
  "grammar": "env",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Environment variable; a bare KEY takes the value of the host",
  "key": "env",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "secret-env",
  "aliases": [],
  "value": "GUEST_VAR=HOST_VAR",
  "grammar": "secret-env",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Secret whose value is read from a host environment variable",
  "key": "secrets",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "secret-file",
  "aliases": [],
  "value": "GUEST_VAR=PATH",
  "grammar": "secret-file",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Secret whose value is read from a host file",
  "key": "secrets",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "workdir",
  "short": "w",
  "aliases": [],
  "value": "DIR",
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Working directory inside the machine",
  "key": "workdir",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "user",
  "short": "u",
  "aliases": [],
  "value": "USER",
  "grammar": "user",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "User the workload runs as",
  "key": "user",
  "implies": [],
  "presence": {"create":{"since":"1.14.0"},"run":{"since":"1.14.0"}},
  "changes": [{"before":"1.14.0","absent":true}]
 },
 {
  "long": "cpus",
  "aliases": [],
  "value": "N",
  "grammar": "u8",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{}},
  "help": "Number of virtual CPUs",
  "key": "cpus",
  "implies": [],
  "presence": {"create":{},"run":{},"pack":{}},
  "changes": [{"before":"1.14.2","patch":{"default":4}}]
 },
 {
  "long": "mem",
  "aliases": [],
  "value": "MiB",
  "grammar": "u32",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{}},
  "help": "Memory in MiB",
  "key": "memory",
  "implies": [],
  "presence": {"create":{},"run":{},"pack":{}},
  "changes": [{"before":"1.14.2","patch":{"default":8192}}]
 },
 {
  "long": "net",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Turn on outbound network access",
  "key": "net",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "net-backend",
  "aliases": [],
  "value": "NET_BACKEND",
  "values": ["tsi","virtio-net"],
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Network backend",
  "key": "net_backend",
  "implies": [],
  "presence": {"create":{},"run":{}},
  "changes": [{"before":"1.14.0","patch":{"key":null,"result":{"name":"net_backend"}}}]
 },
 {
  "long": "gpu",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{}},
  "help": "Turn on the virtual GPU",
  "key": "gpu",
  "implies": [],
  "presence": {"create":{},"run":{},"pack":{}}
 },
 {
  "long": "gpu-vram",
  "aliases": [],
  "value": "MiB",
  "grammar": "positive-u32",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Video memory of the virtual GPU in MiB",
  "key": "gpu_vram",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "rosetta",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Run x86-64 programs through Rosetta 2 (macOS with Apple silicon)",
  "key": "rosetta",
  "implies": [],
  "presence": {"create":{"since":"1.5.0"},"run":{"since":"1.5.0"}},
  "changes": [{"before":"1.5.0","absent":true}]
 },
 {
  "long": "cuda",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Use the NVIDIA GPU of the host through CUDA",
  "key": "cuda",
  "implies": [],
  "presence": {"create":{"since":"1.3.2"},"run":{"since":"1.3.2"}},
  "changes": [
   {"before":"1.5.0","patch":{"commands":{"run":{"help":"No effect: the machine is booted without it"}}}},
   {"before":"1.4.3","patch":{"commands":{"create":{"result":{"name":"cuda"}}},"key":null}},
   {"before":"1.3.2","absent":true}
  ]
 },
 {
  "long": "auto-graph",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Turn on automatic CUDA graphs; implies --cuda",
  "key": "auto_graph",
  "implies": [
   {"stage":"merge","key":"cuda","value":true,"when":"true"},
   {
    "stage": "merge",
    "key": "env",
    "value": ["SMOLVM_CUDA_AUTO_GRAPH=1","TORCHINDUCTOR_CUDAGRAPHS=1"],
    "when": "true",
    "how": "replace-by-key"
   }
  ],
  "presence": {"create":{"since":"1.7.2"},"run":{"since":"1.7.2"}},
  "changes": [{"before":"1.7.2","absent":true}]
 },
 {
  "long": "docker-socket",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Expose the Docker socket of the machine to the host",
  "key": "docker_socket",
  "implies": [],
  "presence": {"create":{"since":"1.6.0"},"run":{"since":"1.6.0"}},
  "changes": [{"before":"1.6.0","absent":true}]
 },
 {
  "long": "storage",
  "aliases": [],
  "value": "GiB",
  "grammar": "u64",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{"help":"Size of the disk of the machine that builds the pack","key":null}},
  "help": "Size of the storage disk in GiB",
  "key": "storage",
  "implies": [],
  "presence": {"create":{},"run":{},"pack":{"since":"1.19.1"}},
  "changes": [{"before":"1.19.1","patch":{"commands":{"pack":null}}}]
 },
 {
  "long": "overlay",
  "aliases": [],
  "value": "GiB",
  "grammar": "u64",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Size of the root file system overlay in GiB",
  "key": "overlay",
  "implies": [],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "port",
  "short": "p",
  "aliases": [],
  "value": "PORT[-END]|HOST[-END]:GUEST[-END][/udp]",
  "grammar": "port",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Publish a TCP port of the machine on the host",
  "key": "ports",
  "implies": [{"stage":"launch","key":"net","value":true,"when":"non-empty"}],
  "presence": {"create":{},"run":{}},
  "changes": [
   {"before":"1.28.1","patch":{"value":"PORT[-END]|HOST[-END]:GUEST[-END]"}},
   {"before":"1.13.1","patch":{"value":"HOST:GUEST"}}
  ]
 },
 {
  "long": "volume",
  "short": "v",
  "aliases": [],
  "value": "HOST|REMOTE:GUEST[:ro|rw|staged]",
  "grammar": "volume",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{"value":"HOST|REMOTE:CONTAINER[:ro|rw|staged]"}},
  "help": "Mount a host directory into the machine",
  "key": "volumes",
  "implies": [],
  "presence": {"create":{},"run":{}},
  "changes": [
   {
    "before": "1.14.0",
    "patch": {"value":"HOST|REMOTE:GUEST[:ro]","commands":{"run":{"value":"HOST:CONTAINER[:ro]"}}}
   },
   {"before":"1.9.3","patch":{"value":"HOST:GUEST[:ro]"}}
  ]
 },
 {
  "long": "init",
  "aliases": [],
  "value": "COMMAND",
  "grammar": "shell-command",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Shell command that prepares the machine",
  "key": "init",
  "implies": [],
  "presence": {"create":{},"run":{"since":"1.14.1"}},
  "changes": [{"before":"1.14.1","patch":{"commands":{"run":null}}}]
 },
 {
  "long": "oci-platform",
  "aliases": [],
  "value": "OS/ARCH",
  "grammar": "platform",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{},"pack":{}},
  "help": "Platform of the image, such as linux/amd64",
  "key": "artifact.oci_platform",
  "implies": [],
  "presence": {"run":{},"pack":{}}
 },
 {
  "long": "allow-host",
  "aliases": [],
  "value": "HOSTNAME",
  "grammar": "host",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Host the machine may reach; resolved at once",
  "key": "network.allow_hosts",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty"}],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "allow-cidr",
  "aliases": [],
  "value": "CIDR",
  "grammar": "cidr",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Address range the machine may reach",
  "key": "network.allow_cidrs",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty"}],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "outbound-localhost-only",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Let the machine reach loopback addresses only",
  "key": "network.allow_cidrs",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"true"}],
  "adds": ["127.0.0.0/8","::1/128"],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "ssh-agent",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Forward the SSH agent of the host",
  "key": "auth.ssh_agent",
  "implies": [{"stage":"launch","key":"auth.ssh_agent","value":true,"when":"true","commands":["run"]}],
  "presence": {"create":{},"run":{}}
 },
 {
  "long": "error-format",
  "aliases": [],
  "value": "ERROR_FORMAT",
  "values": ["text","json"],
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "default": "text",
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{}},
  "help": "How smolvm prints an error: as text, or as one line of JSON",
  "implies": [],
  "presence": {"create":{"since":"1.28.1"},"run":{"since":"1.28.1"},"pack":{"since":"1.28.1"}},
  "changes": [{"before":"1.28.1","absent":true}]
 },
 {
  "long": "state-dir",
  "aliases": [],
  "value": "PATH",
  "grammar": "path",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{},"pack":{}},
  "help": "Folder in which smolvm keeps all its state, in place of its own",
  "implies": [],
  "presence": {"create":{"since":"1.31.0"},"run":{"since":"1.31.0"},"pack":{"since":"1.31.0"}},
  "changes": [{"before":"1.31.0","absent":true}]
 },
 {
  "long": "restore-cache-entries",
  "aliases": [],
  "value": "N",
  "maximum": 64,
  "grammar": "u8",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{}},
  "help": "How many restored memory images to keep",
  "implies": [],
  "presence": {"create":{"since":"1.22.0"}},
  "changes": [{"before":"1.22.0","absent":true}]
 },
 {
  "long": "restore-cache-gib",
  "aliases": [],
  "value": "GiB",
  "grammar": "u64",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{}},
  "help": "How many GiB of restored memory images to keep",
  "implies": [],
  "presence": {"create":{"since":"1.22.0"}},
  "changes": [{"before":"1.22.0","absent":true}]
 },
 {
  "long": "keep-identity",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{}},
  "help": "Keep the identity of the machine that a checkpoint was made of",
  "implies": [],
  "presence": {"create":{"since":"1.22.1"}},
  "changes": [{"before":"1.22.1","absent":true}]
 },
 {
  "long": "at",
  "aliases": [],
  "value": "GENERATION",
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": ["from"],
  "hidden": false,
  "commands": {"create":{}},
  "help": "Generation of the checkpoint to start from; only with --from",
  "implies": [],
  "presence": {"create":{"since":"1.18.0"}},
  "changes": [{"before":"1.18.0","absent":true}]
 },
 {
  "long": "block-io",
  "aliases": [],
  "value": "BLOCK_IO",
  "values": ["sync","async"],
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "How the disks of the machine are read and written",
  "key": "block_io",
  "implies": [],
  "presence": {"create":{"since":"1.14.3"},"run":{"since":"1.14.3"}},
  "changes": [{"before":"1.14.3","absent":true}]
 },
 {
  "long": "disk-durability",
  "aliases": [],
  "value": "DISK_DURABILITY",
  "values": ["full","deferred"],
  "grammar": "text",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Whether each flush of the guest reaches the disk of the host before it is confirmed",
  "key": "disk_durability",
  "implies": [],
  "presence": {"create":{"since":"1.25.1"},"run":{"since":"1.25.1"}},
  "changes": [{"before":"1.25.1","absent":true}]
 },
 {
  "long": "disk",
  "aliases": [],
  "value": "PATH[:ro]",
  "grammar": "disk",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Further disk image or block device for the machine; :ro makes it read-only",
  "implies": [],
  "result": {"name":"disks"},
  "presence": {"create":{"since":"1.17.0"},"run":{"since":"1.17.0"}},
  "changes": [{"before":"1.17.0","absent":true}]
 },
 {
  "long": "cache-disk",
  "aliases": [],
  "value": "BASE:/PATH",
  "grammar": "cache-disk",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Disk image that every machine gets a copy of, mounted at a path of the guest",
  "implies": [],
  "result": {"name":"cache_disk"},
  "presence": {"create":{"since":"1.25.1"},"run":{"since":"1.25.1"}},
  "changes": [{"before":"1.25.1","absent":true}]
 },
 {
  "long": "allow-system-mounts",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Let /etc and /var/log of the host be mounted, read-only and below /host",
  "implies": [],
  "presence": {"create":{"since":"1.14.0"},"run":{"since":"1.14.0"}},
  "changes": [{"before":"1.14.0","absent":true}]
 },
 {
  "long": "dns-option",
  "aliases": [],
  "value": "OPTION",
  "grammar": "dns-option",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Resolver option for the guest, such as ndots:2",
  "implies": [],
  "result": {"name":"dns_options"},
  "presence": {"create":{"since":"1.28.1"},"run":{"since":"1.28.1"}},
  "changes": [{"before":"1.28.1","absent":true}]
 },
 {
  "long": "shm-size",
  "aliases": [],
  "value": "SIZE",
  "grammar": "shm-size",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Size of /dev/shm in the guest",
  "implies": [],
  "result": {"name":"shm_size"},
  "presence": {"create":{"since":"1.31.0"},"run":{"since":"1.31.0"}},
  "changes": [{"before":"1.31.0","absent":true}]
 },
 {
  "long": "guest-subnet",
  "aliases": [],
  "value": "CIDR",
  "grammar": "guest-subnet",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "IPv4 network between the host and the guest",
  "implies": [{"stage":"launch","key":"net","value":true,"when":"set"}],
  "result": {"name":"guest_subnet"},
  "presence": {"create":{"since":"1.18.0"},"run":{"since":"1.18.0"}},
  "changes": [{"before":"1.18.0","absent":true}]
 },
 {
  "long": "deny-cidr",
  "aliases": [],
  "value": "CIDR",
  "grammar": "cidr",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Range that the guest must not reach",
  "key": "network.deny_cidrs",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}],
  "presence": {"create":{"since":"1.31.0"},"run":{"since":"1.31.0"}},
  "changes": [{"before":"1.31.0","absent":true}]
 },
 {
  "long": "allow-udp",
  "aliases": [],
  "value": "CIDR[:PORT[-END]]",
  "grammar": "udp-allow",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Range and ports that the guest may reach by UDP",
  "key": "network.allow_udp",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}],
  "presence": {"create":{"since":"1.31.5"},"run":{"since":"1.31.5"}},
  "changes": [{"before":"1.31.5","absent":true}]
 },
 {
  "long": "allow-host-pattern",
  "aliases": [],
  "value": "PATTERN",
  "grammar": "host-pattern",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Exact host name, or *. and a domain for its subdomains, that the guest may reach",
  "key": "network.allow_host_patterns",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}],
  "presence": {"create":{"since":"1.20.0"},"run":{"since":"1.20.0"}},
  "changes": [{"before":"1.20.0","absent":true}]
 },
 {
  "long": "credential",
  "aliases": [],
  "value": "NAME=ENV_VAR@HOST[,HOST...][:body][:set-header=HEADER]",
  "grammar": "credential",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Secret that smolvm puts into requests to these hosts, without the guest ever seeing it",
  "key": "network.credentials",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}],
  "presence": {"create":{"since":"1.18.0"},"run":{"since":"1.18.0"}},
  "changes": [
   {"before":"1.31.0","patch":{"value":"NAME=ENV_VAR@HOST[:body]"}},
   {"before":"1.27.0","patch":{"value":"NAME=ENV_VAR@HOST"}},
   {"before":"1.18.0","absent":true}
  ]
 },
 {
  "long": "block-private",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Keep the guest out of private networks",
  "key": "network.block_private",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}],
  "presence": {"create":{"since":"1.28.1"},"run":{"since":"1.28.1"}},
  "changes": [{"before":"1.28.1","absent":true}]
 },
 {
  "long": "allow-private",
  "aliases": [],
  "value": "CIDR",
  "grammar": "cidr",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Private range that the guest may reach all the same; switches --block-private on",
  "key": "network.allow_private",
  "implies": [
   {"stage":"merge","key":"net","value":true,"when":"set"},
   {"stage":"merge","key":"network.block_private","value":true,"when":"set"}
  ],
  "presence": {"create":{"since":"1.28.1"},"run":{"since":"1.28.1"}},
  "changes": [{"before":"1.28.1","absent":true}]
 },
 {
  "long": "allow-host-loopback",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Let the guest reach services on the loopback of the host",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}],
  "presence": {"run":{"since":"1.13.1"}},
  "changes": [{"before":"1.13.1","absent":true}]
 },
 {
  "long": "nested",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Let the guest run virtual machines of its own",
  "implies": [],
  "result": {"name":"nested"},
  "presence": {"create":{"since":"1.15.0"},"run":{"since":"1.15.0"}},
  "changes": [{"before":"1.15.0","absent":true}]
 },
 {
  "long": "stop-on-exit",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{}},
  "help": "Stop the machine when its command ends",
  "key": "stop_on_exit",
  "implies": [],
  "presence": {"create":{"since":"1.22.0"}},
  "changes": [{"before":"1.22.0","absent":true}]
 },
 {
  "long": "stop-signal",
  "aliases": [],
  "value": "SIGNAL",
  "grammar": "stop-signal",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{}},
  "help": "Signal that asks the command to stop",
  "key": "stop_signal",
  "implies": [],
  "presence": {"create":{"since":"1.28.1"}},
  "changes": [{"before":"1.28.1","absent":true}]
 },
 {
  "long": "stop-timeout",
  "aliases": [],
  "value": "SECONDS",
  "grammar": "stop-timeout",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{}},
  "help": "Seconds from that signal until the command is killed",
  "key": "stop_timeout",
  "implies": [],
  "presence": {"create":{"since":"1.28.1"}},
  "changes": [{"before":"1.28.1","absent":true}]
 },
 {
  "long": "use-host-proxy",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Pass the proxy settings of the host on to the guest",
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}],
  "presence": {"create":{"since":"1.19.3"},"run":{"since":"1.19.3"}},
  "changes": [{"before":"1.19.3","absent":true}]
 },
 {
  "long": "trust-host-certs",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Let the guest trust the certificates that the host trusts",
  "key": "env",
  "implies": [],
  "adds": [
   "SSL_CERT_FILE=/etc/smolvm-host-trust/ca-bundle.pem",
   "REQUESTS_CA_BUNDLE=/etc/smolvm-host-trust/ca-bundle.pem",
   "CURL_CA_BUNDLE=/etc/smolvm-host-trust/ca-bundle.pem",
   "NODE_EXTRA_CA_CERTS=/etc/smolvm-host-trust/ca-bundle.pem",
   "GIT_SSL_CAINFO=/etc/smolvm-host-trust/ca-bundle.pem",
   "DENO_CERT=/etc/smolvm-host-trust/ca-bundle.pem",
   "AWS_CA_BUNDLE=/etc/smolvm-host-trust/ca-bundle.pem",
   "PIP_CERT=/etc/smolvm-host-trust/ca-bundle.pem",
   "CARGO_HTTP_CAINFO=/etc/smolvm-host-trust/ca-bundle.pem"
  ],
  "presence": {"create":{"since":"1.19.3"},"run":{"since":"1.19.3"}},
  "changes": [{"before":"1.19.3","absent":true}]
 },
 {
  "long": "secret-keychain",
  "aliases": [],
  "value": "GUEST_VAR=SERVICE[/ACCOUNT]",
  "grammar": "secret-keychain",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":{},"run":{}},
  "help": "Secret from the keychain of the host",
  "key": "secrets",
  "implies": [],
  "presence": {"create":{"since":"1.31.0"},"run":{"since":"1.31.0"}},
  "changes": [{"before":"1.31.0","absent":true}]
 },
 {
  "long": "seed-digest-ttl",
  "aliases": [],
  "value": "SECONDS",
  "grammar": "u64",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"run":{}},
  "help": "Seconds for which the digest of an image is not looked up again",
  "implies": [],
  "presence": {"run":{"since":"1.24.0"}},
  "changes": [{"before":"1.24.0","absent":true}]
 },
 {
  "long": "include-workspace",
  "aliases": [],
  "grammar": "flag",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": ["from-vm"],
  "hidden": false,
  "commands": {"pack":{}},
  "help": "Pack the workspace of the machine, too; only with --from-vm",
  "implies": [],
  "presence": {"pack":{"since":"1.14.1"}},
  "changes": [{"before":"1.14.1","absent":true}]
 }
]`) as readonly FlagEntry[];
