import { expect, test } from 'vitest'
import { readAreaTable, type KnownArea } from './read-area-table.ts'

const commune = (code: string, name: string): [string, KnownArea] => [
  code,
  { code, tier: 'commune', name, parentCode: '215' },
]
const known = new Map([
  commune('07234', 'Thị trấn Cầu Gồ'),
  commune('07288', 'Xã Phồn Xương'),
  commune('07294', 'Xã Bố Hạ'),
  commune('07291', 'Xã Tân Sỏi'),
])

test('the older year becomes the newer, and what keeps its code and is called otherwise is opened under its name', () => {
  const read = readAreaTable(
    [
      'districtCode,code2019,fullName2019,code2020,fullName2020',
      '215,07234,Thị trấn Cầu Gồ,07288,Thị trấn Phồn Xương',
      '215,07288,Xã Phồn Xương,07288,Thị trấn Phồn Xương',
      '215,07291,Xã Tân Sỏi,07291,Xã Tân Sỏi',
    ].join('\n'),
    known,
  )
  expect(read).toEqual({
    areas: [{ from: '07234', into: [{ area: '07288' }] }],
    openedAreas: [{ code: '07288', tier: 'commune', name: 'Thị trấn Phồn Xương', parent: '215' }],
    same: 1,
    unread: [],
  })
})

test('a byte order mark, semicolons, quotes, Windows lines and a comma in a share are no hindrance', () => {
  const read = readAreaTable(
    '\uFEFF"Mã cũ";"Tên mới";"Mã mới";"Tỷ lệ"\r\n07294;"Xã ""Bố Hạ""; mới";"09001";0,75\r\n\r\n07294;;07291;25%\r\n',
    known,
  )
  expect(read.unread).toEqual([])
  expect(read.areas).toEqual([
    {
      from: '07294',
      into: [
        { area: '09001', share: 0.75 },
        { area: '07291', share: 0.25 },
      ],
    },
  ])
  expect(read.openedAreas).toEqual([{ code: '09001', tier: 'commune', name: 'Xã "Bố Hạ"; mới', parent: '215' }])
})

test.each([
  ['a code that is none', 'X1,,07288,', 2, /2 đến 5 chữ số/],
  ['a unit that is not there', '99999,,07288,', 2, /không có đơn vị mã 99999/],
  ['another name than the unit has', '07294,Xã Khác,07288,', 2, /07294 đang là Xã Bố Hạ/],
  ['a new code without a name', '07294,,09001,', 2, /09001 là mã mới/],
  ['the same twice', '07294,,07288,\n07294,,07288,', 3, /đã có dòng/],
  ['two names for one', '07294,,09001,Xã Một\n07291,,09001,Xã Hai', 3, /ở dòng trước tên là Xã Một/],
])('%s is set aside with its line and reason', (_name, rows, line, reason) => {
  const { unread } = readAreaTable(`code2020,fullName2020,code2025,fullName2025\n${rows}`, known)
  expect(unread).toHaveLength(1)
  expect(unread[0]).toMatchObject({ line, reason: { vi: expect.stringMatching(reason) as string } })
})

test('shares that are more than the whole are set aside, all rows of that unit', () => {
  const rows = 'code2020,code2025,geometryShare\n07294,07288,0.9\n07294,07291,0.4\n07291,07288,1.4'
  const { areas, unread } = readAreaTable(rows, known)
  expect(areas).toEqual([])
  expect(unread.map(({ line }) => line)).toEqual([2, 3, 4])
})

test('a table without two columns of codes says which it needs', () => {
  const { unread } = readAreaTable('ten,code2020\nXã,07294', known)
  expect(unread[0]?.reason.vi).toMatch(/hai cột mã/)
})
