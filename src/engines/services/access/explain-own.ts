import { find, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { dossierColumns, type Dossier } from '../dossier/dossier.ts'
import { accessReasons, dossierAccess, maySee, type AccessReason } from '../dossier/dossier-access.ts'
import { heldTasks } from '../work/held-tasks.ts'
import { reasonWords, wayWords } from './access-words.ts'
import { explainActs } from './explain-acts.ts'
import { whoSees } from './who-sees.ts'

/**
 * Why the caller sees a dossier, by which ways and until when, what they may do with it and what not and why, and who else sees it. Whoever may
 * read every dossier of the province, its leaders and auditors, is not listed with each of them. Of a dossier that they do not see it
 * says the same as of none.
 */
export async function explainOwn(ctx: Context, dossierId: string) {
  const dossier = await find(
    ctx.tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = ${dossierId} and ${maySee(dossierAccess(ctx))}`,
  )
  if (dossier === undefined) return { ...unseen, canSee: false }
  const scope = scopeOf(ctx.actor, 'dossier.read')
  const reasons = await accessReasons(ctx.tx, dossierId, ctx.now())
  const through = reasons.filter(({ key }) => scope === 'all' || scope.includes(key) || ctx.actor.ownKeys.includes(key))
  const seenBy = await whoSees(ctx.tx, dossierId, ctx.now(), { everyone: false })
  return {
    canSee: true,
    words: because(ctx, through[0]),
    through: through.map((one) => ({
      unitName: one.unitName,
      reason: reasonWords[one.reason][ctx.language],
      post: ctx.actor.post?.title ?? null,
    })),
    ways: seenBy.filter((one) => one.personId === ctx.actor.person).map((one) => ({ ...one, words: wayWords[one.by] })),
    seenBy,
    ...(await explainActs(ctx, dossier, await heldTasks(ctx, dossierId))),
  }
}

function because(ctx: Context, first: AccessReason | undefined): Words {
  const post = ctx.actor.post?.title ?? ''
  if (first === undefined)
    return { vi: `Vị trí ${post} của bạn được xem mọi hồ sơ.`, en: `Your post ${post} may see every dossier.` }
  if (first.reason === 'granted' && first.endsAt !== null) {
    const last = showDate(addDays(dateAt(first.endsAt), -1))
    return {
      vi: `Vị trí ${post} của bạn được cho xem theo đề nghị, đến hết ngày ${last}.`,
      en: `Your post ${post} was let read it on request, until the end of ${last}.`,
    }
  }
  const { vi, en } = reasonWords[first.reason]
  return {
    vi: `${first.unitName} ${vi}; vị trí ${post} của bạn được xem hồ sơ của đơn vị đó.`,
    en: `${first.unitName} ${en}; your post ${post} may see its dossiers.`,
  }
}

const unseen = {
  words: {
    vi: 'Đơn vị của bạn không nhận, không giải quyết và không xử lý bước nào của hồ sơ này. Cần xem thì xin xem, nói rõ để làm gì; lãnh đạo đơn vị đang giải quyết trả lời.',
    en: 'Your unit did not take in this dossier, does not decide it and works on none of its steps. Ask to see it and say what for; the head of the unit that does answers.',
  },
  through: [],
  ways: [],
  seenBy: [],
  acts: [],
  canAdvise: false,
  canWriteResult: false,
}
