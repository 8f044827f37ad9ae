import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { holdersOfRight } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'

interface Asked {
  readonly code: string
  readonly unitId: string | null
  readonly personId: string
  readonly askedBy: string
  readonly answer: 'granted' | 'refused' | null
  readonly dossierId: string | null
  readonly endsAt: Date | null
  readonly words: string | null
}

const findAsked = (ctx: Context, id: string) =>
  find(
    ctx.tx,
    sql<Asked>`select r.code, r.unit_id, r.person_id, person.full_name as asked_by, r.answer, r.dossier_id, r.ends_at, r.words
      from services.access_request r join directory.person on person.id = r.person_id where r.id = ${id}`,
  )

/** Who may answer a request is told of it, and who asked of the answer. */
export const requestListeners = (publicUrl: string): readonly Listener[] => [
  {
    event: 'access.asked',
    name: 'tell-access-asked',
    async run(ctx: Context, { requestId }: { requestId: string }, eventId: string) {
      const asked = await findAsked(ctx, requestId)
      if (asked === undefined || asked.unitId === null) return
      const words = {
        vi: `${asked.askedBy} xin xem hồ sơ ${asked.code}, chờ bạn trả lời`,
        en: `${asked.askedBy} asks to read dossier ${asked.code} and waits for your answer`,
      }
      for (const { personId } of await holdersOfRight(ctx.tx, asked.unitId, 'access.grant', dateAt(ctx.now())))
        await tell(
          ctx.tx,
          {
            personId,
            to: 'staff',
            kind: 'access.asked',
            words,
            link: '/can-bo/xin-xem',
            dedupe: eventId,
            at: ctx.now(),
          },
          publicUrl,
        )
    },
  },
  {
    event: 'access.answered',
    name: 'tell-access-answered',
    async run(ctx: Context, { requestId }: { requestId: string }, eventId: string) {
      const asked = await findAsked(ctx, requestId)
      if (asked === undefined) return
      const link = asked.answer === 'granted' ? `/can-bo/ho-so/${asked.dossierId}` : '/can-bo/xin-xem'
      const words = answerWords(asked)
      await tell(
        ctx.tx,
        { personId: asked.personId, to: 'staff', kind: 'access.answered', words, link, dedupe: eventId, at: ctx.now() },
        publicUrl,
      )
    },
  },
]

function answerWords({ code, endsAt, words }: Asked): Words {
  if (endsAt === null)
    return { vi: `Đề nghị xem hồ sơ ${code}: không đồng ý. ${words}`, en: `Reading ${code} was refused: ${words}` }
  const last = showDate(addDays(dateAt(endsAt), -1))
  return {
    vi: `Bạn được xem hồ sơ ${code} đến hết ngày ${last}`,
    en: `You may read dossier ${code} until the end of ${last}`,
  }
}
