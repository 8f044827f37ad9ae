import { defineOrganization } from '#engines/directory/declare.ts'
import { areas } from './areas.ts'
import { departments, subordinateAgencies } from './departments.ts'
import { divisions } from './divisions.ts'

/**
 * Bắc Giang about 2020: province, 10 districts, communes before and after 01/01/2020, and the bodies that serve them.
 * Divisions of the districts follow 37/2014/NĐ-CP, posts of the communes 34/2019/NĐ-CP; neither is checked body by body.
 */
export const organization = defineOrganization({
  id: 'bac-giang',
  name: 'Tỉnh Bắc Giang',
  areas,
  units: [...departments, ...subordinateAgencies, ...divisions],
  patterns: [
    {
      eachArea: { tier: 'district' },
      units: [
        {
          code: 'UBND-{area}',
          kind: 'peoples-committee',
          name: 'Ủy ban nhân dân {name}',
          shortName: 'UBND {name}',
          parent: 'UBND-TINH',
        },
        { code: '{area}.VP', kind: 'division', name: 'Văn phòng HĐND và UBND', parent: 'UBND-{area}' },
        // The one-stop unit is part of the office of the committee: 61/2018/NĐ-CP.
        { code: '{area}.MC', kind: 'one-stop', name: 'Bộ phận Một cửa {name}', parent: '{area}.VP' },
        { code: '{area}.NV', kind: 'division', name: 'Phòng Nội vụ', parent: 'UBND-{area}' },
        { code: '{area}.TP', kind: 'division', name: 'Phòng Tư pháp', parent: 'UBND-{area}' },
        { code: '{area}.TCKH', kind: 'division', name: 'Phòng Tài chính - Kế hoạch', parent: 'UBND-{area}' },
        { code: '{area}.TNMT', kind: 'division', name: 'Phòng Tài nguyên và Môi trường', parent: 'UBND-{area}' },
        {
          code: '{area}.LDTBXH',
          kind: 'division',
          name: 'Phòng Lao động - Thương binh và Xã hội',
          parent: 'UBND-{area}',
        },
        { code: '{area}.VHTT', kind: 'division', name: 'Phòng Văn hóa và Thông tin', parent: 'UBND-{area}' },
        { code: '{area}.GDDT', kind: 'division', name: 'Phòng Giáo dục và Đào tạo', parent: 'UBND-{area}' },
        { code: '{area}.YT', kind: 'division', name: 'Phòng Y tế', parent: 'UBND-{area}' },
        { code: '{area}.TT', kind: 'division', name: 'Thanh tra', parent: 'UBND-{area}' },
        // Serves the district but belongs to the department: the land registry has one tier.
        {
          code: '{area}.VPDKDD',
          kind: 'subordinate-agency',
          name: 'Chi nhánh Văn phòng Đăng ký đất đai {name}',
          parent: 'STNMT.VPDKDD',
        },
      ],
    },
    {
      eachArea: { tier: 'district', only: ['213'] },
      units: [
        { code: '{area}.KT', kind: 'division', name: 'Phòng Kinh tế', parent: 'UBND-{area}' },
        { code: '{area}.QLDT', kind: 'division', name: 'Phòng Quản lý đô thị', parent: 'UBND-{area}' },
      ],
    },
    {
      eachArea: { tier: 'district', except: ['213'] },
      units: [
        {
          code: '{area}.NNPTNT',
          kind: 'division',
          name: 'Phòng Nông nghiệp và Phát triển nông thôn',
          parent: 'UBND-{area}',
        },
        { code: '{area}.KTHT', kind: 'division', name: 'Phòng Kinh tế và Hạ tầng', parent: 'UBND-{area}' },
      ],
    },
    {
      eachArea: { tier: 'district', only: ['215', '218', '219', '220'] },
      units: [{ code: '{area}.DT', kind: 'division', name: 'Phòng Dân tộc', parent: 'UBND-{area}' }],
    },
    {
      eachArea: { tier: 'commune' },
      units: [
        {
          code: 'UBND-{area}',
          kind: 'peoples-committee',
          name: 'Ủy ban nhân dân {name}',
          shortName: 'UBND {name}',
          parent: 'UBND-{parent}',
        },
        { code: '{area}.MC', kind: 'one-stop', name: 'Bộ phận Một cửa {name}', parent: 'UBND-{area}' },
        { code: '{area}.VPTK', kind: 'division', name: 'Văn phòng - thống kê', parent: 'UBND-{area}' },
        { code: '{area}.TPHT', kind: 'division', name: 'Tư pháp - hộ tịch', parent: 'UBND-{area}' },
        { code: '{area}.VHXH', kind: 'division', name: 'Văn hóa - xã hội', parent: 'UBND-{area}' },
        { code: '{area}.DCXD', kind: 'division', name: 'Địa chính - xây dựng', parent: 'UBND-{area}' },
        { code: '{area}.TCKT', kind: 'division', name: 'Tài chính - kế toán', parent: 'UBND-{area}' },
      ],
    },
  ],
})
