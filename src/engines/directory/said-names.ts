import type { Words } from '#values/words.ts'

/** What bodies are called by their kind. */
export const unitKindWords = {
  'peoples-committee': { vi: 'Ủy ban nhân dân', en: 'People’s committee' },
  department: { vi: 'Sở, cơ quan ngang sở', en: 'Department' },
  'subordinate-agency': { vi: 'Cơ quan, đơn vị trực thuộc', en: 'Subordinate agency' },
  'one-stop': { vi: 'Bộ phận một cửa', en: 'One-stop unit' },
  division: { vi: 'Phòng', en: 'Division' },
} as const satisfies Record<string, Words>

/** The functions that declared processes and roles know, by what people call them. */
export const functionWords = {
  specialist: { vi: 'Chuyên viên', en: 'Specialist' },
  head: { vi: 'Trưởng phòng', en: 'Head of division' },
  'deputy-head': { vi: 'Phó Trưởng phòng', en: 'Deputy head' },
  leader: { vi: 'Lãnh đạo cơ quan', en: 'Head of the agency' },
  'deputy-leader': { vi: 'Cấp phó lãnh đạo cơ quan', en: 'Deputy head of the agency' },
  'province-leader': { vi: 'Lãnh đạo tỉnh', en: 'Leader of the province' },
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  receiver: { vi: 'Công chức một cửa', en: 'One-stop officer' },
  'one-stop-head': { vi: 'Trưởng bộ phận một cửa', en: 'Head of the one-stop unit' },
  accountant: { vi: 'Kế toán', en: 'Accountant' },
  'procedure-controller': { vi: 'Kiểm soát thủ tục', en: 'Procedure control' },
  'procedure-editor': { vi: 'Đầu mối thủ tục', en: 'Procedure editor' },
  'unit-administrator': { vi: 'Quản trị đơn vị', en: 'Unit administrator' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  auditor: { vi: 'Kiểm soát viên nhật ký', en: 'Auditor' },
} as const satisfies Record<string, Words>

const tierWords = {
  province: { vi: 'Tỉnh', en: 'Province' },
  district: { vi: 'Huyện', en: 'District' },
  commune: { vi: 'Xã', en: 'Commune' },
} as const satisfies Record<string, Words>

/** A key in words; one that is declared and has none here stands for itself. */
const saidBy =
  (known: Readonly<Record<string, Words>>) =>
  (key: string): Words =>
    (Object.hasOwn(known, key) ? known[key] : undefined) ?? { vi: key, en: key }

export const sayUnitKind = saidBy(unitKindWords)
export const sayFunction = saidBy(functionWords)
export const sayTier = saidBy(tierWords)
