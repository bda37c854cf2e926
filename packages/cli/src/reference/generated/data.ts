// Generated from schemas/ by `pnpm generate`. Do not edit.
import type { ReferenceData } from '../reference-data.ts';

/** Parses anew at each call. */
export const readReferenceData = (): ReferenceData => JSON.parse(String.raw`{
"grammars":[
{
"name":"port",
"summary":"\u0060HOST:GUEST\u0060 or \u0060PORT\u0060; ranges one to one; a protocol at the end",
"example":"8080:80"
},
{
"name":"volume",
"summary":"\u0060HOST:GUEST[:MODE]\u0060; a guest path alone is a disk volume; \u0060s3://BUCKET:/GUEST\u0060 a remote one",
"example":"./src:/app"
},
{
"name":"duration",
"summary":"Whole number with s, m or h, or bare seconds; anything else counts as absent",
"example":"30s"
},
{"name":"protected-source","summary":"Folders of the host that cannot be mounted","example":"/etc"},
{"name":"pack-output","summary":"Path of the packed program","example":"dist/app"},
{"name":"flag","summary":"A flag without value","example":"--net"},
{"name":"text","summary":"Any text","example":"http"},
{"name":"argv","summary":"One argument of a command, never split or expanded","example":"/usr/local/bin/app"},
{"name":"shell-command","summary":"A command line for sh -c","example":"apk add --no-cache git"},
{"name":"env","summary":"KEY=VALUE, or KEY for the value of the host","example":"LOG_LEVEL=info"},
{"name":"env-name","summary":"Name of an environment variable of the host","example":"DB_PASSWORD"},
{
"name":"image-reference",
"summary":"Registry reference or local source; not checked when read",
"example":"alpine:3.20"
},
{"name":"image","summary":"As image-reference, but not blank","example":"alpine:3.20"},
{"name":"platform","summary":"os/arch[/variant]; not checked when read","example":"linux/amd64"},
{
"name":"host",
"summary":"Host name, subdomains included; not checked in the file. A prefix may make it stricter",
"example":"pypi.org"
},
{
"name":"host-pattern",
"summary":"Host name for itself alone, or *. and a host name for its subdomains",
"example":"api.example.com"
},
{"name":"cidr","summary":"IP/PREFIX or IP","example":"10.0.0.0/8"},
{
"name":"cidr-unchecked",
"summary":"IP/PREFIX or IP, which nobody checks before the machine starts",
"example":"10.1.2.0/24"
},
{"name":"ipv4","summary":"IPv4 address","example":"1.1.1.1"},
{
"name":"timeout",
"summary":"Duration with units as the humantime crate reads it, above zero",
"example":"1m30s"
},
{
"name":"restart-policy",
"summary":"never, always, on-failure or unless-stopped, in any case",
"example":"never"
},
{"name":"user","summary":"Name, or uid[:gid]","example":"app"},
{
"name":"http-method",
"summary":"GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS, in any case",
"example":"GET"
},
{"name":"path","summary":"Path on the host, relative to the working directory","example":"./Smolfile"},
{"name":"absolute-path","summary":"Absolute path on the host","example":"/run/secrets/db_password"},
{"name":"guest-path","summary":"Path inside the machine","example":"/app"},
{"name":"machine-name","summary":"Name of a machine","example":"web-1"},
{
"name":"byte-size",
"summary":"Number with an optional K, M, G or T and an optional i and B, binary in any case",
"example":"512MiB"
},
{"name":"u8","summary":"Whole number, 0 to 255","example":"4"},
{"name":"u32","summary":"Whole number, 0 to 4294967295","example":"512"},
{"name":"positive-u32","summary":"Whole number, 1 to 4294967295","example":"1"},
{"name":"u64","summary":"Whole number, 0 to 18446744073709551615","example":"20"},
{"name":"secret-env","summary":"GUEST_VAR=HOST_VAR","example":"TOKEN=HOST_TOKEN"},
{"name":"secret-file","summary":"GUEST_VAR=PATH with an absolute path","example":"KEY=/run/key"},
{"name":"label","summary":"KEY=VALUE with a key that is not empty","example":"team=web"},
{"name":"disk","summary":"PATH[:ro|:rw], an absolute path of the host","example":"/srv/data.img:ro"},
{"name":"cache-disk","summary":"BASE:/PATH, both absolute","example":"/srv/deps.qcow2:/cache"},
{"name":"dns-option","summary":"NAME or NAME:VALUE, from a closed list","example":"ndots:2"},
{"name":"shm-size","summary":"Number with an optional k, m or g, or a share in percent","example":"64m"},
{"name":"guest-subnet","summary":"IPv4 network, /8 to /30, without host bits","example":"10.200.0.0/30"},
{"name":"udp-allow","summary":"CIDR[:PORT[-END]]","example":"10.0.0.0/8"},
{
"name":"credential",
"summary":"NAME=ENV_VAR@HOST[,HOST…][:MODIFIER…]",
"example":"gh=GITHUB_TOKEN@api.github.com"
},
{"name":"credential-name","summary":"1 to 64 letters, digits, _, . and -","example":"github"},
{
"name":"credential-host",
"summary":"DNS name in lower case, or *. and one of at least two labels",
"example":"api.github.com"
},
{
"name":"header-name",
"summary":"HTTP header in lower case that neither routes nor frames a request",
"example":"authorization"
},
{"name":"keychain-item","summary":"SERVICE or SERVICE/ACCOUNT, neither part empty","example":"postgres/app"},
{"name":"stop-signal","summary":"Name of a signal, or its number","example":"SIGTERM"},
{"name":"stop-timeout","summary":"Whole seconds, 0 to 300","example":"30"},
{"name":"secret-keychain","summary":"GUEST_VAR=SERVICE[/ACCOUNT]","example":"TOKEN=example/api"},
{
"name":"socket",
"summary":"GUEST[:HOST] of --expose-socket, HOST:GUEST of --mount-socket",
"example":"/run/app.sock:/tmp/app.sock"
}
],
"mistakes":[
{
"code":"unknown-key",
"wrong":"volume = [\"./src:/app\"]\n",
"right":"volumes = [\"./src:/app\"]\n",
"why":"one unknown key refuses the whole file; keys are snake_case, lists plural"
},
{
"code":"type-mismatch",
"wrong":"memory = \"2g\"\n",
"right":"memory = 2048\n",
"why":"sizes are numbers: MiB for memory, GiB for disks"
},
{
"code":"type-mismatch",
"wrong":"env = { PORT = \"80\" }\n",
"right":"env = [\"PORT=80\"]\n",
"why":"env is a list of KEY=VALUE"
},
{
"code":"secret-file-relative",
"wrong":"[secrets]\nKEY = { from_file = \"key.pem\" }\n",
"right":"[secrets]\nKEY = { from_file = \"/run/keys/key.pem\" }\n",
"why":"the path of a secret is absolute; $HOME and ~ are not expanded"
},
{
"code":"shell-string-in-argv",
"wrong":"image = \"alpine\"\nnet = true\ncmd = [\"npm run dev && echo ok\"]\n",
"right":"image = \"alpine\"\nnet = true\ncmd = [\"sh\", \"-c\", \"npm run dev && echo ok\"]\n",
"why":"entrypoint, cmd and health.exec are argument vectors, nothing splits them"
},
{
"code":"env-credential",
"wrong":"env = [\"API_KEY=sk-live-4f9a8b7c6d5e4f3a2b1c\"]\n",
"right":"[secrets]\nAPI_KEY = { from_env = \"API_KEY\" }\n",
"why":"env is stored in plain text"
},
{
"code":"shadowed-list",
"wrong":"net = true\nports = [\"80:80\"]\n[dev]\nports = [\"8080:80\"]\n",
"right":"net = true\n[dev]\nports = [\"80:80\", \"8080:80\"]\n",
"why":"a list in [dev] replaces the top-level one; write ports, volumes and init in [dev] only"
},
{
"code":"allow-host-address",
"wrong":"[network]\nallow_hosts = [\"10.0.0.5\"]\n",
"right":"[network]\nallow_cidrs = [\"10.0.0.5\"]\n",
"why":"allow_hosts takes names, addresses belong in allow_cidrs"
},
{
"code":"volume-guest-path",
"wrong":"volumes = [\"./src:app\"]\n",
"right":"volumes = [\"./src:/app\"]\n",
"why":"the path in the machine is absolute"
},
{
"code":"port-invalid",
"wrong":"net = true\nports = [\"127.0.0.1:8080:80\"]\n",
"right":"net = true\nports = [\"8080:80\"]\n",
"why":"no address in front: HOST:GUEST[/udp]"
}
]
}`);
