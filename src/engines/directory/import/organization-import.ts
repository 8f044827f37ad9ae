import { randomUUIDv7 } from 'node:crypto'
import { get, json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { compareFile, countStates, markOf, type Comparison } from './compare.ts'
import type { LaterEngines } from './later-engines.ts'
import type { Outcome, RowState } from './outcome.ts'
import type { GivenFile, GivenRow } from './read-file.ts'
import { quotasTouched, type TouchedQuota } from './quotas.ts'
import { readStanding } from './standing.ts'

export interface ImportRow {
  readonly id: string
  readonly fileName: string
  readonly status: 'draft' | 'done' | 'undone'
  readonly counts: Record<RowState, number>
  readonly createdByName: string
  readonly createdAt: Date
  readonly doneAt: Date | null
  readonly undoneAt: Date | null
}

/** What was done about one line, as it is kept; of one that was set aside, with its cells. */
export interface KeptOutcome extends Pick<GivenRow, 'kind' | 'sheet' | 'line'> {
  readonly state: RowState
  readonly says: Words
  readonly cells?: Readonly<Record<string, string>>
}

interface WholeImport extends ImportRow {
  readonly content: GivenFile | null
  readonly outcomes: readonly KeptOutcome[] | null
}

const columns = sql`id, file_name, status, counts, created_by_name, created_at, done_at, undone_at`

/**
 * Whoever sent a file sees it, and whoever administers the whole province all of them.
 * @right
 */
const seenBy = ({ actor }: Context): Fragment =>
  scopeOf(actor, 'directory.manage') === 'all' ? sql`true` : sql`created_by = ${actor.account}`

/** The newest hundred. */
export const listImports = (ctx: Context): Promise<ImportRow[]> =>
  rows(
    ctx.tx,
    sql<ImportRow>`select ${columns} from directory.import where ${seenBy(ctx)} order by created_at desc, id limit 100`,
  )

/** One with its lines; locked until the transaction ends where it is going to change. */
export const getImport = (ctx: Context, id: string, lock = false): Promise<WholeImport> =>
  get(
    ctx.tx,
    sql<WholeImport>`select ${columns}, content, outcomes from directory.import where id = ${id} and ${seenBy(ctx)}
      ${lock ? sql`for update` : sql``}`,
  )

/** Keeps a file that was read, as a draft: nothing of it holds yet. */
export async function keepImport(
  ctx: Context,
  fileName: string,
  content: GivenFile,
  later: LaterEngines,
): Promise<string> {
  const id = randomUUIDv7()
  const counts = countStates((await compare(ctx, content, later)).outcomes)
  await run(
    ctx.tx,
    sql`insert into directory.import (id, file_name, content, counts, created_by, created_by_name, created_at)
      values (${id}, ${fileName}, ${json(content)}, ${json(counts)}, ${ctx.actor.account}, ${ctx.actor.name}, ${ctx.now()})`,
  )
  return id
}

/** What the lines of a draft come to now. */
export const compare = async (ctx: Context, { rows: given }: GivenFile, later: LaterEngines): Promise<Comparison> =>
  compareFile(given, await readStanding(ctx, given, later))

/** What an import does or did about each line, with the mark of it. */
export async function outcomesOf(
  ctx: Context,
  whole: WholeImport,
  later: LaterEngines,
): Promise<{ outcomes: readonly KeptOutcome[]; seen: string; quotas: TouchedQuota[] }> {
  if (whole.content === null) return { outcomes: whole.outcomes ?? [], seen: '', quotas: [] }
  const comparison = await compare(ctx, whole.content, later)
  const { outcomes } = comparison
  const quotas = await quotasTouched(ctx.tx, comparison, dateAt(ctx.now()))
  return { outcomes: outcomes.map(kept), seen: markOf(outcomes), quotas }
}

export const kept = ({ row: { kind, sheet, line, cells }, state, says }: Outcome): KeptOutcome => ({
  kind,
  sheet,
  line,
  state,
  says,
  ...(state === 'aside' && { cells }),
})

/** A draft that nobody wants goes with all that it says of people. */
export async function discardImport(ctx: Context, id: string): Promise<void> {
  const { status, fileName } = await getImport(ctx, id, true)
  if (status !== 'draft') fail('conflict')
  await run(ctx.tx, sql`delete from directory.import where id = ${id}`)
  ctx.note({ objectType: 'import', objectId: id, facts: { fileName, dropped: true } })
}

/** A preview is looked at for some days; what nobody carried out until then goes. */
const keptDays = 30

export async function forgetOldDrafts(ctx: Context): Promise<void> {
  const since = new Date(ctx.now().getTime() - keptDays * 86_400_000)
  for (const table of ['import', 'boundary_import'])
    await run(
      ctx.tx,
      sql`delete from ${sql.table(`directory.${table}`)} where status = 'draft' and created_at < ${since}`,
    )
}
