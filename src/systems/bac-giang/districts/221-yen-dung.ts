import type { AreaLiteral } from '#engines/directory/declare.ts'

/** Huyện Yên Dũng: 21 communes, since the merger of 01/01/2020 (813/NQ-UBTVQH14) 18. */
export const yenDung: AreaLiteral[] = [
  { code: '221', tier: 'district', name: 'Huyện Yên Dũng', parent: '24' },
  { code: '07681', tier: 'commune', name: 'Thị trấn Neo', parent: '221', to: '2020-01-01' },
  { code: '07681', tier: 'commune', name: 'Thị trấn Nham Biền', parent: '221', from: '2020-01-01' },
  { code: '07682', tier: 'commune', name: 'Thị trấn Tân Dân', parent: '221', from: '2007-07-27', to: '2020-01-01' },
  { code: '07682', tier: 'commune', name: 'Thị trấn Tân An', parent: '221', from: '2020-01-01' },
  { code: '07684', tier: 'commune', name: 'Xã Lão Hộ', parent: '221' },
  { code: '07690', tier: 'commune', name: 'Xã Hương Gián', parent: '221' },
  { code: '07693', tier: 'commune', name: 'Xã Tân An', parent: '221', to: '2020-01-01', into: ['07682'] },
  { code: '07702', tier: 'commune', name: 'Xã Quỳnh Sơn', parent: '221' },
  { code: '07708', tier: 'commune', name: 'Xã Nội Hoàng', parent: '221' },
  { code: '07711', tier: 'commune', name: 'Xã Tiền Phong', parent: '221' },
  { code: '07714', tier: 'commune', name: 'Xã Xuân Phú', parent: '221' },
  { code: '07717', tier: 'commune', name: 'Xã Tân Liễu', parent: '221' },
  { code: '07720', tier: 'commune', name: 'Xã Trí Yên', parent: '221' },
  { code: '07723', tier: 'commune', name: 'Xã Lãng Sơn', parent: '221' },
  { code: '07726', tier: 'commune', name: 'Xã Yên Lư', parent: '221' },
  { code: '07729', tier: 'commune', name: 'Xã Tiến Dũng', parent: '221' },
  { code: '07732', tier: 'commune', name: 'Xã Nham Sơn', parent: '221', to: '2020-01-01', into: ['07681'] },
  { code: '07735', tier: 'commune', name: 'Xã Đức Giang', parent: '221' },
  { code: '07738', tier: 'commune', name: 'Xã Cảnh Thụy', parent: '221' },
  { code: '07741', tier: 'commune', name: 'Xã Tư Mại', parent: '221' },
  { code: '07744', tier: 'commune', name: 'Xã Thắng Cương', parent: '221', to: '2020-01-01', into: ['07681'] },
  { code: '07747', tier: 'commune', name: 'Xã Đồng Việt', parent: '221' },
  { code: '07750', tier: 'commune', name: 'Xã Đồng Phúc', parent: '221' },
]
