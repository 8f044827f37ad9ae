import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { OpenKind } from './kinds.ts'
import type { PetitionsParts } from './parts.ts'
import { readSecond, type Again, type Second } from './second-complaint.ts'
import { brakeSending, send, type Said } from './send.ts'
import { isSamePerson } from './sent-just-now.ts'

interface Asked extends Said {
  readonly kind: OpenKind
  readonly mayPublish: boolean
  readonly fullName: string
  readonly phone: string
  readonly email?: string | undefined
  readonly second?: Again | undefined
}

/** Asks, reflects or complains, with an account or without. */
export async function ask(ctx: Context, parts: PetitionsParts, asked: Asked) {
  brakeSending(ctx)
  const personId = ctx.actor.kind === 'citizen' ? (ctx.actor.person ?? null) : null
  const { second: again, ...first } = asked
  const { said, second } = again === undefined ? { said: first } : await readSecond(ctx, first, again)
  return sendOpen(ctx, parts, { ...first, ...said }, { channel: 'online', personId, second })
}

/** Enters what somebody says on the phone; they are read their code. */
export const enter = (ctx: Context, parts: PetitionsParts, asked: Asked) =>
  sendOpen(ctx, parts, asked, { channel: 'hotline', personId: null })

async function sendOpen(
  ctx: Context,
  parts: PetitionsParts,
  {
    kind,
    mayPublish,
    fullName,
    phone,
    email = null,
    ...said
  }: Omit<Asked, 'email' | 'second'> & { email?: string | null | undefined },
  {
    channel,
    personId,
    second,
  }: { channel: 'online' | 'hotline'; personId: string | null; second?: Second | undefined },
) {
  const sender = { personId, fullName, phone, email }
  const { id, isNew, sent } = await send(ctx, parts, said, {
    kind,
    mayPublish: mayPublish && kind !== 'complaint',
    channel,
    second,
    isSender: async (petitionId) => {
      const known = await find(
        ctx.tx,
        sql<
          typeof sender
        >`select person_id, full_name, phone, email from petitions.sender where petition_id = ${petitionId}`,
      )
      return known !== undefined && isSamePerson(known, sender)
    },
  })
  if (isNew)
    await run(
      ctx.tx,
      sql`insert into petitions.sender (petition_id, person_id, full_name, phone, email)
        values (${id}, ${personId}, ${fullName}, ${phone}, ${email})`,
    )
  ctx.note({
    objectType: 'petition',
    objectId: id,
    subjects: personId === null ? [] : [personId],
    facts: { code: sent.code, kind, channel },
  })
  return sent
}
