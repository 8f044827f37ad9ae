/** One table of which every copy of a dossier has its own rows. */
export interface CopiedTable {
  readonly table: string
  /** How its rows `o` belong to the copy `m`. */
  readonly of: string
  /** What differs in a copy; everything else stays, moments and days move with it. */
  readonly columns?: Readonly<Record<string, string>>
}

/** An id of a copy's own. */
const idAt = (at: string): string => `growing.copied_id(o.id, ${at} - m.shift, m.mark)`
/** The same where no moment is at hand, for whatever points there too. */
const idOf = (id: string): string => `growing.copied_id(${id}, m.filed_at, m.mark)`
const codeOf = (text: string, length: number): string => `upper(substr(md5(${text} || m.mark), 1, ${length}))`
/** What was said of the applicant is said of another. */
const renamed = (text: string): string =>
  ['name', 'personal_id', 'phone'].reduce((said, fact) => `replace(${said}, m.old_${fact}, m.${fact})`, text)

const said =
  'format(a.template, variadic array[m.name, m.personal_id, m.phone] || array(select (day - m.days)::text from unnest(a.days) day))'

const ofDossier = 'join growing.copy m on m.source = o.dossier_id'
const ofOrder = (id: string): string =>
  `join growing.copied_order c on c.id = ${id} join growing.copy m on m.source = c.dossier_id`
const dossier = { dossier_id: 'm.id' }

/** What a dossier is, and what was paid for it. */
export const dossierTables: readonly CopiedTable[] = [
  {
    table: 'services.dossier',
    of: 'join growing.copy m on m.source = o.id join growing.answer a on a.source = o.id',
    columns: {
      id: 'm.id',
      code: 'm.code',
      applicant_id: 'm.person_id',
      applicant_name: 'm.name',
      submitter_id: 'case when o.submitter_id = o.applicant_id then m.person_id else o.submitter_id end',
      lookup_fact: 'right(m.phone, 4)',
      answers: `(case when a.names_year then growing.not_after(${said}, to_char(m.day, 'YYYY')) else ${said} end)::jsonb`,
      folded:
        'replace(replace(o.folded, kernel.fold(o.code), kernel.fold(m.code)), kernel.fold(m.old_name), m.folded_name)',
    },
  },
  { table: 'services.dossier_access', of: ofDossier, columns: dossier },
  { table: 'services.clock_stop', of: ofDossier, columns: dossier },
  { table: 'services.supplement', of: ofDossier, columns: { ...dossier, id: idAt('o.asked_at') } },
  { table: 'services.fee', of: ofDossier, columns: dossier },
  { table: 'services.fee_exemption', of: ofDossier, columns: dossier },
  { table: 'services.obligation', of: ofDossier, columns: { ...dossier, id: idAt('o.recorded_at') } },
  {
    table: 'services.result',
    of: ofDossier,
    columns: {
      ...dossier,
      id: idAt('o.saved_at'),
      document: `${renamed('o.document::text')}::jsonb`,
      number: `lpad(m.result_order::text, greatest(2, length(m.result_order::text)), '0') || substr(o.number, strpos(o.number, '/'))`,
      verification_code: codeOf('o.verification_code', 16),
    },
  },
  { table: 'services.rating', of: ofDossier, columns: dossier },
  {
    table: 'services.book_entry',
    of: ofDossier,
    columns: { ...dossier, year: 'm.book_year', number: 'm.book_order' },
  },
  {
    table: 'payments.payment_order',
    of: ofOrder('o.id'),
    columns: {
      id: idOf('o.id'),
      reference: 'replace(o.reference, m.source::text, m.id::text)',
      link: 'replace(o.link, m.source::text, m.id::text)',
      file_code: 'm.code',
      payer_id: 'm.person_id',
      payer_name: 'm.name',
    },
  },
  { table: 'payments.item', of: ofOrder('o.order_id'), columns: { order_id: idOf('o.order_id') } },
  {
    table: 'payments.attempt',
    of: ofOrder('o.order_id'),
    columns: {
      id: idOf('o.id'),
      order_id: idOf('o.order_id'),
      reference: codeOf('o.reference', 20),
      transaction_code: codeOf('o.transaction_code', 12),
      closing_id: 'case when o.closing_id is not null then growing.closing_id(o.closing_id, m.shift) end',
    },
  },
  {
    table: 'payments.receipt',
    of: `${ofOrder('o.order_id')} join growing.copied_receipt r on r.receipt_id = o.id and r.copy_id = m.id`,
    columns: {
      id: idOf('o.id'),
      order_id: idOf('o.order_id'),
      attempt_id: idOf('o.attempt_id'),
      payer_name: 'm.name',
      verification_code: codeOf('o.verification_code', 16),
      year: 'r.year',
      number: 'r.number',
    },
  },
  {
    table: 'payments.refund',
    of: `join growing.base_payments_attempt a on a.id = o.attempt_id ${ofOrder('a.order_id')}`,
    columns: { id: idAt('o.owed_at'), attempt_id: idOf('o.attempt_id') },
  },
  {
    table: 'payments.statement_line',
    of: `join growing.base_payments_attempt a on a.reference = o.reference ${ofOrder('a.order_id')}`,
    columns: { reference: codeOf('o.reference', 20), transaction_code: codeOf('o.transaction_code', 12) },
  },
  {
    table: 'payments.waiver',
    of: `join growing.copy m on m.source::text = split_part(o.reference, ' ', 2)`,
    columns: { reference: 'replace(o.reference, m.source::text, m.id::text)', file_code: 'm.code' },
  },
]

/** What was done with it: as many rows again, filled beside the others. */
export const workTables: readonly CopiedTable[] = [
  {
    table: 'workflow.task',
    of: `join growing.copy m on o.subject_type = 'dossier' and m.source = o.subject_id`,
    columns: { id: idAt('o.opened_at'), subject_id: 'm.id', code: 'm.code', title: 'm.name' },
  },
  { table: 'services.dossier_event', of: ofDossier, columns: { ...dossier, id: idAt('o.at') } },
]
