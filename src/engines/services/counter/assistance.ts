import { find, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfUnit, type UnitRow } from '#engines/directory/index.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { grantAccess } from '../dossier/dossier-access.ts'
import { writeHistory } from '../dossier/history.ts'

const howConfirmed = {
  screen: { vi: 'người nộp đọc lời cam đoan trên màn hình và xác nhận', en: 'the declaration was read on the screen' },
  print: { vi: 'người nộp ký lời cam đoan trên bản in', en: 'the declaration was signed in print' },
}

/** Says on the dossier and in its history who helped and how the applicant confirmed; the counter that helped sees it from now on. */
export async function recordAssistance(
  ctx: Context,
  dossier: Dossier,
  counter: UnitRow,
  confirmed: 'screen' | 'print',
): Promise<void> {
  await write(
    ctx.tx,
    sql`update services.dossier set assisted_by = ${ctx.actor.name}, assisted_unit_id = ${counter.id} where id = ${dossier.id}`,
  )
  await grantAccess(ctx.tx, dossier, [{ key: counter.key, reason: 'assisted' }], ctx.now())
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'assisted',
      isPublic: true,
      words: {
        vi: `${ctx.actor.name}, ${counter.name}, hỗ trợ nộp; ${howConfirmed[confirmed].vi}`,
        en: `Filed with the help of ${ctx.actor.name}, ${counter.name}; ${howConfirmed[confirmed].en}`,
      },
      detail: { confirmed, confirmedBy: dossier.applicantName },
    },
  ])
}

/** Who helped the applicant to file online, and at which counter; undefined for one that they sent alone. */
export const assistanceOf = (tx: Queries, dossier: Dossier): Promise<{ name: string; unitName: string } | undefined> =>
  find(
    tx,
    sql<{
      name: string
      unitName: string
    }>`select d.assisted_by as name, ${nameOfUnit(sql`d.assisted_unit_id`, dateAt(dossier.filedAt))} as unit_name
      from services.dossier d where d.id = ${dossier.id} and d.assisted_by is not null`,
  )
