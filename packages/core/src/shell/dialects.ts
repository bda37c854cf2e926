/** What a shell is called to shellcheck. */
export type Dialect = 'sh' | 'bash' | 'dash' | 'ash' | 'ksh';

/** The shells that shellcheck knows, by their names; of others, such as `zsh`, it can say nothing. */
export const DIALECTS: Readonly<Partial<Record<string, Dialect>>> = {
  sh: 'sh',
  bash: 'bash',
  dash: 'dash',
  ash: 'ash',
  ksh: 'ksh',
};
