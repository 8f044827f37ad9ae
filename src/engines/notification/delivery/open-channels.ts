import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Channel } from '../template/template-shape.ts'

/** Says by what this installation sends; each worker does at its start. */
export const sayChannels = (
  db: Queries,
  open: Readonly<Partial<Record<Channel, boolean>>>,
  at: Date,
): Promise<number> =>
  run(
    db,
    sql`insert into notification.channel (name, is_open, changed_at)
      select name, is_open, ${at}::timestamptz from unnest(${Object.keys(open)}::text[], ${Object.values(open)}::boolean[]) as said (name, is_open)
      on conflict (name) do update set is_open = excluded.is_open, changed_at = excluded.changed_at where channel.is_open <> excluded.is_open`,
  )

/** By what this installation sends. */
export const openChannels = async (tx: Queries): Promise<ReadonlySet<Channel>> =>
  new Set(
    (await rows(tx, sql<{ name: Channel }>`select name from notification.channel where is_open`)).map(
      ({ name }) => name,
    ),
  )
