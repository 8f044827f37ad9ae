import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { minutesOf, showMinutes } from './clock-text.ts'
import { templateProblems, type TemplateView, type templatesContract } from '../contract/templates.ts'
import { templateColumns } from './template.ts'
import { faultsOf } from './template-faults.ts'

export const templateHandlers: Handlers<typeof templatesContract> = {
  async listTemplates(ctx) {
    const templates = await rows(
      ctx.tx,
      sql<TemplateView>`select kind, procedure_code, valid_from as from, changed_by, ${templateColumns} from notification.template t
        where not exists (select 1 from notification.template l where l.kind = t.kind and l.procedure_code = t.procedure_code
          and l.valid_from > t.valid_from and l.valid_from <= ${dateAt(ctx.now())})
        order by kind, procedure_code, valid_from`,
    )
    const quiet = await find(
      ctx.tx,
      sql<{
        begins: number
        ends: number
        changedBy: string | null
      }>`select begins, ends, changed_by from notification.quiet_hours`,
    )
    return {
      templates,
      quiet: {
        from: showMinutes(quiet?.begins ?? 0),
        until: showMinutes(quiet?.ends ?? 0),
        changedBy: quiet?.changedBy ?? null,
      },
    }
  },

  async saveTemplate(ctx, { kind, procedureCode, from, ...text }) {
    const today = dateAt(ctx.now())
    const day = from ?? today
    if (day < today) throw new Problem('dayPassed', templateProblems.dayPassed)
    const places: ProblemPlace[] = faultsOf(kind, text)
    if (places.length > 0) throw new Problem('unfitText', templateProblems.unfitText, { places })
    await run(
      ctx.tx,
      sql`insert into notification.template (kind, procedure_code, valid_from, plain, accented, is_accented, channels, takes, is_urgent, changed_by, changed_at)
        values (${kind}, ${procedureCode}, ${day}, ${text.plain}, ${text.accented}, ${text.isAccented}, ${[...text.channels]}, ${text.takes}, ${text.isUrgent},
          ${ctx.actor.name}, ${ctx.now()})
        on conflict (kind, procedure_code, valid_from) do update set plain = excluded.plain, accented = excluded.accented, is_accented = excluded.is_accented,
          channels = excluded.channels, takes = excluded.takes, is_urgent = excluded.is_urgent, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    )
    ctx.note({ objectType: 'message-template', objectId: kind, facts: { procedureCode, from: day } })
    return {}
  },

  async saveQuietHours(ctx, { from, until }) {
    await run(
      ctx.tx,
      sql`insert into notification.quiet_hours (begins, ends, changed_by, changed_at) values (${minutesOf(from)}, ${minutesOf(until)}, ${ctx.actor.name}, ${ctx.now()})
        on conflict (is_only) do update set begins = excluded.begins, ends = excluded.ends, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    )
    ctx.note({ objectType: 'quiet-hours', objectId: 'all', facts: { from, until } })
    return {}
  },
}
