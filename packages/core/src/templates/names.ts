/** Names of templates, for those who need no more: completions and help. */
export const TEMPLATE_NAMES = [
  'starter',
  'node',
  'python',
  'go',
  'rust',
  'web',
  'ci',
  'gpu',
  'agent',
] as const;
