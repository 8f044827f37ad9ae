import { createHash, randomBytes } from 'node:crypto'
import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { servicesProblems } from '../contract/problems.ts'
import { countWrongLookUp, waitBeforeLookUp } from '../public/look-up-brake.ts'

/** So long a link asks for a mark. */
const holdsDays = 60

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The address at which a dossier is rated once without signing in; a new one takes the place of an earlier. */
export async function makeRatingLink(ctx: Context, dossierId: string): Promise<string> {
  const token = randomBytes(16).toString('base64url')
  const ends = new Date(ctx.now().getTime() + holdsDays * 86_400_000)
  await run(
    ctx.tx,
    sql`insert into services.rating_link (dossier_id, digest, made_at, ends_at) values (${dossierId}, ${digestOf(token)}, ${ctx.now()}, ${ends})
      on conflict (dossier_id) do update set digest = excluded.digest, made_at = excluded.made_at, ends_at = excluded.ends_at`,
  )
  // Not in the path, which logs keep.
  return `/danh-gia?ma=${token}`
}

/**
 * Which dossier a link asks to rate; one answer for what is wrong, used or over. Only what is wrong waits: a link is one of 2^128, and a
 * whole commune may sit behind the address from which somebody guesses.
 */
export async function getIdOfLink(ctx: Context, token: string): Promise<string> {
  const found = await find(
    ctx.tx,
    sql<{
      dossierId: string
    }>`select dossier_id from services.rating_link where digest = ${digestOf(token)} and ends_at > ${ctx.now()}`,
  )
  if (found !== undefined) return found.dossierId
  const wait = waitBeforeLookUp(ctx, token)
  if (wait > 0) throw new Problem('lookUpWait', servicesProblems.lookUpWait, { retryAfterSeconds: wait })
  countWrongLookUp(ctx, token)
  fail('notFound')
}
