import { randomUUIDv7 } from 'node:crypto'
import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { documentNumber } from '#engines/numbering/index.ts'
import type { Process } from '#engines/workflow/index.ts'
import type { ResultTemplate } from '#engines/services/declare.ts'
import type { viewFees } from '#engines/services/index.ts'
import type { LivedDossier } from './lived-dossier.ts'
import type { LivedMoney } from './money/lived-money.ts'
import type { DemoCitizen } from './load-dossiers.ts'
import type { Chance } from './random.ts'
import type { DemoUnit } from './province.ts'

/** A dossier of the demo, ready to be written. */
export interface DossierRows {
  readonly id: string
  readonly code: string
  readonly versionId: string
  readonly procedure: { readonly code: string; readonly name: string; readonly process: Process }
  readonly channel: 'online' | 'counter'
  readonly person: DemoCitizen
  readonly receiver: DemoUnit
  readonly owner: DemoUnit
  readonly area: string | null
  readonly answers: Record<string, unknown>
  readonly filedAt: Date
  readonly lived: LivedDossier
  readonly folded: string
  /** What it pays is drawn from here. */
  readonly purse: Chance
  /** As they are owed, with the exemptions that its answers ask for. */
  readonly fees: ReturnType<typeof viewFees>
  /** What became of that. */
  money?: LivedMoney
  /** The draft of its result, once there is one; its number, where it was issued, follows from what else was. */
  readonly result: { readonly template: ResultTemplate; readonly draftedAt: Date } | undefined
  number?: { readonly order: number; readonly on: PlainDate }
  readonly rating: number | undefined
}

/** Writes a batch: one statement a table. */
export async function insertDossiers(tx: Queries, made: readonly DossierRows[]): Promise<void> {
  await run(
    tx,
    sql`insert into services.dossier (id, code, procedure_code, version_id, procedure_name, channel, applicant_id, applicant_name, submitter_id,
        lookup_fact, receiver_id, owner_id, place, answers, state, status, outcome, is_open, filed_at, received_at, promised, deadline,
        finished_at, delivered_at, folded, by_e_identity)
      select id, code, procedure, version, name, channel, person, applicant, person, lookup, receiver, owner, place, answers, state, status, outcome,
        "isOpen", filed, received, promised, deadline, finished, delivered, folded, "byEIdentity"
      from jsonb_to_recordset(${json(made.map(dossierRow))}) as g (id uuid, code text, procedure text, version uuid, name text, channel text,
        person uuid, applicant text, lookup text, receiver uuid, owner uuid, place text, answers jsonb, state jsonb, status text, outcome text,
        "isOpen" boolean, filed timestamptz, received timestamptz, promised timestamptz, deadline timestamptz, finished timestamptz,
        delivered timestamptz, folded text, "byEIdentity" boolean)`,
  )
  await run(
    tx,
    sql`insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open)
      select dossier, key, reason, d.deadline, d.filed_at, d.is_open
      from jsonb_to_recordset(${json(made.flatMap(accessRows))}) as g (dossier uuid, key int, reason text)
      join services.dossier d on d.id = g.dossier on conflict do nothing`,
  )
  await run(
    tx,
    sql`insert into workflow.task (id, subject_type, subject_id, step, kind, consult, unit_id, assignee, code, title, line, step_name, opened_at, due,
        is_open, closed_at, closed_by, closed_by_name, result, is_waiting)
      select id, 'dossier', dossier, step, kind, consult, unit, assignee, code, title, line, name, opened, due, closed is null, closed, by, "byName", result, closed is null and waiting
      from jsonb_to_recordset(${json(made.flatMap(taskRows))}) as g (id uuid, dossier uuid, step text, kind text, consult text, unit uuid, assignee int, code text,
        title text, line text, name jsonb, opened timestamptz, due timestamptz, closed timestamptz, by int, "byName" text, result text, waiting boolean)`,
  )
  await run(
    tx,
    sql`insert into services.dossier_event (id, dossier_id, at, kind, step, actor_name, actor_title, unit_name, words, detail, is_public)
      select id, dossier, at, kind, step, name, title, unit, words, detail, public
      from jsonb_to_recordset(${json(made.flatMap(eventRows))}) as g (id uuid, dossier uuid, at timestamptz, kind text, step text, name text, title text,
        unit text, words jsonb, detail jsonb, public boolean)`,
  )
  await run(
    tx,
    sql`insert into services.clock_stop (dossier_id, stopped_at, resumed_at, ground)
      select dossier, "from", "to", ground from jsonb_to_recordset(${json(made.flatMap(stopRows))}) as g (dossier uuid, "from" timestamptz, "to" timestamptz, ground text)
      on conflict do nothing`,
  )
  await run(
    tx,
    sql`insert into services.supplement (id, dossier_id, pins, asked_at, asked_by, days, due, answered_at)
      select id, dossier, pins, asked, by, days, due, answered
      from jsonb_to_recordset(${json(made.flatMap(supplementRows))}) as g (id uuid, dossier uuid, pins jsonb, asked timestamptz, by text, days int, due timestamptz, answered timestamptz)`,
  )
  await run(
    tx,
    sql`insert into services.fee (dossier_id, fee, name, amount, pay_at) select dossier, fee, name, amount, "payAt"
      from jsonb_to_recordset(${json(made.flatMap(feeRows))}) as g (dossier uuid, fee text, name jsonb, amount bigint, "payAt" text)`,
  )
  await run(
    tx,
    sql`insert into services.fee_exemption (dossier_id, fee, name, pay_at, ground, ground_name, basis, percent, full_amount, amount, state, asked_at, decided_at,
        decided_by, reason)
      select dossier, fee, name, "payAt", ground, "groundName", basis, percent, "fullAmount", amount, state, "askedAt", at, by, reason
      from jsonb_to_recordset(${json(made.flatMap(exemptionRows))}) as g (dossier uuid, fee text, name jsonb, "payAt" text, ground text, "groundName" jsonb,
        basis text, percent int, "fullAmount" bigint, amount bigint, state text, "askedAt" timestamptz, at timestamptz, by text, reason text)`,
  )
  await run(
    tx,
    sql`insert into services.obligation (id, dossier_id, notice, issued_by, items, total, recorded_at, recorded_by)
      select id, dossier, notice, "issuedBy", items, total, "recordedAt", "recordedBy"
      from jsonb_to_recordset(${json(made.flatMap(noticeRows))}) as g (id uuid, dossier uuid, notice text, "issuedBy" text, items jsonb, total bigint,
        "recordedAt" timestamptz, "recordedBy" text)`,
  )
  await run(
    tx,
    sql`insert into services.result (id, dossier_id, template, title, document, number, issued_on, issued_at, signer_name, signer_capacity, signer_position, verification_code, saved_at)
      select id, dossier, template, title, document, number, "on", at, signer, capacity, position, verification, saved
      from jsonb_to_recordset(${json(made.flatMap(resultRows))}) as g (id uuid, dossier uuid, template text, title text, document jsonb, number text, "on" date,
        at timestamptz, signer text, capacity text, position text, verification text, saved timestamptz)`,
  )
  await run(
    tx,
    sql`insert into services.rating (dossier_id, mark, rated_at) select dossier, mark, at
      from jsonb_to_recordset(${json(made.flatMap(ratingRows))}) as g (dossier uuid, mark int, at timestamptz)`,
  )
}

function dossierRow({ lived, ...row }: DossierRows) {
  const ended = lived.state.status === 'ended'
  return {
    id: row.id,
    code: row.code,
    procedure: row.procedure.code,
    version: row.versionId,
    name: row.procedure.name,
    channel: row.channel,
    person: row.person.id,
    applicant: row.person.fullName,
    lookup: row.person.phone.slice(-4),
    receiver: row.receiver.id,
    owner: row.owner.id,
    place: row.area,
    answers: row.answers,
    state: lived.state,
    status: lived.state.status,
    outcome: lived.state.outcome ?? null,
    isOpen: !ended,
    filed: row.filedAt,
    received: lived.receivedAt,
    promised: lived.promised,
    deadline: lived.deadline,
    finished: lived.finishedAt,
    delivered: lived.deliveredAt,
    folded: row.folded,
    byEIdentity: row.channel === 'online' && row.person.hasEIdentity,
  }
}

const accessRows = (row: DossierRows) => [
  { dossier: row.id, key: row.receiver.key, reason: 'receives' },
  { dossier: row.id, key: row.owner.key, reason: 'decides' },
  ...row.lived.tasks.map((task) => ({ dossier: row.id, key: task.unit.key, reason: 'works' })),
]

const taskRows = (row: DossierRows) =>
  row.lived.tasks.map((task) => ({
    id: randomUUIDv7(),
    dossier: row.id,
    step: task.step,
    kind: task.kind,
    consult: task.consult,
    unit: task.unit.id,
    assignee: task.holder.functionKey,
    code: row.code,
    title: row.person.fullName,
    line: row.procedure.name,
    name: task.name,
    opened: task.openedAt,
    due: task.due,
    closed: task.closedAt,
    by: task.closedAt ? task.holder.key : null,
    byName: task.closedAt ? task.holder.name : null,
    result: task.result,
    waiting: row.lived.state.status === 'waiting-applicant' || row.lived.state.status === 'paused',
  }))

/** In the order of happening: what happened at one instant is read in the order of the ids. */
function eventRows(row: DossierRows) {
  const ids = row.lived.events.map(() => randomUUIDv7()).sort()
  return row.lived.events.map((event, at) => ({
    id: ids[at],
    dossier: row.id,
    at: event.at,
    kind: event.kind,
    step: event.step,
    name: event.by.name,
    title: event.by.title,
    unit: event.by.unit,
    words: event.words,
    detail: event.detail ?? null,
    public: event.isPublic,
  }))
}

const stopRows = (row: DossierRows) => row.lived.stops.map((stop) => ({ dossier: row.id, ...stop }))

function supplementRows({ id, lived: { supplement } }: DossierRows) {
  if (supplement === undefined) return []
  const { path, label, reason, askedAt, by, days, due, answeredAt } = supplement
  return [
    {
      id: randomUUIDv7(),
      dossier: id,
      pins: [{ path, label, reason }],
      asked: askedAt,
      by,
      days,
      due,
      answered: answeredAt,
    },
  ]
}

const feeRows = ({ id, money }: DossierRows) => (money?.fees ?? []).map((fee) => ({ dossier: id, ...fee }))

const exemptionRows = ({ id, money }: DossierRows) =>
  (money?.exemptions ?? []).map(({ decided, ...one }) => ({
    dossier: id,
    ...one,
    state: decided === undefined ? 'asked' : decided.reason === undefined ? 'granted' : 'refused',
    at: decided?.at,
    by: decided?.by.name,
    reason: decided?.reason,
  }))

const noticeRows = ({ id, money }: DossierRows) =>
  (money?.notices ?? []).map((notice) => ({
    dossier: id,
    ...notice,
    total: notice.items.reduce((sum, { amount }) => sum + amount, 0),
  }))

function resultRows({ id, result, number, lived: { issued }, procedure, person }: DossierRows) {
  if (result === undefined) return []
  const { template, draftedAt } = result
  return [
    {
      id: randomUUIDv7(),
      dossier: id,
      template: template.id,
      title: template.title.vi,
      document: {
        title: template.title.vi,
        blocks: [
          { paragraph: `${template.title.vi} cấp cho ${person.fullName} theo hồ sơ ${procedure.name.toLowerCase()}.` },
        ],
        recipients: template.recipients,
      },
      number: number && documentNumber(number.order, template.notation),
      on: number?.on,
      at: issued?.at,
      signer: issued?.signer,
      capacity: issued && template.signer.capacity,
      position: issued && template.signer.position,
      // Of the demo only: guessable from the id, as nothing real hangs on it.
      verification: id.replaceAll('-', '').slice(8, 24).toUpperCase(),
      saved: draftedAt,
    },
  ]
}

const ratingRows = (row: DossierRows) =>
  row.rating === undefined || row.lived.deliveredAt === undefined
    ? []
    : [{ dossier: row.id, mark: row.rating, at: row.lived.deliveredAt }]
