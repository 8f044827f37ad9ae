import type { AreaLiteral } from '#engines/directory/declare.ts'

/** Huyện Yên Thế: 21 communes, since the merger of 01/01/2020 (813/NQ-UBTVQH14) 19. */
export const yenThe: AreaLiteral[] = [
  { code: '215', tier: 'district', name: 'Huyện Yên Thế', parent: '24' },
  { code: '07234', tier: 'commune', name: 'Thị trấn Cầu Gồ', parent: '215', to: '2020-01-01', into: ['07288'] },
  { code: '07237', tier: 'commune', name: 'Thị trấn Bố Hạ', parent: '215', to: '2020-01-01', into: ['07294'] },
  { code: '07243', tier: 'commune', name: 'Xã Đồng Tiến', parent: '215' },
  { code: '07246', tier: 'commune', name: 'Xã Canh Nậu', parent: '215' },
  { code: '07249', tier: 'commune', name: 'Xã Xuân Lương', parent: '215' },
  { code: '07252', tier: 'commune', name: 'Xã Tam Tiến', parent: '215' },
  { code: '07255', tier: 'commune', name: 'Xã Đồng Vương', parent: '215' },
  { code: '07258', tier: 'commune', name: 'Xã Đồng Hưu', parent: '215' },
  { code: '07260', tier: 'commune', name: 'Xã Đồng Tâm', parent: '215', from: '2008-11-21' },
  { code: '07261', tier: 'commune', name: 'Xã Tam Hiệp', parent: '215' },
  { code: '07264', tier: 'commune', name: 'Xã Tiến Thắng', parent: '215' },
  { code: '07267', tier: 'commune', name: 'Xã Hồng Kỳ', parent: '215' },
  { code: '07270', tier: 'commune', name: 'Xã Đồng Lạc', parent: '215' },
  { code: '07273', tier: 'commune', name: 'Xã Đông Sơn', parent: '215' },
  { code: '07276', tier: 'commune', name: 'Xã Tân Hiệp', parent: '215' },
  { code: '07279', tier: 'commune', name: 'Xã Hương Vĩ', parent: '215' },
  { code: '07282', tier: 'commune', name: 'Xã Đồng Kỳ', parent: '215' },
  { code: '07285', tier: 'commune', name: 'Xã An Thượng', parent: '215' },
  { code: '07288', tier: 'commune', name: 'Xã Phồn Xương', parent: '215', to: '2020-01-01' },
  { code: '07288', tier: 'commune', name: 'Thị trấn Phồn Xương', parent: '215', from: '2020-01-01' },
  { code: '07291', tier: 'commune', name: 'Xã Tân Sỏi', parent: '215' },
  { code: '07294', tier: 'commune', name: 'Xã Bố Hạ', parent: '215', to: '2020-01-01' },
  { code: '07294', tier: 'commune', name: 'Thị trấn Bố Hạ', parent: '215', from: '2020-01-01' },
]
