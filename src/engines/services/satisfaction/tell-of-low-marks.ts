import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { holdersOfRight } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'
import { findDossier } from '../dossier/dossier.ts'

interface Marked {
  readonly dossierId: string
}

/** The head of the unit is told of a low mark, and whoever gave it of the answer. */
export const lowMarkListeners = (publicUrl: string): readonly Listener[] => [
  {
    event: 'dossier.marked-low',
    name: 'tell-of-low-mark',
    async run(ctx: Context, { dossierId }: Marked, eventId: string) {
      const found = await find(
        ctx.tx,
        sql<{ unitId: string; code: string }>`select m.unit_id, d.code from services.low_mark m
          join services.dossier d on d.id = m.dossier_id where m.dossier_id = ${dossierId}`,
      )
      if (found === undefined) return
      const words = {
        vi: `Hồ sơ ${found.code} bị chấm điểm thấp, cần trả lời người nộp.`,
        en: `Dossier ${found.code} got a low mark; its applicant is to be answered.`,
      }
      const holders = await holdersOfRight(ctx.tx, found.unitId, 'rating.answer', dateAt(ctx.now()))
      for (const personId of new Set(holders.map((one) => one.personId)))
        await tell(
          ctx.tx,
          {
            personId,
            to: 'staff',
            kind: 'dossier.marked-low',
            words,
            link: '/can-bo/hai-long',
            dedupe: eventId,
            at: ctx.now(),
          },
          publicUrl,
        )
    },
  },
  {
    event: 'dossier.mark-answered',
    name: 'tell-of-answered-mark',
    async run(ctx: Context, { dossierId }: Marked, eventId: string) {
      const dossier = await findDossier(ctx.tx, dossierId)
      if (dossier === undefined) return
      const words = {
        vi: `Cơ quan đã trả lời về điểm ông/bà chấm cho hồ sơ ${dossier.code}.`,
        en: `You were answered about the mark that you gave dossier ${dossier.code}.`,
      }
      await tell(
        ctx.tx,
        {
          personId: dossier.applicantId,
          to: 'citizen',
          kind: 'dossier.mark-answered',
          words,
          link: `/trang-cua-toi/ho-so/${dossierId}`,
          dedupe: eventId,
          byEmail: true,
          isGuarded: true,
          at: ctx.now(),
        },
        publicUrl,
      )
    },
  },
]
