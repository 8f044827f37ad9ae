import type { Json } from '#values/layers.ts'

/** One thing that is said, as it stands in a control; nothing of what has parts. */
export const textOf = (said: Json | undefined): string =>
  said === undefined || said === null || typeof said === 'object' ? '' : String(said)
