// Generated from schemas/foreign.json by `pnpm generate`. Do not edit.
import type { ForeignWords } from '../foreign-types.ts';

/** Parses anew at each call. */
export const readForeign = (): readonly ForeignWords[] => JSON.parse(String.raw`[
{
"words":["command","args","arguments","startCommand","process","exec"],
"of":"Compose, Kubernetes, Fly",
"key":"cmd"
},
{
"words":["run","runCommand","start"],
"of":"Dockerfile",
"key":"cmd",
"note":"What runs once, before the workload, is \u0060init\u0060."
},
{
"words":["workingDir","workingDirectory","cwd","workspaceFolder","pwd"],
"of":"Compose, Kubernetes, dev containers",
"key":"workdir"
},
{
"words":["environment","envs","envVars","variables","vars","containerEnv","remoteEnv"],
"of":"Compose, dev containers, Fly",
"key":"env"
},
{
"words":["mem","ram","memLimit","memoryMb","memorySize","memoryLimit","memorySwap"],
"of":"Docker, Compose, Fly, Vagrant",
"key":"memory"
},
{
"words":["cpu","vcpu","vcpus","cores","cpuCount","cpuLimit","nproc"],
"of":"Docker, Compose, Fly, Vagrant",
"key":"cpus"
},
{"words":["disk","diskSize","size","rootfsSize","volumeSize"],"of":"Fly, Vagrant","key":"storage"},
{
"words":["publish","forwardPorts","forwardedPorts","forwardedPort","portForward","portMappings","appPort","port"],
"of":"Docker, Compose, dev containers, Vagrant",
"key":"ports"
},
{
"words":["expose","exposedPorts","containerPort"],
"of":"Dockerfile, Compose, Kubernetes",
"key":"ports",
"note":"In an image it publishes nothing. \u0060ports\u0060 makes a port of the machine reachable on this computer."
},
{
"words":["mounts","mount","volume","volumeMounts","binds","bind","syncedFolder","syncedFolders","sharedFolders"],
"of":"Docker, Podman, Kubernetes, Fly, Vagrant",
"key":"volumes"
},
{
"words":[
"setup",
"provision",
"provisioners",
"postCreateCommand",
"onCreateCommand",
"updateContentCommand",
"bootstrap",
"initCommand",
"initCommands",
"script",
"scripts",
"preRun",
"beforeScript",
"runcmd"
],
"of":"dev containers, Vagrant, cloud-init",
"key":"init"
},
{
"words":["from","box","base","baseImage","container","containerImage","imageName","rootfs"],
"of":"Dockerfile, Vagrant",
"key":"image"
},
{
"words":["build","dockerfile","containerfile","context","buildArgs"],
"of":"Compose, dev containers, Fly",
"note":"smolvm builds no images. Build it (\u0060docker build\u0060, then \u0060docker save\u0060) and name the image or the archive in \u0060image\u0060; \u0060smolfile import\u0060 takes over the rest of a Dockerfile."
},
{
"words":["healthcheck","healthChecks","checks","livenessProbe","readinessProbe"],
"of":"Compose, Kubernetes, Fly",
"key":"health"
},
{"words":["restartPolicy","restarts"],"of":"Kubernetes, Podman","key":"restart.policy"},
{
"words":["egress","allowedHosts","allowlist","whitelist","allowedDomains","hosts","domains"],
"of":"agent sandboxes, Kubernetes",
"key":"network.allow_hosts"
},
{"words":["allowedCidrs"],"of":"smolvm 0.2.0","key":"network.allow_cidrs"},
{"words":["networking","internet","networkEnabled","networkAccess"],"of":"agent sandboxes","key":"net"},
{"words":["network"],"of":"agent sandboxes","for":"boolean","key":"net"},
{
"words":["networks","networkMode","links","dependsOn"],
"of":"Compose",
"note":"Machines have no networks in common. \u0060net = true\u0060 gives one the network, \u0060ports\u0060 makes a port of it reachable."
},
{
"words":["platform","arch","architecture"],
"of":"Compose, Docker",
"key":"artifact.oci_platform",
"note":"It is for \u0060pack create\u0060; a machine has the platform of this computer."
},
{
"words":["runAs","runAsUser","username","containerUser","remoteUser","uid"],
"of":"Kubernetes, dev containers",
"key":"user"
},
{"words":["gpus","nvidia"],"of":"Compose, Docker","key":"cuda"},
{
"words":["stopGracePeriod","killTimeout","terminationGracePeriodSeconds","gracePeriod"],
"of":"Compose, Fly, Kubernetes",
"key":"stop_timeout"
},
{"words":["killSignal"],"of":"Fly","key":"stop_signal"},
{"words":["sshAgentForwarding","forwardAgent","forwardSshAgent"],"of":"Vagrant, SSH","key":"auth.ssh_agent"},
{"words":["secret","envSecrets"],"of":"Compose","key":"secrets"},
{
"words":["envFile"],
"of":"Compose, Docker",
"note":"smolvm reads no file of variables: write them in \u0060env\u0060, and what is secret in \u0060[secrets]\u0060."
},
{
"words":["name","containerName","hostname"],
"of":"Docker, Compose",
"note":"A Smolfile names no machine: \u0060smolvm machine create --name NAME\u0060 does."
},
{
"words":["version","apiVersion","kind","metadata"],
"of":"Compose, Kubernetes",
"note":"A Smolfile has no version. Remove it; \u0060# smolfile: smolvm = \"…\"\u0060 at the top says which smolvm the file is for."
},
{
"words":["services","containers","spec","app","machine","vm"],
"of":"Compose, Kubernetes, Fly",
"note":"A Smolfile is one machine, and its keys stand at the top. \u0060smolfile import\u0060 makes Smolfiles of a compose file."
},
{
"words":["labels","annotations","tags"],
"of":"Docker, Kubernetes",
"note":"A Smolfile has no labels: \u0060smolvm machine create --label KEY=VALUE\u0060 sets them."
},
{
"words":["privileged","capAdd"],
"of":"Docker",
"note":"Remove it: a machine has a kernel of its own, in which the workload may do what root may."
},
{
"words":["tty","interactive","stdinOpen"],
"of":"Docker, Compose",
"note":"Remove it: it is a flag of the call, \u0060smolvm machine run -it\u0060."
},
{
"words":["deploy"],
"of":"smolvm 0.2.0, Compose",
"note":"Remove it: a Smolfile has \u0060cpus\u0060, \u0060memory\u0060 and \u0060[restart]\u0060 for what it says."
},
{
"in":"dev",
"words":["command","cmd","image","entrypoint"],
"of":"other sections",
"note":"\u0060[dev]\u0060 has what is for developing alone; what the machine runs stands at the top of the file."
},
{"in":"service","words":["ports"],"of":"smolvm 0.2.0","key":"dev.ports"},
{
"in":"secrets.*",
"words":["env","environment","variable","var","fromEnvironment"],
"of":"Compose",
"key":"from_env"
},
{"in":"secrets.*","words":["file","path","source"],"of":"Compose","key":"from_file"},
{"in":"secrets.*","words":["keychain"],"of":"macOS","key":"from_keychain"},
{
"in":"secrets.*",
"words":["fromStore"],
"of":"smolvm 0.9.0",
"note":"It was a key of smolvm 0.9.0 only. Write \u0060from_env\u0060 or \u0060from_file\u0060."
},
{
"in":"secrets.*",
"words":["value","external","default"],
"of":"Compose, Kubernetes",
"note":"A Smolfile never holds a secret itself, only where it comes from: \u0060from_env\u0060 or \u0060from_file\u0060."
},
{
"in":"network",
"words":["allow","allowed","allowedHosts","hosts","domains","egress","allowlist","whitelist","allowDomains"],
"of":"agent sandboxes",
"key":"network.allow_hosts"
},
{
"in":"network",
"words":["cidrs","allowedCidrs","allowIps","ips"],
"of":"agent sandboxes, Kubernetes",
"key":"network.allow_cidrs"
},
{
"in":"network",
"words":["deny","block","denied","denyHosts","blocklist"],
"of":"agent sandboxes",
"key":"network.deny_cidrs",
"note":"It takes addresses; a name cannot be denied."
},
{"in":"network","words":["enabled","enable","internet"],"of":"agent sandboxes","key":"net"},
{"in":"health","words":["test","command","cmd","httpGet"],"of":"Compose, Kubernetes","key":"health.exec"},
{
"in":"health",
"words":["startPeriod","gracePeriod","initialDelaySeconds","initialDelay"],
"of":"Compose, Fly, Kubernetes",
"key":"health.startup_grace"
},
{"in":"health","words":["failureThreshold"],"of":"Kubernetes","key":"health.retries"},
{"in":"health","words":["periodSeconds","period"],"of":"Kubernetes","key":"health.interval"},
{"in":"health","words":["timeoutSeconds"],"of":"Kubernetes","key":"health.timeout"},
{
"in":"restart",
"words":["condition","name","mode"],
"of":"Compose, Fly, dev containers",
"key":"restart.policy"
},
{
"in":"restart",
"words":["maxAttempts","maximumRetryCount","retries","attempts"],
"of":"Compose, Docker, Fly",
"key":"restart.max_retries"
},
{"in":"artifact","words":["platform"],"of":"Docker","key":"artifact.oci_platform"},
{"in":"auth","words":["ssh","forwardAgent","agent"],"of":"Vagrant","key":"auth.ssh_agent"}
]`);
