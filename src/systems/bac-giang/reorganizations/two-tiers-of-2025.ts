import { defineReorganization } from '#engines/directory/declare.ts'
import { areasOf2025 } from './areas-of-2025.ts'
import { communesInto2025 } from './communes-into-2025.ts'

/**
 * The two-tier government of 01/07/2025: districts end, their tasks go to the communes; communes have two divisions, an office and a
 * public service centre (150/2025/NĐ-CP). Branches of the land registry go back to their office: their new regions are not known.
 */
export const twoTiersOf2025 = defineReorganization({
  title: 'Bỏ cấp huyện, sắp xếp cấp xã, hợp nhất thành tỉnh Bắc Ninh',
  document: 'Nghị quyết 202/2025/QH15, Nghị quyết 1658/NQ-UBTVQH15',
  effectiveOn: '2025-07-01',
  areas: [
    ...communesInto2025,
    { from: '213' },
    { from: '215' },
    { from: '216' },
    { from: '217' },
    { from: '218' },
    { from: '219' },
    { from: '220' },
    { from: '221' },
    { from: '222' },
    { from: '223' },
  ],
  openedAreas: areasOf2025,
  patterns: [
    {
      eachArea: { tier: 'commune' },
      units: [
        {
          code: 'UBND-{area}',
          kind: 'peoples-committee',
          name: 'Ủy ban nhân dân {name}',
          shortName: 'UBND {name}',
          parent: 'UBND-TINH',
        },
        {
          code: '{area}.MC',
          kind: 'one-stop',
          name: 'Trung tâm Phục vụ hành chính công {name}',
          parent: 'UBND-{area}',
        },
        { code: '{area}.VP', kind: 'division', name: 'Văn phòng HĐND và UBND', parent: 'UBND-{area}' },
        { code: '{area}.KT', kind: 'division', name: 'Phòng Kinh tế', parent: 'UBND-{area}' },
        { code: '{area}.VHXH', kind: 'division', name: 'Phòng Văn hóa - Xã hội', parent: 'UBND-{area}' },
      ],
    },
  ],
  follows: {
    '{area}.VPTK': '{area}.VP',
    '{area}.TPHT': '{area}.VP',
    '{area}.DCXD': '{area}.KT',
    '{area}.TCKT': '{area}.KT',
    '{area}.NV': '{area}.VHXH',
    '{area}.TP': '{area}.VP',
    '{area}.TCKH': '{area}.KT',
    '{area}.TNMT': '{area}.KT',
    '{area}.LDTBXH': '{area}.VHXH',
    '{area}.VHTT': '{area}.VHXH',
    '{area}.GDDT': '{area}.VHXH',
    '{area}.YT': '{area}.VHXH',
    '{area}.DT': '{area}.VHXH',
    '{area}.QLDT': '{area}.KT',
    '{area}.KTHT': '{area}.KT',
    '{area}.NNPTNT': '{area}.KT',
    '{area}.TT': 'TTT',
    '{area}.VPDKDD': 'STNMT.VPDKDD',
  },
  competence: [{ from: { tier: 'district' }, to: { tier: 'commune' } }],
  officials: { chief: 'longest', spread: 'even' },
})
