import type { Brake } from '#values/brake.ts'

/**
 * Slows guessing of dossier codes and second facts: of one code, and far more patiently from one network, since a whole commune
 * may sit behind one.
 */
export const lookUpBrakes = {
  code: { free: 5, longestSeconds: 300 },
  network: { free: 50, longestSeconds: 60 },
} as const satisfies Record<string, Brake>
