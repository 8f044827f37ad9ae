import type { Unit } from '#engines/directory/declare.ts'

/** A post that the demo fills: where, what it does there, and its title. */
export interface PlannedPost {
  readonly unit: string
  readonly function: string
  readonly title: string
}

/** One official and the posts they hold together. */
export type PlannedOfficial = readonly PlannedPost[]

const post = (unit: string, name: string, title: string): PlannedPost => ({ unit, function: name, title })

/** Divisions that handle the complete procedures: they get a specialist beside the head. */
const busyDivisions =
  /\.(QLVT|QLTM|TCKH|TNMT|LDTBXH|KTHT|QLDT|TP|HCTP|VPDKDD|KT|VHTT|GDDT|NV|XDCQ|DKKD|QLNS|QLXD|TNN|TTBCXB|QLVH|QLCNG|GDTRH|NVD|HTQT|NV1|CSDT)$/

/** Who works in a unit: small, but every step of every process finds somebody. Some 1,000 officials in all. */
export function officialsOf(unit: Unit): PlannedOfficial[] {
  const { code, kind, tier, name } = unit
  if (kind === 'peoples-committee') return committee(code, tier)
  if (kind === 'department') return department(code)
  if (kind === 'one-stop') return counter(code, tier)
  if (kind === 'subordinate-agency')
    return [
      [
        post(code, 'leader', 'Giám đốc'),
        post(code, 'head', 'Phụ trách nghiệp vụ'),
        post(code, 'specialist', 'Chuyên viên'),
        post(code, 'clerk', 'Văn thư'),
      ],
    ]
  if (tier === 'commune') return []
  const head = [
    post(code, 'head', name.startsWith('Văn phòng') ? 'Chánh Văn phòng' : 'Trưởng phòng'),
    ...keepsProcedures(code, tier),
  ]
  if (busyDivisions.test(code)) return [head, [post(code, 'specialist', 'Chuyên viên')]]
  return tier === 'province' ? [head] : []
}

/** The office of a department writes its procedures, a division of the committee's office controls those of the province. */
function keepsProcedures(code: string, tier: string): PlannedPost[] {
  if (code === 'VPUBND.KSTTHC') return [post(code, 'procedure-controller', 'Trưởng phòng Kiểm soát thủ tục hành chính')]
  return tier === 'province' && code.endsWith('.VP')
    ? [post(code, 'procedure-editor', 'Đầu mối kiểm soát thủ tục hành chính')]
    : []
}

function committee(code: string, tier: string): PlannedOfficial[] {
  if (tier === 'province') {
    return [
      [post(code, 'leader', 'Chủ tịch UBND tỉnh'), post(code, 'province-leader', 'Chủ tịch UBND tỉnh')],
      [post(code, 'deputy-leader', 'Phó Chủ tịch UBND tỉnh')],
      [post(code, 'clerk', 'Văn thư')],
    ]
  }
  if (tier === 'district') {
    return [
      [post(code, 'leader', 'Chủ tịch UBND huyện')],
      [post(code, 'deputy-leader', 'Phó Chủ tịch UBND huyện')],
      [post(code, 'clerk', 'Văn thư')],
    ]
  }
  // A commune has few people, each with several posts; the larger ones have three at their desks.
  const area = code.replace('UBND-', '')
  const chair: PlannedOfficial = [post(code, 'leader', 'Chủ tịch UBND xã')]
  const counterDesk = [post(`${area}.MC`, 'receiver', 'Công chức một cửa'), post(code, 'clerk', 'Văn thư')]
  const statusDesk = post(`${area}.TPHT`, 'specialist', 'Công chức Tư pháp - hộ tịch')
  if (!isLarge(area)) return [chair, [...counterDesk, statusDesk]]
  return [
    chair,
    counterDesk,
    [statusDesk, post(code, 'deputy-leader', 'Phó Chủ tịch UBND xã')],
    [
      post(`${area}.DCXD`, 'specialist', 'Công chức Địa chính - xây dựng'),
      post(`${area}.VHXH`, 'specialist', 'Công chức Văn hóa - xã hội'),
    ],
  ]
}

function department(code: string): PlannedOfficial[] {
  const extra: PlannedOfficial[] =
    code === 'STTTT'
      ? [
          [post(code, 'administrator', 'Quản trị hệ thống'), post(code, 'auditor', 'Giám sát an toàn thông tin')],
          [post(code, 'link-operator', 'Phụ trách kết nối quốc gia')],
        ]
      : []
  return [
    [post(code, 'leader', 'Giám đốc Sở')],
    [post(code, 'deputy-leader', 'Phó Giám đốc Sở')],
    [post(code, 'clerk', 'Văn thư')],
    ...extra,
  ]
}

function counter(code: string, tier: string): PlannedOfficial[] {
  if (tier === 'commune') return []
  const receiver = (): PlannedOfficial => [post(code, 'receiver', 'Công chức một cửa')]
  if (tier === 'district')
    return [
      [post(code, 'receiver', 'Công chức một cửa'), post(code, 'one-stop-head', 'Trưởng bộ phận một cửa')],
      receiver(),
    ]
  return [
    [post(code, 'one-stop-head', 'Giám đốc Trung tâm')],
    receiver(),
    receiver(),
    receiver(),
    receiver(),
    receiver(),
    // Whoever reconciles takes no money at a desk.
    [post(code, 'accountant', 'Phụ trách kế toán')],
  ]
}

/** Who keeps the accounts of counters below the province; of small communes nobody does. Whoever reconciles takes no money at a desk. */
export function accountantsOf({ code, kind, tier }: Unit): PlannedOfficial[] {
  if (kind !== 'one-stop' || tier === 'province') return []
  if (tier === 'commune' && !isLarge(code.replace('.MC', ''))) return []
  return [[post(code, 'accountant', 'Kế toán')]]
}

/** The larger communes have more people. */
const isLarge = (area: string): boolean => Number(area) % 6 === 1
