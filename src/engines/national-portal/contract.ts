import type { Contract } from '#kernel/operations/engine.ts'

export const nationalPortalContract = {} satisfies Contract
