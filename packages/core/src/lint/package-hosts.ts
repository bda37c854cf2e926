import { normalizeImage } from '../grammars/index.ts';
import { programName, shellCommands, type ShellCommand } from './shell.ts';

/** What a program asks the network for. */
export interface NeededHosts {
  /** The hosts that it asks where nobody told it otherwise. */
  readonly hosts: readonly string[];
  /** What an entry of the list must look like to be taken for a mirror or another release of the same. */
  readonly or?: RegExp;
}

interface Manager {
  /** Their names, between spaces. */
  readonly programs: string;
  /** The arguments with which it asks the network at all; the first that is no option. */
  readonly actions: RegExp;
  /** An argument or variable that sends it elsewhere, or nowhere: nothing is known then. */
  readonly elsewhere?: RegExp;
  readonly needs: NeededHosts | ((image: string | undefined) => NeededHosts);
}

/** `mirror`: in the name of many a mirror, whatever it mirrors. */
const MANAGERS: readonly Manager[] = [
  {
    programs: 'apt apt-get aptitude',
    actions: /^(?:update|install|upgrade|dist-upgrade|full-upgrade|build-dep)$/,
    needs: (image) =>
      isUbuntu(image)
        ? { hosts: ['archive.ubuntu.com', 'security.ubuntu.com'], or: /ubuntu|mirror|apt/ }
        : { hosts: ['deb.debian.org'], or: /debian|ubuntu|mirror|apt/ },
  },
  {
    programs: 'apk',
    actions: /^(?:add|update|upgrade|fetch)$/,
    elsewhere: /^(?:-X.*|--repository.*|--no-network|--repositories-file.*)$/,
    needs: { hosts: ['dl-cdn.alpinelinux.org'], or: /alpine|mirror/ },
  },
  {
    programs: 'dnf dnf5 microdnf yum',
    actions: /^(?:install|update|upgrade|swap|groupinstall|makecache|builddep)$/,
    needs: { hosts: ['mirrors.fedoraproject.org'], or: /fedora|centos|rocky|alma|redhat|rpm|mirror/ },
  },
  {
    programs: 'pip pip3 pipx',
    actions: /^(?:install|download|wheel|run|inject)$/,
    elsewhere: /^(?:-i|--index-url.*|--no-index|PIP_(?:INDEX_URL|NO_INDEX)=.*)$/,
    needs: { hosts: ['pypi.org', 'files.pythonhosted.org'], or: /pypi|mirror/ },
  },
  {
    programs: 'uv poetry pdm',
    actions: /^(?:sync|pip|tool|add|install|lock)$/,
    elsewhere: /^(?:--(?:default-)?index.*|--offline|UV_.*INDEX.*)$/,
    needs: { hosts: ['pypi.org', 'files.pythonhosted.org'], or: /pypi|mirror/ },
  },
  {
    programs: 'npm pnpm',
    actions: /^(?:install|i|ci|add|update|exec|dlx)$/,
    elsewhere: /^(?:--registry.*|--offline|npm_config_registry=.*)$/i,
    needs: { hosts: ['registry.npmjs.org'], or: /npm|registry|artifactory|nexus/ },
  },
  {
    programs: 'npx',
    actions: /^/,
    elsewhere: /^(?:--registry.*|--no-install|--offline)$/,
    needs: { hosts: ['registry.npmjs.org'], or: /npm|registry|artifactory|nexus/ },
  },
  {
    programs: 'yarn',
    actions: /^(?:install|add|global|dlx|up|upgrade)$/,
    elsewhere: /^(?:--registry.*|--offline)$/,
    needs: { hosts: ['registry.yarnpkg.com'], or: /npm|yarn|registry|artifactory|nexus/ },
  },
  {
    programs: 'cargo',
    actions: /^(?:install|fetch|update)$/,
    elsewhere: /^(?:--offline|--path.*|--registry.*|--index.*)$/,
    needs: { hosts: ['index.crates.io', 'static.crates.io'], or: /crates/ },
  },
  {
    programs: 'rustup',
    actions: /^(?:toolchain|install|update|component|target)$/,
    elsewhere: /^RUSTUP_DIST_SERVER=.*$/,
    needs: { hosts: ['static.rust-lang.org'], or: /rust/ },
  },
  {
    programs: 'go',
    actions: /^(?:install|get|mod)$/,
    elsewhere: /^GO(?:PROXY|FLAGS|PRIVATE)=.*$/,
    needs: { hosts: ['proxy.golang.org', 'sum.golang.org'], or: /goproxy|golang/ },
  },
  {
    programs: 'gem',
    actions: /^(?:install|update|fetch)$/,
    elsewhere: /^(?:--source.*|-s|--local)$/,
    needs: { hosts: ['rubygems.org'], or: /gem|mirror/ },
  },
  {
    programs: 'bundle',
    actions: /^(?:install|update)$/,
    elsewhere: /^--local$/,
    needs: { hosts: ['rubygems.org'], or: /gem|mirror/ },
  },
];

/** By program; made when a file first has one to look up. */
let managers: ReadonlyMap<string, Manager> | undefined;

/** Programs whose arguments are URLs that they fetch. */
const FETCHERS = /^(?:curl|wget|git|aria2c|pip|pip3|npm|apk|dnf|yum|rpm)$/;

const URL = /^(?:git\+)?(?:https?|ftp|git|ssh):\/\/(?:[^/@\s]*@)?([A-Za-z0-9.-]+)(?::\d+)?(\/\S*)?$/;

const SSH_REMOTE = /^[\w.-]+@([A-Za-z0-9.-]+):[^\s]+$/;

/** The hosts that one command needs, as far as its words tell. Nothing where it is sent elsewhere. */
export function hostsNeededBy(command: ShellCommand, image: string | undefined): NeededHosts[] {
  const name = programName(command.program);
  return [...byManager(name, command, image), ...byUrls(name, command)];
}

/**
 * The hosts that lines of `init` ask for, as far as they say so, each once.
 *
 * @param image the reference of the image; it decides which mirrors a package manager has.
 */
export function hostsOfInit(lines: readonly string[], image: string | undefined): string[] {
  const commands = lines.flatMap((line) => shellCommands(line));
  const needed = commands.flatMap((command) => hostsNeededBy(command, image));
  return [...new Set(needed.flatMap(({ hosts }) => hosts))];
}

function byManager(name: string, command: ShellCommand, image: string | undefined): NeededHosts[] {
  const [program, args] = pythonModule(name, command);
  managers ??= new Map(MANAGERS.flatMap((one) => one.programs.split(' ').map((each) => [each, one])));
  const manager = managers.get(program.replace(/^pip3\.\d+$/, 'pip3'));
  const action = args.find((arg) => !arg.startsWith('-'));
  if (!manager || action === undefined || !manager.actions.test(action)) return [];
  const { elsewhere, needs } = manager;
  if (elsewhere && [...command.variables, ...args].some((word) => elsewhere.test(word))) return [];
  // packages that are files of the machine are fetched from nowhere
  const packages = args.slice(args.indexOf(action) + 1).filter((arg) => !arg.startsWith('-'));
  if (
    packages.length > 0 &&
    packages.every((one) => /^(?:\/|\.\/).*\.(?:deb|rpm|apk|whl|tgz|gem)$/.test(one))
  )
    return [];
  return [typeof needs === 'function' ? needs(image) : needs];
}

/** `python -m pip install` is `pip install`. */
function pythonModule(name: string, { args }: ShellCommand): [program: string, args: string[]] {
  const words = args.map(({ text }) => text);
  return /^python[\d.]*$/.test(name) && words[0] === '-m' ? [words[1] ?? '', words.slice(2)] : [name, words];
}

function byUrls(name: string, { args }: ShellCommand): NeededHosts[] {
  if (!FETCHERS.test(name)) return [];
  return args.flatMap(({ text }) => {
    if (text.length > 2048 || text.includes('$')) return [];
    const url = URL.exec(text);
    const host = url?.[1] ?? (name === 'git' ? SSH_REMOTE.exec(text)?.[1] : undefined);
    // without a dot it is a name of a network of its own
    if (host === undefined || !/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(host)) return [];
    return [{ hosts: [host] }, ...redirects(host, url?.[2] ?? '')];
  });
}

/** Where GitHub sends who asks for a file of a release, or for a snapshot. */
function redirects(host: string, path: string): NeededHosts[] {
  if (host !== 'github.com') return [];
  if (path.includes('/releases/')) {
    return [{ hosts: ['release-assets.githubusercontent.com'], or: /githubusercontent\.com$/ }];
  }
  return path.includes('/archive/') ? [{ hosts: ['codeload.github.com'] }] : [];
}

/** By the name or tag: `ubuntu:24.04`, `eclipse-temurin:21-jdk-noble`. */
function isUbuntu(image: string | undefined): boolean {
  if (image === undefined) return false;
  const { repository, tag = '' } = normalizeImage(image);
  return /(?:^|\/)ubuntu$/.test(repository) || /(?:^|-)(?:ubuntu|focal|jammy|noble)/.test(tag);
}
