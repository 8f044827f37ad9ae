import { createHash } from 'node:crypto'
import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PetitionsParts } from './parts.ts'
import { sealIdentity } from './sealed-sender.ts'
import { brakeSending, send, type Said } from './send.ts'

interface Denounced extends Said {
  readonly fullName: string
  readonly phone: string
  readonly email?: string | undefined
  readonly address: string
  readonly sendKey?: string | undefined
}

/**
 * Denounces. Who it is goes into the sealed row and nowhere else: the operation hides its caller from handler and trail, and no message,
 * list or search ever has it (Law on Denunciations 2018 art. 47, 56).
 */
export async function denounce(
  ctx: Context,
  parts: PetitionsParts,
  { fullName, phone, email, address, sendKey, ...said }: Denounced,
) {
  brakeSending(ctx)
  const sentBy = sendKey === undefined ? null : createHash('sha256').update(sendKey).digest()
  const { id, isNew, sent } = await send(ctx, parts, said, {
    kind: 'denunciation',
    mayPublish: false,
    channel: 'online',
    isSender: async (petitionId) =>
      (await find(
        ctx.tx,
        sql`select 1 from petitions.sealed_sender where petition_id = ${petitionId} and sent_digest = ${sentBy}`,
      )) !== undefined,
  })
  if (isNew) {
    const sealed = sealIdentity(parts.secrets, id, { fullName, phone, email: email ?? null, address })
    await run(
      ctx.tx,
      sql`insert into petitions.sealed_sender (petition_id, sealed, sent_digest) values (${id}, ${sealed}, ${sentBy})`,
    )
  }
  ctx.note({ objectType: 'petition', objectId: id, facts: { code: sent.code, kind: 'denunciation' } })
  return sent
}
