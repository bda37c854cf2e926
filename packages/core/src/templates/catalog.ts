import { goImage, IMAGES, nodeImage, pythonImage, rustImage, VERSIONS } from './images.ts';
import type { Draft, Project, Section, Setting, Template } from './types.ts';

const NET: Setting = {
  key: 'net',
  value: true,
  note: ['Access to the network: the image is pulled through it.'],
};
const LOCALE: Setting = {
  key: 'env',
  value: ['LANG=C.UTF-8'],
  note: ['Environment variables, as a list. What is secret belongs under [secrets].'],
};
const CMD = ['What it runs: a program and its arguments, each an element. For a shell, name it.'];
const PORTS = "Ports of the host and of the machine; they are published on the host's own addresses only.";
const INIT = ['Shell commands that prepare the machine. They run until they have succeeded once.'];
const DEV = ['Everything below is for machines, not for packed applications.'];

function size(cpus: number, memory: number): Setting[] {
  return [
    { key: 'cpus', value: cpus, note: ['Virtual CPUs, and memory in MiB.'] },
    { key: 'memory', value: memory },
  ];
}

function image(value: string, note = 'The container image that the machine boots.'): Setting {
  return { key: 'image', value, note: [note] };
}

function secret(name: string): Section {
  return {
    name: `secrets.${name}`,
    off: true,
    note: [
      'Read when the machine starts; the values stay on the host. `smolvm machine run` cannot do this together with init.',
    ],
    settings: [{ key: 'from_env', value: name }],
  };
}

/** What a language's template needs to know of it. */
interface Language {
  readonly title: string;
  readonly image: string;
  /** What shows that it works, where there is no project yet. */
  readonly hello: readonly string[];
  /** An example of `init`. */
  readonly install: string;
  readonly port: string;
  readonly env: readonly string[];
}

/** The folder of the host in the machine, the command in it, and what it needs. */
function languageDraft(language: Language, project: Project | undefined): Draft {
  const { install = [], cmd = language.hello, env = language.env, port } = project ?? {};
  return {
    head: [`A machine for ${language.title}: https://github.com/smol-machines/smolvm`],
    settings: [
      image(project?.image ?? language.image),
      {
        key: 'cmd',
        value: cmd,
        note: CMD,
      },
      { key: 'workdir', value: '/app', note: ['Where it runs: the project, as [dev] mounts it.'] },
      ...size(2, 2048),
      NET,
      { ...LOCALE, value: ['LANG=C.UTF-8', ...env] },
    ],
    sections: [
      {
        name: 'dev',
        note: DEV,
        settings: [
          {
            key: 'volumes',
            value: ['.:/app'],
            note: [
              'The folder that smolvm is called in, as /app; what the machine writes there is in the folder.',
            ],
          },
          {
            key: 'ports',
            value: [port === undefined ? language.port : `${port}:${port}`],
            note: [PORTS],
            ...(port === undefined && { off: true }),
          },
          {
            key: 'init',
            value: install.length > 0 ? install : [language.install],
            note: INIT,
            ...(install.length === 0 && { off: true }),
          },
        ],
      },
      secret('API_TOKEN'),
    ],
  };
}

const NODE: Language = {
  title: 'a project of Node',
  image: nodeImage(VERSIONS.node[0]),
  hello: ['node', '--eval', 'console.log(`Hello from Node ${process.version}`)'],
  install: 'npm ci',
  port: '3000:3000',
  env: [],
};
const PYTHON: Language = {
  title: 'a project of Python',
  image: pythonImage(VERSIONS.python[0]),
  hello: ['python', '-c', 'import sys; print("Hello from Python", sys.version)'],
  install: 'pip install --no-cache-dir -r requirements.txt',
  port: '8000:8000',
  env: ['PYTHONUNBUFFERED=1'],
};
const GO: Language = {
  title: 'a project of Go',
  image: goImage(VERSIONS.go[0]),
  hello: ['go', 'version'],
  install: 'go mod download',
  port: '8080:8080',
  env: ['GOFLAGS=-buildvcs=false'],
};
const RUST: Language = {
  title: 'a project of Rust',
  image: rustImage(VERSIONS.rust[0]),
  hello: ['cargo', '--version'],
  install: 'cargo fetch --locked',
  port: '8080:8080',
  env: ['CARGO_TARGET_DIR=/var/cache/target'],
};

function starterDraft(): Draft {
  return {
    head: ['What smolvm should run, and how: https://github.com/smol-machines/smolvm'],
    settings: [
      image(IMAGES.starter),
      {
        key: 'cmd',
        value: ['sh', '-c', 'echo Hello from smolvm; uname -a'],
        note: CMD,
      },
      { key: 'workdir', value: '/', note: ['Where it runs.'] },
      ...size(2, 1024),
      NET,
      LOCALE,
    ],
    sections: [
      {
        name: 'dev',
        note: DEV,
        settings: [
          { key: 'ports', value: ['8080:80'], note: [PORTS], off: true },
          {
            key: 'volumes',
            value: ['.:/workspace/app:ro'],
            note: [
              'Folders of the host in the machine; a relative one starts where smolvm is called. `:ro` makes it read-only.',
            ],
            off: true,
          },
          { key: 'init', value: ['apk add --no-cache curl'], note: INIT, off: true },
        ],
      },
      secret('API_TOKEN'),
    ],
  };
}

function webDraft(): Draft {
  return {
    head: ['A web service in a machine: https://github.com/smol-machines/smolvm'],
    settings: [
      image(IMAGES.web),
      {
        key: 'entrypoint',
        value: ['/docker-entrypoint.sh'],
        note: ['What the image starts with. smolvm drops it once there is a `cmd`, so it is said again.'],
      },
      { key: 'cmd', value: ['nginx', '-g', 'daemon off;'] },
      { key: 'workdir', value: '/' },
      ...size(1, 512),
      NET,
      LOCALE,
    ],
    sections: [
      {
        name: 'dev',
        note: DEV,
        settings: [
          { key: 'ports', value: ['8080:80'], note: [`${PORTS} Here: http://localhost:8080`] },
          {
            key: 'volumes',
            value: ['./public:/usr/share/nginx/html:ro'],
            note: ['The pages: a folder that must be there. A relative one starts where smolvm is called.'],
            off: true,
          },
        ],
      },
      {
        name: 'restart',
        off: true,
        note: ['Acts while `smolvm machine monitor` runs next to the machine.'],
        settings: [{ key: 'policy', value: 'on-failure' }],
      },
    ],
  };
}

function ciDraft(project: Project | undefined): Draft {
  const { install = [], test = 'echo "Hello from the job"' } = project ?? {};
  const steps = ['cp -R /source /job', 'cd /job', ...install, test];
  return {
    head: ['A job of CI, which succeeds or fails with its command: https://github.com/smol-machines/smolvm'],
    settings: [
      image(project?.image ?? IMAGES.debian),
      {
        key: 'cmd',
        value: ['sh', '-euc', steps.join('\n')],
        note: [
          'Works on a copy, so that the folder stays as it is. `-e` stops at the first step that fails.',
        ],
      },
      { key: 'workdir', value: '/source' },
      ...size(4, 4096),
      NET,
      { ...LOCALE, value: ['LANG=C.UTF-8', 'CI=true', ...(project?.env ?? [])] },
    ],
    sections: [
      {
        name: 'dev',
        note: DEV,
        settings: [
          {
            key: 'volumes',
            value: ['.:/source:ro'],
            note: ['The folder that smolvm is called in, read-only.'],
          },
        ],
      },
    ],
  };
}

function gpuDraft(): Draft {
  return {
    head: ['A job on the GPU of the host, through Vulkan: https://github.com/smol-machines/smolvm'],
    settings: [
      image(IMAGES.debian),
      {
        key: 'cmd',
        value: ['vulkaninfo', '--summary'],
        note: ['What it runs: here, what says which GPU there is.'],
      },
      { key: 'workdir', value: '/' },
      ...size(4, 8192),
      { key: 'gpu', value: true, note: ['The GPU of the host.'] },
      NET,
      LOCALE,
    ],
    sections: [
      {
        name: 'dev',
        note: DEV,
        settings: [
          {
            key: 'init',
            value: [
              'apt-get update',
              'apt-get install -y --no-install-recommends mesa-vulkan-drivers vulkan-tools',
            ],
            note: INIT,
          },
          {
            key: 'volumes',
            value: ['.:/workspace'],
            note: ['Folders of the host in the machine; a relative one starts where smolvm is called.'],
            off: true,
          },
        ],
      },
    ],
  };
}

function agentDraft(project: Project | undefined): Draft {
  return {
    head: [
      'A sandbox for an agent, which reaches the listed hosts only: https://github.com/smol-machines/smolvm',
    ],
    settings: [
      image(project?.image ?? nodeImage(VERSIONS.node[0])),
      {
        key: 'cmd',
        value: ['sh', '-c', 'echo "Hello from the sandbox"'],
        note: ['What it runs: the agent.'],
      },
      { key: 'workdir', value: '/workspace' },
      ...size(2, 4096),
      { ...LOCALE, value: ['LANG=C.UTF-8', ...(project?.env ?? [])] },
    ],
    sections: [
      {
        name: 'dev',
        note: DEV,
        settings: [
          {
            key: 'volumes',
            value: ['.:/workspace'],
            note: [
              'All of the host that it sees: the folder that smolvm is called in. `:ro` makes it read-only.',
            ],
          },
        ],
      },
      {
        name: 'network',
        note: [
          'All that it reaches: these hosts and those below them. No list at all would be the whole network, and a pack has none:',
          'what `smolvm pack create` makes reaches everything.',
        ],
        settings: [
          {
            key: 'allow_hosts',
            value: [
              'docker.io',
              'docker.com',
              'github.com',
              'registry.npmjs.org',
              'pypi.org',
              'files.pythonhosted.org',
            ],
            note: ['The first two are where the image comes from. Add the host of the model.'],
          },
        ],
      },
      secret('MODEL_API_KEY'),
    ],
  };
}

/** All templates, in the order of lists. */
export const TEMPLATES: readonly Template[] = [
  { name: 'starter', summary: 'a small Linux, with every setting explained', draft: starterDraft },
  { name: 'node', summary: 'a project of Node', draft: (project) => languageDraft(NODE, project) },
  { name: 'python', summary: 'a project of Python', draft: (project) => languageDraft(PYTHON, project) },
  { name: 'go', summary: 'a project of Go', draft: (project) => languageDraft(GO, project) },
  { name: 'rust', summary: 'a project of Rust', draft: (project) => languageDraft(RUST, project) },
  { name: 'web', summary: 'a web service with a published port', draft: webDraft },
  { name: 'ci', summary: 'a job of CI on a copy of the folder', draft: ciDraft },
  { name: 'gpu', summary: 'a job on the GPU of the host', draft: gpuDraft },
  { name: 'agent', summary: 'a sandbox for an agent, with a list of hosts', draft: agentDraft },
];
