import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Facts } from '#values/condition.ts'
import type { Words } from '#values/words.ts'
import { explainDeadline, type ClockStop, type WorkingTime } from '#engines/calendar/index.ts'
import { filesByIds } from '#engines/files/index.ts'
import { mostFiles, papersFor } from '#engines/forms/contract.ts'
import type { Paper } from '#engines/forms/declare.ts'
import { receiptNumber } from '#engines/payments/index.ts'
import { plannedPath, type Process } from '#engines/workflow/index.ts'
import type { Procedure, TimeLimit } from '../declare.ts'
import { factsOf, type Dossier } from './dossier.ts'
import { askedExemption, reducedAmount } from '../procedure/exemptions.ts'
import { unitOfPlace } from '../procedure/place.ts'
import type { DueFee } from '../procedure/procedure.ts'
import { viewOrigin, type PlacedFile } from '../reuse/provenance.ts'

/** A paper that a procedure asks for, as it is declared. */
export const viewPaper = (paper: Paper) => ({
  id: paper.id,
  name: paper.name,
  hint: paper.hint,
  form: paper.form,
  required: paper.optional !== true && paper.generated !== true,
  generated: paper.generated === true,
  maxFiles: mostFiles(paper),
  copies: paper.copies ?? 1,
  accept: [...paper.accept],
})

/** The papers that go with the answers, each with its files. */
export async function viewPapers(
  tx: Queries,
  procedure: Procedure,
  answers: Readonly<Record<string, unknown>>,
  attached: readonly (Pick<PlacedFile, 'paper' | 'fileId' | 'origin' | 'sourceAt'> & {
    readonly sourceCode: string | null
  })[],
) {
  const files = new Map(
    (
      await filesByIds(
        tx,
        attached.map((one) => one.fileId),
      )
    ).map((file) => [file.id, file]),
  )
  return papersFor(procedure.papers, answers).map((paper) => ({
    ...viewPaper(paper),
    files: attached
      .filter((one) => one.paper === paper.id)
      .flatMap((one) => {
        const file = files.get(one.fileId)
        return file === undefined ? [] : [{ ...file, ...viewOrigin(one) }]
      }),
  }))
}

/** Fees as they will be owed for these facts, if the exemption that is asked for is confirmed. */
export const viewFees = (fees: readonly DueFee[], facts: Facts) =>
  fees.map((fee) => {
    const { id, name, amount, payAt } = fee
    const asked = amount > 0 ? askedExemption(fee, facts) : undefined
    if (asked === undefined) return { id, name, amount, payAt }
    const { ground, name: groundName, basis = null, percent } = asked
    const exemption = { ground, groundName, basis, percent, fullAmount: amount }
    return { id, name, amount: reducedAmount(amount, asked), payAt, exemption }
  })

/** What a dossier costs and what was paid of it. */
export interface DossierFee {
  readonly id: string
  readonly name: Words
  /** Whole đồng. */
  readonly amount: number
  readonly payAt: string
  readonly paidAt: Date | null
  readonly method: string | null
  readonly receiptNumber: string | null
  /** By it the receipt is printed. */
  readonly receiptId: string | null
}

/** The fees of a dossier with what was paid, as `payments` keeps it. One to be paid with the result is owed for what is granted only. */
export async function feesOfDossiers(tx: Queries, dossierIds: readonly string[]): Promise<Map<string, DossierFee[]>> {
  const found = await rows(
    tx,
    sql<Omit<DossierFee, 'receiptNumber'> & { readonly dossierId: string; readonly number: number | null }>`
      select f.dossier_id, f.fee as id, f.name, f.amount, f.pay_at, o.paid_at, a.method, r.number, r.id as receipt_id
      from services.fee f join services.dossier d on d.id = f.dossier_id
      left join payments.payment_order o on o.reference = 'dossier ' || f.dossier_id || ' ' || f.pay_at and o.state = 'paid'
      left join payments.receipt r on r.order_id = o.id and r.voided_at is null
      left join payments.attempt a on a.id = r.attempt_id
      where f.dossier_id = any(${dossierIds}::uuid[]) and (f.pay_at <> 'result' or o.paid_at is not null
        or d.state->>'proposal' is distinct from 'refuse' and coalesce(d.outcome, 'granted') = 'granted')
      order by f.fee`,
  )
  const byDossier = Map.groupBy(found, ({ dossierId }) => dossierId)
  return new Map(
    dossierIds.map((id) => [
      id,
      (byDossier.get(id) ?? []).map(({ number, dossierId: _dossier, ...fee }) => ({
        ...fee,
        receiptNumber: number === null ? null : receiptNumber(number),
      })),
    ]),
  )
}

/** The same of one. */
export const feesOfDossier = async (tx: Queries, id: string): Promise<DossierFee[]> =>
  (await feesOfDossiers(tx, [id])).get(id) ?? []

/** The days from reception to the due day, and what each counts for. */
export const viewDays = (
  workingTime: WorkingTime,
  start: Date,
  limit: TimeLimit,
  stops: readonly ClockStop[],
  now: Date,
) =>
  explainDeadline(workingTime, { start, limit, stops }, dateAt(now)).map((day) => ({
    date: day.date as string,
    kind: day.mark,
    number: day.number,
    words: day.name,
  }))

/** What remains to be done and by which unit; a unit that cannot be found is said as "not determined yet". */
export async function viewPlanned(tx: Queries, process: Process, dossier: Dossier, on: Date) {
  const where = { ...dossier, facts: factsOf(dossier) }
  const planned = plannedPath(process, dossier.state, factsOf(dossier))
  return Promise.all(
    planned.map(async (step) => {
      const unit = await unitOfPlace(tx, step.by.at, where, dateAt(on)).catch(() => undefined)
      return { step: step.step, name: step.name, unitName: unit?.name ?? '', hours: step.hours, isOpen: step.open }
    }),
  )
}
