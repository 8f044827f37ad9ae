import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'
import { writeWorkbook } from './write-workbook.ts'
import { makeZip } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of one sheet as other programs write them: names with a prefix, texts that are shared, styles of their own. */
const workbook = (sheet: string, more: readonly (readonly [string, string])[] = []) =>
  makeZip([
    [
      'xl/workbook.xml',
      `<x:workbook xmlns:x="${main}" xmlns:r="r"><x:sheets><x:sheet name="Cán bộ &amp; vị trí" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId7" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `<x:worksheet xmlns:x="${main}">${sheet}</x:worksheet>`],
    ...more,
  ])

test('a workbook that the platform wrote is read as it was', () => {
  const rows = [
    ['Nguyễn “An” <b>', '024168009123', '=1+1'],
    ['', '', 'cột C'],
  ]
  const columns = ['Họ tên', 'Số', 'Ghi chú'].map((title) => ({ title, width: 20 }))
  expect(readWorkbook(writeWorkbook([{ name: 'A & B', columns, rows }]))).toEqual([
    {
      name: 'A & B',
      rows: [
        { line: 1, cells: ['Họ tên', 'Số', 'Ghi chú'] },
        { line: 2, cells: rows[0] },
        { line: 3, cells: rows[1] },
      ],
    },
  ])
})

test('cells are read as people see them: dates, shared and rich texts, what formulas came to, merged and empty ones', () => {
  const texts = `<sst><si><r><t>Trưởng </t></r><r><t>phòng</t></r><rPh><t>đọc là</t></rPh></si></sst>`
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0 &quot;day&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
  const sheet = `<x:sheetData>
    <x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" s="1"><x:v>33118</x:v></x:c><x:c r="D2" s="2"><x:v>46388.75</x:v></x:c>
      <x:c r="E2" s="3"><x:v>46388</x:v></x:c><x:c r="F2" t="str"><x:f>A2</x:f><x:v>tính ra</x:v></x:c><x:c r="G2" t="e"><x:v>#REF!</x:v></x:c></x:row>
    <x:row r="3"><x:c r="A3" s="1"/></x:row>
    <x:row r="5"><x:c r="B5"><x:v>12</x:v></x:c><x:c r="C5" t="b"><x:v>1</x:v></x:c></x:row>
  </x:sheetData><x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells>`
  const bytes = workbook(sheet, [
    ['xl/sharedStrings.xml', texts],
    ['xl/styles.xml', styles],
  ])
  expect(readWorkbook(bytes)).toEqual([
    {
      name: 'Cán bộ & vị trí',
      rows: [
        { line: 2, cells: ['Trưởng phòng', '', '02/09/1990', '01/01/2027', '46388', 'tính ra'] },
        { line: 3, cells: ['Trưởng phòng'] },
        { line: 5, cells: ['', '12', '1'] },
      ],
    },
  ])
})

const whyNot = (bytes: Buffer): string => {
  try {
    readWorkbook(bytes)
    return 'read'
  } catch (error) {
    return error instanceof UnreadableSpreadsheet ? error.why : String(error)
  }
}

test('nothing outside the file is read, and no entity grows', () => {
  const cell =
    '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>&b;</x:t></x:is></x:c></x:row></x:sheetData>'
  const outside = workbook(cell, [
    ['xl/sharedStrings.xml', '<!DOCTYPE sst [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst/>'],
  ])
  expect([whyNot(outside), whyNot(workbook(cell))]).toEqual(['broken', 'broken'])
})

test('a file that unpacks to more than anybody typed is given up, whatever sizes it states', () => {
  const bomb = workbook(`<x:sheetData>${' '.repeat(30_000_000)}</x:sheetData>`)
  const merged = workbook(
    '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCell ref="A1:ZZ1048576"/>',
  )
  // The same bomb that says of itself that it is small.
  const size = Buffer.alloc(4)
  size.writeUInt32LE(
    `<x:worksheet xmlns:x="${main}"><x:sheetData>${' '.repeat(30_000_000)}</x:sheetData></x:worksheet>`.length,
  )
  const lying = Buffer.from(bomb)
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(10, at)
  expect(lying.equals(bomb)).toBe(false)
  expect([bomb, merged, lying].map(whyNot)).toEqual(['tooBig', 'tooBig', 'tooBig'])
})

test('what is broken anywhere is refused: cut off, not packed as said, with another content than its sum', () => {
  const whole = workbook('<x:sheetData/>')
  expect(whyNot(whole)).toBe('read')
  const changed = Buffer.from(whole)
  changed.writeUInt8(changed.readUInt8(45) ^ 1, 45)
  expect(whyNot(changed)).toBe('broken')
  for (let length = 0; length < whole.length; length += 97) expect(whyNot(whole.subarray(0, length))).toBe('broken')
  expect(whyNot(deflateRawSync('PK'))).toBe('broken')
  expect(whyNot(makeZip([['a.txt', 'a']]))).toBe('broken')
})
