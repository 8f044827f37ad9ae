import { find, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { holdersOfProvince, holdersOfRight } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'

interface Submitted {
  readonly draftId: string
  readonly code: string
  readonly name: string
  readonly by: string
}

interface Returned extends Submitted {
  readonly remark: string
}

interface Approved extends Submitted {
  readonly number: number
  readonly from: PlainDate
  readonly document: string
}

/** Who may approve a draft is told that it waits, and who wrote it what became of it. */
export const draftListeners = (publicUrl: string): readonly Listener[] => {
  const say = async (
    ctx: Context,
    people: Iterable<string>,
    kind: string,
    draftId: string,
    words: Words,
    dedupe: string,
  ) => {
    for (const personId of people)
      await tell(
        ctx.tx,
        { personId, to: 'staff', kind, words, link: editorOf(draftId), dedupe, byEmail: true, at: ctx.now() },
        publicUrl,
      )
  }
  return [
    {
      event: 'procedure-draft.submitted',
      name: 'tell-draft-submitted',
      async run(ctx: Context, { draftId, code, name, by }: Submitted, eventId: string) {
        const words = {
          vi: `${by} gửi duyệt bản mới của thủ tục ${code} – ${name}`,
          en: `${by} submitted a new version of ${code} – ${name} for approval`,
        }
        await say(ctx, await approversOf(ctx, draftId), 'procedure-draft.submitted', draftId, words, eventId)
      },
    },
    {
      event: 'procedure-draft.returned',
      name: 'tell-draft-returned',
      async run(ctx: Context, { draftId, code, name, by, remark }: Returned, eventId: string) {
        const words = {
          vi: `${by} trả lại bản mới của thủ tục ${code} – ${name}: ${remark}`,
          en: `${by} sent the new version of ${code} – ${name} back: ${remark}`,
        }
        await say(ctx, await writersOf(ctx, draftId), 'procedure-draft.returned', draftId, words, eventId)
      },
    },
    {
      event: 'procedure-draft.approved',
      name: 'tell-draft-approved',
      async run(ctx: Context, { draftId, code, name, by, number, from, document }: Approved, eventId: string) {
        const day = showDate(from)
        const words = {
          vi: `${by} đã duyệt và công bố bản ${number} của thủ tục ${code} – ${name} theo ${document}; hiệu lực từ ${day}`,
          en: `${by} approved version ${number} of ${code} – ${name} by ${document}; it counts from ${day}`,
        }
        await say(ctx, await writersOf(ctx, draftId), 'procedure-draft.approved', draftId, words, eventId)
      },
    },
  ]
}

const editorOf = (draftId: string): string => `/can-bo/thu-tuc/soan/${draftId}`

/** The people who wrote some of a draft, or sent it. */
async function writersOf(ctx: Context, draftId: string): Promise<Set<string>> {
  const found = await rows(
    ctx.tx,
    sql<{ personId: string }>`select distinct a.person_id from services.procedure_draft d
      join identity.account a on a.id::text = any(d.writers) where d.id = ${draftId}`,
  )
  return new Set(found.map(({ personId }) => personId))
}

/** Who may approve a draft that waits: nobody of those who wrote it; none where it waits no more. */
async function approversOf(ctx: Context, draftId: string): Promise<Set<string>> {
  const draft = await find(
    ctx.tx,
    sql<{ unitId: string | null }>`select u.id as unit_id from services.procedure_draft d
      left join directory.unit u on u.key = d.owner_key where d.id = ${draftId} and d.state = 'submitted'`,
  )
  if (draft === undefined) return new Set()
  const today = dateAt(ctx.now())
  const ofAgency = draft.unitId === null ? [] : await holdersOfRight(ctx.tx, draft.unitId, 'procedure.approve', today)
  const all = new Set([
    ...(await holdersOfProvince(ctx.tx, 'procedure.approve', today)),
    ...ofAgency.map(({ personId }) => personId),
  ])
  return all.difference(await writersOf(ctx, draftId))
}
