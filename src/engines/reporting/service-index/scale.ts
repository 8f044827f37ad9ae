import { randomUUIDv7 } from 'node:crypto'
import { find, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail, Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { ScaleRules } from './scale-shape.ts'
import { scaleProblems, type scaleContract } from './scale-contract.ts'

/** How shares become points, by whose document and since when. */
export interface IndexScale {
  readonly id: string
  readonly document: string
  readonly signedOn: PlainDate
  readonly effectiveFrom: PlainDate
  readonly rules: ScaleRules
  readonly setAt: Date
  readonly setBy: string
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
}

const columns = sql`id, document, signed_on, effective_from, rules, set_at, set_by, withdrawn_at, withdrawn_by`
const newestFirst = sql`effective_from desc, set_at desc, id desc`

/** By which a period that ends on this day is counted; undefined where nobody has set one. */
export const findScale = (tx: Queries, on: PlainDate): Promise<IndexScale | undefined> =>
  find(
    tx,
    sql<IndexScale>`select ${columns} from reporting.index_scale
      where withdrawn_at is null and effective_from <= ${on} order by ${newestFirst} limit 1`,
  )

export const scaleHandlers: Handlers<typeof scaleContract> = {
  async listIndexScales(ctx) {
    const holding = await findScale(ctx.tx, dateAt(ctx.now()))
    const all = await rows(
      ctx.tx,
      sql<IndexScale>`select ${columns} from reporting.index_scale order by ${newestFirst} limit 200`,
    )
    return all.map((one) => ({ ...one, holds: one.id === holding?.id }))
  },

  async setIndexScale(ctx, { document, signedOn, effectiveFrom, rules }) {
    if (signedOn > dateAt(ctx.now())) throw new Problem('signedLater', scaleProblems.signedLater)
    const id = randomUUIDv7()
    await run(
      ctx.tx,
      sql`insert into reporting.index_scale (id, document, signed_on, effective_from, rules, set_at, set_by)
        values (${id}, ${document}, ${signedOn}, ${effectiveFrom}, ${json(rules)}, ${ctx.now()}, ${ctx.actor.name})`,
    )
    ctx.note({ objectType: 'index-scale', objectId: id, facts: { document, signedOn, effectiveFrom, rules } })
    return { id }
  },

  async withdrawIndexScale(ctx, { id }) {
    const { document } = await withdraw(ctx, id)
    ctx.note({ objectType: 'index-scale', objectId: id, facts: { document, withdrawn: true } })
    return { withdrawn: true as const }
  },
}

const withdraw = async (ctx: Context, id: string): Promise<Pick<IndexScale, 'document'>> =>
  (await find(
    ctx.tx,
    sql<
      Pick<IndexScale, 'document'>
    >`update reporting.index_scale set withdrawn_at = ${ctx.now()}, withdrawn_by = ${ctx.actor.name}
      where id = ${id} and withdrawn_at is null returning document`,
  )) ?? fail('notFound')
