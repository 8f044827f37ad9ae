import { writeWorkbook } from '#kernel/spreadsheet/write-workbook.ts'
import { done } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** The columns of each sheet that these tests write. */
const titles = {
  units: ['Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị', 'Mã đơn vị cấp trên', 'Từ ngày'],
  posts: ['Mã đơn vị', 'Chức năng', 'Tên vị trí', 'Số vị trí', 'Từ ngày', 'Đến hết ngày'],
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

/** Everything that an import may write, as it can be seen. */
export const standing = async (province: TestPlatform): Promise<string> =>
  JSON.stringify(
    await province.query(`select
      (select jsonb_agg(to_jsonb(v) order by unit_id, valid_from) from directory.unit_version v) as units,
      (select jsonb_agg(to_jsonb(p) order by id) from directory.post p where valid_to is distinct from valid_from) as posts,
      (select jsonb_agg(to_jsonb(a) order by id) from directory.appointment a) as appointments,
      (select jsonb_agg(to_jsonb(n) order by id) from directory.person n) as people,
      (select jsonb_agg(to_jsonb(a) - 'last_sign_in_at' order by id) from identity.account a) as accounts`),
  )

/** A new division with two posts and who holds them. */
export const wholeDepartment: Sheets = {
  people: [
    ['Đỗ Văn An', '02/09/1990', 'an.dovan', 'SGTVT.MOI', 'Chuyên viên', '01/12/2026', ''],
    ['Lò Thị Bé', '15/01/1988', '', 'SGTVT.MOI', 'truong phong', '01/12/2026', '31/12/2027'],
  ],
  posts: [
    ['SGTVT.MOI', 'Chuyên viên', 'Chuyên viên phòng mới', '1', '01/12/2026'],
    ['SGTVT.MOI', 'Trưởng phòng', '', '1', '01/12/2026'],
  ],
  units: [['SGTVT.MOI', 'Phòng Thử nghiệm', 'Phòng', 'SGTVT', '01/12/2026']],
}
