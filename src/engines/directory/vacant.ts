import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { directoryProblems } from './contract.ts'

interface Wanted {
  readonly postId: string
  readonly from: PlainDate
  /** The first day on which it is free again; null = it is kept. */
  readonly until: PlainDate | null
  /** Appointments that are about to end. */
  readonly except?: readonly string[]
  /** The place in the input that named it. */
  readonly path?: string
}

/** Refuses a post that somebody holds on any of these days, also by what is decided ahead. It is locked: two who want it at once come one after the other. */
export async function mustBeVacant(tx: Queries, { postId, from, until, except = [], path }: Wanted): Promise<void> {
  await run(tx, sql`select 1 from directory.post where id = ${postId} for no key update`)
  const held = await find(
    tx,
    sql`select 1 from directory.appointment where post_id = ${postId} and id <> all(${except}::uuid[])
      and (valid_to is null or valid_to > ${from}) and (${until}::date is null or valid_from < ${until}) limit 1`,
  )
  if (held === undefined) return
  const { message } = directoryProblems.postHeld
  const places: ProblemPlace[] = path === undefined ? [] : [{ path, message }]
  throw new Problem('postHeld', directoryProblems.postHeld, { places })
}
