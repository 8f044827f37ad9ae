import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { validOn } from '#engines/directory/index.ts'
import type { Procedure } from '../declare.ts'
import { declaredVersion } from '../procedure/procedure.ts'
import type { AnnouncedProcedure } from './announced-procedure.ts'
import { foldedName, type Known } from './propose.ts'

export type MatchedBy = 'code' | 'local-code' | 'name' | 'chosen' | 'none'

export interface Match {
  readonly code: string | null
  readonly by: MatchedBy
  /** Others are only called alike. */
  readonly isAlike: boolean
}

/**
 * Finds for each record the procedure that is here already: by its national code, by what was decided of the same local code, by
 * its name without tone marks at the same tier.
 */
export async function matchRecords(tx: Queries, all: readonly (AnnouncedProcedure | null)[]): Promise<Match[]> {
  const here = await rows(
    tx,
    sql<{
      code: string
      name: string
      level: string
    }>`select distinct code, name, level from services.procedure order by code`,
  )
  const decided = await rows(
    tx,
    sql<{
      local: string
      code: string
    }>`select local_code as local, procedure_code as code from services.catalogue_record
      where procedure_code is not null and local_code = any(${all.flatMap((said) => said?.localCode ?? [])}::text[]) order by decided_at`,
  )
  const codes = new Set(here.map(({ code }) => code))
  const byLocal = new Map(decided.map(({ local, code }) => [local, code]))
  const byName = Map.groupBy(here, ({ name }) => foldedName(name))
  const matches = all.map((said): Match => {
    if (said === null) return unmatched
    if (said.code !== null && codes.has(said.code)) return { code: said.code, by: 'code', isAlike: false }
    const local = byLocal.get(said.localCode ?? '')
    if (local !== undefined) return { code: local, by: 'local-code', isAlike: false }
    const named = byName.get(foldedName(said.name))?.find(({ level }) => said.level === null || level === said.level)
    return named === undefined ? unmatched : { code: named.code, by: 'name', isAlike: false }
  })
  const alike = await calledAlike(
    tx,
    all.map((said, at) => (matches[at] === unmatched ? said : null)),
  )
  return matches.map((match, at) => ({ ...match, isAlike: alike.has(at) }))
}

const unmatched: Match = { code: null, by: 'none', isAlike: false }

/** Of the records that are given, those of which others have to be asked about: by their places. */
async function calledAlike(tx: Queries, all: readonly (AnnouncedProcedure | null)[]): Promise<ReadonlySet<number>> {
  const asked = all.flatMap((said, at) => (said === null ? [] : [{ at, code: said.code, name: foldedName(said.name) }]))
  await run(tx, sql`select set_config('pg_trgm.similarity_threshold', ${String(likeness)}, true)`)
  const found = await rows(
    tx,
    sql<{
      at: number
    }>`select g.at from json_to_recordset(${JSON.stringify(asked)}::json) as g (at int, code text, name text)
      where exists (select from services.procedure p where kernel.fold(p.name) % g.name
        and (g.code is null or p.code ~ '^[A-Z]' or similarity(kernel.fold(p.name), g.name) > ${allButSame}))`,
  )
  return new Set(found.map(({ at }) => at))
}

/** From here on two names are alike (`%`), and from here on all but the same: two national codes are two procedures until then. */
const likeness = 0.6
const allButSame = 0.85

export interface AlikeProcedure {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly isComplete: boolean
  /** From 0 to 1. */
  readonly likeness: number
}

/** The procedures that are called most alike. */
export const alikeProcedures = (tx: Queries, name: string): Promise<AlikeProcedure[]> =>
  rows(
    tx,
    sql<AlikeProcedure>`select p.code, min(p.name) as name, min(p.level) as level, bool_or(p.is_complete) as is_complete,
        round(max(similarity(kernel.fold(p.name), ${foldedName(name)}))::numeric, 2)::float8 as likeness
      from services.procedure p where kernel.fold(p.name) % ${foldedName(name)}
        and similarity(kernel.fold(p.name), ${foldedName(name)}) > ${likeness} group by p.code order by likeness desc, p.code limit 5`,
  )

/** What is here already, as records are held against it: procedures by their codes, sectors by fields, agencies by names. */
export async function readKnown(tx: Queries, codes: readonly string[], on: PlainDate) {
  const versions = await rows(
    tx,
    sql<{ code: string; versionId: string; from: PlainDate }>`select code, version_id, valid_from as "from"
      from services.procedure where code = any(${codes}::text[]) and (valid_to is null or valid_to > ${on}) order by code, valid_from`,
  )
  const whole = await Promise.all(
    versions.map(async (one) => ({ ...one, procedure: await declaredVersion(tx, one.versionId) })),
  )
  const sectors = await rows(
    tx,
    sql<{ field: string; sector: string }>`select kernel.fold(field) as field, min(sector) as sector
      from services.procedure group by kernel.fold(field)`,
  )
  const agencies = await rows(
    tx,
    sql<{
      code: string
      name: string
      kind: string
    }>`select u.code, v.name, v.kind from directory.unit_version v join directory.unit u on u.id = v.unit_id
      where v.tier = 'province' and v.agency_id = v.unit_id and ${validOn('v', on)}`,
  )
  const committee = agencies.find(({ kind }) => kind === 'peoples-committee')?.code
  const byCode = Map.groupBy(whole, ({ code }) => code)
  const sectorOf = new Map(sectors.map(({ field, sector }) => [field, sector]))
  const agencyOf = new Map(agencies.map(({ code, name }) => [fold(name), code]))
  return {
    /** Those in force on the day or after it, in the order of their days. */
    versionsOf: (code: string): readonly { readonly from: PlainDate; readonly procedure: Procedure }[] =>
      byCode.get(code) ?? [],
    knownFor: (existing: Procedure | undefined): Known => ({
      existing,
      sectorOf: (field) => sectorOf.get(fold(field)),
      agencyOf: (performer) => {
        const name = fold(performer.split(/[,;]/)[0]!)
        return /^(chu tich )?(uy ban nhan dan|ubnd) (cap )?tinh$/.test(name) ? committee : agencyOf.get(name)
      },
    }),
  }
}

export type KnownProcedures = Awaited<ReturnType<typeof readKnown>>
