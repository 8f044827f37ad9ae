import { openHeads, startSealing } from '#engines/audit/index.ts'
import { verifyNew } from '#engines/audit/verification.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { answeredQuestion, askQuestion } from '../src/commands/testing/answered-question.ts'
import { fileTogether, marriage, thang, writeTogether } from '../src/commands/testing/co-applicants.ts'
import {
  completeProcedureOf,
  copyDraft,
  fileDossier,
  submit,
  walkTo,
  writeDraft,
} from '../src/commands/testing/story.ts'
import { districtRecord, nationalRecord } from '../src/commands/testing/catalogue-records.ts'
import { bringIn, honeycomb } from '../src/commands/testing/hexagons.ts'
import type { TestPlatform, Visitor } from '../src/commands/testing/test-platform.ts'
import type { Screen, Seat } from './screens.ts'

type People = Record<Seat, Visitor>

/** A province in which every screen has something to show. */
export interface Furnished {
  readonly people: People
  /** The address of a screen, with the ids of what was made for it. */
  pathOf(screen: Screen): string
}

/** Makes what the screens show: dossiers in every state, questions, plans, machines of a hall, drafts of procedures. */
export async function furnish(platform: TestPlatform): Promise<Furnished> {
  const made: Record<string, string> = {}
  const people: People = {
    nobody: platform.nobody,
    citizen: await platform.as('congdan'),
    invited: await platform.as('doanhnghiep'),
    counter: await platform.as('motcua.tinh'),
    accountant: await platform.as('ketoan.tinh'),
    specialist: await platform.as('chuyenvien.gtvt'),
    head: await platform.as('truongphong.gtvt'),
    leader: await platform.as('giamdoc.gtvt'),
    administrator: await platform.as('quantri'),
    ...(await machinesOfHall(platform, made)),
    controller: await platform.as('thutuc.tinh'),
  }
  const draft = await writeDraft(platform, people.citizen, '1.002809')
  const [sent = '', lacking = ''] = await copyDraft(platform, draft, 2)
  const appraised = await submit(people.citizen, sent)
  await walkTo(platform, appraised.id, 'appraise')
  // Somebody of another department asks to read it.
  const purpose = 'Đối chiếu với hồ sơ hộ tịch'
  const tuphap = await platform.as('chuyenvien.tuphap')
  await tuphap.call('POST', '/services/access/requests', { code: appraised.code, purpose })
  const asked = await submit(people.citizen, lacking)
  await walkTo(platform, asked.id, 'appraise')
  const pins = ['classes', 'papers.licence'].map((path) => ({ path, reason: 'Chưa đọc được' }))
  await people.specialist.call('POST', `/services/dossiers/${asked.id}/supplement`, { step: 'appraise', pins })
  const ready = await fileDossier(platform, people.citizen, '1.002809')
  await walkTo(platform, ready.id, 'deliver')
  const shared = await writeTogether(platform, people.citizen, marriage, { ...thang, page: 'groom' })
  const discarded = await writeTogether(platform, people.citizen, marriage, thang)
  await people.citizen.call('DELETE', `/services/drafts/${discarded.draft}`)
  const filed = await fileTogether(platform, people.citizen, people.invited)
  await platform.platform.connection.db.transaction((tx) =>
    publishProcedures(
      tx,
      [{ ...completeProcedureOf('1.002809'), fees: [], effective: { from: addDays(dateAt(new Date()), 30) } }],
      new Date(),
    ),
  )
  await platform.settle()
  const followed = (await people.citizen.call('GET', `/services/my/dossiers/${ready.id}`)).body
  const trail = (await people.administrator.call('GET', '/audit/entries?limit=1')).body
  const { connection, runner } = platform.platform
  const heads = await openHeads({
    dataDirectory: platform.directory,
    auditKeyFile: undefined,
    auditHeadsFile: undefined,
  })
  await startSealing({ db: connection.db, log: runner.log, heads }).stop()
  await verifyNew(connection.db, new Date())
  const plan = {
    title: 'Sắp xếp xã, huyện Lạng Giang',
    document: 'Nghị quyết 1/NQ',
    effectiveOn: addDays(dateAt(new Date()), 30),
    areas: [{ from: '07381', into: [{ area: '07393' }] }],
  }
  await bringIn(people.administrator, honeycomb(['07381', '07393', '07375']), '2021-01-01')
  const question = await answeredQuestion(people.citizen, people.head)
  await askQuestion(people.citizen, 'Tôi ở tỉnh khác chuyển về, có phải khám lại không?')
  const planned = (await people.administrator.call('POST', '/directory/reorganizations', { plan })).body
  const official = (await people.specialist.call('GET', '/identity/me')).body.person
  const held = (await people.administrator.call('GET', `/directory/officials/${official}`)).body.posts[0].appointmentId
  const effectiveOn = addDays(dateAt(new Date()), 3)
  const { body: transfer } = await people.administrator.call('POST', '/directory/transfers', {
    plan: { personId: official, effectiveOn, ends: [held] },
    decision: { document: '1312/QĐ-SNV', decidedOn: dateAt(new Date()) },
  })
  const { body: written } = await people.controller.call('POST', '/services/procedures/1.002809/drafts', {})
  await people.controller.call('PUT', `/services/procedure-drafts/${written.id}`, {
    revision: 1,
    edits: [{ do: 'set', path: 'form.pages.1.fields.0.when', value: { field: 'nowhere', is: true } }],
  })
  const { body: tried } = await people.controller.call('POST', '/services/procedures/1.001193/drafts', {})
  const { body: catalogue } = await people.administrator.call('POST', '/services/catalogues', {
    fileName: 'danh-muc.json',
    content: Buffer.from(JSON.stringify([nationalRecord(), districtRecord()])).toString('base64url'),
  })
  Object.assign(made, {
    written: written.id,
    tried: tried.id,
    draft,
    question: question.id,
    answered: question.code,
    catalogue: catalogue.id,
    effectiveOn,
    held,
    transfer: transfer.id,
    appraised: appraised.id,
    code: appraised.code,
    specialist: official,
    office: (await people.administrator.call('GET', '/directory/unit-tree')).body[0].id,
    asked: asked.id,
    ready: ready.id,
    paper: followed.result?.verificationCode,
    shared: shared.draft,
    invitation: shared.invitation,
    ended: discarded.invitation,
    filed: filed.id,
    entry: trail.rows?.[0]?.id ?? trail.entries?.[0]?.id,
    plan: planned.id,
    busiest: String((await people.head.call('GET', '/workflow/load')).body[0]?.key),
  })
  return {
    people,
    pathOf: ({ path }) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => made[name] ?? 'missing'),
  }
}

/** The head of the provincial centre and a machine of each kind in its hall; an officer sits at the first desk and serves. */
async function machinesOfHall(platform: TestPlatform, made: Record<string, string>) {
  const centreHead = await platform.as('giamdoc.motcua')
  const officer = await platform.as('motcua.tinh')
  const { desks } = (await officer.call('GET', '/queue/desk')).body
  const device = async (kind: string, deskId?: string) =>
    platform.withToken(
      (await centreHead.call('POST', '/queue/devices', { kind, name: `Máy ${kind}`, deskId })).body.token,
    )
  const [kiosk, board] = [await device('kiosk'), await device('board')]
  const serviceId = desks[0].services[0].id
  await officer.call('POST', `/queue/desks/${desks[0].id}/officer`, {})
  for (let count = 0; count < 3; count++) await kiosk.call('POST', '/queue/tickets', { serviceId })
  await officer.call('POST', '/queue/desk/call', {})
  made['bookable'] = serviceId
  const tablet = await device('tablet', desks[0].id)
  const lines = [{ label: 'Họ và tên', value: 'Thân Thị Bích Phượng' }]
  await officer.call('POST', '/queue/desk/confirmations', { title: 'Đổi giấy phép lái xe', lines })
  return { centreHead, kiosk, board, tablet }
}
