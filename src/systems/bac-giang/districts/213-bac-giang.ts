import type { AreaLiteral } from '#engines/directory/declare.ts'

/** Thành phố Bắc Giang: 16 communes, not touched by the merger of 01/01/2020. */
export const bacGiangCity: AreaLiteral[] = [
  { code: '213', tier: 'district', name: 'Thành phố Bắc Giang', parent: '24', from: '2005-06-22' },
  { code: '07201', tier: 'commune', name: 'Phường Thọ Xương', parent: '213' },
  { code: '07204', tier: 'commune', name: 'Phường Trần Nguyên Hãn', parent: '213' },
  { code: '07207', tier: 'commune', name: 'Phường Ngô Quyền', parent: '213' },
  { code: '07210', tier: 'commune', name: 'Phường Hoàng Văn Thụ', parent: '213' },
  { code: '07213', tier: 'commune', name: 'Phường Trần Phú', parent: '213' },
  { code: '07216', tier: 'commune', name: 'Phường Mỹ Độ', parent: '213' },
  { code: '07219', tier: 'commune', name: 'Phường Lê Lợi', parent: '213' },
  { code: '07222', tier: 'commune', name: 'Xã Song Mai', parent: '213' },
  { code: '07225', tier: 'commune', name: 'Phường Xương Giang', parent: '213', from: '2013-12-31' },
  { code: '07228', tier: 'commune', name: 'Phường Đa Mai', parent: '213', from: '2013-12-31' },
  { code: '07231', tier: 'commune', name: 'Phường Dĩnh Kế', parent: '213', from: '2013-12-31' },
  { code: '07441', tier: 'commune', name: 'Xã Dĩnh Trì', parent: '213', from: '2010-09-28' },
  { code: '07687', tier: 'commune', name: 'Xã Tân Mỹ', parent: '213', from: '2010-09-28' },
  { code: '07696', tier: 'commune', name: 'Xã Đồng Sơn', parent: '213', from: '2010-09-28' },
  { code: '07699', tier: 'commune', name: 'Xã Tân Tiến', parent: '213', from: '2010-09-28' },
  { code: '07705', tier: 'commune', name: 'Xã Song Khê', parent: '213', from: '2010-09-28' },
]
