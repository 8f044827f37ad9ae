import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

let stage: Stage
let people: Record<
  | 'nobody'
  | 'citizen'
  | 'invited'
  | 'counter'
  | 'specialist'
  | 'head'
  | 'leader'
  | 'administrator'
  | 'centreHead'
  | 'kiosk'
  | 'board'
  | 'tablet'
  | 'controller',
  Visitor
>
/** Addresses that need something to exist first. */
const made: Record<string, string> = {}

beforeAll(async () => {
  stage = await openStage()
  const { test: platform } = stage
  people = {
    nobody: platform.nobody,
    citizen: await platform.as('congdan'),
    invited: await platform.as('doanhnghiep'),
    counter: await platform.as('motcua.tinh'),
    specialist: await platform.as('chuyenvien.gtvt'),
    head: await platform.as('truongphong.gtvt'),
    leader: await platform.as('giamdoc.gtvt'),
    administrator: await platform.as('quantri'),
    ...(await machinesOfHall(platform)),
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
  await stage.settle()
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
}, 120_000)
afterAll(() => stage.stop())

/** The head of the provincial centre and a machine of each kind in its hall; an officer sits at the first desk and serves. */
async function machinesOfHall(platform: Stage['test']) {
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
  return { centreHead, kiosk, board, tablet: await device('tablet', desks[0].id) }
}

interface Screen {
  readonly as: keyof typeof people
  readonly path: string
  readonly name: string
  /** Its picture in the guides. */
  readonly guide?: string
}

const portal: Screen[] = [
  { as: 'nobody', path: '/', name: 'trang-chu', guide: 'nguoi-dan-1-tim' },
  { as: 'nobody', path: '/thu-tuc?tim=khai+sinh', name: 'tim' },
  { as: 'nobody', path: '/thu-tuc?tim=khongcogi', name: 'tim-khong-thay' },
  { as: 'nobody', path: '/thu-tuc/1.002809', name: 'thu-tuc' },
  { as: 'nobody', path: '/tra-cuu', name: 'tra-cuu' },
  { as: 'nobody', path: '/tra-cuu?ma={code}&dt=0218', name: 'tra-cuu-thay' },
  { as: 'nobody', path: '/kiem-tra', name: 'kiem-tra' },
  { as: 'nobody', path: '/kiem-tra/{paper}', name: 'kiem-tra-thay' },
  { as: 'nobody', path: '/dat-hen', name: 'dat-hen' },
  { as: 'citizen', path: '/dat-hen/{bookable}', name: 'dat-hen-gio' },
  { as: 'citizen', path: '/trang-cua-toi/lich-hen', name: 'lich-hen' },
  { as: 'nobody', path: '/sanh', name: 'sanh' },
  { as: 'kiosk', path: '/sanh/lay-so', name: 'sanh-lay-so' },
  { as: 'kiosk', path: '/sanh/tra-cuu', name: 'sanh-tra-cuu' },
  { as: 'board', path: '/sanh/bang-goi-so', name: 'sanh-bang' },
  { as: 'tablet', path: '/sanh/o-quay', name: 'sanh-o-quay' },
  { as: 'nobody', path: '/so-lieu', name: 'so-lieu' },
  { as: 'nobody', path: '/hai-long', name: 'hai-long' },
  { as: 'nobody', path: '/danh-gia?ma=khongcogi', name: 'danh-gia-da-dung' },
  { as: 'nobody', path: '/hoi-dap?tim=kham+suc+khoe', name: 'hoi-dap-tim' },
  { as: 'nobody', path: '/hoi-dap/{answered}', name: 'hoi-dap-mot-cau' },
  { as: 'nobody', path: '/hoi-dap/gui?thu-tuc=1.002809', name: 'hoi-dap-gui' },
  { as: 'nobody', path: '/hoi-dap/gui?loai=to-cao', name: 'to-cao' },
  { as: 'nobody', path: '/hoi-dap/tra-cuu', name: 'hoi-dap-tra-cuu' },
  { as: 'citizen', path: '/trang-cua-toi/hoi-dap', name: 'viec-da-hoi' },
  { as: 'citizen', path: '/trang-cua-toi/hoi-dap/{question}', name: 'mot-viec-da-hoi' },
  { as: 'nobody', path: '/so-lieu/mau-06', name: 'so-lieu-mau-06' },
  { as: 'nobody', path: '/dang-nhap', name: 'dang-nhap' },
  { as: 'nobody', path: '/dang-ky', name: 'dang-ky' },
  { as: 'nobody', path: '/kha-nang-tiep-can', name: 'kha-nang-tiep-can' },
  { as: 'nobody', path: '/du-lieu-ca-nhan', name: 'du-lieu-ca-nhan' },
  { as: 'nobody', path: '/so-niem-phong', name: 'so-niem-phong', guide: 'kiem-toan-3-so-niem-phong' },
  { as: 'nobody', path: '/lap-trinh', name: 'lap-trinh' },
  { as: 'nobody', path: '/khong-co-trang-nay', name: 'khong-co' },
  { as: 'nobody', path: '/thu-tuc/9.999999', name: 'thu-tuc-khong-co' },
  { as: 'citizen', path: '/trang-cua-toi', name: 'trang-cua-toi' },
  { as: 'citizen', path: '/trang-cua-toi/tin-nhan', name: 'tin-nhan' },
  { as: 'citizen', path: '/trang-cua-toi/nhan-tin', name: 'nhan-tin' },
  { as: 'citizen', path: '/trang-cua-toi/ai-da-xem', name: 'ai-da-xem' },
  { as: 'citizen', path: '/trang-cua-toi/lam-thay', name: 'lam-thay' },
  { as: 'citizen', path: '/trang-cua-toi/bien-nhan', name: 'ma-bien-nhan' },
  { as: 'citizen', path: '/trang-cua-toi/thong-tin', name: 'thong-tin-cua-toi' },
  { as: 'citizen', path: '/trang-cua-toi/mat-khau', name: 'mat-khau-cua-toi' },
  { as: 'citizen', path: '/trang-cua-toi/ho-so/{appraised}', name: 'ho-so' },
  { as: 'citizen', path: '/trang-cua-toi/ho-so/{ready}', name: 'ho-so-xong' },
  { as: 'citizen', path: '/trang-cua-toi/ho-so/{appraised}/bien-nhan', name: 'bien-nhan' },
  { as: 'citizen', path: '/trang-cua-toi/ho-so/{appraised}/buu-dien', name: 'buu-dien' },
  { as: 'citizen', path: '/nop/{draft}/applicant', name: 'cau-hoi' },
  { as: 'citizen', path: '/nop/{draft}/licence', name: 'cau-hoi-nhieu-o' },
  { as: 'citizen', path: '/nop/{draft}/giay-to', name: 'giay-to' },
  { as: 'citizen', path: '/nop/{draft}/kiem-tra', name: 'kiem-tra-gui' },
  { as: 'citizen', path: '/nop/{shared}/nguoi-cung-nop', name: 'nguoi-cung-nop' },
  { as: 'citizen', path: '/nop/{shared}/groom', name: 'cau-hoi-cua-nguoi-khac' },
  { as: 'citizen', path: '/nop/{shared}/kiem-tra', name: 'kiem-tra-cung-nop' },
  { as: 'invited', path: '/trang-cua-toi', name: 'trang-cua-toi-duoc-moi' },
  { as: 'invited', path: '/trang-cua-toi/loi-moi/{invitation}', name: 'loi-moi' },
  { as: 'invited', path: '/trang-cua-toi/loi-moi/{invitation}/khai', name: 'loi-moi-khai' },
  { as: 'invited', path: '/trang-cua-toi/loi-moi/{ended}', name: 'loi-moi-da-bo' },
  { as: 'invited', path: '/trang-cua-toi/ho-so/{filed}', name: 'ho-so-cung-nop' },
]

const office: Screen[] = [
  { as: 'nobody', path: '/can-bo/dang-nhap', name: 'dang-nhap' },
  { as: 'specialist', path: '/can-bo', name: 'hop-viec' },
  { as: 'specialist', path: '/can-bo?hop=phong', name: 'hop-viec-phong' },
  { as: 'specialist', path: '/can-bo?chon={appraised}', name: 'hop-viec-chon' },
  { as: 'specialist', path: '/can-bo/ho-so', name: 'danh-sach' },
  { as: 'specialist', path: '/can-bo/giay-to', name: 'giay-to' },
  { as: 'specialist', path: '/can-bo/ho-so/{appraised}', name: 'ho-so' },
  { as: 'specialist', path: '/can-bo/ho-so/{ready}?xem=ket-qua', name: 'ho-so-ket-qua' },
  { as: 'specialist', path: '/can-bo/ho-so/{appraised}?xem=lich-su', name: 'ho-so-lich-su' },
  { as: 'specialist', path: '/can-bo/ho-so/{appraised}?xem=lien-quan', name: 'ho-so-lien-quan' },
  { as: 'specialist', path: '/can-bo/ho-so/{appraised}?xem=vi-sao', name: 'ho-so-vi-sao' },
  { as: 'specialist', path: '/can-bo/ho-so/{appraised}/bo-sung', name: 'bo-sung' },
  { as: 'head', path: '/can-bo/bao-cao?theo=procedure', name: 'bao-cao-mau-06' },
  { as: 'controller', path: '/can-bo/thu-tuc', name: 'quan-tri-thu-tuc', guide: 'chu-quy-trinh-1-danh-sach' },
  { as: 'controller', path: '/can-bo/thu-tuc/soan/{written}', name: 'soan-mo-ta' },
  {
    as: 'controller',
    path: '/can-bo/thu-tuc/soan/{written}?phan=bieu-mau&o=form.pages.1.fields.0',
    name: 'soan-bieu-mau',
  },
  { as: 'controller', path: '/can-bo/thu-tuc/soan/{written}?phan=giay-to&o=papers.0', name: 'soan-giay-to' },
  { as: 'controller', path: '/can-bo/thu-tuc/soan/{written}?phan=phi&o=fees.0', name: 'soan-phi' },
  { as: 'controller', path: '/can-bo/thu-tuc/soan/{written}?phan=ket-qua&o=results.0', name: 'soan-ket-qua' },
  {
    as: 'controller',
    path: '/can-bo/thu-tuc/soan/{tried}?phan=quy-trinh&o=process.steps.receive&thu=1',
    name: 'soan-quy-trinh-thu',
  },
  { as: 'controller', path: '/xem-thu/{tried}', name: 'xem-thu' },
  { as: 'head', path: '/can-bo/tai-viec', name: 'tai-viec', guide: 'lanh-dao-2-tai-viec' },
  { as: 'head', path: '/can-bo/tai-viec?nguoi={busiest}', name: 'tai-viec-nguoi' },
  { as: 'head', path: '/can-bo/ban-giao-viec/{transfer}', name: 'mot-ban-giao-viec' },
  { as: 'leader', path: '/can-bo/uy-quyen?nguoi=pho+giam+doc', name: 'uy-quyen' },
  { as: 'head', path: '/can-bo/xin-xem?ma={code}', name: 'xin-xem' },
  { as: 'specialist', path: '/can-bo/hoi-dap', name: 'hoi-dap' },
  { as: 'head', path: '/can-bo/hoi-dap/{question}', name: 'hoi-dap-mot-cau' },
  { as: 'head', path: '/can-bo/hoi-dap/dien-thoai', name: 'hoi-dap-dien-thoai' },
  { as: 'head', path: '/can-bo/hai-long', name: 'hai-long' },
  { as: 'specialist', path: '/can-bo/tin-nhan', name: 'tin-nhan' },
  { as: 'specialist', path: '/can-bo/mat-khau', name: 'mat-khau' },
  { as: 'specialist', path: '/can-bo/tai-khoan', name: 'tai-khoan' },
  { as: 'specialist', path: '/can-bo/phim-tat', name: 'phim-tat' },
  { as: 'specialist', path: '/can-bo/khong-co', name: 'khong-co' },
  { as: 'counter', path: '/can-bo/quay', name: 'quay' },
  { as: 'counter', path: '/can-bo/quay/goi-so', name: 'quay-goi-so' },
  { as: 'centreHead', path: '/can-bo/trung-tam', name: 'trung-tam' },
  { as: 'centreHead', path: '/can-bo/trung-tam/thoi-gian', name: 'trung-tam-thoi-gian' },
  { as: 'centreHead', path: '/can-bo/trung-tam/viec?quay=moi', name: 'trung-tam-viec' },
  { as: 'centreHead', path: '/can-bo/trung-tam/may', name: 'trung-tam-may' },
  { as: 'counter', path: '/can-bo/quay?thu-tuc=1.002809', name: 'quay-tiep-nhan' },
  { as: 'counter', path: '/can-bo/quay?cach=truc-tuyen', name: 'quay-ho-tro-chon' },
  { as: 'counter', path: '/can-bo/quay?thu-tuc=1.001193&cach=truc-tuyen', name: 'quay-ho-tro-nop' },
  { as: 'counter', path: '/can-bo/quay?thu-tuc=1.000894&cach=truc-tuyen', name: 'quay-cung-nop' },
  { as: 'counter', path: '/can-bo/quay/truc-tuyen', name: 'quay-truc-tuyen' },
  { as: 'counter', path: '/can-bo/quay/da-nhan/{appraised}', name: 'quay-da-nhan' },
  { as: 'counter', path: '/can-bo/quay/ho-so/{asked}/bo-sung', name: 'quay-bo-sung' },
  { as: 'counter', path: '/can-bo/quay/ho-so/{asked}/rut', name: 'quay-rut' },
  { as: 'counter', path: '/can-bo/quay/tai-khoan/giam-ho', name: 'quay-giam-ho' },
  { as: 'counter', path: '/can-bo/quay/tai-khoan', name: 'quay-tai-khoan' },
  { as: 'counter', path: '/can-bo/ban-giao', name: 'quay-ban-giao' },
  { as: 'counter', path: '/can-bo/buu-dien', name: 'buu-dien' },
  { as: 'counter', path: '/can-bo/quay/mat-mang', name: 'quay-mat-mang' },
  { as: 'counter', path: '/can-bo/tra-ket-qua', name: 'quay-tra-ket-qua' },
  { as: 'counter', path: '/can-bo/tra-ket-qua/{ready}', name: 'quay-tra' },
  { as: 'counter', path: '/can-bo/tra-ket-qua/{ready}/cham-diem', name: 'quay-cham-diem' },
  { as: 'counter', path: '/can-bo/so-theo-doi', name: 'quay-so' },
  { as: 'administrator', path: '/quan-tri', name: 'quan-tri' },
  { as: 'administrator', path: '/quan-tri/to-chuc', name: 'quan-tri-to-chuc', guide: 'quan-tri-1-to-chuc' },
  { as: 'administrator', path: '/quan-tri/to-chuc/nhap', name: 'quan-tri-nhap-to-chuc' },
  { as: 'administrator', path: '/quan-tri/to-chuc/ranh-gioi?dia-ban=07381', name: 'quan-tri-ranh-gioi' },
  { as: 'administrator', path: '/quan-tri/thu-tuc/cong-khai', name: 'quan-tri-cong-khai' },
  { as: 'administrator', path: '/quan-tri/thu-tuc/danh-muc', name: 'quan-tri-danh-muc' },
  { as: 'administrator', path: '/quan-tri/thu-tuc/danh-muc/{catalogue}', name: 'quan-tri-mot-danh-muc' },
  { as: 'administrator', path: '/quan-tri/thu-tuc/danh-muc/{catalogue}/1', name: 'quan-tri-mot-ban-ghi' },
  { as: 'administrator', path: '/quan-tri/sap-xep', name: 'quan-tri-sap-xep' },
  { as: 'administrator', path: '/quan-tri/sap-xep/moi', name: 'quan-tri-phuong-an-moi' },
  { as: 'administrator', path: '/quan-tri/sap-xep/{plan}', name: 'quan-tri-mot-dot-sap-xep' },
  { as: 'administrator', path: '/quan-tri/sap-xep/{plan}?xem=nguoi', name: 'quan-tri-nguoi-ve-dau' },
  { as: 'administrator', path: '/quan-tri/sap-xep/{plan}?xem=ban-do', name: 'quan-tri-ban-do-sap-xep' },
  { as: 'administrator', path: '/quan-tri/tai-khoan?tim=nguyen', name: 'quan-tri-tai-khoan' },
  {
    as: 'administrator',
    path: '/quan-tri/can-bo/{specialist}?quyet-dinh=1&hieu-luc={effectiveOn}&thoi={held}&tim=kinh+te',
    name: 'quan-tri-mot-can-bo',
  },
  { as: 'administrator', path: '/quan-tri/dieu-dong/{transfer}', name: 'quan-tri-mot-quyet-dinh' },
  { as: 'administrator', path: '/quan-tri/tai-khoan/gop', name: 'quan-tri-gop-tai-khoan' },
  { as: 'administrator', path: '/quan-tri/he-thong?don-vi=SGTVT', name: 'quan-tri-he-thong' },
  { as: 'administrator', path: '/quan-tri/may?don-vi=SGTVT', name: 'quan-tri-may' },
  {
    as: 'administrator',
    path: '/quan-tri/quyen?nguoi={specialist}&tim=Chuy%C3%AAn+vi%C3%AAn&ho-so={code}',
    name: 'quan-tri-quyen',
    guide: 'quan-tri-5-quyen',
  },
  { as: 'administrator', path: '/quan-tri/xem-thay?nguoi={specialist}&ten=A', name: 'quan-tri-xem-thay' },
  { as: 'administrator', path: '/quan-tri/thu-tuc', name: 'quan-tri-thu-tuc' },
  { as: 'administrator', path: '/quan-tri/thu-tuc/1.002809', name: 'quan-tri-mot-thu-tuc' },
  {
    as: 'administrator',
    path: '/quan-tri/thu-tuc/1.002809?phan=so-sanh&ban=2',
    name: 'quan-tri-so-sanh',
  },
  { as: 'administrator', path: '/quan-tri/lich', name: 'quan-tri-lich' },
  {
    as: 'administrator',
    path: '/quan-tri/lich?nam=2027&loai=holiday&ngay=2027-03-08&ten=Th%E1%BB%AD&van-ban=1%2FTB&ly-do=Th%E1%BB%AD',
    name: 'quan-tri-khai-ngay',
  },
  { as: 'administrator', path: '/quan-tri/gio-lam-viec?don-vi={office}', name: 'quan-tri-gio-lam-viec' },
  { as: 'administrator', path: '/quan-tri/mau-in', name: 'quan-tri-mau-in' },
  { as: 'administrator', path: '/quan-tri/tin-nhan', name: 'quan-tri-tin-bao' },
  {
    as: 'administrator',
    path: '/quan-tri/tin-nhan/mau?chon=dossier.received++2020-01-01',
    name: 'quan-tri-mau-tin',
  },
  { as: 'administrator', path: '/quan-tri/tin-nhan/chi-phi', name: 'quan-tri-chi-phi-tin' },
  { as: 'administrator', path: '/quan-tri/viec-nen', name: 'quan-tri-viec-nen' },
  { as: 'administrator', path: '/quan-tri/cong-quoc-gia', name: 'quan-tri-cong-quoc-gia' },
  { as: 'administrator', path: '/quan-tri/nhat-ky', name: 'quan-tri-nhat-ky', guide: 'quan-tri-9-nhat-ky' },
  { as: 'administrator', path: '/quan-tri/nhat-ky?ai=nguyen', name: 'quan-tri-nhat-ky-nguoi' },
  {
    as: 'administrator',
    path: '/quan-tri/nhat-ky?doi-tuong=dossier:{appraised}',
    name: 'quan-tri-nhat-ky-ho-so',
    guide: 'kiem-toan-1-tra-cuu',
  },
  {
    as: 'administrator',
    path: '/quan-tri/nhat-ky/{entry}',
    name: 'quan-tri-mot-dong',
    guide: 'kiem-toan-2-bang-chung',
  },
]

const pathOf = ({ path }: Screen): string => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => made[name] ?? 'missing')

/** One browser context a person and size, kept from screen to screen. */
const seats = new Map<string, Promise<Person>>()
function seat(as: Screen['as'], screen: 'phone' | 'desk' | 'office'): Promise<Person> {
  const key = `${as} ${screen}`
  const taken = seats.get(key) ?? stage.enter({ screen, as: people[as] })
  seats.set(key, taken)
  return taken
}

/** What axe finds, one line for each kind of fault with the first place. */
async function faultsOf(person: Person, tags: readonly string[] = rules): Promise<string[]> {
  await person.page.evaluate(axe)
  return person.page.evaluate(async (runOnly) => {
    const run = (
      globalThis as unknown as {
        axe: {
          run(
            context: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
        }
      }
    ).axe.run
    const { violations } = await run(document, { runOnly, resultTypes: ['violations'], iframes: false })
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    )
  }, tags)
}

/** The page as the server sent it carries no style attribute: the policy would refuse it. */
async function styleAttributes(person: Person, path: string): Promise<string[]> {
  const html = await (await person.page.request.get(path)).text()
  return html.match(/<[^>]*\sstyle="[^"]*"/g)?.slice(0, 3) ?? []
}

describe.each(portal)('the portal: $name', { timeout: 60_000 }, (screen) => {
  test('has a title, fits a narrow phone, complains of nothing, and keeps to WCAG 2.2 AA', async () => {
    const path = pathOf(screen)
    const phone = await seat(screen.as, 'phone')
    await phone.goTo(path)
    await phone.picture(`portal/${screen.name}-360`, true)
    await phone.page.setViewportSize({ width: 320, height: 640 })
    const tooWide = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    // What is hidden from eyes must not make the page longer than what is seen of it.
    const belowEnd = await phone.page.evaluate(() => {
      const end = Math.ceil(document.body.getBoundingClientRect().bottom + scrollY)
      return Math.max(0, document.documentElement.scrollHeight - Math.max(end, innerHeight))
    })
    await phone.page.setViewportSize({ width: 360, height: 740 })
    const desk = await seat(screen.as, 'desk')
    await desk.goTo(path)
    await desk.picture(`portal/${screen.name}-1280`)
    if (screen.guide) await desk.showGuides(screen.guide)
    expect({
      tooWide,
      belowEnd,
      title: await phone.page.title(),
      styles: await styleAttributes(phone, path),
      faults: await faultsOf(desk),
      complaints: [...phone.complaints.splice(0), ...desk.complaints.splice(0)],
    }).toEqual({
      tooWide: 0,
      belowEnd: 0,
      title: expect.stringMatching(/\S.* – |Cổng Dịch vụ công/) as string,
      styles: [],
      faults: [],
      complaints: [],
    })
  })
})

describe.each(office.filter(({ as }) => as === 'counter'))('the counter on a phone: $name', (screen) => {
  test('scrolls down only, lists and forms too', { timeout: 60_000 }, async () => {
    const phone = await seat(screen.as, 'phone')
    await phone.goTo(pathOf(screen))
    await phone.picture(`office/${screen.name}-360`, true)
    const tooWide = await phone.page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.pane-body, .block')]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.className),
    )
    expect(tooWide).toEqual([])
  })
})

describe.each(office)('the office: $name', { timeout: 60_000 }, (screen) => {
  test('has a title, complains of nothing, and keeps to WCAG 2.2 AA, its colours also in the dark', async () => {
    const path = pathOf(screen)
    const desk = await seat(screen.as, 'office')
    await desk.goTo(path)
    await desk.picture(`office/${screen.name}`)
    if (screen.guide) await desk.showGuides(screen.guide)
    const faults = await faultsOf(desk)
    // Colours on their way from light to dark are seen by nobody for long.
    await desk.page.emulateMedia({ reducedMotion: 'reduce' })
    await desk.page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    expect({
      title: await desk.page.title(),
      styles: await styleAttributes(desk, path),
      faults,
      inTheDark: await faultsOf(desk, ['color-contrast']),
      complaints: desk.complaints.splice(0),
    }).toEqual({
      title: expect.stringMatching(/\S/) as string,
      styles: [],
      faults: [],
      inTheDark: [],
      complaints: [],
    })
  })
})
