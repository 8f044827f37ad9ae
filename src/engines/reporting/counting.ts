import type { Context } from '#kernel/operations/context.ts'

/** What counting takes of a call: it tells nobody and leaves no trace. */
export type Counting = Pick<Context, 'tx' | 'now'>
