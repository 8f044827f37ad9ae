import { get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { isAnswered } from './figures.ts'

export interface YearOfProcedure {
  readonly finished: number
  readonly onTime: number
}

const keptMs = 60_000

/**
 * Reads how a procedure went in the last 365 days. A page that everybody opens counts a year of dossiers once a minute, not for
 * each reader; what is shown may be that old.
 */
export function createYearOfProcedure(): (ctx: Context, code: string) => Promise<YearOfProcedure> {
  const kept = new Map<string, { year: Promise<YearOfProcedure>; until: number }>()
  return (ctx, code) => {
    const found = kept.get(code)
    if (found !== undefined && found.until > ctx.now().getTime()) return found.year
    const year = countYear(ctx, code)
    kept.set(code, { year, until: ctx.now().getTime() + keptMs })
    year.catch(() => kept.delete(code))
    return year
  }
}

const countYear = (ctx: Context, code: string): Promise<YearOfProcedure> =>
  get(
    ctx.tx,
    sql<YearOfProcedure>`
      select count(*)::int as finished, count(*) filter (where d.finished_at <= d.deadline)::int as on_time
      from services.dossier d
      where d.procedure_code = ${code} and ${isAnswered} and d.filed_at >= ${addDays(dateAt(ctx.now()), -365)}::date`,
  )
