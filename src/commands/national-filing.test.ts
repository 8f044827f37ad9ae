import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleLicence, samplePromotion } from '#sandbox/national-portal/samples.ts'
import { dateAt } from '#values/plain-date.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { doNextStep } from './testing/settle-dossier.ts'
import { completeProcedureOf, done } from './testing/story.ts'

let linked: Linked<SimulatedNationalPortal>

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0))
}, 120_000)
afterAll(() => linked.stop())

interface Row {
  readonly state: string
  readonly dossierId: string
  readonly error: string | null
  readonly unread: { field: string; value: string; why: string }[]
}

const rowOf = async (code: string): Promise<Row | undefined> =>
  (
    await linked.test.query<Row>(
      `select state, dossier_id as "dossierId", error, unread from national_portal.incoming where code = $1`,
      [code],
    )
  )[0]

async function arrived(code: string): Promise<Row> {
  await linked.until(async () => !['fetched', undefined].includes((await rowOf(code))?.state))
  return (await rowOf(code)) as Row
}

const statuses = (code: string) =>
  (linked.portal.kept.dossiers.get(code)?.statuses ?? []).map((one) => one['TrangThai'])

test(
  'a driving licence exchange that was filed there is a dossier here once, with its answers, papers and applicant',
  { timeout: 120_000 },
  async () => {
    linked.portal.faults.givesTwice = true
    linked.portal.file(sampleLicence('G22.99-201123-000001', linked.portal.url))
    const { state, dossierId, unread, error } = await arrived('G22.99-201123-000001')
    expect({ state, error }).toEqual({ state: 'filed', error: null })
    const counter = await linked.test.as('motcua.tinh')
    const { body } = await counter.call('GET', `/services/dossiers/${dossierId}`)
    expect(body).toMatchObject({ procedureCode: '1.002809', channel: 'online', applicantName: 'Lương Thị Mận' })
    const [dossier] = await linked.test.query<{ answers: object; papers: number }>(
      `select answers, (select count(*)::int from services.dossier_paper p where p.dossier_id = d.id) as papers from services.dossier d where id = $1`,
      [dossierId],
    )
    expect(dossier).toMatchObject({
      papers: 3,
      answers: {
        applicant: { fullName: 'Lương Thị Mận', birthDate: '1990-02-14', sex: 'female', phone: '0987000112' },
        reason: 'damaged',
        classes: ['A1', 'B2'],
        issuedOn: '2015-05-20',
        receiveBy: 'counter',
      },
    })
    // What has no place here is kept and told, never lost.
    expect(unread.map(({ field }) => field)).toEqual(['NguonThongTin', 'ANH'])
    const path = `/national-portal/dossiers/${dossierId}/filing`
    expect(done(await counter.call('GET', path)).filing).toMatchObject({
      code: 'G22.99-201123-000001',
      unread: [{ value: 'VNeID' }, {}],
    })
    expect((await (await linked.test.as('motcua.xa')).call('GET', path)).status).toBe(404)
    await linked.until(() => statuses('G22.99-201123-000001').length > 0)
    const [all] = await linked.test.query<{ count: number }>(
      `select count(*)::int from services.dossier where applicant_name = 'Lương Thị Mận'`,
    )
    expect(all?.count).toBe(1)
    linked.portal.faults.givesTwice = false
  },
)

/** Everyone who has a step of it does theirs, until it has ended. */
async function settleAll(id: string): Promise<void> {
  for (;;) {
    const [dossier] = await linked.test.query<{ code: string; status: string }>(
      `select procedure_code as code, status from services.dossier where id = $1`,
      [id],
    )
    if (dossier === undefined || dossier.status === 'ended') return
    await doNextStep(linked.test, id, completeProcedureOf(dossier.code))
  }
}

test(
  'a promotion notice goes all the way, and each status goes back under its number there',
  { timeout: 120_000 },
  async () => {
    const code = 'G22.99-201124-000002'
    linked.portal.file(samplePromotion(code, linked.portal.url, dateAt(new Date())))
    const { state, error, dossierId, unread } = await arrived(code)
    expect({ state, error }).toEqual({ state: 'filed', error: null })
    expect(unread.map(({ field }) => field)).toEqual(['MaChienDich'])
    await linked.until(() => statuses(code).includes('1'))
    await settleAll(dossierId)
    await linked.untilTold()
    linked.pass(20_000)
    await linked.untilTold()
    expect(statuses(code).at(-1)).toBe('11')
    expect(linked.portal.kept.dossiers.get(code)?.record).toMatchObject({
      TrangThaiHoSo: '11',
      NoiNopHoSo: '1',
      LoaiDoiTuong: '2',
    })
    expect(linked.portal.kept.dossiers.get(code)?.statuses.at(-1)).toMatchObject({
      MaHoSoDonVi: expect.stringMatching(/^H02/),
      TaiLieuXuLy: [{ DuongDanTaiTepTin: expect.stringContaining('/cong-quoc-gia/ho-so/') }],
    })
    expect(linked.portal.kept.dossiers.get(code)?.progress.map((one) => one['TrangThai'])).toEqual([
      '2',
      '4',
      '4',
      '4',
      '9',
      '11',
    ])
  },
)

test.each([
  ['a driving licence exchange', 'G22.99-201123-000001', '10'],
  ['a promotion notice', 'G22.99-201124-000002', '11'],
])(
  'that the last status of %s is held otherwise there is found by asking, and told again by one repair',
  { timeout: 120_000 },
  async (_, code, last) => {
    const { dossierId } = (await rowOf(code)) as Row
    await settleAll(dossierId)
    await linked.untilTold()
    linked.pass(20_000)
    await linked.untilTold()
    const held = () => linked.portal.kept.dossiers.get(code)?.record['TrangThaiHoSo']
    expect(held()).toBe(last)
    const operator = await linked.test.as('ketnoi.quocgia')
    const check = async () => {
      done(await operator.call('POST', '/national-portal/checks', {}))
      await linked.untilTold()
    }
    await check()
    const differing = async () =>
      done(await operator.call('GET', '/national-portal/differences?cause=status-differs')).rows
    expect(await differing()).toEqual([])
    // Its record is compared and told no more; a status that is told afterwards is kept as another.
    linked.pass(1000)
    linked.portal.faults.altersStatuses = true
    await linked.test.query(
      `update national_portal.delivery set state = 'waiting', wanted = wanted + 1, digest = null, next_at = now() where dossier_id = $1 and kind = 'status'`,
      [dossierId],
    )
    await linked.untilTold()
    linked.portal.faults.altersStatuses = false
    expect([held(), statuses(code).at(-1)]).toEqual(['4', '4'])
    await check()
    expect(await differing()).toMatchObject([
      { fields: expect.arrayContaining([{ field: 'TrangThaiHoSo', ours: last, theirs: '4', isSame: false }]) },
    ])
    const toldStatuses = () => linked.portal.calls.get('DongBoTrangThaiHoSo') ?? 0
    const before = toldStatuses()
    expect(done(await operator.call('POST', '/national-portal/repairs', { cause: 'status-differs' }))).toEqual({
      count: 1,
    })
    await linked.untilTold()
    expect([held(), toldStatuses(), await differing()]).toEqual([last, before + 1, []])
  },
)

test(
  'what cannot be filed here waits for a person with the reason in words, and holds up nothing else',
  { timeout: 120_000 },
  async () => {
    const strange = { ...sampleLicence('G22.99-201125-000003', linked.portal.url), MaTTHC: '9.999999' }
    linked.portal.file(strange)
    linked.portal.file({ ...sampleLicence('G22.99-201125-000004', linked.portal.url), HoTen: 'Người Khác' })
    linked.portal.file({ ...sampleLicence('G22.99-201125-000005', linked.portal.url), SoDinhDanh: '024190007789' })
    expect(await arrived('G22.99-201125-000003')).toMatchObject({
      state: 'needs-look',
      error: expect.stringContaining(''),
    })
    expect(await arrived('G22.99-201125-000004')).toMatchObject({ state: 'needs-look' })
    expect((await arrived('G22.99-201125-000005')).state).toBe('filed')
    const operator = await linked.test.as('quantri')
    const listed = async () =>
      done(await operator.call('GET', '/national-portal/filings?state=needs-look'))
        .rows.map((one: { code: string }) => one.code)
        .toSorted()
    expect(await listed()).toEqual(['G22.99-201125-000003', 'G22.99-201125-000004'])
    // Somebody mended why, here: it is taken as it came, and filed.
    await linked.test.query(`update directory.person set full_name = 'Người Khác' where personal_id = '024190007788'`)
    done(await operator.call('POST', '/national-portal/filings/retries', { code: 'G22.99-201125-000004' }))
    expect((await arrived('G22.99-201125-000004')).state).toBe('filed')
    expect(await listed()).toEqual(['G22.99-201125-000003'])
    await linked.test.query(
      `update directory.person set full_name = 'Lương Thị Mận' where personal_id = '024190007788'`,
    )
  },
)

test(
  'a dossier whose files cannot be had is not received by half: it waits, then for a person, and comes whole when they are there',
  { timeout: 120_000 },
  async () => {
    const [missing, page, elsewhere] = ['G22.99-201127-000006', 'G22.99-201127-000007', 'G22.99-201127-000008'] as const
    const file = (code: string, serial: string) => ({ ...sampleLicence(code, linked.portal.url), SoDinhDanh: serial })
    const dossiersOf = (serial: string) =>
      linked.test.query<{ papers: number }>(
        `select (select count(*)::int from services.dossier_paper p where p.dossier_id = d.id) as papers
          from services.dossier d join directory.person p on p.id = d.applicant_id where p.personal_id = $1`,
        [serial],
      )
    for (const [code, serial, files] of [
      [missing, '024190007801', 'missing'],
      [page, '024190007802', 'page'],
    ] as const) {
      linked.portal.faults.files = files
      linked.portal.file(file(code, serial))
      await linked.until(async () => (await rowOf(code))?.error != null)
      expect(await rowOf(code)).toMatchObject({ state: 'fetched' })
      expect(await dossiersOf(serial)).toEqual([])
      await linked.until(async () => {
        linked.pass(600_000)
        return (await rowOf(code))?.state === 'needs-look'
      })
      expect((await rowOf(code))?.error).toContain('gplx.pdf')
    }
    linked.portal.faults.files = 'good'
    const strange = file(elsewhere, '024190007803')
    linked.portal.file({
      ...strange,
      TaiLieuNop: [
        { TenTepDinhKem: 'gplx.pdf', MaThanhPhanHoSo: 'GPLX', DuongDanTaiTepTin: 'http://169.254.169.254/' },
      ],
    })
    expect(await arrived(elsewhere)).toMatchObject({ state: 'needs-look', error: expect.stringContaining('gplx.pdf') })
    const operator = await linked.test.as('ketnoi.quocgia')
    for (const [code, serial] of [
      [missing, '024190007801'],
      [page, '024190007802'],
    ] as const) {
      done(await operator.call('POST', '/national-portal/filings/retries', { code }))
      expect((await arrived(code)).state).toBe('filed')
      expect(await dossiersOf(serial)).toEqual([{ papers: 3 }])
    }
    expect(await dossiersOf('024190007803')).toEqual([])
  },
)
