import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { prefill, summaryOf, type Answers } from '#engines/forms/contract.ts'
import type { Draft } from '../draft/draft.ts'
import type { OpenedDraft } from '../draft/open-draft.ts'
import type { ServicesParts } from '../parts.ts'
import { correctionsOf, takenFor } from './corrections.ts'
import { knownOf, registerNames, type Known, type KnownFrom } from './known.ts'
import { mergeAnswer } from './merge-answer.ts'

/** What one source says for one question. */
export interface Offered {
  readonly field: string
  readonly value: unknown
  readonly from: KnownFrom
  readonly asOf: PlainDate | null
}

/** What an offer is bound to: sealed for one draft it is accepted in no other. */
export const offeredFor = (draftId: string): string => `known for ${draftId}`

interface FoundOffers {
  readonly offers: {
    readonly field: string
    readonly from: KnownFrom
    readonly source: Words
    readonly asOf: PlainDate | null
    readonly lines: string[]
    /** Given back to accept it: sealed, so that what is accepted is what the source said. */
    readonly offer: string
  }[]
  /** Questions of the page that bear what a source says already. */
  /** Answered by a register and otherwise now: what it says, and why it is not so. */
  readonly corrected: {
    readonly field: string
    readonly source: Words
    readonly asOf: PlainDate | null
    readonly lines: string[]
    readonly reason: string | null
  }[]
  readonly filled: { readonly field: string; readonly source: Words; readonly asOf: PlainDate | null }[]
}

/**
 * What is known for the questions of a page, each with its source and date: offered where it is another than what stands there, told where
 * it is what stands there. Nothing is put in by itself.
 */
export async function findOffers(
  ctx: Context,
  parts: ServicesParts,
  opened: OpenedDraft,
  page: string,
): Promise<FoundOffers> {
  const { draft, procedure } = opened
  const asked = procedure.form.pages.find((one) => one.id === page)
  const fields = (asked?.fields ?? []).filter((field) => field.prefill !== undefined)
  if (asked === undefined || fields.length === 0) return { offers: [], filled: [], corrected: [] }
  const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
  const linesOf = (page: typeof asked, answers: Answers) =>
    summaryOf({ ...procedure.form, pages: [{ ...page, when: undefined }] }, answers, ctx.language, lookups)
      .flatMap(({ rows }) => rows)
      .filter(({ lines }) => lines.length > 0)
      .map(({ label, lines }) => `${label}: ${lines.join(', ')}`)
  const known = await knownOf(ctx, parts, opened)
  const corrections = correctionsOf(draft, await takenFor(ctx.tx, draft.id))
  const corrected = corrections.filter(({ field }) => fields.some(({ id }) => id === field))
  const said = fields.flatMap((field) => known.flatMap((one) => sayingOf(draft, one, { ...asked, fields: [field] })))
  const different = said.filter(({ isThere }) => !isThere)
  return {
    corrected: corrected.map(({ field, from, asOf, said: value, reason }) => ({
      field,
      source: registerNames[from],
      asOf,
      lines: linesOf({ ...asked, fields: fields.filter(({ id }) => id === field) }, { [field]: value }),
      reason,
    })),
    filled: said
      .filter(({ isThere }) => isThere)
      .map(({ field, known: { source, asOf } }) => ({ field, source, asOf })),
    offers: different
      // Two sources that say the same are one offer, by the nearer.
      .filter((one, at) => different.findIndex((other) => isDeepStrictEqual(other.merged, one.merged)) === at)
      .map(({ field, value, known: { from, source, asOf } }) => ({
        field,
        from,
        source,
        asOf,
        lines: linesOf({ ...asked, fields: fields.filter(({ id }) => id === field) }, { [field]: value }),
        offer: parts.secrets
          .seal(Buffer.from(JSON.stringify({ field, value, from, asOf } satisfies Offered)), offeredFor(draft.id))
          .toString('base64url'),
      })),
  }
}

function sayingOf(draft: Draft, known: Known, page: OpenedDraft['procedure']['form']['pages'][number]) {
  const found = prefill({ pages: [page] } as OpenedDraft['procedure']['form'], known.profile)
  return Object.entries(found).map(([field, value]) => {
    const before = draft.answers[field]
    const merged = mergeAnswer(before, value)
    return { field, value, merged, known, isThere: isDeepStrictEqual(before, merged) }
  })
}
