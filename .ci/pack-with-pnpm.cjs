// Run before a package is packed. Its manifest names the sources (`./src/index.ts`, `workspace:`, `catalog:`): only pnpm
// puts what is published in their place, and what npm or yarn would publish here could not be loaded by anyone.
if (!process.env.npm_config_user_agent?.startsWith('pnpm/')) {
  console.error(
    'Packages of this repository are packed by pnpm: `pnpm pack`, and releases by .github/workflows/release.yml.',
  );
  process.exit(1);
}
