import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import { dateAt } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import type { AccessReason } from './dossier-access.ts'

const reasonWords: Readonly<Record<string, { vi: string; en: string }>> = {
  receives: { vi: 'nhận hồ sơ', en: 'took it in' },
  decides: { vi: 'có thẩm quyền giải quyết', en: 'is competent to decide' },
  assisted: { vi: 'hỗ trợ người dân nộp', en: 'helped the applicant to file it' },
  works: { vi: 'xử lý một bước', en: 'works on a step' },
}

/**
 * Why the caller sees a dossier or not, and who else does: units that have to do with it, and the posts there whose right reaches
 * them. Whoever may read every dossier of the province, its leaders and auditors, is not listed with each of them.
 */
export async function explainAccess(ctx: Context, dossierId: string, reasons: readonly AccessReason[]) {
  const scope = scopeOf(ctx.actor, 'dossier.read')
  const today = dateAt(ctx.now())
  const through = reasons.filter((one) => scope === 'all' || scope.includes(one.key))
  const seenBy = await rows(
    ctx.tx,
    sql<{ name: string; title: string; unitName: string }>`
      select person.full_name as name, p.title, v.name as unit_name
      from services.dossier_access a
      join directory.principal q on q.key = a.principal and q.kind = 'unit'
      join directory.unit_version own on own.unit_id = q.unit_id and ${validOn('own', today)}
      join directory.unit_version v on (v.unit_id = own.unit_id or v.unit_id = own.agency_id) and ${validOn('v', today)}
      join directory.post p on p.unit_id = v.unit_id and ${validOn('p', today)}
      join directory.role r on r.function = p.function
      join directory.appointment ap on ap.post_id = p.id and ${validOn('ap', today)}
      join directory.person on person.id = ap.person_id
      where a.dossier_id = ${dossierId}
        and case r.permissions->>'dossier.read' when 'unit' then v.unit_id = own.unit_id when 'agency' then true when 'subtree' then true else false end
      group by 1, 2, 3 order by 3, 2, 1 limit 100`,
  )
  const canSee = through.length > 0
  if (!canSee) return { canSee, words: unseen, through: [], seenBy: [] }
  const first = through[0] as AccessReason
  const because = reasonWords[first.reason] ?? reasonWords.works
  return {
    canSee,
    words: {
      vi: `${first.unitName} ${because?.vi}; vị trí ${ctx.actor.post?.title ?? ''} của bạn được xem hồ sơ của đơn vị đó.`,
      en: `${first.unitName} ${because?.en}; your post ${ctx.actor.post?.title ?? ''} may see its dossiers.`,
    },
    through: through.map((one) => ({
      unitName: one.unitName,
      reason: reasonWords[one.reason]?.[ctx.language] ?? one.reason,
      post: ctx.actor.post?.title ?? null,
    })),
    seenBy,
  }
}

const unseen = {
  vi: 'Đơn vị của bạn không nhận, không giải quyết và không xử lý bước nào của hồ sơ này. Cần xem thì hỏi lãnh đạo đơn vị đang giải quyết.',
  en: 'Your unit did not take in this dossier, does not decide it and works on none of its steps. Ask the unit that does.',
}
