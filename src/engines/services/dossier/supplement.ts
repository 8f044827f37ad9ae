import { randomUUIDv7 } from 'node:crypto'
import { find, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import type { WorkingTime } from '#engines/calendar/index.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { fieldAt } from '#engines/forms/contract.ts'
import type { Procedure } from '../declare.ts'
import { heldPapers, papersWhere, type SourcedPaper } from '../reuse/held-papers.ts'

/** A place pinned in a dossier: an answer's path, or `papers.<id>`. */
export interface Pin {
  readonly path: string
  readonly reason: string
  readonly label: string
}

export interface Supplement {
  readonly id: string
  readonly dossierId: string
  readonly pins: readonly Pin[]
  readonly basis: string | null
  readonly askedAt: Date
  readonly askedBy: string
  /** The working days given; null when the request was made before they were kept. */
  readonly days: number | null
  readonly due: Date
  readonly answers: Record<string, unknown>
  readonly answeredAt: Date | null
}

const columns = sql`id, dossier_id, pins, basis, asked_at, asked_by, days, due, answers, answered_at`

/** By when an answer is due: the close of the last of so many working days, the day of the asking not counted. */
export const supplementDue = (workingTime: WorkingTime, askedAt: Date, days: number): Date =>
  workingTime.closingOf(workingTime.addWorkingDays(dateAt(askedAt), days))

/** The paper that a pin's path names, if it names one. */
export const paperOfPin = (path: string): string | undefined =>
  path.startsWith('papers.') ? path.slice('papers.'.length) : undefined

/** The words that name a place of a procedure's form or papers; undefined where there is none. */
export function wordsOfPlace(procedure: Procedure, path: string): Words | undefined {
  const paper = paperOfPin(path)
  if (paper !== undefined) return procedure.papers.find((one) => one.id === paper)?.name
  return procedure.form && fieldAt(procedure.form, path)?.label
}

/** A pin as its reader reads it; its row keeps the Vietnamese words. */
export function pinFor(pin: Pin, procedure: Procedure, language: Language): Pin {
  const words = wordsOfPlace(procedure, pin.path)
  return words === undefined ? pin : { ...pin, label: say(words, language) }
}

/** Whether the applicant has saved answers to it. */
export const isSaved = (asked: Pick<Supplement, 'answers'>): boolean => Object.keys(asked.answers).length > 0

/** The newest request of a dossier, answered or not. */
export const lastSupplement = (tx: Queries, dossierId: string): Promise<Supplement | undefined> =>
  find(
    tx,
    sql<Supplement>`select ${columns} from services.supplement where dossier_id = ${dossierId} order by asked_at desc limit 1`,
  )

export async function createSupplement(
  tx: Queries,
  asked: Omit<Supplement, 'id' | 'answers' | 'answeredAt'>,
): Promise<string> {
  const id = randomUUIDv7()
  await run(
    tx,
    sql`insert into services.supplement (id, dossier_id, pins, basis, asked_at, asked_by, days, due)
      values (${id}, ${asked.dossierId}, ${json(asked.pins)}, ${asked.basis}, ${asked.askedAt}, ${asked.askedBy}, ${asked.days}, ${asked.due})`,
  )
  return id
}

export const saveSupplementAnswers = (
  tx: Queries,
  id: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<number> =>
  run(tx, sql`update services.supplement set answers = ${json(answers)} where id = ${id} and answered_at is null`)

export const closeSupplement = (tx: Queries, id: string, at: Date): Promise<number> =>
  run(tx, sql`update services.supplement set answered_at = ${at} where id = ${id} and answered_at is null`)

/** Sets by when the open request of a dossier is to be answered, counted anew. */
export const moveSupplementDue = (tx: Queries, dossierId: string, due: Date): Promise<number> =>
  run(tx, sql`update services.supplement set due = ${due} where dossier_id = ${dossierId} and answered_at is null`)

/** What the applicant has sent for a request so far; what a counter takes in for one stands in its draft. */
export const { of: supplementPapers, add: addSupplementPaper } = heldPapers(
  sql`services.supplement_paper`,
  sql`supplement_id`,
)

/** Dossiers that still wait for an answer whose time is over; one withdrawn meanwhile waits no more. */
export const lapsedSupplements = (tx: Queries, at: Date): Promise<{ dossierId: string }[]> =>
  rows(
    tx,
    sql<{
      dossierId: string
    }>`select s.dossier_id from services.supplement s join services.dossier d on d.id = s.dossier_id and d.status = 'waiting-applicant'
      where s.answered_at is null and s.due < ${at} order by s.due limit 100`,
  )

/** The files now in force of a dossier, in order. */
export const papersOfDossier = (tx: Queries, dossierId: string): Promise<SourcedPaper[]> =>
  papersWhere(tx, sql`services.dossier_paper`, sql`p.dossier_id = ${dossierId} and p.replaced_at is null`)

export interface ReplacedPaper {
  readonly paper: string
  readonly fileId: string
  /** It was replaced then; otherwise it took the place. */
  readonly isOld: boolean
}

/** The files that were replaced at an instant, and those that took their place. */
export const papersChangedAt = (tx: Queries, dossierId: string, at: Date): Promise<ReplacedPaper[]> =>
  rows(
    tx,
    sql<ReplacedPaper>`select paper, file_id, replaced_at is not distinct from ${at} as is_old from services.dossier_paper
      where dossier_id = ${dossierId} and (replaced_at = ${at} or added_at = ${at}) order by paper, position`,
  )

/** Marks the files of a paper as replaced; they stay readable in the history. */
export const replacePaper = (tx: Queries, dossierId: string, paper: string, at: Date): Promise<number> =>
  run(
    tx,
    sql`update services.dossier_paper set replaced_at = ${at} where dossier_id = ${dossierId} and paper = ${paper} and replaced_at is null`,
  )
