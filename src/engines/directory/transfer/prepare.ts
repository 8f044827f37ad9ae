import type { Queries } from '#kernel/database/connect.ts'
import { fail } from '#values/errors.ts'
import { addDays } from '#values/plain-date.ts'
import type { TransferPlan } from './plan.ts'
import { postsNamed, postsOn, type StandingPost } from './standing.ts'

/** What a decision means: what they hold until the eve, what of it ends, what begins, and what they hold then. */
export interface Prepared {
  readonly before: readonly StandingPost[]
  readonly ending: readonly StandingPost[]
  readonly beginning: readonly StandingPost[]
  readonly after: readonly StandingPost[]
}

/** Works a plan out without writing; of one that was written it answers the same. A post that is not there on the day is 404. */
export async function prepare(tx: Queries, { personId, effectiveOn, ...plan }: TransferPlan): Promise<Prepared> {
  const before = await postsOn(tx, personId, addDays(effectiveOn, -1))
  const ending = before.filter(({ appointmentId, to }) =>
    plan.leaves ? to === null || to >= effectiveOn : plan.ends.some((id) => id === appointmentId),
  )
  const named = await postsNamed(
    tx,
    plan.begins.map(({ postId }) => postId),
    effectiveOn,
  )
  const beginning = plan.begins.map(({ postId, kind, until }): StandingPost => {
    const post = named.find((one) => one.postId === postId) ?? fail('notFound')
    return { ...post, appointmentId: null, kind, from: effectiveOn, to: until ?? null }
  })
  const staying = (await postsOn(tx, personId, effectiveOn)).filter(
    (held) =>
      !ending.some(({ appointmentId }) => appointmentId === held.appointmentId) &&
      !beginning.some(({ postId }) => postId === held.postId && held.from === effectiveOn),
  )
  return { before, ending, beginning, after: [...staying, ...beginning] }
}
