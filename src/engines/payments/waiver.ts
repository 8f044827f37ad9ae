import { json, rows, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { onDay } from './accounts/day.ts'
import { inReach } from './accounts/in-reach.ts'

/** What is not collected of an item, by which ground. */
export interface Waiver {
  /** Of the order from which it is missing, and the item there. */
  readonly reference: string
  readonly item: string
  readonly collectorId: string
  readonly fileCode: string
  readonly name: Words
  readonly ground: Words
  readonly basis: string | null
  /** Whole đồng. */
  readonly fullAmount: number
  readonly waived: number
}

/** Writes down, once, that so much is not collected: the accounts of the day say it beside what was. */
export const waive = (ctx: Context, waiver: Waiver): Promise<void> =>
  write(
    ctx.tx,
    sql`insert into payments.waiver (reference, item, unit_id, file_code, name, ground, basis, full_amount, waived, at, by_name)
      values (${waiver.reference}, ${waiver.item}, ${waiver.collectorId}, ${waiver.fileCode}, ${json(waiver.name)}, ${json(waiver.ground)}, ${waiver.basis},
        ${waiver.fullAmount}, ${waiver.waived}, ${ctx.now()}, ${ctx.actor.name}) on conflict do nothing`,
  )

/** What was not collected on a day, by counter and ground. */
export const waivedOn = (ctx: Context, day: PlainDate) =>
  rows(
    ctx.tx,
    sql<{
      unitId: string
      unitName: string
      ground: Words
      basis: string | null
      count: number
      waived: number
    }>`select w.unit_id, ${nameOfUnit(sql`w.unit_id`, day)} as unit_name, w.ground, w.basis, count(*)::int as count, sum(w.waived)::bigint as waived
      from payments.waiver w where ${onDay(sql`w.at`, day)} and ${inReach(ctx, sql`w.unit_id`)}
      group by w.unit_id, w.ground, w.basis order by unit_name, waived desc, w.basis, w.ground`,
  )
