import { find, get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import { fail } from '#values/errors.ts'
import type { Outcome, ProcessState } from '#engines/workflow/index.ts'

export type Channel = 'online' | 'counter' | 'post'
export type DossierStatus = 'open' | 'waiting-applicant' | 'paused' | 'ended'

export interface Dossier {
  readonly id: string
  readonly code: string
  readonly procedureCode: string
  /** What it was filed by: its form, papers, fees, limits and templates. */
  readonly versionId: string
  /** The version whose process it goes by since it was moved there. */
  readonly processVersionId: string | null
  readonly procedureName: string
  readonly channel: Channel
  readonly applicantId: string
  readonly applicantName: string
  readonly submitterId: string
  /** Who filed together with the applicant. */
  readonly coApplicantIds: readonly string[]
  readonly enterpriseName: string | null
  /** Filed in the name of this enterprise, by whoever represents it. */
  readonly enterpriseId: string | null
  readonly receiverId: string
  readonly ownerId: string
  readonly place: string | null
  readonly answers: Record<string, unknown>
  readonly state: ProcessState
  readonly status: DossierStatus
  readonly outcome: Outcome | null
  readonly isOpen: boolean
  readonly filedAt: Date
  readonly receivedAt: Date | null
  readonly promised: Date | null
  readonly deadline: Date
  readonly finishedAt: Date | null
  readonly deliveredAt: Date | null
  readonly revision: number
}

export const dossierColumns = sql`d.id, d.code, d.procedure_code, d.version_id, d.process_version_id, d.procedure_name, d.channel, d.applicant_id, d.applicant_name,
  d.submitter_id, d.enterprise_name, d.enterprise_id, d.receiver_id, d.owner_id, d.place, d.answers, d.state, d.status, d.outcome, d.is_open, d.filed_at,
  d.received_at, d.promised, d.deadline, d.finished_at, d.delivered_at, d.revision,
  array(select co.person_id from services.dossier_co_applicant co where co.dossier_id = d.id) as co_applicant_ids`

/** The dossier, locked until the transaction ends: one action at a time. */
export const lockDossier = (tx: Queries, id: string): Promise<Dossier> =>
  get(tx, sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = ${id} for update`)

export const findDossier = (tx: Queries, id: string): Promise<Dossier | undefined> =>
  find(tx, sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = ${id}`)

export const findDossierByCode = (tx: Queries, code: string): Promise<Dossier | undefined> =>
  find(tx, sql<Dossier>`select ${dossierColumns} from services.dossier d where d.code = ${code}`)

/** Whose personal data a dossier holds: theirs who filed it. */
export const subjectsOf = ({
  applicantId,
  coApplicantIds,
}: Pick<Dossier, 'applicantId' | 'coApplicantIds'>): string[] => [applicantId, ...coApplicantIds]

/** Whether somebody decides in their own matter: they are among those whom a dossier is about, or sent it. */
export const isOwnMatter = ({ person }: Actor, dossier: Dossier): boolean =>
  person !== undefined && [...subjectsOf(dossier), dossier.submitterId].includes(person)

/** Refuses to act on what has changed since it was read. */
export function mustBeCurrent(dossier: Dossier, revision: number | undefined): void {
  if (revision !== undefined && dossier.revision !== revision) fail('conflict')
}

/** The facts that conditions of processes, limits and fees look at. */
export const factsOf = (dossier: Pick<Dossier, 'answers' | 'state' | 'channel' | 'place'>) => ({
  answers: dossier.answers,
  proposal: dossier.state.proposal,
  channel: dossier.channel,
  place: dossier.place,
})

/** How it ended, or will: once the result is there an applicant knows it before it is handed over. */
export const outcomeSoFar = ({ outcome, finishedAt, state }: Dossier): Outcome | null =>
  outcome ?? (finishedAt === null ? null : state.proposal === 'refuse' ? 'refused' : 'granted')
