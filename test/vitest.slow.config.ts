import { defineConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** Tests of files that take more than a few seconds, so not part of `pnpm test`: `pnpm test:slow`. */
export default defineConfig({ test: { ...everyday.test, include: ['**/*.slow.ts'] } });
