import type { AreaLiteral } from '#engines/directory/declare.ts'

/** Huyện Việt Yên: 19 communes, since the merger of 01/01/2020 (813/NQ-UBTVQH14) 17. */
export const vietYen: AreaLiteral[] = [
  { code: '222', tier: 'district', name: 'Huyện Việt Yên', parent: '24' },
  { code: '07753', tier: 'commune', name: 'Thị trấn Bích Động', parent: '222', to: '2020-01-01', into: ['07777'] },
  { code: '07756', tier: 'commune', name: 'Thị trấn Nếnh', parent: '222', to: '2020-01-01', into: ['07795'] },
  { code: '07759', tier: 'commune', name: 'Xã Thượng Lan', parent: '222' },
  { code: '07762', tier: 'commune', name: 'Xã Việt Tiến', parent: '222' },
  { code: '07765', tier: 'commune', name: 'Xã Nghĩa Trung', parent: '222' },
  { code: '07768', tier: 'commune', name: 'Xã Minh Đức', parent: '222' },
  { code: '07771', tier: 'commune', name: 'Xã Hương Mai', parent: '222' },
  { code: '07774', tier: 'commune', name: 'Xã Tự Lạn', parent: '222' },
  { code: '07777', tier: 'commune', name: 'Xã Bích Sơn', parent: '222', to: '2020-01-01' },
  { code: '07777', tier: 'commune', name: 'Thị trấn Bích Động', parent: '222', from: '2020-01-01' },
  { code: '07780', tier: 'commune', name: 'Xã Trung Sơn', parent: '222' },
  { code: '07783', tier: 'commune', name: 'Xã Hồng Thái', parent: '222' },
  { code: '07786', tier: 'commune', name: 'Xã Tiên Sơn', parent: '222' },
  { code: '07789', tier: 'commune', name: 'Xã Tăng Tiến', parent: '222' },
  { code: '07792', tier: 'commune', name: 'Xã Quảng Minh', parent: '222' },
  { code: '07795', tier: 'commune', name: 'Xã Hoàng Ninh', parent: '222', to: '2020-01-01' },
  { code: '07795', tier: 'commune', name: 'Thị trấn Nếnh', parent: '222', from: '2020-01-01' },
  { code: '07798', tier: 'commune', name: 'Xã Ninh Sơn', parent: '222' },
  { code: '07801', tier: 'commune', name: 'Xã Vân Trung', parent: '222' },
  { code: '07804', tier: 'commune', name: 'Xã Vân Hà', parent: '222' },
  { code: '07807', tier: 'commune', name: 'Xã Quang Châu', parent: '222' },
]
