import type { SourceReader } from '../../import/reader.ts';
import type { PlainTable } from '../../toml/index.ts';
import { pythonImage, VERSIONS } from '../images.ts';
import type { Project } from '../types.ts';
import { has, isPlainName, stringIn, tableIn, textOf, tomlTable } from './reading.ts';
import { allowedVersion } from './versions.ts';

const MANIFESTS = ['pyproject.toml', 'requirements.txt', 'Pipfile', 'setup.py', 'manage.py'];
const ENTRIES = ['main.py', 'app.py', 'server.py', 'bot.py'];

/** How dependencies are installed, and what a command stands behind. */
interface Installer {
  readonly install: readonly string[];
  readonly prefix: readonly string[];
  readonly env?: readonly string[];
}

/** A project of Python, by its pyproject.toml or the lists of what it needs. */
export function pythonProject(reader: SourceReader): Project | undefined {
  const source = MANIFESTS.find((name) => has(reader, name));
  if (source === undefined) return undefined;
  const text = textOf(reader, 'pyproject.toml');
  const manifest = text === undefined ? undefined : tomlTable(text);
  const { install, prefix, env = [] } = installerOf(reader, manifest);
  const { cmd, port } = commandOf(reader, manifest);
  const isPytest = tableIn(tableIn(manifest, 'tool'), 'pytest') || has(reader, 'pytest.ini');
  return {
    source,
    image: pythonImage(versionOf(reader, manifest)),
    install,
    cmd: [...prefix, ...cmd],
    test: [...prefix, 'python', '-m', isPytest ? 'pytest' : 'unittest'].join(' '),
    env: ['PYTHONUNBUFFERED=1', ...env],
    ...(port !== undefined && { port }),
  };
}

function versionOf(reader: SourceReader, manifest: PlainTable | undefined): string {
  const poetry = tableIn(tableIn(tableIn(manifest, 'tool'), 'poetry'), 'dependencies');
  const wanted = [
    textOf(reader, '.python-version')?.trim(),
    stringIn(tableIn(manifest, 'project'), 'requires-python'),
    stringIn(poetry, 'python'),
  ];
  for (const each of wanted) {
    const found = each === undefined ? undefined : allowedVersion(each, VERSIONS.python);
    if (found !== undefined) return found;
  }
  return VERSIONS.python[0];
}

function installerOf(reader: SourceReader, manifest: PlainTable | undefined): Installer {
  const pip = 'pip install --no-cache-dir';
  if (has(reader, 'uv.lock') || tableIn(tableIn(manifest, 'tool'), 'uv')) {
    const frozen = has(reader, 'uv.lock') ? ' --frozen' : '';
    // not the host's `.venv`
    const env = ['UV_PROJECT_ENVIRONMENT=/opt/venv'];
    return { install: [`${pip} uv`, `uv sync${frozen}`], prefix: ['uv', 'run', '--no-sync'], env };
  }
  if (has(reader, 'poetry.lock') || tableIn(tableIn(manifest, 'tool'), 'poetry')) {
    const env = ['POETRY_VIRTUALENVS_CREATE=false'];
    return { install: [`${pip} poetry`, 'poetry install --no-interaction'], prefix: [], env };
  }
  if (has(reader, 'requirements.txt')) return { install: [`${pip} -r requirements.txt`], prefix: [] };
  if (has(reader, 'Pipfile')) {
    const install = has(reader, 'Pipfile.lock')
      ? 'pipenv install --system --deploy'
      : 'pipenv install --system';
    return { install: [`${pip} pipenv`, install], prefix: [] };
  }
  const isPackage = tableIn(manifest, 'project') !== undefined || has(reader, 'setup.py');
  return { install: isPackage ? [`${pip} .`] : [], prefix: [] };
}

function commandOf(
  reader: SourceReader,
  manifest: PlainTable | undefined,
): { readonly cmd: readonly string[]; readonly port?: number } {
  if (has(reader, 'manage.py'))
    return { cmd: ['python', 'manage.py', 'runserver', '0.0.0.0:8000'], port: 8000 };
  const entry = ENTRIES.find((name) => has(reader, name));
  if (entry !== undefined) return { cmd: ['python', entry] };
  const scripts = tableIn(tableIn(manifest, 'project'), 'scripts') ?? {};
  const script = Object.keys(scripts).find(isPlainName);
  return { cmd: script === undefined ? ['python', '--version'] : [script] };
}
