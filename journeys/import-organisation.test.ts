import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '#kernel/spreadsheet/read-workbook.ts'
import { writeWorkbook } from '#kernel/spreadsheet/write-workbook.ts'
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
  const lines: Record<string, string[][]> = {
    'Đơn vị': [['SGTVT.DA', 'Phòng Quản lý dự án', '', 'Phòng', 'SGTVT', '', '01/01/2026']],
    'Vị trí': [['SGTVT.DA', 'Trưởng phòng', '', '1', '01/01/2026']],
    Người: [
      ['Vi Văn Đức', '02/09/1985', '', 'duc.vivan', 'SGTVT.DA', 'Trưởng phòng', '', '', '01/01/2026', '', '', '', ''],
      ['Lê Thị Gấm', '03/02/1991', '', '', 'SGTVT.KHAC', 'Chuyên viên', '', '', '01/01/2026', '', '', '', ''],
    ],
  }
  return writeWorkbook(
    readWorkbook(template).map(({ name, rows }) => ({
      name,
      columns: (rows[0]?.cells ?? []).map((title) => ({ title, width: 18 })),
      rows: lines[name] ?? [],
    })),
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
    await administrator.showGuides('quan-tri-6-nhap-to-chuc')
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

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
