import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { nameOfActor, writeHistory } from './history.ts'
import type { PetitionsParts } from './parts.ts'
import { getSeen } from './petition.ts'
import { mayUnseal } from './rights.ts'
import { findIdentity, type Identity } from './sealed-sender.ts'

/**
 * Opens who denounced, for a reason that history and trail keep. The trail names the denunciation and who opened it, never whom: a line with
 * a subject would tell on the denouncer whoever reads the trail.
 */
export async function openIdentity(
  ctx: Context,
  { secrets }: PetitionsParts,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Identity> {
  const petition = await getSeen(ctx, id)
  if (!mayUnseal(ctx.actor, petition)) fail('notFound')
  const identity = (await findIdentity(ctx.tx, secrets, id)) ?? fail('notFound')
  ctx.note({ objectType: 'petition', objectId: id, facts: { code: petition.code, reason } })
  await writeHistory(ctx, id, {
    kind: 'identity-opened',
    words: { vi: 'Mở danh tính người tố cáo', en: 'Identity of the denouncer opened' },
    note: reason,
    isPublic: false,
    who: nameOfActor(ctx),
  })
  return identity
}
