import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import {
  findUnit,
  getUnit,
  lotOf,
  readSuccession,
  unitName,
  type MovedBy,
  type Succession,
} from '#engines/directory/index.ts'
import { answersItself, candidatesFor, isManned, isPartOf, type Matter } from '../competence.ts'
import { writeHistory } from '../history.ts'

interface Moving extends Matter {
  readonly id: string
  readonly unitId: string
  readonly revision: number
}

/** What a petition is bound to: who has it, where it is, which body it is about. */
export interface Bound {
  readonly unit: string
  readonly place: string | null
  readonly about: string | null
}

/**
 * Moves open petitions from units that are no more to those that took over, with their dates, code and history. Answers how many; 0: none is
 * left.
 */
export async function movePetitions(ctx: Context, by: MovedBy, limit: number): Promise<number> {
  const succession = await readSuccession(ctx.tx, by.id)
  const { unitIds, unitKeys, areaCodes } = succession
  const found = await rows(
    ctx.tx,
    sql<Moving>`select p.id, p.kind, p.procedure_code, p.place, p.about_unit_id, p.first_decision, p.unit_id, p.revision
      from petitions.petition p where p.due is not null
        and (p.unit_key = any(${unitKeys}::int[]) or p.place = any(${areaCodes}::text[]) or p.about_unit_id = any(${unitIds}::uuid[]))
        and not exists (select 1 from petitions.moved m where m.reorganization_id = ${by.id} and m.petition_id = p.id)
      order by p.id limit ${limit} for update`,
  )
  if (found.length === 0) return 0
  const moves = []
  for (const petition of found) moves.push({ id: petition.id, ...(await boundAfter(ctx, by, succession, petition)) })
  await run(
    ctx.tx,
    sql`insert into petitions.moved (reorganization_id, petition_id, revision, before)
      select ${by.id}, id, revision, jsonb_build_object('unit', "unitId", 'place', place, 'about', "aboutUnitId")
      from jsonb_to_recordset(${json(found)}) as g (id uuid, revision integer, "unitId" uuid, place text, "aboutUnitId" uuid)`,
  )
  await bind(ctx, moves)
  for (const [at, { id, unit }] of moves.entries()) {
    ctx.note({ objectType: 'petition', objectId: id, facts: { reorganization: by.id } })
    if (unit === found[at]?.unitId) continue
    const name = await unitName(ctx.tx, unit, by.effectiveOn)
    await writeHistory(ctx, id, {
      kind: 'reorganized',
      words: {
        vi: `Từ nay do ${name} giải quyết, theo ${by.document}; mã và hạn giữ nguyên`,
        en: `From now on with ${name}, by ${by.document}; its code and dates stay`,
      },
      isPublic: true,
    })
  }
  return found.length
}

/** Who has it from now on: the heir of who had it, unless that is the body that it is about, or a part of it; then the body above. */
async function boundAfter(ctx: Context, by: MovedBy, succession: Succession, petition: Moving): Promise<Bound> {
  const place = petition.place && succession.areaAfter(petition.place, by.split, lotOf(petition.id))
  const about = petition.aboutUnitId && succession.unitAfter(petition.aboutUnitId, place)
  const unit = succession.unitAfter(petition.unitId, place)
  const on = by.effectiveOn
  const body = about === null || answersItself(petition) ? undefined : await findUnit(ctx.tx, about, on)
  if (body === undefined || !isPartOf(await getUnit(ctx.tx, unit, on), body)) return { unit, place, about }
  for (const one of await candidatesFor(ctx.tx, { ...petition, place, aboutUnitId: about }, [], on))
    if (await isManned(ctx.tx, one.unit.id, petition.kind, on)) return { unit: one.unit.id, place, about }
  return { unit, place, about }
}

/** Writes what petitions are bound to; that is no act on them, so that their revision stays. */
export const bind = (ctx: Context, moves: readonly (Bound & { readonly id: string })[]): Promise<number> =>
  run(
    ctx.tx,
    sql`update petitions.petition p set unit_id = u.id, unit_key = u.key, place = g.place, about_unit_id = g.about
      from jsonb_to_recordset(${json(moves)}) as g (id uuid, unit uuid, place text, about uuid) join directory.unit u on u.id = g.unit
      where p.id = g.id`,
  )
