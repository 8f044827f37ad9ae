import type { Brake } from '#values/brake.ts'

/** How often one account makes us ask national registers: far more than anybody needs to fill in forms, too little to read a register through us. */
export const registerBrakes = { account: { free: 120, longestSeconds: 60 } } as const satisfies Record<string, Brake>
