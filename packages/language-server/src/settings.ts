import { releasesIn } from '@smolfile/core';
import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { ALL_HINTS, type HintOptions } from './features/hints.ts';

/** What a person can set, under `smolfile` in the client's configuration or as initialization options. */
export interface Settings {
  readonly smolvmVersion?: string;
  /** What the client found installed: counts where nothing else says a version. */
  readonly installedVersion?: string;
  readonly inlayHints: HintOptions;
  /**
   * Whether the client's user trusts the workspace; left out by clients that do not ask. Where it is not trusted,
   * nothing is started.
   */
  readonly trusted?: boolean;
  readonly shellcheck: ShellcheckSettings;
}

/** What is set about shellcheck. */
export interface ShellcheckSettings {
  readonly enabled: boolean;
  /** Where it is: an absolute path, or another name to look for; empty for its own. */
  readonly path: string;
}

const SECTION = 'smolfile';

/** @param value whatever the client sent; what is not a setting, or of another type, is left out. */
export function readSettings(value: unknown): Settings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const smolvmVersion = readVersion(given['smolvmVersion']);
  const installedVersion = readVersion(given['installedVersion']);
  return {
    ...(smolvmVersion !== undefined && { smolvmVersion }),
    ...(installedVersion !== undefined && { installedVersion }),
    inlayHints: readHints(given['inlayHints']),
    ...(typeof given['trusted'] === 'boolean' && { trusted: given['trusted'] }),
    shellcheck: readShellcheck(given['shellcheck']),
  };
}

/** `false` turns it off. */
function readShellcheck(value: unknown): ShellcheckSettings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { enabled, path } = given;
  return {
    enabled: value !== false && enabled !== false,
    path: typeof path === 'string' ? path : '',
  };
}

function readVersion(value: unknown): string | undefined {
  const version = typeof value === 'string' ? value.trim() : '';
  return version === '' ? undefined : version;
}

/** One switch for all hints, or one for each kind; all are on until somebody turns them off. */
function readHints(value: unknown): HintOptions {
  const kinds = Object.keys(ALL_HINTS) as (keyof HintOptions)[];
  const switches = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const isOn = (kind: string): boolean => value !== false && switches[kind] !== false;
  return Object.fromEntries(kinds.map((kind) => [kind, isOn(kind)])) as unknown as HintOptions;
}

/** The settings per document: asked of the client where it answers, otherwise what it last pushed. */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #asked = new Map<string, Promise<Settings>>();
  #pushed: Settings = readSettings(undefined);
  #canAsk = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @param options the client's initialization options. */
  initialize(client: Client, options: unknown): void {
    this.#canAsk = client.configuration;
    this.#pushed = this.#read(options);
  }

  /** Asks to be told of changes; to be called once the client is ready to be asked. */
  async watch(client: Client): Promise<void> {
    if (!client.configurationEvents) return;
    try {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    } catch (error) {
      this.#connection.console.warn(`The client will not tell when settings change: ${String(error)}`);
    }
  }

  for(uri: string): Promise<Settings> {
    if (!this.#canAsk) return Promise.resolve(this.#pushed);
    let settings = this.#asked.get(uri);
    if (!settings) {
      settings = this.#ask(uri);
      this.#asked.set(uri, settings);
    }
    return settings;
  }

  /** Forgets what was asked, and takes what the client pushed, if it did. */
  changed(configuration: unknown): void {
    this.#asked.clear();
    if (typeof configuration === 'object' && configuration !== null && SECTION in configuration) {
      this.#pushed = this.#read(configuration[SECTION]);
    }
  }

  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      const asked = readSettings(
        await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }),
      );
      // What is not trusted stays so until the client says otherwise.
      const { trusted } = this.#pushed;
      return trusted === undefined ? asked : { trusted, ...asked };
    } catch (error) {
      this.#connection.console.warn(`The client did not give its settings for ${uri}: ${String(error)}`);
      return this.#pushed;
    }
  }

  #read(value: unknown): Settings {
    const settings = readSettings(value);
    const { smolvmVersion } = settings;
    if (smolvmVersion !== undefined && typeof releasesIn(smolvmVersion) === 'string') {
      this.#connection.console.warn(
        `smolfile.smolvmVersion is "${smolvmVersion}", which is no version of smolvm that is known, and no range of them; it is not used.`,
      );
    }
    return settings;
  }
}
