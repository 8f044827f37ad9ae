import type { Brake } from '#values/brake.ts'

/** Slows what comes from one network, behind which a whole commune may sit. */
export const askBrakes = { network: { free: 30, longestSeconds: 60 } } as const satisfies Record<string, Brake>

/** Slows guesses; a code is one of 2^60. */
export const codeBrakes = { network: { free: 50, longestSeconds: 60 } } as const satisfies Record<string, Brake>

/** Slows files that come by a code. */
export const attachBrakes = { network: { free: 60, longestSeconds: 60 } } as const satisfies Record<string, Brake>
