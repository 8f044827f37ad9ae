import { randomUUID } from 'node:crypto'
import type { ListedOperation } from '#engines/list-operations.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { anotherCitizen, marriage, thang, writeTogether } from './co-applicants.ts'
import { owe } from './payments.ts'
import { openDraft } from './procedure-drafts.ts'
import { done, fileDossier, licenceExchange, openTasksOf, walkTo, writeDraft } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** What the parameters of a path name, by the beginning of the path. */
export type Objects = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * One real object of every kind that a path can name, each of somebody: papers and money of `congdan`, work at the counter of the
 * province, in the department of transport and in its division. `moved` is the login of whom a transfer is planned for, `written` the code
 * of the procedure that a draft is opened of.
 */
export async function makeObjects(
  test: TestPlatform,
  { moved = 'chuyenvien.gtvt', written = licenceExchange } = {},
): Promise<Objects> {
  const citizen = await test.as('congdan')
  const counter = await test.as('motcua.tinh')
  const first = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row> => {
    const [row] = await test.query<Row>(text, values)
    if (row === undefined) throw new Error(`nothing: ${text}`)
    return row
  }
  const idOf = async (text: string, ...values: readonly unknown[]) => (await first<{ id: string }>(text, values)).id
  const made = (into: string, columns: string, select: string, ...values: readonly unknown[]) =>
    idOf(`insert into ${into} (id, ${columns}) select gen_random_uuid(), ${select} returning id`, ...values)

  const draft = await writeDraft(test, citizen, licenceExchange)
  const draftPaper = await idOf(`select file_id as id from services.draft_paper where draft_id = $1 limit 1`, draft)
  const filed = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, filed.id, 'appraise')
  const [task] = await openTasksOf(test, filed.id)
  const taskId = await idOf(`select id from workflow.task where subject_id = $1 and is_open`, filed.id)
  const handover = await handOver(counter, filed.id)
  const asked = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, asked.id, 'appraise')
  const specialist = await test.asHolderOf(task?.assignee as number)
  const pins = [{ path: 'papers.licence', reason: 'Ảnh mờ' }]
  done(await specialist.call('POST', `/services/dossiers/${asked.id}/supplement`, { step: 'appraise', pins }))
  const together = await writeTogether(test, citizen, marriage, thang)
  const paperOf = await idOf(`select file_id as id from services.dossier_paper where dossier_id = $1 limit 1`, filed.id)

  const person = `(select person_id from identity.account where login = 'congdan')`
  const post = (login: string) =>
    `(select a.post_id from directory.appointment a join identity.account c on c.person_id = a.person_id
      where c.login = '${login}' and (a.valid_to is null or a.valid_to > current_date) limit 1)`
  const unit = (code: string) => `(select id from directory.unit where code = '${code}')`
  const account = await idOf(`select id from identity.account where login = 'chuyenvien.gtvt'`)

  const counterDraft = randomUUID()
  const typed = { code: licenceExchange, post: 'reason=damaged', applicantName: 'Nguyễn Văn An' }
  done(await counter.call('PUT', `/services/counter-drafts/${counterDraft}`, typed))
  const order = await owe(test)
  const mandate = done(
    await citizen.call('POST', '/directory/mandates', {
      holderName: thang.name,
      holderNumber: thang.personalId,
      may: ['file'],
      until: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    }),
  ).id as string
  await test.query(
    `insert into services.rating (dossier_id, mark, rated_at) values ($1, 1, now()) on conflict do nothing`,
    [filed.id],
  )
  await test.query(
    `insert into services.low_mark (dossier_id, unit_id, unit_key, opened_at, due)
      select $1, id, key, now(), now() + interval '9 days' from directory.unit where code = 'SGTVT.QLVT'`,
    [filed.id],
  )
  await test.query(
    `insert into identity.passkey (id, account_id, name, public_key, counter, transports, added_at)
      values ('khoa-cua-nguoi-khac', $1, 'Khóa', '\\x00', 0, '{}', now())`,
    [account],
  )
  const administrator = await test.as('quantri')
  const appointment = await first<{ id: string; person: string }>(
    `select id, person_id as person from directory.appointment where post_id = ${post(moved)} and valid_to is null`,
  )
  const today = dateAt(new Date())
  const transfer = done(
    await administrator.call('POST', '/directory/transfers', {
      plan: { personId: appointment.person, effectiveOn: addDays(today, 9), ends: [appointment.id] },
      decision: { document: '9/QĐ-SGTVT', decidedOn: today },
    }),
  ).id as string
  await test.query(
    `insert into workflow.task_handover (transfer_id, task_id, from_key, from_unit_id, to_key, given_at)
      select $1, id, assignee, unit_id, assignee, now() from workflow.task where id = $2`,
    [transfer, taskId],
  )
  const desk = await first<{ id: string; centre: string }>(
    `select id, centre_id as centre from queue.desk d where not exists (
      select from queue.confirmation c where c.desk_id = d.id and c.state = 'shown') order by number limit 1`,
  )
  const ticket = await idOf(
    `select id from queue.ticket where centre_id = $1 order by taken_at desc limit 1`,
    desk.centre,
  )
  const owner = unit('SGTVT')
  const machine = await made(
    'identity.service_account',
    'name, owner_id, contact, purpose, permissions, reach, created_at',
    `'Máy của Sở', ${owner}, 'ai đó', 'thử máy', '{directory.read}', 'unit', now()`,
  )
  const postal = await made(
    'services.postal_order',
    'dossier_id, kind, step, state, recipient, address, list_id, list_number, asked_at, moved_at',
    `$1, 'delivery', 'deliver', 'with-post', 'Ai đó', 'Thôn Hạ', gen_random_uuid(), '0001/2020', now(), now()`,
    filed.id,
  )
  const receipt = await idOf(
    `select r.id from payments.receipt r join payments.attempt a on a.id = r.attempt_id
      join payments.payment_order o on o.id = a.order_id where o.collector_id = ${unit('TTPVHCC')} order by r.id limit 1`,
  )
  const sessions = done(await citizen.call('GET', '/identity/sessions')) as { handle: string }[]

  return {
    '/services/drafts/{id}': { id: draft, fileId: draftPaper, page: 'reason' },
    '/services/drafts/{id}/co-applicants': { id: together.draft, coApplicantId: together.invitation },
    '/services/my/dossiers/{id}': { id: filed.id },
    '/services/my/dossiers/{id}/supplement': { id: asked.id },
    '/services/my/dossiers/{id}/pick-up': { id: filed.id },
    '/services/invitations/{id}': { id: together.invitation },
    '/services/invitations/{id}/end': {
      id: await made(
        'services.ended_invitation',
        'personal_id, folded, writer_id, version_id, how, ended_at',
        `'${thang.personalId}', 'ngo van thang', ${person}, version_id, 'expired', now() from services.draft where id = $1`,
        draft,
      ),
    },
    '/services/dossiers/{id}': { id: filed.id, fileId: paperOf, form: 'receipt-slip', step: 'appraise' },
    '/services/dossiers/{id}/counter-supplement': { id: asked.id },
    '/national-portal/dossiers/{id}': { id: filed.id },
    '/reporting/forecasts/{id}': { id: filed.id },
    '/services/handovers/{id}': { id: handover },
    '/services/counter-drafts/{id}': { id: counterDraft, paper: 'licence' },
    '/services/postal-orders/{id}': { id: postal },
    '/services/postal-lists/{id}': {
      id: await idOf(`select list_id as id from services.postal_order where id = $1`, postal),
    },
    '/services/low-marks/{id}': { id: filed.id },
    '/services/access/requests/{id}': {
      id: await made(
        'services.access_request',
        'code, dossier_id, unit_id, post_id, person_id, purpose, asked_at',
        `$1, $2, ${unit('SGTVT.QLVT')}, ${post('chuyenvien.tuphap')}, ${person}, 'Xem thử', now()`,
        filed.code,
        filed.id,
      ),
    },
    '/services/procedure-drafts/{id}': {
      id: await openDraft(await test.as('thutuc.tinh'), written),
      number: 0,
    },
    '/payments/orders/{id}': { id: order.id },
    '/payments/returns/{reference}': { reference: order.reference },
    '/payments/receipts/{id}': { id: receipt },
    '/payments/receipts/{receiptId}': { receiptId: receipt },
    '/payments/desk/receipts/{id}': { id: receipt },
    '/payments/refunds/{id}': {
      id: await made(
        'payments.refund',
        'attempt_id, cause, about, amount, owed_at',
        `attempt_id, 'paid-twice', 'thử', 1000, now() from payments.receipt where id = $1`,
        receipt,
      ),
    },
    '/payments/closings/{id}': {
      id: await idOf(`select id from payments.desk_closing where unit_id = ${unit('TTPVHCC')} limit 1`),
    },
    '/payments/beneficiaries/{unitId}': { unitId: await idOf(`select ${unit('TTPVHCC')} as id`) },
    '/files/{id}': { id: await test.upload(citizen) },
    '/directory/mandates/{id}': { id: mandate },
    '/directory/delegations/{id}': {
      id: await made(
        'directory.delegation',
        'from_post_id, to_post_id, kind, valid_from, valid_to, created_by',
        `${post('truongphong.gtvt')}, ${post('chuyenvien.gtvt')}, 'delegation', current_date - 1, current_date + 9, 'test'`,
      ),
    },
    '/directory/transfers/{id}': { id: transfer },
    '/directory/officials/{id}': {
      id: await idOf(`select person_id as id from identity.account where id = $1`, account),
    },
    '/directory/posts/{postId}': { postId: await idOf(`select ${post('chuyenvien.gtvt')} as id`) },
    '/directory/units/{id}': { id: await idOf(`select ${unit('SGTVT.QLVT')} as id`) },
    '/directory/units/{unitId}': { unitId: await idOf(`select ${unit('SGTVT.QLVT')} as id`) },
    '/directory/appointments/{id}': { id: appointment.id },
    '/directory/imports/{id}': {
      id: done(
        await administrator.call('POST', '/directory/imports', {
          fileName: 'a.csv',
          content: Buffer.from('Mã đơn vị,Chức năng,Số vị trí,Từ ngày\nSGTVT,Chuyên viên,1,01/01/2027\n').toString(
            'base64url',
          ),
        }),
      ).id,
    },
    '/identity/accounts/{id}': { id: account },
    '/identity/sessions/{handle}': { handle: sessions[0]?.handle },
    '/identity/factors/passkeys/{id}': { id: 'khoa-cua-nguoi-khac' },
    '/identity/posts/{postId}': { postId: await idOf(`select ${post('chuyenvien.gtvt')} as id`) },
    '/identity/machines/{id}': { id: machine },
    '/identity/clients/{id}': {
      id: await made(
        'identity.client',
        'name, owner_id, people, redirect_uris, post_logout_uris, scopes, public_keys, created_at',
        `'Hệ thống của Sở', ${owner}, 'staff', '{https://a.example/}', '{}', '{}', '{"keys":[]}', now()`,
      ),
    },
    '/identity/tokens/{id}': {
      id: await made(
        'identity.api_token',
        'service_id, name, token_hash, permissions, created_at, expires_at',
        `$1, 'Mã', '\\x01', '{directory.read}', now(), now() + interval '9 days'`,
        machine,
      ),
    },
    '/calendar/hours/{id}': {
      id: await made(
        'calendar.office_hours',
        'unit_id, first_day, document, reason, declared_at, declared_by',
        `${owner}, '2027-01-04', '1/QĐ', 'thử', now(), 'test'`,
      ),
    },
    '/workflow/tasks/{id}': { id: taskId },
    '/workflow/handovers/{transferId}': { transferId: transfer },
    '/workflow/load/{key}': { key: String(task?.assignee) },
    '/queue/desks/{id}': { id: desk.id },
    '/queue/tickets/{id}': { id: ticket },
    '/queue/confirmations/{id}': {
      id: await made(
        'queue.confirmation',
        'desk_id, officer_id, title, lines, state, shown_at',
        `$1, id, 'Đúng không', '[]', 'shown', now() from identity.account where login = 'motcua.tinh'`,
        desk.id,
      ),
    },
    '/queue/appointments/{id}': {
      id: await made(
        'queue.appointment',
        'code, service_id, person_id, at, place, state, booked_at',
        `'ABCD2345', id, ${person}, now() + interval '2 days', 1, 'booked', now() from queue.service limit 1`,
      ),
    },
    '/queue/devices/{id}': {
      id: await made(
        'queue.device',
        'centre_id, kind, name, token_hash, created_at, created_by',
        `$1, 'kiosk', 'Kiosk', '\\x02', now(), 'test'`,
        desk.centre,
      ),
    },
    '/petitions/mine/{id}': { id: await petition(test, citizen) },
    '/petitions/{id}': { id: await petition(test, citizen), fileId: draftPaper },
  }
}

/** What the parameters of the path of an operation name: the row with the longest beginning. */
export function objectIn(objects: Objects, { path }: ListedOperation): Objects[string] | undefined {
  const [longest] = Object.keys(objects)
    .filter((start) => path === start || path.startsWith(`${start}/`))
    .toSorted((one, other) => other.length - one.length)
  return longest === undefined ? undefined : objects[longest]
}

/** The counter hands the papers of a dossier over to whoever works on it; answers the id of the list. */
async function handOver(counter: Visitor, dossier: string): Promise<string> {
  const ready = done(await counter.call('GET', '/services/handovers/ready')) as {
    dossierId: string
    toUnitId: string
  }[]
  const toUnitId = ready.find((one) => one.dossierId === dossier)?.toUnitId
  return done(await counter.call('POST', '/services/handovers', { toUnitId, dossierIds: [dossier] })).id as string
}

async function petition(test: TestPlatform, citizen: Visitor): Promise<string> {
  const { code } = done(
    await citizen.call('POST', '/petitions', {
      kind: 'question',
      title: 'Hỏi về giấy phép lái xe',
      body: 'Đổi giấy phép lái xe thì cần những giấy gì?',
      procedureCode: licenceExchange,
      fullName: 'Thân Thị Bích Phượng',
      phone: '0979000218',
      mayPublish: false,
    }),
  ) as { code: string }
  const [row] = await test.query<{ id: string }>(`select id from petitions.petition where code = $1`, [code])
  return row?.id as string
}

/** A citizen to whom none of them is. */
export const strangerAmongCitizens = async (test: TestPlatform): Promise<Visitor> =>
  (await anotherCitizen(test, 3)).visitor
