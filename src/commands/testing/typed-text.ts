import pg from 'pg'
import { rightsChannel } from '#kernel/operations/rights-changed.ts'
import { dateAt } from '#values/plain-date.ts'
import { nothing } from './sample-call.ts'

/** Something that a person typed, where a story of the furnished province had no occasion to. */
interface Typed {
  readonly table: string
  readonly columns: readonly string[]
  /** What stands beside it in such a row. */
  readonly beside?: string
  readonly where?: string
}

const centre = `(select id from directory.unit where code = 'TTPVHCC')`
const first = (table: string, condition: string) =>
  `id = (select id from ${table} where ${condition} order by id limit 1)`
const licence = `select id from services.dossier where procedure_code = '1.002809'`
const today = `'${dateAt(new Date())}'`

const typed: readonly Typed[] = [
  { table: 'audit.entry', columns: ['purpose', 'on_behalf'] },
  { table: 'directory.appointment', columns: ['decision'] },
  { table: 'directory.boundary', columns: ['licence'] },
  { table: 'directory.boundary_import', columns: ['file_name', 'licence'] },
  { table: 'directory.delegation', columns: ['document', 'reason'] },
  { table: 'directory.import', columns: ['file_name'] },
  { table: 'directory.mandate', columns: ['document'] },
  { table: 'directory.transfer', columns: ['reason'] },
  { table: 'directory.unit_version', columns: ['address'] },
  { table: 'files.file', columns: ['name'] },
  { table: 'identity.api_token', columns: ['name'] },
  { table: 'identity.session', columns: ['agent'] },
  { table: 'national_portal.link', columns: ['error'] },
  {
    table: 'notification.email',
    columns: ['error'],
    beside: `state = 'failed'`,
    where: first('notification.email', 'true'),
  },
  { table: 'notification.template', columns: ['changed_by'] },
  {
    table: 'payments.desk_closing',
    columns: ['account_name', 'note', 'signed_by'],
    beside: `day = ${today}, unit_id = ${centre}, counted = cash + 1, signed_at = now(), signed_account = 'another'`,
  },
  {
    table: 'payments.receipt',
    columns: ['voided_by', 'void_reason'],
    beside: 'voided_at = now()',
    where: 'number % 2 = 1',
  },
  {
    table: 'payments.refund',
    columns: ['reason', 'decided_by', 'returned_by'],
    beside: `decision = 'return', decided_at = now(), returned_at = now(), transfer_code = 'GD1'`,
  },
  { table: 'payments.waiver', columns: ['basis', 'by_name'], beside: `at = now(), unit_id = ${centre}` },
  { table: 'petitions.event', columns: ['note'] },
  {
    table: 'petitions.petition',
    columns: ['asked_more'],
    beside: `status = 'waiting-sender'`,
    where: first('petitions.petition', `status = 'sent'`),
  },
  {
    table: 'petitions.petition',
    columns: ['refusal', 'first_decision'],
    beside: `status = 'refused', kind = 'complaint'`,
    where: first('petitions.petition', `status = 'sent'`),
  },
  {
    table: 'petitions.petition',
    columns: ['draft', 'drafted_by', 'returned', 'entered_by'],
    beside: `status = 'accepted', accepted_at = now()`,
    where: `status = 'sent'`,
  },
  {
    table: 'services.access_request',
    columns: ['answered_by', 'words', 'document'],
    beside: `answer = 'refused', answered_at = now()`,
  },
  { table: 'services.catalogue_import', columns: ['title'] },
  {
    table: 'services.catalogue_record',
    columns: ['decided_by_name', 'reject_reason'],
    beside: `state = 'rejected', decided_at = now()`,
    where: 'number = 2',
  },
  { table: 'services.dossier', columns: ['assisted_by', 'enterprise_name'], beside: 'assisted_unit_id = owner_id' },
  { table: 'services.dossier_co_applicant', columns: ['recorded_by'], beside: `confirmed = 'signed'` },
  { table: 'services.draft', columns: ['applicant_name'], where: 'counter_id is not null' },
  { table: 'services.dossier_event', columns: ['on_behalf_of'] },
  {
    table: 'services.fee_exemption',
    columns: ['reason', 'decided_by'],
    beside: `state = 'refused', decided_at = now()`,
  },
  { table: 'services.handover', columns: ['number', 'made_by'] },
  { table: 'services.low_mark', columns: ['answer', 'answered_by'], beside: 'answered_at = now()' },
  { table: 'services.procedure_draft', columns: ['remark'] },
  {
    table: 'services.procedure_draft',
    columns: ['submitted_by_name', 'decided_by_name', 'document'],
    beside: `state = 'published', decided_at = now(), submitted_at = now()`,
    where: `code = '1.000894'`,
  },
  {
    table: 'services.procedure_draft',
    columns: ['submitted_by_name'],
    beside: `state = 'submitted', submitted_at = now()`,
    where: `code = '1.001193'`,
  },
  { table: 'services.rating', columns: ['comment'] },
  {
    table: 'services.rating',
    columns: ['kiosk_name'],
    beside: `channel = 'kiosk', kiosk_id = '${nothing}', desk_unit_id = ${centre}, rated_at = now()`,
  },
  { table: 'services.result', columns: ['number'], where: `number is not null and dossier_id in (${licence})` },
  {
    table: 'services.result',
    columns: ['revoked_by', 'revoked_for', 'revoked_decision'],
    beside: 'revoked_at = now()',
    where: `dossier_id in (${licence}) and number is not null`,
  },
  { table: 'services.supplement', columns: ['basis'] },
]

const reasons = '[{"kind":"awaits-body","unit":"Sở Y tế","step":{"vi":"Hỏi ý kiến","en":"Ask"},"taken":9}]'
const rows: readonly string[] = [
  `insert into calendar.amendment (id, kind, first_day, last_day, name, document, reason, declared_at, declared_by)
    values (gen_random_uuid(), 'holiday', '2027-03-08', '2027-03-08', '{"vi":"Ngày hội","en":"Day of games"}', 'Thông báo 1', 'Hội làng', now(), 'Người khai')`,
  `with a as (insert into services.announcement (id, kind, issuer, document, signed_on, published_on, effective_on, created_by, created_by_name, created_at)
    values (gen_random_uuid(), 'announced', 'province', 'Quyết định 1', current_date, current_date, current_date, 'test', 'Người nhập', now()) returning id)
    insert into services.announced_procedure (announcement_id, code, number, name) select id, '1.002809', 1, 'Đổi giấy phép' from a`,
  `insert into directory.quota (unit_id, staffing, valid_from, number, document)
    select id, 'civil-servant', '2020-01-01', 9, 'Quyết định 2' from directory.unit`,
  `insert into services.draft_known (draft_id, field, known_from, as_of, said, reason)
    select id, 'applicant', 'population-register', current_date, '{"fullName":"Tên cũ"}', 'Đã đổi tên' from services.draft on conflict do nothing`,
  `insert into notification.sms (id, phone, text, parts, state, next_at, error)
    select gen_random_uuid(), '0912345678', 'Hồ sơ của ông', 1, state, now(), 'Không tới' from unnest('{failed,sending,undelivered}'::text[]) state`,
  `insert into national_portal.delivery (dossier_id, kind, state, next_at, changed_at, cause, error, differences)
    select id, 'record', 'differing', now(), now(), 'value-differs', 'Không nhận', '[{"field":"KenhThucHien","ours":"Của ta","theirs":"Của họ","isSame":false}]'
    from services.dossier order by id limit 3 on conflict do nothing`,
  `insert into payments.refund (id, attempt_id, cause, about, amount, owed_at, reason, decision, decided_at, decided_by)
    select gen_random_uuid(), attempt_id, 'decided', 'another time', amount, now(), 'Nộp nhầm', 'Quyết định 3', now(), 'Người quyết' from payments.refund`,
  `insert into national_portal.incoming (code, id, procedure_code, raw, state, unread, error, next_at, fetched_at)
    values ('000.00.01.H02-1', gen_random_uuid(), '1.002809', '{"TenHoSo":"Đổi giấy phép"}', 'needs-look', '[]', 'Không đọc được', now(), now())`,
  `insert into national_portal.incoming (code, id, procedure_code, raw, state, dossier_id, unread, next_at, fetched_at, filed_at)
    select 'H02-' || code, gen_random_uuid(), '1.002809', '{}', 'filed', id, '[{"field":"TenHoSo","value":"Đổi giấy phép","why":"Không rõ"}]', now(), now(), now()
    from services.dossier where procedure_code = '1.002809'`,
  `insert into services.dossier_event (id, dossier_id, at, kind, actor_name, words, detail, is_public)
    select gen_random_uuid(), id, now(), kind, 'Người trả lời', '{"vi":"Đã trả lời","en":"Answered"}', '{"reason":"Thiếu người","newDate":"2027-01-04"}', true
    from services.dossier, unnest('{apologised,rejected}'::text[]) kind where procedure_code = '1.002809'`,
  `insert into files.content_text (sha256, how, text, begun_at)
    select distinct sha256, 'ocr', 'Giấy khám sức khỏe', now() from files.file where sha256 is not null on conflict do nothing`,
  `insert into reporting.warning (dossier_id, at, deadline, usual, long, remaining, basis, reasons)
    select dossier_id, now() - interval '1 hour', now() + interval '2 days', 1, 1, 1, 'declared', '${reasons}' from reporting.forecast on conflict do nothing`,
  `update reporting.forecast set is_at_risk = true, deadline = now() + interval '2 days', reasons = '${reasons}'`,
]

/**
 * What is found only where two columns say the same: who is invited is known by number and name, a kiosk by its name; and what is kept in
 * memory by its digest.
 */
const afterwards: readonly string[] = [
  `update services.draft_co_applicant c set name = (select min(o.name) from services.draft_co_applicant o where o.personal_id = c.personal_id)`,
  `update directory.person p set full_name = c.name from services.draft_co_applicant c where c.personal_id = p.personal_id`,
  `update services.ended_invitation e set folded = p.folded from directory.person p where p.personal_id = e.personal_id`,
  `update calendar.version set digest = md5(digest)`,
  `update services.rating set kiosk_name = (select kiosk_name from services.rating order by kiosk_name limit 1)`,
  // Units are kept in memory until somebody says that they changed.
  `select pg_notify('${rightsChannel}', '')`,
]

/** Types words of a person into the columns that nobody has typed into, past what the platform itself may change. */
export const typeEverywhere = (url: string): Promise<void> => runAll(url, [...typed.map(statementOf), ...rows])

/** Makes what was written past the platform seen by it. */
export const showWritten = (url: string): Promise<void> => runAll(url, afterwards)

function statementOf({ table, columns, beside, where = 'true' }: Typed): string {
  const set = [...columns.map((column) => `${column} = 'Lời của một người'`), ...(beside ? [beside] : [])]
  return `update ${table} set ${set.join(', ')} where ${where}`
}

async function runAll(url: string, statements: readonly string[]): Promise<void> {
  const line = new pg.Client({ connectionString: url })
  await line.connect()
  try {
    await line.query('set session_replication_role = replica')
    for (const statement of statements) {
      const { rowCount } = await line.query(statement)
      if (rowCount === 0) throw new Error(`nothing to type into: ${statement}`)
    }
  } finally {
    await line.end()
  }
}
