import type { Context } from '#kernel/operations/context.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import { reasonWords } from '../access/access-words.ts'
import { whoSees } from '../access/who-sees.ts'
import type { AccessReason } from './dossier-access.ts'

/**
 * Why the caller sees a dossier or not, and who else does: units that have to do with it, and the posts there whose right reaches
 * them. Whoever may read every dossier of the province, its leaders and auditors, is not listed with each of them.
 */
export async function explainAccess(ctx: Context, dossierId: string, reasons: readonly AccessReason[]) {
  const scope = scopeOf(ctx.actor, 'dossier.read')
  const through = reasons.filter((one) => scope === 'all' || scope.includes(one.key))
  const seenBy = await whoSees(ctx.tx, dossierId, ctx.now(), { everyone: false })
  const canSee = through.length > 0
  if (!canSee) return { canSee, words: unseen, through: [], seenBy: [] }
  const first = through[0] as AccessReason
  const because = reasonWords[first.reason]
  return {
    canSee,
    words: {
      vi: `${first.unitName} ${because.vi}; vị trí ${ctx.actor.post?.title ?? ''} của bạn được xem hồ sơ của đơn vị đó.`,
      en: `${first.unitName} ${because.en}; your post ${ctx.actor.post?.title ?? ''} may see its dossiers.`,
    },
    through: through.map((one) => ({
      unitName: one.unitName,
      reason: reasonWords[one.reason][ctx.language],
      post: ctx.actor.post?.title ?? null,
    })),
    seenBy,
  }
}

const unseen = {
  vi: 'Đơn vị của bạn không nhận, không giải quyết và không xử lý bước nào của hồ sơ này. Cần xem thì hỏi lãnh đạo đơn vị đang giải quyết.',
  en: 'Your unit did not take in this dossier, does not decide it and works on none of its steps. Ask the unit that does.',
}
