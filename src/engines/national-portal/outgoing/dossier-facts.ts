import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { nameOfUnit, validOn, type Address } from '#engines/directory/index.ts'
import { duesOfDossiers, type Dossier, type DossierFee } from '#engines/services/index.ts'
import { isPaperGiven, isResultGiven } from '../links/given-file.ts'

/** Instants inside JSON are text. */
type Instant = string

export interface SentFile {
  readonly id: string
  readonly name: string
  readonly paper: string
  readonly isReplaced: boolean
  /** Whether it may be opened there. */
  readonly isGiven: boolean
  readonly origin: string
}

export interface AskedSupplement {
  readonly id: string
  readonly askedBy: string
  readonly askedAt: Instant
  readonly pins: readonly { readonly label: string; readonly reason: string }[]
  readonly answeredAt: Instant | null
  readonly due: Instant
}

export interface IssuedResult {
  readonly id: string
  readonly title: string
  readonly number: string
  readonly verificationCode: string
}

/** A dossier as its record needs it: itself, whose it is, what was handed in, owed, asked for and issued. */
export interface DossierFacts extends Pick<
  Dossier,
  | 'id'
  | 'code'
  | 'procedureCode'
  | 'versionId'
  | 'channel'
  | 'applicantId'
  | 'applicantName'
  | 'enterpriseName'
  | 'answers'
  | 'status'
  | 'outcome'
  | 'filedAt'
  | 'receivedAt'
  | 'promised'
  | 'deadline'
  | 'finishedAt'
  | 'deliveredAt'
  | 'revision'
> {
  readonly personalId: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly residence: Address | null
  readonly enterpriseCode: string | null
  readonly ownerName: string
  /** The code of the agency that the owner belongs to. */
  readonly agency: string | null
  readonly stoppedFor: string | null
  readonly isWorkedOn: boolean
  readonly bookNumber: number | null
  readonly byEIdentity: boolean
  readonly rejectedAt: Date | null
  readonly files: readonly SentFile[]
  readonly fees: readonly DossierFee[]
  readonly supplements: readonly AskedSupplement[]
  readonly results: readonly IssuedResult[]
}

/** The facts of these dossiers. */
export async function readFacts(tx: Queries, ids: readonly string[], on: PlainDate): Promise<DossierFacts[]> {
  const [found, fees] = await Promise.all([readRows(tx, ids, on), duesOfDossiers(tx, ids)])
  return found.map((one) => ({ ...one, fees: fees.get(one.id) ?? [] }))
}

const readRows = (tx: Queries, ids: readonly string[], on: PlainDate): Promise<Omit<DossierFacts, 'fees'>[]> =>
  rows(
    tx,
    sql<
      Omit<DossierFacts, 'fees'>
    >`select d.id, d.code, d.procedure_code, d.version_id, d.channel, d.applicant_id, d.applicant_name, d.enterprise_name, d.answers,
        d.status, d.outcome, d.filed_at, d.received_at, d.promised, d.deadline, d.finished_at, d.delivered_at, d.revision, d.by_e_identity,
        p.personal_id, p.phone, p.email, p.residence, e.code as enterprise_code, ${nameOfUnit(sql`d.owner_id`, on)} as owner_name,
        (select agency.code from directory.unit_version v join directory.unit agency on agency.id = v.agency_id
          where v.unit_id = d.owner_id and ${validOn('v', on)}) as agency,
        (select s.ground from services.clock_stop s where s.dossier_id = d.id and s.resumed_at is null limit 1) as stopped_for,
        exists (select from workflow.task t where t.subject_id = d.id and not t.is_open and t.result = 'completed' and t.kind <> 'receive') as is_worked_on,
        (select b.number from services.book_entry b where b.dossier_id = d.id) as book_number,
        case when d.outcome = 'rejected' then d.finished_at end as rejected_at,
        ${list(sql`select s.paper, s.position, jsonb_build_object('id', f.id, 'name', f.name, 'paper', s.paper, 'isReplaced', s.replaced_at is not null, 'isGiven', ${isPaperGiven}, 'origin', s.origin) as one
          from services.dossier_paper s join files.file f on f.id = s.file_id where s.dossier_id = d.id`)} as files,
        ${list(sql`select s.asked_at, jsonb_build_object('id', s.id, 'askedBy', s.asked_by, 'askedAt', s.asked_at, 'pins', s.pins, 'answeredAt', s.answered_at, 'due', s.due) as one
          from services.supplement s where s.dossier_id = d.id`)} as supplements,
        ${list(sql`select r.id, jsonb_build_object('id', r.id, 'title', r.title, 'number', r.number, 'verificationCode', r.verification_code) as one
          from services.result r where r.dossier_id = d.id and ${isResultGiven}`)} as results
      from services.dossier d join directory.person p on p.id = d.applicant_id left join directory.enterprise e on e.id = d.enterprise_id
      where d.id = any(${ids}::uuid[])`,
  )

/** Rows below a dossier as one JSON list, in the order of what stands before `one`. */
const list = (each: Fragment): Fragment =>
  sql`coalesce((select jsonb_agg(each.one order by each) from (${each}) each), '[]')`
