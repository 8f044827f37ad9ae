import { get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { isDeepStrictEqual } from 'node:util'
import { dateAt } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import type { Procedure } from '../declare.ts'
import type { ProcedureDraft } from './procedure-draft.ts'

/** What a new version will touch: who goes on by the old one, who begins anew, and what is printed otherwise. */
export async function draftImpact(
  ctx: Context,
  { id, code }: Pick<ProcedureDraft, 'id' | 'code'>,
  base: Procedure | undefined,
  draft: Procedure,
) {
  const today = dateAt(ctx.now())
  const counts = await get(
    ctx.tx,
    sql<{ openDossiers: number; moves: boolean; applications: number; counters: number }>`select
        (select count(*)::int from services.dossier d where d.procedure_code = ${code} and d.is_open) as open_dossiers,
        exists (select from services.version_move m where m.draft_id = ${id}) as moves,
        (select count(*)::int from services.draft a join services.procedure_version v on v.id = a.version_id where v.code = ${code}) as applications,
        (select count(*)::int from directory.unit_version u
          where u.kind = 'one-stop' and u.tier = any(${[...draft.receivedAt]}) and ${validOn('u', today)}) as counters`,
  )
  const [before, after] = [base?.results ?? [], draft.results].map((list) => new Map(list.map((one) => [one.id, one])))
  const ids = new Set([...before!.keys(), ...after!.keys()])
  const templates = [...ids].filter((one) => !isDeepStrictEqual(before!.get(one), after!.get(one))).length
  return { ...counts, templates }
}
