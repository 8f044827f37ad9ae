import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { procedureVersion } from '#engines/services/index.ts'
import type { NationalProfile } from '../declare.ts'
import { linkTo, type LinkedFile, type LinkParts } from '../links/file-links.ts'
import type { DeliveryKind } from './delivery.ts'
import { readFacts, type DossierFacts } from './dossier-facts.ts'
import { dossierRecord, type ListedField, type SentRecord } from './dossier-record.ts'
import { statusRecord } from './status-record.ts'

export type { SentRecord }

export interface BuildParts extends LinkParts {
  readonly profile: NationalProfile
}

export interface Built {
  readonly facts: DossierFacts
  /** `madonvi` of its agency, where it has one of its own. */
  readonly unit: string | undefined
  readonly record: SentRecord
}

/** The records of these dossiers, or their statuses, as they are now. */
export async function buildRecords(
  tx: Queries,
  ids: readonly string[],
  given: BuildParts,
  on: PlainDate,
  kind: Exclude<DeliveryKind, 'progress'> = 'record',
): Promise<ReadonlyMap<string, Built>> {
  const [found, listed, filedThere] = await Promise.all([readFacts(tx, ids, on), listedFields(tx), codesThere(tx, ids)])
  const { profile } = given
  const parts = { profile, listed, filedThere, linkTo: (file: LinkedFile) => linkTo(given, file, on) }
  const built = await Promise.all(
    found.map(async (facts): Promise<[string, Built]> => {
      const record =
        kind === 'status'
          ? statusRecord(facts, parts)
          : dossierRecord(facts, await procedureVersion(tx, facts.versionId), parts)
      return [facts.id, { facts, unit: facts.agency === null ? undefined : profile.units[facts.agency], record }]
    }),
  )
  return new Map(built)
}

/** The codes that dossiers have there which were filed there. */
async function codesThere(tx: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows(
    tx,
    sql<{
      dossierId: string
      code: string
    }>`select dossier_id, code from national_portal.incoming where dossier_id = any(${ids}::uuid[])`,
  )
  return new Map(found.map(({ dossierId, code }) => [dossierId, code]))
}

/** The field of each procedure as the national list has it. */
export async function listedFields(tx: Queries): Promise<ReadonlyMap<string, ListedField>> {
  const found = await rows(
    tx,
    sql<
      { procedure: string } & ListedField
    >`select code as procedure, record->'LINHVUCTHUCHIEN'->0->>'MALINHVUC' as code,
        record->'LINHVUCTHUCHIEN'->0->>'TENLINHVUC' as name
      from national_portal.procedure_record where record->'LINHVUCTHUCHIEN'->0->>'MALINHVUC' is not null`,
  )
  return new Map(found.map(({ procedure, ...field }) => [procedure, field]))
}
