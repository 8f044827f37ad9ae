import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import type { Procedure } from '../procedure/procedure-shape.ts'
import type { AnnouncedProcedure } from './announced-procedure.ts'
import { readName } from './read-parts.ts'

type Read<Fact extends keyof Procedure> = (
  said: AnnouncedProcedure,
  existing: Procedure | undefined,
) => Procedure[Fact] | undefined

/**
 * The facts that a catalogue says of a procedure, each as we would declare it; undefined where the catalogue says nothing, or
 * nothing that is not said here already. Decision words are Vietnamese: until somebody translates them both languages hold them.
 */
export const catalogueFacts = {
  name: (said, existing) => worded(readName(said.name), existing?.name, readName),
  field: (said, existing) => worded(said.field, existing?.field),
  subjects: (said, existing) => listed(said.subjects, existing?.subjects),
  timeLimits: (said, existing) =>
    said.timeLimits.length === 0 || isAmong(said.timeLimits.map(limitKey), existing?.timeLimits.map(limitKey))
      ? undefined
      : said.timeLimits,
  fees: ({ fees }, existing) => {
    if (fees === null || (existing !== undefined && fees.length === 0 && existing.fees.length === 0))
      return existing === undefined ? [{ ...feeRow, note: unknownFee }] : undefined
    if (fees.length > 0 && isAmong(fees.map(feeKey), existing?.fees.map(feeKey))) return undefined
    return fees.map((row) => ({ ...feeRow, ...row }))
  },
  papers: ({ papers }, existing) =>
    papers.length === 0 ||
    isSame(
      papers.map(fold),
      existing?.papers.map(({ name }) => fold(name.vi)),
    )
      ? undefined
      : papersOf(papers, existing?.papers ?? []),
  sets: ({ sets }, existing) => (sets === null || sets === existing?.sets ? undefined : sets),
  result: (said, existing) => worded(said.result, existing?.result),
  legalBasis: ({ legalBasis }, existing) => {
    const known = new Map(existing?.legalBasis.map((one) => [typeof one === 'string' ? one : one.law, one]))
    if (isAmong(legalBasis, [...known.keys()])) return undefined
    return legalBasis.map((law) => known.get(law) ?? law)
  },
  course: (said, existing) => worded(said.course, existing?.course),
  ways: (said, existing) => listed(said.ways, existing?.ways),
  conditions: (said, existing) => worded(said.conditions, existing?.conditions),
} as const satisfies { readonly [Fact in keyof Procedure]?: Read<Fact> }

export type CatalogueFact = keyof typeof catalogueFacts

const both = (text: string): Words => ({ vi: text, en: text })

function worded(text: string, existing: Words | undefined, read = (one: string) => one): Words | undefined {
  const isSaid = existing !== undefined && fold(read(existing.vi)) === fold(text)
  return text === '' || isSaid ? undefined : both(text)
}

const listed = <One extends string>(said: readonly One[], existing: readonly One[] | undefined): One[] | undefined =>
  said.length === 0 || isSame(said, existing) ? undefined : [...said]

const isAmong = (said: readonly string[], known: readonly string[] | undefined): boolean =>
  known !== undefined && said.every((one) => known.includes(one))
const isSame = (said: readonly string[], known: readonly string[] | undefined): boolean =>
  known !== undefined && said.length === known.length && isAmong(said, known)

const limitKey = ({ amount, unit }: Procedure['timeLimits'][number]) => `${amount} ${unit}`
const feeKey = ({ amount, note }: { amount?: number | undefined; note?: Words | undefined }) =>
  amount === undefined ? fold(note?.vi ?? '') : String(amount)

/** What every fee says of itself if nothing else is said. */
const feeRow = { id: 'fee', name: { vi: 'Phí, lệ phí', en: 'Fee' }, payAt: 'reception' } as const
const unknownFee: Words = { vi: 'Danh mục không nêu mức phí', en: 'The catalogue does not say how much' }

function papersOf(names: readonly string[], known: Procedure['papers']): Procedure['papers'] {
  const kept = new Map(known.map((paper) => [fold(paper.name.vi), paper]))
  return names.map((name, at) => ({
    ...(kept.get(fold(name)) ?? { name: both(name), form: 'either', accept: ['image', 'pdf'] }),
    id: `paper-${at + 1}`,
  }))
}
