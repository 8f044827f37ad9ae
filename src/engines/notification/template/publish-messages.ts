import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { DeclaredMessages } from '../declare.ts'
import { minutesOf } from './clock-text.ts'

/** Puts what is declared in force; what somebody changed on screen stays as they said. */
export async function publishMessages(tx: Queries, { templates, quiet }: DeclaredMessages, at: Date): Promise<void> {
  for (const one of templates)
    await run(
      tx,
      sql`insert into notification.template (kind, valid_from, plain, accented, is_accented, channels, takes, is_urgent, changed_at)
        values (${one.kind}, ${one.from}, ${one.plain}, ${one.accented}, ${one.isAccented}, ${one.channels}, ${one.takes}, ${one.isUrgent}, ${at})
        on conflict (kind, procedure_code, valid_from) do update set plain = excluded.plain, accented = excluded.accented,
          is_accented = excluded.is_accented, channels = excluded.channels, takes = excluded.takes, is_urgent = excluded.is_urgent
        where template.changed_by is null`,
    )
  await run(
    tx,
    sql`insert into notification.quiet_hours (begins, ends, changed_at) values (${minutesOf(quiet.from)}, ${minutesOf(quiet.until)}, ${at})
      on conflict (is_only) do update set begins = excluded.begins, ends = excluded.ends where quiet_hours.changed_by is null`,
  )
}
