import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'

/** What one line of a sheet is about. */
export type SheetKind = 'units' | 'posts' | 'people'

export interface Column {
  readonly key: string
  readonly title: string
  /** Other titles that people give it. */
  readonly also?: readonly string[]
  readonly required?: boolean
  readonly width: number
  readonly example: string
  /** What to write, where the title does not say it. */
  readonly means?: Words
}

const unitCode = (example: string): Column => ({
  key: 'unit',
  title: 'Mã đơn vị',
  also: ['Đơn vị', 'Mã phòng', 'Unit code', 'Unit'],
  required: true,
  width: 18,
  example,
  means: { vi: 'Mã như ở trang Tổ chức', en: 'The code as on the page of the organisation' },
})
const from: Column = {
  key: 'from',
  title: 'Từ ngày',
  also: ['Ngày bắt đầu', 'Ngày hiệu lực', 'From'],
  required: true,
  width: 12,
  example: '01/01/2027',
  means: { vi: 'Ngày đầu tiên, như 01/01/2027', en: 'The first day, such as 01/01/2027' },
}
const postFunction: Column = {
  key: 'function',
  title: 'Chức năng',
  also: ['Chức vụ', 'Function'],
  required: true,
  width: 22,
  example: 'Chuyên viên',
}

const last = (means: Words): Column => ({
  key: 'to',
  title: 'Đến hết ngày',
  also: ['Đến ngày', 'Ngày kết thúc', 'To'],
  width: 12,
  example: '',
  means,
})

/** The columns of each kind of sheet, in the order of the template. A sheet is of the first kind whose required columns it all has. */
export const sheetColumns = {
  people: [
    {
      key: 'fullName',
      title: 'Họ và tên',
      also: ['Họ tên', 'Full name', 'Name'],
      required: true,
      width: 26,
      example: 'Nguyễn Văn Mẫu',
    },
    {
      key: 'birthDate',
      title: 'Ngày sinh',
      also: ['Ngày tháng năm sinh', 'Date of birth'],
      width: 12,
      example: '02/09/1990',
    },
    {
      key: 'personalId',
      title: 'Số định danh cá nhân',
      also: ['Số định danh', 'CCCD', 'Số CCCD', 'Personal id'],
      width: 20,
      example: '',
    },
    {
      key: 'login',
      title: 'Tên đăng nhập',
      also: ['Mã cán bộ', 'Tài khoản', 'Login', 'Staff code'],
      width: 18,
      example: 'mau.nguyenvan',
    },
    unitCode('SNV.MAU'),
    postFunction,
    {
      key: 'title',
      title: 'Tên vị trí',
      also: ['Vị trí', 'Title'],
      width: 26,
      example: '',
      means: {
        vi: 'Khi một chức năng có nhiều vị trí khác tên',
        en: 'Where posts of one function are called otherwise',
      },
    },
    { key: 'kind', title: 'Hình thức', also: ['Kind'], width: 14, example: 'Bổ nhiệm' },
    from,
    last({
      vi: 'Ngày cuối giữ vị trí. Với người đang giữ: thôi giữ sau ngày này. Còn việc đang mở mà không ai giữ nữa thì dòng bị cách ly',
      en: 'The last day. Of somebody who holds the post: they leave after it. Where open work would be nobody’s, the line is set aside',
    }),
    { key: 'decision', title: 'Quyết định số', also: ['Quyết định', 'Decision'], width: 20, example: '12/QĐ-SNV' },
    { key: 'phone', title: 'Điện thoại', also: ['Số điện thoại', 'Phone'], width: 14, example: '0912345678' },
    { key: 'email', title: 'Thư điện tử', also: ['Email', 'E-mail', 'Mail'], width: 26, example: '' },
  ],
  posts: [
    unitCode('SNV.MAU'),
    postFunction,
    { key: 'title', title: 'Tên vị trí', also: ['Vị trí', 'Title'], width: 30, example: 'Chuyên viên Phòng Mẫu' },
    {
      key: 'count',
      title: 'Số vị trí',
      also: ['Số lượng', 'Số chỗ', 'Number of places'],
      required: true,
      width: 10,
      example: '2',
      means: {
        vi: 'Cả thảy bao nhiêu vị trí như vậy; có ngày cuối thì bao nhiêu vị trí thôi',
        en: 'How many such posts there are in all; with a last day, how many end',
      },
    },
    {
      key: 'staffing',
      title: 'Loại biên chế',
      also: ['Biên chế', 'Staffing'],
      width: 16,
      example: 'Công chức',
    },
    from,
    last({
      vi: 'Ghi khi bỏ bớt: chừng ấy vị trí không ai giữ thôi từ hôm sau ngày này',
      en: 'To take posts away: so many that nobody holds end after this day',
    }),
  ],
  units: [
    unitCode('SNV.MAU'),
    { key: 'name', title: 'Tên đơn vị', also: ['Name'], required: true, width: 36, example: 'Phòng Mẫu' },
    { key: 'shortName', title: 'Tên viết tắt', also: ['Tên ngắn', 'Short name'], width: 18, example: '' },
    { key: 'kind', title: 'Loại đơn vị', also: ['Loại', 'Kind'], required: true, width: 22, example: 'Phòng' },
    {
      key: 'parent',
      title: 'Mã đơn vị cấp trên',
      also: ['Đơn vị cấp trên', 'Trực thuộc', 'Parent code'],
      required: true,
      width: 20,
      example: 'SNV',
      means: {
        vi: 'Của đơn vị đã có mà ghi mã khác: chuyển về dưới đơn vị đó từ ngày ghi ở cột Từ ngày',
        en: 'Of a unit that is there, another code than now: it stands below that unit from the day of its line',
      },
    },
    { key: 'organCode', title: 'Mã định danh', also: ['Mã định danh cơ quan', 'Organ code'], width: 18, example: '' },
    { key: 'taxCode', title: 'Mã số thuế', also: ['MST', 'Tax code'], width: 18, example: '' },
    from,
  ],
} as const satisfies Record<SheetKind, readonly Column[]>

export const sheetKinds = ['people', 'posts', 'units'] as const satisfies readonly SheetKind[]

/** In the order in which they are filled in and carried out. */
export const sheetOrder: readonly SheetKind[] = ['units', 'posts', 'people']

export const sheetWords: Readonly<Record<SheetKind, Words>> = {
  units: { vi: 'Đơn vị', en: 'Units' },
  posts: { vi: 'Vị trí', en: 'Posts' },
  people: { vi: 'Người', en: 'People' },
}

/** The titles of the sheet that says what the columns mean. */
export const legendTitles: readonly Words[] = [
  { vi: 'Trang', en: 'Sheet' },
  { vi: 'Cột', en: 'Column' },
  { vi: 'Bắt buộc', en: 'Required' },
  { vi: 'Ghi gì', en: 'What to write' },
]

/** Whether a line has the titles of that sheet: it is no line to import. */
export const isLegend = (titles: readonly string[]): boolean =>
  (['vi', 'en'] as const).some((language) => legendTitles.every((title, at) => title[language] === titles[at]?.trim()))

/** No sheet has more, and no title is longer: what is beyond is not looked at. */
const mostColumns = 100
const longestTitle = 200

/** The keys of the columns of a sheet by their places; undefined where a column is none of its kind. */
export function columnsOf(kind: SheetKind, titles: readonly string[]): (string | undefined)[] {
  const columns: readonly Column[] = sheetColumns[kind]
  const taken = new Set<string>()
  return titles.slice(0, mostColumns).map((title) => {
    const plain = plainTitle(title)
    const column = columns.find(
      ({ key, title: own, also = [] }) => !taken.has(key) && [own, ...also].some((one) => plainTitle(one) === plain),
    )
    if (column !== undefined) taken.add(column.key)
    return column?.key
  })
}

/** The titles of required columns that are not among these keys. */
export const missingColumns = (kind: SheetKind, keys: readonly (string | undefined)[]): string[] =>
  (sheetColumns[kind] as readonly Column[])
    .filter(({ key, required }) => required === true && !keys.includes(key))
    .map(({ title }) => title)

/** The texts of a line in the order of the template. */
export const textsInOrder = (kind: SheetKind, cells: Readonly<Record<string, string>>): string[] =>
  sheetColumns[kind].flatMap(({ key }) => cells[key] ?? [])

/** Without tone marks, signs and what stands in brackets: `Từ ngày (*)` is `tungay`. */
const plainTitle = (title: string): string =>
  fold(title.slice(0, longestTitle))
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '')
