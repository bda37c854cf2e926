// Generated from schemas/smolfile.schema.json by `pnpm generate`. Do not edit.
import type { CommandName, CommandSchema, FlagEntry, KeySchema } from '../types.ts';

export const ROOT = JSON.parse(String.raw`{
 "name": "",
 "path": "",
 "type": "table",
 "since": "0.0.0",
 "group": "",
 "description": "A Smolfile declares a microVM workload for smolvm: image, command, resources, network, mounts and secrets. Every key is optional; an unknown key is an error.",
 "children": [
  {
   "name": "image",
   "path": "image",
   "type": "string",
   "since": "0.2.0",
   "group": "workload",
   "description": "The container image the machine boots: a registry reference, or (machine run only) a local archive or directory. Without it the machine is a bare Alpine VM.",
   "examples": ["alpine:3.20","python:3.12-slim","ghcr.io/acme/api:1.4"],
   "grammar": "image-reference",
   "merge": {
    "create": {"strategy":"override","layers":["--image","image"],"missing":null},
    "run": {"strategy":"override","layers":["--image","image"],"missing":null},
    "pack": {"strategy":"override","layers":["--image","image"],"missing":null}
   },
   "effect": {
    "create": {
     "effect": "stored",
     "note": "Only a registry reference works: a local archive or directory is stored as written, and the first start fails. Pass those with --image."
    },
    "run": {"effect":"used","note":"Local archives and directories work too."},
    "pack": {"effect":"used","note":"Must be a registry reference. Ignored with --from-vm."}
   }
  },
  {
   "name": "entrypoint",
   "path": "entrypoint",
   "type": "string-array",
   "since": "0.2.0",
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
     "emptyIsAbsent": true
    }
   },
   "effect": {
    "create": {"effect":"stored","note":"Stays in front of arguments given after --."},
    "run": {"effect":"used","note":"Dropped when arguments are given on the command line."},
    "pack": {"effect":"used"}
   }
  },
  {
   "name": "cmd",
   "path": "cmd",
   "type": "string-array",
   "since": "0.2.0",
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
   "since": "0.1.9",
   "group": "workload",
   "description": "Environment variables of init commands and workload, as KEY=VALUE strings. A bare KEY takes its value from the host.",
   "default": [],
   "examples": [["LOG_LEVEL=info","PORT=8080"]],
   "grammar": "env",
   "merge": {
    "create": {"strategy":"append","layers":["env","dev.env","--env"],"missing":[],"trim":true},
    "run": {"strategy":"append","layers":["env","dev.env","--env"],"missing":[],"trim":true},
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
   "since": "0.9.0",
   "group": "secrets",
   "description": "Environment variables whose values are read on the host when the machine starts, and are never written to the machine record.",
   "default": {},
   "examples": [{"DB_PASSWORD":{"from_env":"DB_PASSWORD"}}],
   "merge": {
    "create": {"strategy":"by-key","layers":["secrets","--secret-env","--secret-file"],"missing":{}},
    "run": {"strategy":"by-key","layers":["secrets","--secret-env","--secret-file"],"missing":{}},
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
    "since": "0.9.0",
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
      "since": "0.9.0",
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
      "since": "0.9.0",
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
     }
    ]
   }
  },
  {
   "name": "workdir",
   "path": "workdir",
   "type": "string",
   "since": "0.1.9",
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
   "since": ">1.9.3",
   "group": "workload",
   "description": "User the workload runs as: a name or uid[:gid]. Overrides the USER of the image.",
   "examples": ["app","1000:1000"],
   "grammar": "user",
   "merge": {
    "create": {"strategy":"override","layers":["--user","dev.user","user"],"missing":null},
    "run": {"strategy":"override","layers":["--user","dev.user","user"],"missing":null}
   }
  },
  {
   "name": "cpus",
   "path": "cpus",
   "type": "integer",
   "since": "0.1.9",
   "group": "resources",
   "description": "Number of virtual CPUs. The hypervisor uses at most 16.",
   "integer": "u8",
   "minimum": "0",
   "maximum": "255",
   "default": 4,
   "examples": [2,4],
   "merge": {
    "create": {
     "strategy": "override-unless-default",
     "layers": ["--cpus","cpus"],
     "missing": 4,
     "changes": [{"since":">1.9.3","strategy":"override"}]
    },
    "run": {
     "strategy": "override-unless-default",
     "layers": ["--cpus","cpus"],
     "missing": 4,
     "changes": [{"since":">1.9.3","strategy":"override"}]
    },
    "pack": {
     "strategy": "override-unless-default",
     "layers": ["--cpus","artifact.cpus","cpus"],
     "missing": 4,
     "changes": [{"since":">1.9.3","strategy":"override"}]
    }
   },
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used","note":"0 is refused at launch."},
    "pack": {"effect":"used","note":"Not checked: 0 is accepted. Never taken from the machine of --from-vm."}
   }
  },
  {
   "name": "memory",
   "path": "memory",
   "type": "integer",
   "since": "0.1.9",
   "group": "resources",
   "description": "Memory of the machine in MiB. smolvm needs at least 64.",
   "integer": "u32",
   "minimum": "0",
   "maximum": "4294967295",
   "default": 8192,
   "examples": [512,2048],
   "unit": "MiB",
   "merge": {
    "create": {
     "strategy": "override-unless-default",
     "layers": ["--mem","memory"],
     "missing": 8192,
     "changes": [{"since":">1.9.3","strategy":"override"}]
    },
    "run": {
     "strategy": "override-unless-default",
     "layers": ["--mem","memory"],
     "missing": 8192,
     "changes": [{"since":">1.9.3","strategy":"override"}]
    },
    "pack": {
     "strategy": "override-unless-default",
     "layers": ["--mem","artifact.memory","memory"],
     "missing": 8192,
     "changes": [{"since":">1.9.3","strategy":"override"}]
    }
   },
   "effect": {
    "create": {"effect":"stored"},
    "run": {"effect":"used","note":"Less than 64 is refused at launch."},
    "pack": {"effect":"used","note":"Not checked. Never taken from the machine of --from-vm."}
   }
  },
  {
   "name": "net",
   "path": "net",
   "type": "boolean",
   "since": "0.1.9",
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
   "since": ">1.9.3",
   "group": "network",
   "description": "Network backend of the machine: tsi or virtio-net.",
   "examples": ["tsi","virtio-net"],
   "grammar": "net-backend",
   "merge": {
    "create": {"strategy":"override","layers":["--net-backend","net_backend"],"missing":null},
    "run": {"strategy":"override","layers":["--net-backend","net_backend"],"missing":null}
   }
  },
  {
   "name": "gpu",
   "path": "gpu",
   "type": "boolean",
   "since": "0.6.0",
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
   "since": "0.6.0",
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
   "since": "1.5.0",
   "group": "resources",
   "description": "Run x86-64 programs in the machine through Rosetta 2 of the host. macOS with Apple silicon only.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--rosetta","rosetta"],"missing":false},
    "run": {"strategy":"any","layers":["--rosetta","rosetta"],"missing":false}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
  },
  {
   "name": "cuda",
   "path": "cuda",
   "type": "boolean",
   "since": "1.4.3",
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
   }
  },
  {
   "name": "auto_graph",
   "path": "auto_graph",
   "type": "boolean",
   "since": "1.7.2",
   "group": "resources",
   "description": "Turn on automatic CUDA graphs in the machine. Implies cuda and sets two environment variables, over values of your own.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--auto-graph","auto_graph"],"missing":false},
    "run": {"strategy":"any","layers":["--auto-graph","auto_graph"],"missing":false}
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
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
  },
  {
   "name": "docker_socket",
   "path": "docker_socket",
   "type": "boolean",
   "since": "1.6.0",
   "group": "resources",
   "description": "Expose the socket of the Docker daemon that runs in the machine to the host, as a Unix socket for DOCKER_HOST.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["--docker-socket","docker_socket"],"missing":false},
    "run": {"strategy":"any","layers":["--docker-socket","docker_socket"],"missing":false}
   },
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
  },
  {
   "name": "storage",
   "path": "storage",
   "type": "integer",
   "since": "0.1.14",
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
   "since": "0.1.14",
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
   "since": ">1.9.3",
   "group": "resources",
   "description": "How the machine's disks are read and written: sync or async.",
   "default": "sync",
   "examples": ["sync","async"],
   "grammar": "block-io",
   "merge": {
    "create": {"strategy":"override","layers":["block_io"],"missing":null},
    "run": {"strategy":"override","layers":["block_io"],"missing":null}
   }
  },
  {
   "name": "stop_on_exit",
   "path": "stop_on_exit",
   "type": "boolean",
   "since": ">1.9.3",
   "group": "workload",
   "description": "Stop the machine once its workload exits.",
   "default": false,
   "examples": [true],
   "merge": {
    "create": {"strategy":"any","layers":["stop_on_exit"],"missing":false},
    "run": {"strategy":"any","layers":["stop_on_exit"],"missing":false}
   }
  },
  {
   "name": "ports",
   "path": "ports",
   "type": "string-array",
   "since": "0.1.9",
   "group": "dev",
   "description": "Published TCP ports as HOST:GUEST or PORT. Legacy place: a non-empty dev.ports replaces this list.",
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
   "since": "0.1.9",
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
   "since": "0.1.9",
   "group": "dev",
   "description": "Shell commands that prepare the machine, run once. Legacy place: a non-empty dev.init replaces this list.",
   "default": [],
   "examples": [["apk add --no-cache git"]],
   "grammar": "shell-command",
   "deprecated": true,
   "merge": {
    "create": {"strategy":"replace-then-append","layers":[["dev.init","init"],"--init"],"missing":[]},
    "run": {"strategy":"replace-then-append","layers":[["dev.init","init"]],"missing":[]}
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
   "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
   "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
   "since": "0.2.0",
   "group": "dev",
   "description": "Settings for machines made with machine create and machine run. pack create ignores them.",
   "examples": [{"ports":["8080:80"],"volumes":["./src:/app"]}],
   "positionalMinimum": 4,
   "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}},
   "children": [
    {
     "name": "volumes",
     "path": "dev.volumes",
     "type": "string-array",
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
     "group": "dev",
     "description": "Working directory inside the machine. Wins over the top-level workdir.",
     "examples": ["/app"],
     "grammar": "guest-path",
     "feeds": "workdir",
     "effect": {"create":{"effect":"stored"},"run":{"effect":"used"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "ports",
     "path": "dev.ports",
     "type": "string-array",
     "since": "0.2.0",
     "group": "dev",
     "description": "Published TCP ports as HOST:GUEST or PORT. Replaces the top-level ports when not empty.",
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
    },
    {
     "name": "user",
     "path": "dev.user",
     "type": "string",
     "since": ">1.9.3",
     "group": "dev",
     "description": "User the workload runs as. Wins over the top-level user.",
     "examples": ["app","1000:1000"],
     "grammar": "user",
     "feeds": "user"
    }
   ]
  },
  {
   "name": "network",
   "path": "network",
   "type": "table",
   "since": "0.5.0",
   "group": "network",
   "description": "Restricts outbound traffic to the listed hosts and address ranges. A non-empty list turns networking on.",
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
     "since": "0.5.0",
     "group": "network",
     "description": "Host names the machine may reach, subdomains included. Implies net = true.",
     "default": [],
     "examples": [["pypi.org","files.pythonhosted.org"]],
     "grammar": "host",
     "result": "allow_hosts",
     "merge": {
      "create": {
       "strategy": "append",
       "layers": ["network.allow_hosts","network.allow_host_patterns","--allow-host"],
       "missing": []
      },
      "run": {
       "strategy": "append",
       "layers": ["network.allow_hosts","network.allow_host_patterns","--allow-host"],
       "missing": []
      }
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
     "name": "allow_cidrs",
     "path": "network.allow_cidrs",
     "type": "string-array",
     "since": "0.5.0",
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
     "name": "allow_host_patterns",
     "path": "network.allow_host_patterns",
     "type": "string-array",
     "since": ">1.9.3",
     "group": "network",
     "description": "Host name patterns the machine may reach: a bare name matches exactly, *.name matches its subdomains. Implies net = true.",
     "default": [],
     "examples": [["*.example.com"]],
     "grammar": "host-pattern",
     "feeds": "network.allow_hosts",
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty"}]
    },
    {
     "name": "deny_cidrs",
     "path": "network.deny_cidrs",
     "type": "string-array",
     "since": ">1.9.3",
     "group": "network",
     "description": "IP addresses and CIDR ranges the machine may not reach. Seen only in an upstream test.",
     "default": [],
     "examples": [["192.168.0.0/16"]],
     "grammar": "cidr"
    },
    {
     "name": "credentials",
     "path": "network.credentials",
     "type": "table-array",
     "since": ">1.9.3",
     "group": "network",
     "description": "Credentials that the host puts into requests, so that the machine never holds them. Non-empty implies net = true.",
     "default": [],
     "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty"}],
     "element": {
      "name": "[]",
      "path": "network.credentials[]",
      "type": "table",
      "since": ">1.9.3",
      "group": "network",
      "description": "One credential: where its value comes from and which requests get it.",
      "children": [
       {
        "name": "name",
        "path": "network.credentials[].name",
        "type": "string",
        "since": ">1.9.3",
        "group": "network",
        "description": "Name of the credential.",
        "examples": ["github"]
       },
       {
        "name": "environment_variable",
        "path": "network.credentials[].environment_variable",
        "type": "string",
        "since": ">1.9.3",
        "group": "network",
        "description": "Environment variable that the credential belongs to.",
        "examples": ["GITHUB_TOKEN"],
        "grammar": "env-name"
       },
       {
        "name": "allowed_hosts",
        "path": "network.credentials[].allowed_hosts",
        "type": "string-array",
        "since": ">1.9.3",
        "group": "network",
        "description": "Hosts whose requests may get the credential.",
        "default": [],
        "examples": [["api.github.com"]],
        "grammar": "host"
       },
       {
        "name": "methods",
        "path": "network.credentials[].methods",
        "type": "string-array",
        "since": ">1.9.3",
        "group": "network",
        "description": "HTTP methods for which the credential may be used.",
        "default": [],
        "examples": [["GET","POST"]],
        "grammar": "http-method"
       }
      ]
     }
    }
   ]
  },
  {
   "name": "fork",
   "path": "fork",
   "type": "table",
   "since": "1.8.0",
   "group": "fork",
   "description": "Makes the machine a base that copies can be forked from, and plans the CUDA memory of those copies.",
   "examples": [{"enabled":true}],
   "positionalMinimum": 3,
   "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}},
   "children": [
    {
     "name": "enabled",
     "path": "fork.enabled",
     "type": "boolean",
     "since": "1.8.0",
     "group": "fork",
     "description": "Start the machine as a base for forks. A pool_size implies it.",
     "default": false,
     "examples": [true],
     "result": "forkable",
     "merge": {"create":{"strategy":"any","layers":["fork.enabled"],"missing":false}},
     "effect": {"create":{"effect":"stored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "pool_size",
     "path": "fork.pool_size",
     "type": "integer",
     "since": "1.8.0",
     "group": "fork",
     "description": "Planned number of CUDA forks that run at the same time. Implies enabled, needs cuda = true or auto_graph = true, and must not be 0.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "examples": [4],
     "result": "fork_pool_size",
     "merge": {"create":{"strategy":"override","layers":["fork.pool_size"],"missing":null}},
     "implies": [{"stage":"merge","key":"fork.enabled","value":true,"when":"set","commands":["create"]}],
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "cuda_vram_limit_mib",
     "path": "fork.cuda_vram_limit_mib",
     "type": "integer",
     "since": "1.8.0",
     "group": "fork",
     "description": "Limit of CUDA memory for the base and for each fork, in MiB. Needs pool_size, and must not be 0.",
     "integer": "u64",
     "minimum": "0",
     "maximum": "9223372036854775807",
     "examples": [4096],
     "unit": "MiB",
     "result": "cuda_vram_limit_mib",
     "merge": {"create":{"strategy":"override","layers":["fork.cuda_vram_limit_mib"],"missing":null}},
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}}
    }
   ]
  },
  {
   "name": "branch",
   "path": "branch",
   "type": "table",
   "since": ">1.9.3",
   "group": "fork",
   "description": "Preferred spelling of [fork] in smolvm newer than 1.9.3. Both together are refused.",
   "examples": [{"enabled":true}],
   "positionalMinimum": 3,
   "aliasOf": "fork",
   "aliasConflict": "refused",
   "children": [
    {
     "name": "enabled",
     "path": "branch.enabled",
     "type": "boolean",
     "since": ">1.9.3",
     "group": "fork",
     "description": "Start the machine as a base for forks. A pool_size implies it.",
     "default": false,
     "examples": [true],
     "feeds": "fork.enabled",
     "effect": {"create":{"effect":"stored"},"run":{"effect":"ignored"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "pool_size",
     "path": "branch.pool_size",
     "type": "integer",
     "since": ">1.9.3",
     "group": "fork",
     "description": "Planned number of CUDA forks that run at the same time. Implies enabled, needs cuda = true or auto_graph = true, and must not be 0.",
     "integer": "u32",
     "minimum": "0",
     "maximum": "4294967295",
     "examples": [4],
     "feeds": "fork.pool_size",
     "implies": [{"stage":"merge","key":"fork.enabled","value":true,"when":"set","commands":["create"]}],
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}}
    },
    {
     "name": "cuda_vram_limit_mib",
     "path": "branch.cuda_vram_limit_mib",
     "type": "integer",
     "since": ">1.9.3",
     "group": "fork",
     "description": "Limit of CUDA memory for the base and for each fork, in MiB. Needs pool_size, and must not be 0.",
     "integer": "u64",
     "minimum": "0",
     "maximum": "9223372036854775807",
     "examples": [4096],
     "unit": "MiB",
     "feeds": "fork.cuda_vram_limit_mib",
     "effect": {"create":{"effect":"stored"},"run":{"effect":"validated"},"pack":{"effect":"ignored"}}
    }
   ]
  },
  {
   "name": "health",
   "path": "health",
   "type": "table",
   "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
   "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.2.0",
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
     "since": "0.5.0",
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
   "name": "auth",
   "path": "auth",
   "type": "table",
   "since": "0.5.0",
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
     "since": "0.5.0",
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
   "since": "0.5.3",
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
     "since": "0.5.3",
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
     "since": "0.5.3",
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
     "since": "0.5.3",
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
  "notes": [
   {
    "since": "1.9.2",
    "note": "A flag of machine create that stands after -- still belongs to the command, but smolvm prints a note about it."
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
  "notes": []
 },
 "pack": {
  "name": "pack",
  "argv": ["pack","create"],
  "aliases": {},
  "about": "Packs an image and its settings into one artifact that runs elsewhere.",
  "trailing": "none",
  "notes": []
 }
}`) as Readonly<Record<CommandName, CommandSchema>>;

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
  "commands": {"create":"1.2.0","run":"1.2.0","pack":"1.2.0"},
  "overrides": [],
  "help": "Smolfile to read; smolvm never looks for one by itself",
  "feeds": {},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Name of the machine",
  "feeds": {},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [
   {
    "commands": ["run"],
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
     "secret-file"
    ]
   }
  ],
  "help": "Start from a packed artifact",
  "feeds": {},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Largest local image archive to accept",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.0"},
  "overrides": [],
  "help": "Keep running in the background",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.0"},
  "overrides": [],
  "help": "Keep standard input open; ignored with -d",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.0"},
  "overrides": [],
  "help": "Allocate a terminal; ignored with -d",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.0"},
  "overrides": [],
  "help": "Stop the command after this time",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.0"},
  "overrides": [],
  "help": "Use the registry credentials of Docker",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.0","pack":"1.2.0"},
  "overrides": [],
  "help": "Proxy for image pulls",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.0","pack":"1.2.0"},
  "overrides": [],
  "help": "Hosts that are reached without the proxy",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.3"},
  "overrides": [],
  "help": "Run init in this machine instead of baking it into a cached image",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.3"},
  "overrides": [],
  "help": "Bake image and init again",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.2.3"},
  "overrides": [],
  "help": "Run the command without extra privileges",
  "feeds": {},
  "implies": []
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
  "commands": {"run":"1.7.3"},
  "overrides": [],
  "help": "Key the init cache on the digest of the image",
  "feeds": {},
  "implies": []
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
  "commands": {"create":"1.2.5","run":"1.2.5"},
  "overrides": [],
  "help": "DNS server of the machine; turns networking on",
  "feeds": {},
  "implies": [{"stage":"merge","key":"net","value":true,"when":"set"}]
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
  "commands": {"create":"1.8.3","run":"1.8.3"},
  "overrides": [],
  "help": "Named network to attach; stored without setting net",
  "feeds": {},
  "implies": [{"stage":"launch","key":"net","value":true,"when":"set"}]
 },
 {
  "long": "expose-socket",
  "aliases": [],
  "value": "GUEST[:HOST]",
  "grammar": "expose-socket",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":"1.6.4"},
  "overrides": [],
  "help": "Unix socket of the machine to expose on the host",
  "feeds": {},
  "implies": []
 },
 {
  "long": "mount-socket",
  "aliases": [],
  "value": "HOST:GUEST",
  "grammar": "mount-socket",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":"1.6.4"},
  "overrides": [],
  "help": "Unix socket of the host to mount into the machine",
  "feeds": {},
  "implies": []
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
  "commands": {"create":"1.8.0"},
  "overrides": [],
  "help": "Label of the machine",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Pack an existing machine instead of an image",
  "feeds": {},
  "implies": []
 },
 {
  "long": "output",
  "short": "o",
  "aliases": [],
  "value": "PATH",
  "grammar": "path",
  "repeatable": false,
  "required": true,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"pack":"1.2.0"},
  "overrides": [{"since":"1.7.0","grammar":"pack-output"}],
  "help": "Where to write the executable stub",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Do not sign the artifact",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Write one file instead of stub and sidecar",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Directory for intermediate files",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.3.4"},
  "overrides": [],
  "help": "Rebase the packed machine on its image",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Executable stub to use",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Directory of the libraries to pack",
  "feeds": {},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Directory of the root file system to pack",
  "feeds": {},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0","pack":"1.2.0"},
  "overrides": [{"commands":["pack"],"grammar":"text","conflicts":["from-vm"],"requiredUnless":["from-vm","smolfile"]}],
  "help": "Container image to boot or to pack",
  "key": "image",
  "feeds": {"create":["image"],"run":["image"],"pack":["image"]},
  "implies": []
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
  "commands": {"pack":"1.2.0"},
  "overrides": [],
  "help": "Program to start, as one word that is never split",
  "key": "entrypoint",
  "feeds": {"pack":["entrypoint"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Environment variable; a bare KEY takes the value of the host",
  "key": "env",
  "feeds": {"create":["env"],"run":["env"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Secret whose value is read from a host environment variable",
  "key": "secrets",
  "feeds": {"create":["secrets"],"run":["secrets"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Secret whose value is read from a host file",
  "key": "secrets",
  "feeds": {"create":["secrets"],"run":["secrets"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Working directory inside the machine",
  "key": "workdir",
  "feeds": {"create":["workdir"],"run":["workdir"]},
  "implies": []
 },
 {
  "long": "user",
  "aliases": [],
  "value": "USER",
  "grammar": "user",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":">1.9.3","run":">1.9.3"},
  "overrides": [],
  "help": "User the workload runs as",
  "key": "user",
  "feeds": {"create":["user"],"run":["user"]},
  "implies": []
 },
 {
  "long": "cpus",
  "aliases": [],
  "value": "N",
  "grammar": "u8",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "default": 4,
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":"1.2.0","run":"1.2.0","pack":"1.2.0"},
  "overrides": [],
  "help": "Number of virtual CPUs",
  "key": "cpus",
  "feeds": {"create":["cpus"],"run":["cpus"],"pack":["cpus"]},
  "implies": []
 },
 {
  "long": "mem",
  "aliases": [],
  "value": "MiB",
  "grammar": "u32",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "default": 8192,
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":"1.2.0","run":"1.2.0","pack":"1.2.0"},
  "overrides": [],
  "help": "Memory in MiB",
  "key": "memory",
  "feeds": {"create":["memory"],"run":["memory"],"pack":["memory"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Turn on outbound network access",
  "key": "net",
  "feeds": {"create":["net"],"run":["net"]},
  "implies": []
 },
 {
  "long": "net-backend",
  "aliases": [],
  "value": "BACKEND",
  "values": ["tsi","virtio-net"],
  "grammar": "net-backend",
  "repeatable": false,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Network backend",
  "key": "net_backend",
  "feeds": {"create":["net_backend"],"run":["net_backend"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0","pack":"1.2.0"},
  "overrides": [],
  "help": "Turn on the virtual GPU",
  "key": "gpu",
  "feeds": {"create":["gpu"],"run":["gpu"],"pack":["gpu"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Video memory of the virtual GPU in MiB",
  "key": "gpu_vram",
  "feeds": {"create":["gpu_vram"],"run":["gpu_vram"]},
  "implies": []
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
  "commands": {"create":"1.5.0","run":"1.5.0"},
  "overrides": [],
  "help": "Run x86-64 programs through Rosetta 2 (macOS with Apple silicon)",
  "key": "rosetta",
  "feeds": {"create":["rosetta"],"run":["rosetta"]},
  "implies": []
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
  "commands": {"create":"1.3.2","run":"1.3.2"},
  "overrides": [],
  "help": "Use the NVIDIA GPU of the host through CUDA",
  "key": "cuda",
  "feeds": {"create":["cuda"],"run":["cuda"]},
  "implies": []
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
  "commands": {"create":"1.7.2","run":"1.7.2"},
  "overrides": [],
  "help": "Turn on automatic CUDA graphs; implies --cuda",
  "key": "auto_graph",
  "feeds": {"create":["auto_graph"],"run":["auto_graph"]},
  "implies": [
   {"stage":"merge","key":"cuda","value":true,"when":"true"},
   {
    "stage": "merge",
    "key": "env",
    "value": ["SMOLVM_CUDA_AUTO_GRAPH=1","TORCHINDUCTOR_CUDAGRAPHS=1"],
    "when": "true",
    "how": "replace-by-key"
   }
  ]
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
  "commands": {"create":"1.6.0","run":"1.6.0"},
  "overrides": [],
  "help": "Expose the Docker socket of the machine to the host",
  "key": "docker_socket",
  "feeds": {"create":["docker_socket"],"run":["docker_socket"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Size of the storage disk in GiB",
  "key": "storage",
  "feeds": {"create":["storage"],"run":["storage"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Size of the root file system overlay in GiB",
  "key": "overlay",
  "feeds": {"create":["overlay"],"run":["overlay"]},
  "implies": []
 },
 {
  "long": "port",
  "short": "p",
  "aliases": [],
  "value": "HOST:GUEST",
  "grammar": "port",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Publish a TCP port of the machine on the host",
  "key": "ports",
  "feeds": {"create":["ports"],"run":["ports"]},
  "implies": [{"stage":"launch","key":"net","value":true,"when":"non-empty"}]
 },
 {
  "long": "volume",
  "short": "v",
  "aliases": [],
  "value": "HOST:CONTAINER[:ro]",
  "grammar": "volume",
  "repeatable": true,
  "required": false,
  "requiredUnless": [],
  "conflicts": [],
  "requires": [],
  "hidden": false,
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [{"commands":["create"],"since":"1.9.3","value":"HOST|REMOTE:GUEST[:ro]","grammar":"volume-or-remote"}],
  "help": "Mount a host directory into the machine",
  "key": "volumes",
  "feeds": {"create":["volumes"],"run":["volumes"]},
  "implies": []
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
  "commands": {"create":"1.2.0"},
  "overrides": [],
  "help": "Shell command that prepares the machine",
  "key": "init",
  "feeds": {"create":["init"]},
  "implies": []
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
  "commands": {"run":"1.2.0","pack":"1.2.0"},
  "overrides": [],
  "help": "Platform of the image, such as linux/amd64",
  "key": "artifact.oci_platform",
  "feeds": {"pack":["artifact.oci_platform"]},
  "implies": []
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Host the machine may reach; resolved at once",
  "key": "network.allow_hosts",
  "feeds": {
   "create": ["network.allow_hosts","network.allow_cidrs"],
   "run": ["network.allow_hosts","network.allow_cidrs"]
  },
  "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty"}]
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Address range the machine may reach",
  "key": "network.allow_cidrs",
  "feeds": {"create":["network.allow_cidrs"],"run":["network.allow_cidrs"]},
  "implies": [{"stage":"merge","key":"net","value":true,"when":"non-empty"}]
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Let the machine reach loopback addresses only",
  "key": "network.allow_cidrs",
  "feeds": {"create":["network.allow_cidrs"],"run":["network.allow_cidrs"]},
  "implies": [{"stage":"merge","key":"net","value":true,"when":"true"}],
  "adds": ["127.0.0.0/8","::1/128"]
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
  "commands": {"create":"1.2.0","run":"1.2.0"},
  "overrides": [],
  "help": "Forward the SSH agent of the host",
  "key": "auth.ssh_agent",
  "feeds": {"create":["auth.ssh_agent"]},
  "implies": [{"stage":"launch","key":"auth.ssh_agent","value":true,"when":"true","commands":["run"]}]
 }
]`) as readonly FlagEntry[];
