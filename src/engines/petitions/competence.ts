import type { Queries } from '#kernel/database/connect.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { findUnit, findUnitByCode, holdersOfRight, type UnitRow } from '#engines/directory/index.ts'
import { competentUnit } from '#engines/services/index.ts'
import { petitionProblems } from './contract/problems.ts'
import type { PetitionKind } from './kinds.ts'
import { workRight } from './rights.ts'

export interface Matter {
  readonly kind: PetitionKind
  readonly procedureCode: string | null
  readonly place: string | null
  readonly aboutUnitId: string | null
  /** Of a second complaint; null otherwise. */
  readonly firstDecision: string | null
}

interface Candidate {
  readonly unit: UnitRow
  readonly why: Words
}

const why = {
  procedure: { vi: 'Giải quyết thủ tục được hỏi', en: 'Handles the procedure it is about' },
  agency: { vi: 'Cơ quan quản lý đơn vị ấy', en: 'The agency of that unit' },
  first: {
    vi: 'Giải quyết khiếu nại lần đầu về quyết định, việc làm của mình (Luật Khiếu nại, Điều 7)',
    en: 'Settles first what is complained of in its own decisions (Law on Complaints art. 7)',
  },
  above: { vi: 'Quản lý trực tiếp cơ quan được nói tới', en: 'Is directly above the body it is about' },
  second: {
    vi: 'Cấp trên trực tiếp của nơi giải quyết lần đầu (Luật Khiếu nại, Điều 7)',
    en: 'Directly above whoever settled it first (Law on Complaints art. 7)',
  },
  receiver: { vi: 'Đầu mối tiếp nhận của tỉnh', en: 'Receives for the province' },
} as const satisfies Record<string, Words>

/**
 * Who is competent, the nearest first: whoever knows the procedure, their agency, whoever stands above the body that it is about, and
 * the province's own receivers. Nobody answers about themselves, nor does a part of them, but for a complaint, which its body settles first.
 * A second one goes to the body above alone.
 */
export async function candidatesFor(
  tx: Queries,
  matter: Matter,
  receivers: readonly string[],
  on: PlainDate,
): Promise<Candidate[]> {
  const about = matter.aboutUnitId === null ? undefined : await findUnit(tx, matter.aboutUnitId, on)
  const found: Candidate[] = []
  const add = (unit: UnitRow | undefined, words: Words) => {
    if (unit === undefined || found.some((one) => one.unit.id === unit.id)) return
    if (about === undefined || answersItself(matter) || !isPartOf(unit, about)) found.push({ unit, why: words })
  }
  if (matter.firstDecision !== null) {
    if (about !== undefined) add(await bodyAbove(tx, about, on), why.second)
    return found
  }
  if (about !== undefined && answersItself(matter)) add(await findUnit(tx, about.agencyId, on), why.first)
  if (matter.procedureCode !== null) {
    const knows = await competentUnit(tx, matter.procedureCode, matter.place, on)
    add(knows, why.procedure)
    if (knows !== undefined) add(await findUnit(tx, knows.agencyId, on), why.agency)
  }
  if (about !== undefined) add(await bodyAbove(tx, about, on), why.above)
  for (const code of receivers) add(await findUnitByCode(tx, code, on), why.receiver)
  return found
}

/** The first candidate in which somebody may work on it. */
export async function competentFor(
  tx: Queries,
  matter: Matter,
  receivers: readonly string[],
  on: PlainDate,
): Promise<UnitRow> {
  const candidates = await candidatesFor(tx, matter, receivers, on)
  // Above the province's committee stands a minister (art. 23), who is not here.
  if (candidates.length === 0) throw new Problem('settledElsewhere', petitionProblems.settledElsewhere)
  for (const { unit } of candidates) if (await isManned(tx, unit.id, matter.kind, on)) return unit
  throw new Problem('nobodyThere', petitionProblems.nobodyThere)
}

/** Refuses to give something to the body that it is about, and to where nobody may work on it. */
export async function mustBeCompetent(tx: Queries, unit: UnitRow, matter: Matter, on: PlainDate): Promise<void> {
  const about = matter.aboutUnitId === null ? undefined : await findUnit(tx, matter.aboutUnitId, on)
  if (about !== undefined && !answersItself(matter) && isPartOf(unit, about))
    throw new Problem('aboutItself', petitionProblems.aboutItself)
  if (!(await isManned(tx, unit.id, matter.kind, on))) throw new Problem('nobodyThere', petitionProblems.nobodyThere)
}

/** First settled by whoever decided or acted, then by the body above (Law on Complaints 2011 art. 7, 17–21). */
export const answersItself = ({ kind, firstDecision }: Pick<Matter, 'kind' | 'firstDecision'>): boolean =>
  kind === 'complaint' && firstDecision === null

/** The body itself, or a part of the same agency. */
export const isPartOf = (unit: UnitRow, about: UnitRow): boolean => unit.agencyId === about.agencyId

/** Whether anybody there may work on petitions of a kind. */
export const isManned = async (tx: Queries, unitId: string, kind: PetitionKind, on: PlainDate): Promise<boolean> =>
  (await holdersOfRight(tx, unitId, workRight(kind), on)).length > 0

async function bodyAbove(tx: Queries, about: UnitRow, on: PlainDate): Promise<UnitRow | undefined> {
  const agency = await findUnit(tx, about.agencyId, on)
  const parent = agency?.parentId ? await findUnit(tx, agency.parentId, on) : undefined
  return parent && findUnit(tx, parent.agencyId, on)
}
