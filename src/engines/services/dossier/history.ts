import { randomUUIDv7 } from 'node:crypto'
import { json, rows, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { heldPosts, type HeldPost } from '#engines/directory/index.ts'

/** A line of a dossier's history, as people read it. */
export interface HistoryLine {
  readonly dossierId: string
  readonly kind: string
  readonly step?: string | undefined
  readonly words: Words
  readonly detail?: unknown
  /** The applicant sees it too. */
  readonly isPublic: boolean
  /** The key acted under, to say on whose behalf. */
  readonly key?: number | undefined
}

/** Writes lines with who acted: name, post and unit as they are today, since both change. */
export async function writeHistory(ctx: Context, lines: readonly HistoryLine[]): Promise<void> {
  if (lines.length === 0) return
  const { actor } = ctx
  const postOf = await ownPostUnder(ctx, lines)
  // They happen at one instant and are read by it, then by their ids.
  const ids = lines.map(() => randomUUIDv7()).sort()
  const given = lines.map((line, at) => ({
    id: ids[at],
    dossier: line.dossierId,
    kind: line.kind,
    step: line.step ?? null,
    words: line.words,
    detail: line.detail ?? null,
    public: line.isPublic,
    title: postOf(line.key)?.title ?? actor.post?.title ?? null,
    unit: postOf(line.key)?.unitName ?? actor.post?.unit ?? null,
    behalf: line.key === undefined ? null : (actor.onBehalf.get(line.key) ?? null),
  }))
  await write(
    ctx.tx,
    sql`insert into services.dossier_event (id, dossier_id, at, kind, step, actor_name, actor_title, unit_name, on_behalf_of, words, detail, is_public)
      select id, dossier, ${ctx.now()}, kind, step, ${actor.name}, title, unit, ${behalfOf(actor)}, words, detail, public
      from jsonb_to_recordset(${json(given)}) as g (id uuid, dossier uuid, kind text, step text, title text, unit text, words jsonb, detail jsonb, public boolean, behalf text)`,
  )
}

/** On whose behalf a line was: of the post acted under, or of the applicant whom a citizen acts for. */
const behalfOf = ({ actsFor = [] }: Actor): Fragment =>
  actsFor.length === 0
    ? sql`behalf`
    : sql`coalesce(behalf, (select case when d.enterprise_id is null then d.applicant_name else d.enterprise_name end
        from services.dossier d
        where d.id = dossier and coalesce(d.enterprise_id, d.applicant_id) = any(${actsFor.map(({ id }) => id)}::uuid[])))`

/** Of somebody with several posts the one whose work it was, by the key acted under; undefined where it was lent to them. */
async function ownPostUnder(ctx: Context, lines: readonly HistoryLine[]) {
  const { person } = ctx.actor
  const isKeyed = lines.some(({ key }) => key !== undefined)
  const posts = person === undefined || !isKeyed ? [] : await heldPosts(ctx.tx, person, dateAt(ctx.now()))
  const own = posts.filter((post) => post.delegationId === null)
  return (key: number | undefined): HeldPost | undefined =>
    own.find((post) => key !== undefined && (post.key === key || post.functionKey === key))
}

/** Lines `e` of a dossier's history that were not taken back: what they say holds. */
export const notUndone = sql`not exists (select 1 from services.dossier_event u
  where u.dossier_id = e.dossier_id and u.kind = 'undone' and u.detail->>'undid' = e.id::text)`

export interface HistoryRow {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly step: string | null
  readonly actorName: string
  readonly actorTitle: string | null
  readonly unitName: string | null
  readonly onBehalfOf: string | null
  readonly words: Words
  readonly detail: unknown
}

/** The history in the order of happening; the applicant's view holds the public lines only, and what was taken back at once is none. */
export const historyOf = (tx: Queries, dossierId: string, publicOnly: boolean): Promise<HistoryRow[]> =>
  rows(
    tx,
    sql<HistoryRow>`select id, at, kind, step, actor_name, actor_title, unit_name, on_behalf_of, words, detail
      from services.dossier_event e
      where dossier_id = ${dossierId} ${publicOnly ? sql`and is_public and ${notUndone}` : sql``} order by at, id limit 1000`,
  )
