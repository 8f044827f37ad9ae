import { sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { z } from 'zod'
import type { ShownAtKiosk } from '#engines/services/contract.ts'
import { findRateable, procedureNameFor, rateInHall, type Kiosk } from '#engines/services/index.ts'
import { unitOfCentre } from './centre.ts'
import { marksOfKiosk, standingKinds } from './contract/shapes.ts'
import { callingDevice } from './device.ts'
import { useQuota } from './quota-of-device.ts'

type Shown = z.infer<typeof ShownAtKiosk>

/** What whoever stands at a kiosk of the hall may rate there: the dossier that they proved to be theirs. */
export async function findAtKiosk(ctx: Context, shown: Shown) {
  const dossier = await findRateable(ctx, await callingKiosk(ctx), shown)
  ctx.note({ objectType: 'dossier', objectId: dossier.id, subjects: [dossier.applicantId] })
  return { code: dossier.code, procedureName: await procedureNameFor(ctx, dossier.versionId) }
}

/** Rates it; a kiosk takes no more marks within a time than people who come by themselves would give. */
export async function rateAtKiosk(ctx: Context, { shown, mark }: { shown: Shown; mark: number }) {
  const kiosk = await callingKiosk(ctx)
  await useQuota(
    ctx,
    kiosk.kioskId,
    'marks',
    marksOfKiosk,
    (since) => sql`select count(*)::int as count, min(rated_at) as first_at
    from services.rating where kiosk_id = ${kiosk.kioskId} and channel = 'kiosk' and rated_at > ${since}`,
  )
  return rateInHall(ctx, kiosk, shown, mark)
}

async function callingKiosk(ctx: Context): Promise<Kiosk> {
  const { id, name, centreId } = await callingDevice(ctx, ...standingKinds)
  return { kioskId: id, kioskName: name, unitId: await unitOfCentre(ctx.tx, centreId) }
}
