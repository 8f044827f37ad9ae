import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { noFaults } from '#sandbox/national-portal/faults.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { done, fileDossier, licenceExchange, walkTo, type Filed } from './testing/story.ts'
import type { Visitor } from './testing/test-platform.ts'

let linked: Linked<SimulatedNationalPortal>
let citizen: Visitor
let operator: Visitor

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0))
  citizen = await linked.test.as('congdan')
  operator = await linked.test.as('quantri')
  await linked.untilTold()
}, 120_000)
afterAll(() => linked.stop())
beforeEach(() => void Object.assign(linked.portal.faults, noFaults))

const held = (code: string) => linked.portal.kept.dossiers.get(code)
const file = (): Promise<Filed> => fileDossier(linked.test, citizen, licenceExchange)
const view = async () => done(await operator.call('GET', '/national-portal/link'))
const differences = async (cause: string): Promise<{ code: string; fields: object[]; error: string }[]> =>
  done(await operator.call('GET', `/national-portal/differences?cause=${cause}`)).rows
const repair = async (cause: string) => done(await operator.call('POST', '/national-portal/repairs', { cause }))
const check = async () => {
  done(await operator.call('POST', '/national-portal/checks', {}))
  await linked.untilTold()
}

test(
  'a dossier is told with everything the national portal asks for, then each change and each step once',
  { timeout: 120_000 },
  async () => {
    const filed = await file()
    await linked.untilTold()
    expect(held(filed.code)?.record).toMatchObject({
      MaTTHC: licenceExchange,
      TrangThaiHoSo: '1',
      KenhThucHien: '2',
      LoaiDoiTuong: '1',
      SoDinhDanh: '024168009123',
      LoaiDinhDanh: '1',
      NgayTiepNhan: '',
      NgayNopHoSo: expect.stringMatching(/^20\d{12}$/),
      DanhSachLePhi: [{ Gia: '135000', HinhThucThu: '1' }],
      TaiLieuNop: [{ MaThanhPhanHoSo: 'licence', IsDeleted: 'False', DuocSoHoa: '1' }],
    })
    await walkTo(linked.test, filed.id, 'sign')
    await linked.untilTold()
    // Whoever did the last step may still take it back.
    expect(held(filed.code)?.progress.length).toBe(0)
    linked.pass(20_000)
    await linked.untilTold()
    expect(held(filed.code)?.record).toMatchObject({
      TrangThaiHoSo: '4',
      NgayHenTra: expect.stringMatching(/^20\d{12}$/),
    })
    expect(held(filed.code)?.progress).toMatchObject([
      { TrangThai: '2', ChucDanh: 'Công chức một cửa', ThoiDiemXuLy: expect.stringMatching(/^20\d{12}$/) },
      { TrangThai: '4', NoiDungXuLy: expect.any(String) },
      { TrangThai: '4' },
    ])
    // That their data left the province stands on the trail, and on the page of whose it is.
    const [told] = await linked.test.query<{ count: number }>(
      `select count(*)::int from audit.entry where operation = 'nationalPortal.tell' and $1 = any(objects)`,
      [`dossier:${filed.id}`],
    )
    expect(told?.count).toBeGreaterThan(0)
  },
)

test('a session that ends in the middle is opened anew, and nothing is lost', { timeout: 120_000 }, async () => {
  linked.portal.faults.sessionCalls = 1
  const filed = await file()
  await linked.untilTold()
  expect(held(filed.code)?.record['TrangThaiHoSo']).toBe('1')
})

test(
  'of a message that is refused as a whole only what is wrong in it stays behind, with its cause',
  { timeout: 120_000 },
  async () => {
    linked.portal.faults.refusedProcedures = [licenceExchange]
    const before = linked.portal.kept.dossiers.size
    const filed = await file()
    await linked.untilTold()
    expect(linked.portal.kept.dossiers.size).toBe(before)
    expect(await differences('procedure-unknown')).toMatchObject([
      { code: filed.code, error: expect.stringContaining('12') },
    ])
    linked.portal.faults.refusedProcedures = []
    expect(await repair('procedure-unknown')).toEqual({ count: 1 })
    await linked.untilTold()
    expect(held(filed.code)?.record['MaHoSo']).toBe(filed.code)
    expect(await differences('procedure-unknown')).toEqual([])
  },
)

test(
  'while the national portal is away everything waits, it is seen, and goes by itself afterwards',
  { timeout: 120_000 },
  async () => {
    linked.portal.faults.isDown = true
    const filed = await file()
    await linked.test.settle()
    await linked.until(async () => (await view()).standing === 'down')
    const seen = await view()
    expect(seen.flows[0]).toMatchObject({ flow: 'record', waiting: 1 })
    expect(new Date(seen.triedNext).getTime()).toBeGreaterThan(new Date(seen.downSince).getTime())
    expect(held(filed.code)).toBeUndefined()
    const overview = async () => done(await operator.call('GET', '/operations/state')).nationalLink
    expect(await overview()).toMatchObject({ state: 'watch', standing: 'down', waiting: 1 })
    linked.pass(16 * 60_000)
    expect(await overview()).toMatchObject({ state: 'wrong' })
    linked.portal.faults.isDown = false
    linked.pass(600_000)
    await linked.untilTold()
    expect(held(filed.code)?.record['MaHoSo']).toBe(filed.code)
    expect(await view()).toMatchObject({ standing: 'good', downSince: null })
  },
)

test(
  'what it acknowledged and did not keep, or keeps otherwise, is found by asking and mended by one repair',
  { timeout: 120_000 },
  async () => {
    linked.portal.faults.dropsEvery = 1
    const lost = await file()
    await linked.untilTold()
    linked.portal.faults.dropsEvery = 0
    linked.portal.faults.altersEvery = 1
    const altered = await file()
    await linked.untilTold()
    linked.portal.faults.altersEvery = 0
    expect(await differences('lost')).toEqual([])
    await check()
    expect(await differences('lost')).toMatchObject([{ code: lost.code }])
    const [differing] = await differences('status-differs')
    expect(differing).toMatchObject({ code: altered.code })
    expect(differing?.fields).toContainEqual({ field: 'TrangThaiHoSo', ours: '1', theirs: '4', isSame: false })
    expect((await view()).causes).toEqual([
      { cause: 'lost', count: 1 },
      { cause: 'status-differs', count: 1 },
    ])
    await repair('lost')
    await repair('status-differs')
    await linked.untilTold()
    expect((await view()).causes).toEqual([])
    expect(held(lost.code)?.record['TrangThaiHoSo']).toBe('1')
    expect(held(altered.code)?.record['TrangThaiHoSo']).toBe('1')
  },
)

test(
  'an acknowledgement that never came back does no harm: told as new again, it is told as a change',
  { timeout: 120_000 },
  async () => {
    const filed = await file()
    await linked.untilTold()
    await linked.test.query(
      `update national_portal.delivery set told = 0, digest = null, state = 'waiting', next_at = now() - interval '1 minute'
    where dossier_id = $1 and kind = 'record'`,
      [filed.id],
    )
    await linked.untilTold()
    expect(
      await linked.test.query(`select state from national_portal.delivery where dossier_id = $1 and kind = 'record'`, [
        filed.id,
      ]),
    ).toEqual([{ state: 'accepted' }])
  },
)

test('whoever has no business with the link sees nothing of it', { timeout: 120_000 }, async () => {
  for (const who of [citizen, await linked.test.as('chuyenvien.gtvt')])
    expect((await who.call('GET', '/national-portal/link')).status).toBe(403)
})

test(
  'the national list of procedures is read as it is, once a day, and gives the field of each to what is told',
  { timeout: 120_000 },
  async () => {
    await linked.until(async () => {
      const [read] = await linked.test.query<{ count: number }>(
        `select count(*)::int from national_portal.procedure_record where digest <> '' and is_listed`,
      )
      return read?.count === 3 && (await linked.test.query(`select from services.catalogue_import`)).length > 0
    })
    const filed = await file()
    await linked.untilTold()
    expect(held(filed.code)?.record).toMatchObject({ MaLinhVuc: 'G17-GT01', TenLinhVuc: 'Đường bộ' })
    expect(linked.portal.calls.get('LayDanhSachTTHC')).toBe(1)
    // What it gives waits in the catalogue, as one, for people to decide.
    const taken = await linked.test.query<{ code: string; name: string; reasons: unknown[] }>(
      `select r.said->>'code' as code, r.name, r.reasons from services.catalogue_import i join services.catalogue_record r on r.import_id = i.id
      where i.origin = 'national-portal' order by 1`,
    )
    expect(taken).toMatchObject([
      { code: '1.002809', reasons: [] },
      { code: '2.000033', name: 'Thông báo hoạt động khuyến mại', reasons: [] },
      { code: '2.000720' },
    ])
  },
)

test(
  'what a notice asks for stands among its fees, and whoever only watches the link reads no dossier',
  { timeout: 120_000 },
  async () => {
    const filed = await file()
    await linked.test.query(
      `insert into services.obligation (id, dossier_id, notice, issued_by, items, total, recorded_at, recorded_by)
      values (gen_random_uuid(), $1, 'LTB1', 'Chi cục Thuế', '[{"name":"Lệ phí trước bạ","amount":2500000}]', 2500000, now(), 'Chi cục Thuế')`,
      [filed.id],
    )
    await linked.untilTold()
    expect(held(filed.code)?.record['DanhSachLePhi']).toMatchObject([
      { Gia: '135000', HinhThucThu: '1' },
      { TenPhiLePhi: 'Lệ phí trước bạ', Gia: '2500000', HinhThucThu: '2' },
    ])
    const watcher = await linked.test.as('ketnoi.quocgia')
    expect((await watcher.call('GET', '/national-portal/link')).status).toBe(200)
    expect((await watcher.call('POST', '/national-portal/checks', {})).status).toBe(200)
    expect((await watcher.call('GET', `/services/dossiers/${filed.id}`)).status).not.toBe(200)
    expect((await watcher.call('GET', '/audit/entries')).status).not.toBe(200)
    await linked.untilTold()
  },
)
