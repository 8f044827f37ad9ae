import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLinked, type Linked } from './testing/national-link.ts'
import { fileDossier, licenceExchange, walkTo } from './testing/story.ts'

let linked: Linked

beforeAll(async () => {
  linked = await startLinked()
})
afterAll(() => linked.stop())

const states = () =>
  linked.test.query<{ kind: string; state: string; count: number }>(
    `select kind, state, count(*)::int from national_portal.delivery group by kind, state order by kind, state`,
  )

const record = (code: string) => linked.portal.kept.dossiers.get(code)?.record

test('a dossier that is filed is told at once with everything the national portal asks for', async () => {
  const citizen = await linked.test.as('congdan')
  const filed = await fileDossier(linked.test, citizen, licenceExchange)
  await linked.test.settle()
  await linked.until(() => record(filed.code) !== undefined)
  expect(record(filed.code)).toMatchObject({
    MaTTHC: licenceExchange,
    TrangThaiHoSo: '1',
    KenhThucHien: '2',
    LoaiDoiTuong: '1',
    SoDinhDanh: '024168009123',
    NgayTiepNhan: '',
    NgayNopHoSo: expect.stringMatching(/^20\d{12}$/),
    DanhSachLePhi: [{ Gia: '135000', HinhThucThu: '1', MaPhiLePhi: 'fee', TenPhiLePhi: 'Lệ phí cấp giấy phép' }],
  })
  await walkTo(linked.test, filed.id, 'sign')
  await linked.test.settle()
  await linked.until(() => record(filed.code)?.['TrangThaiHoSo'] === '4')
  expect(await states()).toContainEqual({ kind: 'record', state: 'accepted', count: 1 })
})
