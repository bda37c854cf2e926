import { createRequire } from 'node:module';

// The package is CommonJS around a wasm build of Rust's toml_edit 0.22, the parser inside `toml` 0.8.
const { echoToml } = createRequire(import.meta.url)('@shopify/toml-patch') as {
  echoToml: (text: string) => string;
};

/** What Rust's `toml` says of a text: nothing when it accepts it. */
export interface RustError {
  readonly message: string;
  /** 1-based. */
  readonly line: number;
}

/** @param text well-formed; a lone surrogate cannot be handed to Rust. */
export function rustError(text: string): RustError | undefined {
  try {
    echoToml(text);
    return undefined;
  } catch (error) {
    const message = typeof error === 'string' ? error : (error as Error).message;
    return { message, line: Number(/at line (\d+), column/.exec(message)?.[1]) };
  }
}
