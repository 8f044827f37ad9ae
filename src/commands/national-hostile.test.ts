import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Filed } from '#sandbox/national-portal/kept.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { sampleLicence } from '#sandbox/national-portal/samples.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { done } from './testing/story.ts'

/** What is filed on the national portal may be odd, damaged or changed: it holds up nothing else, and nothing of it is lost or believed. */

let linked: Linked<SimulatedNationalPortal>

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0), { dossiers: 0 })
  // Everything comes twice, and again after it was taken.
  linked.portal.faults.givesTwice = true
}, 120_000)
afterAll(() => linked.stop())

interface Row {
  readonly state: string
  readonly error: string | null
  readonly dossierId: string | null
  readonly unread: { field: string; value: string; why: string }[]
}

const rowsOf = (code: string) =>
  linked.test.query<Row>(
    `select state, error, dossier_id as "dossierId", unread from national_portal.incoming where code = $1`,
    [code],
  )

async function arrived(code: string): Promise<Row> {
  const state = async () => (await rowsOf(code))[0]?.state
  await linked.until(async () => !['fetched', undefined].includes(await state()))
  return (await rowsOf(code))[0] as Row
}

const sample = (code: string, more: object = {}): Filed => ({ ...sampleLicence(code, linked.portal.url), ...more })
const file = (code: string, more: object = {}): void => linked.portal.file(sample(code, more))

/** So many levels, one in the other. */
const nested = (levels: number): object => {
  let found = {}
  for (let level = 0; level < levels; level += 1) found = { a: found }
  return found
}

test(
  'a letter that no database keeps, and what is nested without end, hold up nothing that comes with them',
  { timeout: 60_000 },
  async () => {
    file('G22.99-1', { DiaChi: 'Thôn\u0000Hạ' })
    file('G22.99-2', { DiaChi: 'Thôn\ud800Hạ', ['Khoá\u0000']: 1 })
    file('G22.99-3', { ThongTinHoSo: { LyDo: '2', GhiChu: nested(3000) } })
    file('G22.99-4')
    for (const code of ['G22.99-1', 'G22.99-2', 'G22.99-3', 'G22.99-4'])
      expect([code, (await arrived(code)).state]).toEqual([code, 'filed'])
  },
)

test(
  'a code of any readable signs is a code; what has none waits for a person, once',
  { timeout: 60_000 },
  async () => {
    file('G22.99/261127-5')
    linked.portal.file({ ...sample('x'), MaHoSo: 2611270006 } as unknown as Filed)
    expect((await arrived('G22.99/261127-5')).state).toBe('filed')
    expect((await arrived('2611270006')).state).toBe('filed')
    linked.portal.file({ ...sample('x'), MaHoSo: '' })
    const operator = await linked.test.as('ketnoi.quocgia')
    const stuck = async () => done(await operator.call('GET', '/national-portal/filings?state=needs-look')).rows
    await linked.until(async () => (await stuck()).length > 0)
    const [row, ...others] = await stuck()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      code: expect.stringMatching(/^khong-ma-/),
      error: expect.stringContaining('không có mã'),
    })
    // Tried again it is no dossier under a name that we made.
    done(await operator.call('POST', '/national-portal/filings/retries', { code: row.code }))
    expect(await arrived(row.code)).toMatchObject({ state: 'needs-look', dossierId: null })
  },
)

test(
  'what can be nobody’s is left out and listed; a name that did not come whole waits for a person',
  { timeout: 60_000 },
  async () => {
    file('G22.99-7', {
      SoDinhDanh: '024190007107',
      NgaySinh: '14/02/2190',
      SoDienThoai: 'không có số '.repeat(50),
      Email: 'khong-phai-thu',
      MaXa: '99999',
    })
    const { dossierId, unread } = await arrived('G22.99-7')
    expect(unread.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['NgaySinh', 'SoDienThoai', 'Email', 'MaXa']),
    )
    const [kept] = await linked.test.query(
      `select p.birth_date, p.phone, p.email, d.place from services.dossier d join directory.person p on p.id = d.applicant_id where d.id = $1`,
      [dossierId],
    )
    expect(kept).toEqual({ birth_date: null, phone: null, email: null, place: null })
    file('G22.99-8', { SoDinhDanh: '024190007108', SoDienThoai: '+84 987 000 113' })
    const [known] = await linked.test.query<{ phone: string }>(
      `select p.phone from services.dossier d join directory.person p on p.id = d.applicant_id where d.id = $1`,
      [(await arrived('G22.99-8')).dossierId],
    )
    expect(known).toEqual({ phone: '0987000113' })
    for (const [code, HoTen] of [
      ['G22.99-9', 'Nguy\ufffdn V\ufffdn A'],
      ['G22.99-10', 'Nguyễn '.repeat(20_000)],
    ] as const) {
      file(code, { HoTen, SoDinhDanh: '024190007109' })
      expect(await arrived(code)).toMatchObject({ state: 'needs-look', error: expect.stringContaining('họ tên') })
    }
    // A damaged answer stays for whoever compares it, with a word.
    file('G22.99-11', { HoTen: 'Lương Thị Mận', DiaChi: 'Th\ufffdn Hạ' })
    expect((await arrived('G22.99-11')).unread).toContainEqual(
      expect.objectContaining({ field: 'applicant', why: expect.stringContaining('hỏng') }),
    )
  },
)

test('of more files than are taken each one that is left out is named', { timeout: 60_000 }, async () => {
  const TaiLieuNop = Array.from({ length: 60 }, (_, at) => ({
    TenTepDinhKem: `${at}.pdf`,
    MaThanhPhanHoSo: at < 50 ? 'LA' : 'KSK',
    DuongDanTaiTepTin: `${linked.portal.url}/tep/giay-to.pdf?${at}`,
  }))
  file('G22.99-12', { TaiLieuNop })
  const named = (await arrived('G22.99-12')).unread.map(({ value }) => value)
  expect(named).toEqual(expect.arrayContaining(TaiLieuNop.map(({ TenTepDinhKem }) => TenTepDinhKem)))
})

test(
  'mended there under the same code it comes in by itself; links that are made anew are no change',
  { timeout: 60_000 },
  async () => {
    file('G22.99-13', { HoTen: 'Người Khác' })
    expect((await arrived('G22.99-13')).state).toBe('needs-look')
    const renewed = sample('G22.99-13', { HoTen: 'Người Khác' })['TaiLieuNop'] as { DuongDanTaiTepTin: string }[]
    for (const paper of renewed) paper.DuongDanTaiTepTin += '&ky=moi'
    file('G22.99-13', { HoTen: 'Người Khác', TaiLieuNop: renewed })
    const address = async () =>
      (
        await linked.test.query<{ address: string; state: string }>(
          `select raw->'TaiLieuNop'->0->>'DuongDanTaiTepTin' as address, state from national_portal.incoming where code = 'G22.99-13'`,
        )
      )[0]
    await linked.until(async () => (await address())?.address.endsWith('&ky=moi') === true)
    expect((await address())?.state).toBe('needs-look')
    file('G22.99-13')
    await linked.until(async () => (await rowsOf('G22.99-13'))[0]?.state === 'filed')
  },
)

test(
  'changed there after it became a dossier, the dossier stays, and who handles it reads what is said otherwise, once',
  { timeout: 60_000 },
  async () => {
    file('G22.99-14')
    const { dossierId } = await arrived('G22.99-14')
    file('G22.99-14', { DiaChi: 'Thôn Thượng', SoDienThoai: '0987000999' })
    await linked.until(async () =>
      ((await rowsOf('G22.99-14'))[0]?.unread ?? []).some(({ field }) => field === 'DiaChi'),
    )
    await linked.until(async () => {
      linked.pass(60_000)
      return (linked.portal.calls.get('LayDanhSachHoSo') ?? 0) > 3
    })
    const counter = await linked.test.as('motcua.tinh')
    const { filing } = done(await counter.call('GET', `/national-portal/dossiers/${dossierId}/filing`))
    expect(filing.unread).toContainEqual({
      field: 'DiaChi',
      value: 'Thôn Thượng',
      why: expect.stringContaining('lúc nhận: Thôn Hạ'),
    })
    const { history } = done(await counter.call('GET', `/services/dossiers/${dossierId}`))
    const lines = history.filter(({ kind }: { kind: string }) => kind === 'said-outside')
    expect(lines.map(({ words }: { words: { vi: string } }) => words.vi)).toEqual([
      'Nội dung trên Cổng quốc gia đổi sau khi đã nhận: DiaChi, SoDienThoai',
    ])
    const [dossiers] = await linked.test.query(
      `select count(*)::int as count from national_portal.incoming where code = 'G22.99-14'`,
    )
    expect(dossiers).toEqual({ count: 1 })
  },
)

test('a list of procedures that names each twice is read all the same', { timeout: 60_000 }, async () => {
  await linked.until(async () => {
    const [read] = await linked.test.query<{ count: number }>(
      `select count(*)::int from national_portal.procedure_record where digest <> '' and is_listed`,
    )
    return read?.count === 3
  })
})
