import type { Generated } from './generated.ts';

export function generateReference(): Generated {
  return new Map();
}
