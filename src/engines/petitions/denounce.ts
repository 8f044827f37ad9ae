import { run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PetitionsParts } from './parts.ts'
import { findIdentity, sealIdentity } from './sealed-sender.ts'
import { brakeSending, send, type Said } from './send.ts'
import { isSamePerson } from './sent-just-now.ts'

interface Denounced extends Said {
  readonly fullName: string
  readonly phone: string
  readonly email?: string | undefined
  readonly address: string
}

/**
 * Denounces. Who it is goes into the sealed row and nowhere else: the operation hides its caller from handler and trail, and no message,
 * list or search ever has it (Law on Denunciations 2018 art. 47, 56).
 */
export async function denounce(
  ctx: Context,
  parts: PetitionsParts,
  { fullName, phone, email = null, address, ...said }: Omit<Denounced, 'email'> & { email?: string | null | undefined },
) {
  brakeSending(ctx)
  const identity = { fullName, phone, email, address }
  const { id, isNew, sent } = await send(ctx, parts, said, {
    kind: 'denunciation',
    mayPublish: false,
    channel: 'online',
    isSender: async (petitionId) => {
      const known = await findIdentity(ctx.tx, parts.secrets, petitionId)
      return known !== undefined && isSamePerson(known, identity)
    },
  })
  if (isNew)
    await run(
      ctx.tx,
      sql`insert into petitions.sealed_sender (petition_id, sealed) values (${id}, ${sealIdentity(parts.secrets, id, identity)})`,
    )
  ctx.note({ objectType: 'petition', objectId: id, facts: { code: sent.code, kind: 'denunciation' } })
  return sent
}
