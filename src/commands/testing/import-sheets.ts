import { writeWorkbook } from '#kernel/spreadsheet/write-workbook.ts'
import { done } from './story.ts'
import type { Visitor } from './test-platform.ts'

/** The columns of each sheet that these tests write. */
const titles = {
  units: ['Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị', 'Mã đơn vị cấp trên', 'Từ ngày'],
  posts: ['Mã đơn vị', 'Chức năng', 'Tên vị trí', 'Số vị trí', 'Từ ngày'],
  people: ['Họ và tên', 'Ngày sinh', 'Tên đăng nhập', 'Mã đơn vị', 'Chức năng', 'Từ ngày', 'Đến hết ngày'],
}
export type Sheets = Partial<Record<keyof typeof titles, readonly (readonly string[])[]>>

const workbook = (sheets: Sheets): string =>
  writeWorkbook(
    Object.entries(sheets).map(([kind, rows]) => ({
      name: kind,
      columns: titles[kind as keyof typeof titles].map((title) => ({ title, width: 10 })),
      rows,
    })),
  ).toString('base64url')

/** Sends it and looks at its preview. */
export async function send(who: Visitor, sheets: Sheets) {
  const { id } = done(await who.call('POST', '/directory/imports', { fileName: 'a.xlsx', content: workbook(sheets) }))
  return { id: id as string, ...(await look(who, id)) }
}

export const look = async (who: Visitor, id: string) =>
  done(await who.call('GET', `/directory/imports/${id}?limit=500`))

export const execute = (who: Visitor, { id, seen }: { id: string; seen: string }) =>
  who.call('POST', `/directory/imports/${id}/execute`, { seen })

export const undo = (who: Visitor, id: string) => who.call('POST', `/directory/imports/${id}/undo`, {})

/** What becomes of each line, in words. */
export const saysOf = (preview: { lines: { state: string; says: { vi: string } }[] }) =>
  preview.lines.map(({ state, says }) => `${state}: ${says.vi}`)
