import { randomUUIDv7 } from 'node:crypto'
import { find, json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fail } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { newVerificationCode } from '#engines/numbering/index.ts'
import type { ProcessState } from '#engines/workflow/index.ts'
import type { Procedure, ResultTemplate } from '../declare.ts'
import { ownerOn } from '../reorganization/owner-on.ts'
import { decidedIn } from './deciding-unit.ts'
import { factsOf, type Dossier } from './dossier.ts'
import { isTaskFor, type HeldTask } from '../work/held-tasks.ts'
import { isOfCase } from '../procedure/procedure.ts'

/** What a result paper says, as data. */
export interface ResultContent {
  readonly title: string
  readonly blocks: ResultTemplate['blocks']
  readonly recipients: string[]
}

export interface Result {
  readonly id: string
  readonly dossierId: string
  readonly template: string
  readonly title: string
  readonly document: ResultContent
  readonly number: string | null
  readonly issuedOn: PlainDate | null
  readonly issuedAt: Date | null
  readonly signerName: string | null
  readonly signerCapacity: string | null
  readonly signerPosition: string | null
  readonly verificationCode: string
  readonly validUntil: PlainDate | null
  readonly revokedAt: Date | null
  /** Who revoked it, why, and by which decision. */
  readonly revokedBy: string | null
  readonly revokedFor: string | null
  readonly revokedDecision: string | null
  readonly revision: number
  readonly savedAt: Date
}

const columns = sql`id, dossier_id, template, title, document, number, issued_on, issued_at, signer_name, signer_capacity, signer_position, verification_code,
  valid_until, revoked_at, revoked_by, revoked_for, revoked_decision, revision, saved_at`

export const findResult = (tx: Queries, dossierId: string): Promise<Result | undefined> =>
  find(tx, sql<Result>`select ${columns} from services.result where dossier_id = ${dossierId}`)

export const findResultByCode = (tx: Queries, code: string) =>
  find(
    tx,
    sql<Result & { holder: string; unitName: string }>`select ${columns}, d.applicant_name as holder,
        ${nameOfUnit(sql`coalesce(d.decided_in, ${ownerOn(sql`issued_on`, sql`d.did`)})`, sql`issued_on`)} as unit_name
      from services.result join (select d.id as did, d.owner_id, d.applicant_name, ${decidedIn} as decided_in from services.dossier d) d on d.did = result.dossier_id
      where verification_code = ${code} and number is not null`,
  )

/** Once decided, nobody words the result anew: what is missing or says otherwise than the decision is composed from the answers. */
export const isDecided = (procedure: Pick<Procedure, 'process'>, state: ProcessState): boolean =>
  state.done.some(({ step }) => procedure.process?.steps[step]?.kind === 'decide')

/** Whether the caller holds a step in which the result is written: appraisal, decision, issue; not the counter. */
export const mayWriteResult = (procedure: Pick<Procedure, 'process'>, tasks: readonly HeldTask[]): boolean =>
  tasks.some((task) => isTaskFor(task, {}) && writingKinds.has(procedure.process?.steps[task.step]?.kind ?? ''))

const writingKinds: ReadonlySet<string> = new Set(['work', 'decide', 'issue'])

/** The template of a result; one that the procedure no longer knows is a conflict. */
export const templateOf = (procedure: Pick<Procedure, 'results'>, id: string): ResultTemplate =>
  procedure.results.find((one) => one.id === id) ?? fail('conflict')

/** Whether a paper is for the case of a dossier and says what it comes to: a refusal says no, everything else yes. */
export const fitsDossier = (template: ResultTemplate, dossier: Dossier): boolean =>
  template.outcome === (dossier.state.proposal === 'refuse' ? 'refused' : 'granted') &&
  isOfCase(template, factsOf(dossier))

/** Saves the draft of a result; an issued one is frozen and not touched (answers 0). */
export function saveResultDraft(
  tx: Queries,
  draft: { dossierId: string; template: string; document: ResultContent; at: Date },
): Promise<number> {
  return run(
    tx,
    sql`insert into services.result (id, dossier_id, template, title, document, verification_code, saved_at)
      values (${randomUUIDv7()}, ${draft.dossierId}, ${draft.template}, ${draft.document.title}, ${json(draft.document)}, ${newVerificationCode()}, ${draft.at})
      on conflict (dossier_id) do update set template = excluded.template, title = excluded.title, document = excluded.document,
        saved_at = excluded.saved_at, revision = result.revision + 1
      where result.number is null`,
  )
}

export interface Issuing {
  readonly dossierId: string
  readonly number: string
  readonly on: PlainDate
  readonly at: Date
  readonly signerName: string
  readonly signerCapacity: string | null
  readonly signerPosition: string
  readonly validUntil: PlainDate | null
}

/** Gives the result its number and date; from then on it does not change. */
export const issueResult = (tx: Queries, issuing: Issuing): Promise<number> =>
  run(
    tx,
    sql`update services.result set number = ${issuing.number}, issued_on = ${issuing.on}, issued_at = ${issuing.at},
        signer_name = ${issuing.signerName}, signer_capacity = ${issuing.signerCapacity}, signer_position = ${issuing.signerPosition}, valid_until = ${issuing.validUntil}
      where dossier_id = ${issuing.dossierId} and number is null`,
  )
