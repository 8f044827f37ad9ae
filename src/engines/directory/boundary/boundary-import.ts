import { randomUUIDv7 } from 'node:crypto'
import { get, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { countStates } from '../import/compare.ts'
import {
  compareBoundaries,
  markOfBoundaries,
  type BoundaryOutcome,
  type ComparedBoundary,
} from './compare-boundaries.ts'
import { featuresOf, readBoundaries } from './read-boundaries.ts'
import { understandFeature } from './understand-feature.ts'

export interface BoundaryImportRow {
  readonly id: string
  readonly fileName: string
  readonly source: string
  readonly licence: string | null
  /** From which day on its boundaries hold. */
  readonly holdsFrom: PlainDate
  readonly status: 'draft' | 'done' | 'undone'
  readonly counts: Readonly<Record<BoundaryOutcome['state'], number>>
  readonly createdByName: string
  readonly createdAt: Date
  readonly doneAt: Date | null
  readonly undoneAt: Date | null
}

interface WholeImport extends BoundaryImportRow {
  readonly content: string
  readonly outcomes: readonly BoundaryOutcome[] | null
}

const columns = sql`id, file_name, source, licence, holds_from, status, counts, created_by_name, created_at, done_at, undone_at`

/** The newest hundred. */
export const listBoundaryImports = (ctx: Context): Promise<BoundaryImportRow[]> =>
  rows(
    ctx.tx,
    sql<BoundaryImportRow>`select ${columns} from directory.boundary_import order by created_at desc, id limit 100`,
  )

/** One with its file; locked until the transaction ends where it is going to change. */
export const getBoundaryImport = (ctx: Context, id: string, lock = false): Promise<WholeImport> =>
  get(
    ctx.tx,
    sql<WholeImport>`select ${columns}, content, outcomes from directory.boundary_import where id = ${id}
      ${lock ? sql`for update` : sql``}`,
  )

/** Where a file of boundaries comes from, and from which day on they hold. */
export interface BoundaryOrigin {
  readonly fileName: string
  readonly source: string
  readonly licence: string | undefined
  readonly from: PlainDate
}

/** Keeps a file as a draft: nothing of it holds yet. */
export async function keepBoundaries(ctx: Context, origin: BoundaryOrigin, bytes: Uint8Array): Promise<string> {
  const { text, features } = readBoundaries(bytes)
  const id = randomUUIDv7()
  const counts = countStates(await compareBoundaries(ctx.tx, features, origin.from))
  await run(
    ctx.tx,
    sql`insert into directory.boundary_import (id, file_name, source, licence, holds_from, content, counts, created_by, created_by_name,
        created_at)
      values (${id}, ${origin.fileName}, ${origin.source}, ${origin.licence ?? null}, ${origin.from}, ${text}, ${json(counts)},
        ${ctx.actor.account}, ${ctx.actor.name}, ${ctx.now()})`,
  )
  ctx.note({ objectType: 'boundaries', objectId: id, facts: { ...origin, ...counts } })
  return id
}

/** What an import does or did about each feature, with the mark of it. */
export async function outcomesOfBoundaries(
  ctx: Context,
  { content, outcomes, holdsFrom }: WholeImport,
): Promise<{ outcomes: readonly ComparedBoundary[]; seen: string }> {
  const features = featuresOf(content)
  if (outcomes !== null) {
    const geometryOf = (number: number) => {
      const given = understandFeature(features[number])
      return 'geometry' in given ? given.geometry : null
    }
    return { outcomes: outcomes.map((one) => ({ ...one, geometry: geometryOf(one.number) })), seen: '' }
  }
  const compared = await compareBoundaries(ctx.tx, features, holdsFrom)
  return { outcomes: compared, seen: markOfBoundaries(compared) }
}

/** Drops a draft that nobody wants. */
export async function discardBoundaries(ctx: Context, id: string): Promise<void> {
  const { status, fileName } = await getBoundaryImport(ctx, id, true)
  if (status !== 'draft') fail('conflict')
  await run(ctx.tx, sql`delete from directory.boundary_import where id = ${id}`)
  ctx.note({ objectType: 'boundaries', objectId: id, facts: { fileName, dropped: true } })
}
