import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { getVisibleDossier } from '../dossier/dossier-access.ts'
import { writeHistory } from '../dossier/history.ts'

/** What a browser says of a dossier that it took in without a line. */
export interface OfflineReception {
  readonly id: string
  readonly slip: string
  readonly account?: string | undefined
  readonly secondsAgo: number
}

/**
 * The dossier that was made of it when it was sent before, if the caller may see it; undefined the first time. 409 `receivedByOther` where another
 * officer has signed in at the machine since: whoever looked the papers through is who received them.
 */
export async function sentBefore(ctx: Context, offline: OfflineReception): Promise<Dossier | undefined> {
  if (offline.account !== undefined && offline.account !== ctx.actor.account)
    throw new Problem('receivedByOther', servicesProblems.receivedByOther)
  const known = await find(
    ctx.tx,
    sql<{ dossierId: string }>`select dossier_id from services.offline_reception where id = ${offline.id}`,
  )
  return known && getVisibleDossier(ctx, known.dossierId)
}

/** The call as it would have come with a line: whatever asks for the time gets the moment at which it was handed in. */
export function atReception(ctx: Context, { secondsAgo }: OfflineReception): Context {
  const at = new Date(ctx.now().getTime() - secondsAgo * 1000)
  return { ...ctx, now: () => at }
}

/** Writes down that a dossier came so; 409 when another window sends the same at this moment. */
export async function rememberOffline(ctx: Context, dossier: Dossier, offline: OfflineReception): Promise<void> {
  const { now: receivedAt } = atReception(ctx, offline)
  const added = await run(
    ctx.tx,
    sql`insert into services.offline_reception (id, dossier_id, slip, received_at, sent_at)
      values (${offline.id}, ${dossier.id}, ${offline.slip}, ${receivedAt()}, ${ctx.now()}) on conflict (id) do nothing`,
  )
  if (added === 0) fail('conflict')
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'received-offline',
      isPublic: true,
      words: {
        vi: `Đã nhận khi quầy mất mạng, biên nhận tạm ${offline.slip}`,
        en: `Received while the counter had no line, provisional slip ${offline.slip}`,
      },
    },
  ])
}
