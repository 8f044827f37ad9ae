import { isDeepStrictEqual } from 'node:util'
import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import { describeProcedure } from '../public/describe-procedure.ts'
import { isComplete } from '../procedure/procedure.ts'
import { Procedure } from '../procedure/procedure-shape.ts'
import type { AnnouncedProcedure } from './announced-procedure.ts'
import { catalogueFacts, type CatalogueFact } from './catalogue-facts.ts'
import { readName } from './read-parts.ts'

/** What is already here and a record is held against. */
export interface Known {
  /** The version of the procedure that it is matched with. */
  readonly existing: Procedure | undefined
  readonly sectorOf: (field: string) => string | undefined
  readonly agencyOf: (performer: string) => string | undefined
}

/** What an announcement lacks before it can be published. */
export type Need = 'level' | 'owner' | 'field' | 'result'

/** One fact that a catalogue says otherwise than we do. */
export interface Difference {
  readonly fact: CatalogueFact
  readonly what: Words
  readonly before: Words | null
  readonly after: Words
}

export interface Proposal {
  /** With everything the catalogue says laid over it; null while something is missing. */
  readonly procedure: Procedure | null
  readonly needs: readonly Need[]
  readonly differences: readonly Difference[]
  /** Without a form here it is described only, and the catalogue says its papers, too. */
  readonly isComplete: boolean
}

/** What would become of a record: a new procedure, or the one it is matched with and everything that would change in it. */
export function propose(said: AnnouncedProcedure, known: Known): Proposal {
  const { existing } = known
  if (existing !== undefined) {
    const procedure = layFacts(existing, said, factsFor(existing))
    return { procedure, needs: [], differences: differencesOf(existing, procedure), isComplete: isComplete(existing) }
  }
  const owner = said.level === 'province' ? known.agencyOf(said.performer) : undefined
  const needs: Need[] = [
    ...(said.level === null ? ['level' as const] : []),
    ...(said.level === 'province' && owner === undefined ? ['owner' as const] : []),
    ...(said.field === '' ? ['field' as const] : []),
    ...(said.result === '' ? ['result' as const] : []),
  ]
  const procedure = needs.length > 0 ? null : newProcedure(said, owner, known.sectorOf(said.field))
  return { procedure, needs, differences: [], isComplete: false }
}

/** The facts that a catalogue may change: papers belong to the form of whoever has one. */
export const factsFor = (existing: Procedure): CatalogueFact[] =>
  (Object.keys(catalogueFacts) as CatalogueFact[]).filter((fact) => fact !== 'papers' || !isComplete(existing))

/** A procedure with chosen facts of a catalogue laid over it; what means the same stays as it was said here. */
export function layFacts(existing: Procedure, said: AnnouncedProcedure, facts: readonly CatalogueFact[]): Procedure {
  const laid = facts.map((fact) => [fact, catalogueFacts[fact](said, existing) ?? existing[fact]] as const)
  return Procedure.parse({ ...existing, ...Object.fromEntries(laid.filter(([, value]) => value !== undefined)) })
}

/** Of a source without national codes: the code is given when it is accepted. */
export const codeToCome = 'DM.0'

function newProcedure(said: AnnouncedProcedure, agency: string | undefined, sector: string | undefined): Procedure {
  const facts = Object.entries(catalogueFacts).map(([fact, read]) => [fact, read(said, undefined)] as const)
  return Procedure.parse({
    code: said.code ?? codeToCome,
    codeStatus: said.code === null ? 'local' : 'confirmed',
    sector: sector ?? 'other',
    level: said.level,
    subjects: [],
    owner: agency === undefined ? { tier: said.level } : { agency },
    ...Object.fromEntries(facts.filter(([, value]) => value !== undefined)),
  })
}

function differencesOf(before: Procedure, after: Procedure): Difference[] {
  const [was, is] = [describeProcedure(before), describeProcedure(after)]
  return factsFor(before).flatMap((fact): Difference[] => {
    if (isDeepStrictEqual(before[fact], after[fact])) return []
    const [old, now] = [was, is].map((all) =>
      fact === 'papers' ? undefined : all.find(({ part, key }) => part === 'facts' && key === fact),
    )
    if (fact === 'papers')
      return [{ fact, what: papersWords, before: namesOf(before.papers), after: namesOf(after.papers) }]
    return now === undefined ? [] : [{ fact, what: now.what, before: old?.says ?? null, after: now.says }]
  })
}

const papersWords: Words = { vi: 'Thành phần hồ sơ', en: 'Papers' }
const namesOf = (papers: Procedure['papers']): Words => ({
  vi: papers.map(({ name }) => `• ${name.vi}`).join('\n'),
  en: papers.map(({ name }) => `• ${name.en}`).join('\n'),
})

/** Names that mean the same: without tone marks, without the word “thủ tục” before them. */
export const foldedName = (name: string): string => fold(readName(name))
