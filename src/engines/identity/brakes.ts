import type { Brake } from '#values/brake.ts'

/**
 * What is slowed: guesses of one login, of the codes of one account, and, far more patiently, from one network, since a whole commune may sit behind one;
 * registrations from one network, and all of them together, of which one a second always goes through; sign-ons by the national portal
 * that are begun in one network.
 */
export const brakes = {
  login: { free: 5, longestSeconds: 300 },
  factor: { free: 5, longestSeconds: 300 },
  network: { free: 50, longestSeconds: 60 },
  registration: { free: 40, longestSeconds: 20 },
  registrations: { free: 300, longestSeconds: 1 },
  signOn: { free: 300, longestSeconds: 5 },
} as const satisfies Record<string, Brake>
