import type { Brake } from '#values/brake.ts'

/**
 * Slows guessing of dossier codes and second facts: of one code, and far more patiently from one network, since a whole commune
 * may sit behind one. A kiosk of a hall is counted by itself, and not with the phones of those who wait beside it.
 */
export const lookUpBrakes = {
  code: { free: 5, longestSeconds: 300 },
  network: { free: 50, longestSeconds: 60 },
  kiosk: { free: 20, longestSeconds: 60 },
} as const satisfies Record<string, Brake>
