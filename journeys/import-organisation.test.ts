import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '#kernel/spreadsheet/read-workbook.ts'
import { writeWorkbook } from '#kernel/spreadsheet/write-workbook.ts'
import { boundaryFile, honeycomb } from '../src/commands/testing/hexagons.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let administrator: Person

beforeAll(async () => {
  stage = await openStage()
  administrator = await stage.enter({ screen: 'office', as: await stage.test.as('quantri') })
}, 120_000)
afterAll(() => stage.stop())

/** The platform's own template with a new division in it: one official whose unit is not there. */
const filledIn = (template: Buffer): Buffer => {
  const from = { 'Từ ngày': '01/01/2026' }
  const lines: Record<string, Record<string, string>[]> = {
    'Đơn vị': [
      {
        'Mã đơn vị': 'SGTVT.DA',
        'Tên đơn vị': 'Phòng Quản lý dự án',
        'Loại đơn vị': 'Phòng',
        'Mã đơn vị cấp trên': 'SGTVT',
        ...from,
      },
    ],
    'Vị trí': [{ 'Mã đơn vị': 'SGTVT.DA', 'Chức năng': 'Trưởng phòng', 'Số vị trí': '1', ...from }],
    Người: [
      {
        'Họ và tên': 'Vi Văn Đức',
        'Ngày sinh': '02/09/1985',
        'Tên đăng nhập': 'duc.vivan',
        'Mã đơn vị': 'SGTVT.DA',
        'Chức năng': 'Trưởng phòng',
        ...from,
      },
      {
        'Họ và tên': 'Lê Thị Gấm',
        'Ngày sinh': '03/02/1991',
        'Mã đơn vị': 'SGTVT.KHAC',
        'Chức năng': 'Chuyên viên',
        ...from,
      },
    ],
  }
  return writeWorkbook(
    readWorkbook(template).map(({ name, rows: [titles] }) => {
      const columns = titles?.cells ?? []
      return {
        name,
        columns: columns.map((title) => ({ title, width: 18 })),
        rows: (lines[name] ?? []).map((line) => columns.map((title) => line[title] ?? '')),
      }
    }),
  )
}

describe('the administrator brings a new division in from a spreadsheet', { timeout: 60_000 }, () => {
  test('the template is filled in and sent: nothing is written, and it says what would be', async () => {
    await administrator.goTo('/quan-tri/to-chuc')
    await administrator.press('Nhập từ bảng tính')
    await administrator.sees('Chưa nhập lần nào')
    const buffer = filledIn(await administrator.fetches('Tải bảng mẫu'))
    await administrator.page.setInputFiles('#tep', { name: 'phong-du-an.xlsx', mimeType: '', buffer })
    await administrator.press('Xem trước')
    await administrator.sees(
      'phong-du-an.xlsx',
      'Đang xem trước, chưa ghi gì',
      /^Vi Văn Đức, Trưởng phòng, Phòng Quản lý dự án/,
    )
    await administrator.showGuides('quan-tri-2-nhap-to-chuc')
  })

  test('what cannot be carried out is in quarantine, to be downloaded and mended', async () => {
    await administrator.press(/^Cách ly/)
    await administrator.sees(/^Không có đơn vị mã SGTVT\.KHAC/, /Lê Thị Gấm · 03\/02\/1991/)
    await administrator.picture('office/nhap-cach-ly')
    const [sheet] = readWorkbook(await administrator.fetches('Tải các dòng cách ly'))
    expect(sheet?.rows[1]?.cells).toContain('Lê Thị Gấm')
  })

  test('it is carried out, and taken back while nothing depends on it', async () => {
    await administrator.press('Thực hiện')
    await administrator.sees('Đã thực hiện')
    await administrator.goTo('/quan-tri/to-chuc?tim=quan+ly+du+an')
    await administrator.press('Phòng Quản lý dự án')
    await administrator.sees('Vi Văn Đức')
    await administrator.goTo('/quan-tri/to-chuc/nhap')
    await administrator.press('phong-du-an.xlsx')
    await administrator.press('Hoàn tác')
    await administrator.sees('Đã hoàn tác')
    await administrator.goTo('/quan-tri/to-chuc?tim=quan+ly+du+an')
    await administrator.sees('Không thấy đơn vị “quan ly du an”')
  })
})

describe('the administrator brings in where communes lie', { timeout: 60_000 }, () => {
  test('a file is sent: the map shows what fits, and what does not is named', async () => {
    await administrator.goTo('/quan-tri/to-chuc')
    await administrator.press('Ranh giới địa bàn')
    await administrator.sees('Ngày này chưa có ranh giới nào')
    const buffer = Buffer.from(boundaryFile(honeycomb(['07381', '07375', '07399', '99999'])), 'base64url')
    await administrator.page.setInputFiles('#tep', { name: 'lang-giang.geojson', mimeType: '', buffer })
    await administrator.write({ Nguồn: 'Sở Tài nguyên và Môi trường, 1:10 000' })
    await administrator.press('Xem trước')
    await administrator.sees('Mới: 3', /^Cách ly: Ngày .* không có địa bàn mã 99999$/)
    await administrator.picture('office/ranh-gioi-xem-truoc')
    await administrator.press('Thực hiện')
    await administrator.sees('Đã thực hiện')
  })

  test('each area of the map is a link, without a script, too; and the page of its body shows it', async () => {
    const reader = await stage.enter({ screen: 'phone', scripts: false, as: await stage.test.as('quantri') })
    await reader.goTo('/quan-tri/to-chuc/ranh-gioi')
    await reader.page
      .getByRole('link', { name: /^Xã Nghĩa Hưng, / })
      .first()
      .focus()
    await reader.page.keyboard.press('Enter')
    await reader.sees('07381', 'Sở Tài nguyên và Môi trường, 1:10 000')
    await reader.picture('phone/ranh-gioi', true)
    const [unit] = await stage.test.query<{ id: string }>(`select id from directory.unit where code = 'UBND-07381'`)
    await administrator.goTo(`/quan-tri/to-chuc?don-vi=${unit?.id}`)
    await administrator.sees(/^Địa bàn ngày/, 'xung quanh')
    await administrator.picture('office/to-chuc-dia-ban')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
