import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { procedureOfEntry } from './catalogue-entry.ts'
import { defineCatalogue, type CatalogueEntry } from './declare-catalogue.ts'
import { Procedure } from './procedure-shape.ts'
import { lawsOn } from './procedure.ts'

// A permit to open a chess club: everything that the short notation can say.
const [club, board] = defineCatalogue([
  {
    code: '1.000001',
    codeStatus: 'uncertain',
    name: { vi: 'Mở câu lạc bộ cờ', en: 'Open a chess club' },
    everydayName: { vi: 'Mở lớp cờ', en: 'Teach chess' },
    field: { vi: 'Cờ', en: 'Chess' },
    sector: 'chess',
    level: 'club',
    owner: 'ROOK',
    alternateOwner: 'QUEEN',
    subjects: ['citizen'],
    timeLimits: [
      { amount: 3, unit: 'working-day' },
      { amount: 9, unit: 'calendar-day', note: { vi: 'Ở xa', en: 'Far away' }, from: '2020-01-01' },
    ],
    fees: [{ amount: 5000, to: '2021-01-01' }, { note: { vi: 'Theo hội', en: 'Set by the society' } }],
    onlineLevel: [
      { level: 2, to: '2021-01-01' },
      { level: 3, from: '2021-01-01' },
    ],
    papers: [{ vi: 'Đơn', en: 'Application' }, { vi: 'Bàn cờ' }],
    result: { vi: 'Giấy phép', en: 'Permit' },
    legalBasis: ['1/2019/NĐ-CP'],
    lifeEvents: ['other'],
    keywords: ['co vua'],
    effective: { to: '2030-01-01' },
  },
  {
    localCode: 'XX.7',
    name: { vi: 'Tổ chức giải', en: 'Hold a tournament' },
    field: { vi: 'Cờ', en: 'Chess' },
    sector: 'chess',
    level: 'province',
    owner: 'BOARD',
    subjects: ['organization'],
    timeLimits: [{ amount: 1, unit: 'within-day' }],
    fees: [],
    onlineLevel: [{ level: 1 }],
    papers: [{ vi: 'Đơn', en: 'Application' }],
    result: { vi: 'Giấy phép', en: 'Permit' },
    legalBasis: ['1/2019/NĐ-CP'],
    lifeEvents: ['other'],
    keywords: ['giai co'],
  },
]) as [CatalogueEntry, CatalogueEntry]

test('an entry becomes a described procedure and loses nothing', () => {
  const { owner: _owner, alternateOwner: _alternate, papers: _papers, fees: _fees, ...same } = club
  expect(procedureOfEntry(club)).toMatchObject(same)
  expect(procedureOfEntry(club).form).toBeUndefined()
})

test('papers that are words get ids in their order, and are taken as picture or PDF', () => {
  expect(procedureOfEntry(club).papers).toEqual([
    { id: 'paper-1', name: { vi: 'Đơn', en: 'Application' }, form: 'either', accept: ['image', 'pdf'] },
    { id: 'paper-2', name: { vi: 'Bàn cờ', en: 'Bàn cờ' }, form: 'either', accept: ['image', 'pdf'] },
  ])
})

test('a fee may have no amount when a note says who sets it', () => {
  expect(procedureOfEntry(club).fees).toMatchObject([
    { id: 'fee', amount: 5000, to: '2021-01-01', payAt: 'reception' },
    { id: 'fee', note: { en: 'Set by the society' } },
  ])
  expect(() => defineCatalogue([{ ...club, fees: [{}] }])).toThrow('a note that says who sets it')
})

test('the owner is an agency of the province, or below it the part of whichever agency serves the place', () => {
  expect(procedureOfEntry(board).owner).toEqual({ agency: 'BOARD' })
  expect(procedureOfEntry(club).owner).toEqual({ tier: 'club', division: ['ROOK', 'QUEEN'] })
  const { alternateOwner: _alternate, ...alone } = club
  expect(procedureOfEntry(alone).owner).toEqual({ tier: 'club', division: 'ROOK' })
})

test('a local code is said to be one', () => {
  expect(procedureOfEntry(board)).toMatchObject({ code: 'XX.7', codeStatus: 'local' })
})

test('the procedure is plain data and reads back as itself', () => {
  const procedure = procedureOfEntry(club)
  expect(JSON.parse(JSON.stringify(procedure))).toEqual(procedure)
  expect(Procedure.parse(JSON.parse(JSON.stringify(procedure)))).toEqual(procedure)
})

test('a document that came later or ended is named on the days on which it holds', () => {
  const legalBasis = ['81/2018/NĐ-CP', { law: '128/2024/NĐ-CP', from: civil('2024-12-01'), to: civil('2026-01-01') }]
  expect(lawsOn({ legalBasis }, civil('2024-11-30'))).toEqual(['81/2018/NĐ-CP'])
  expect(lawsOn({ legalBasis }, civil('2024-12-01'))).toEqual(['81/2018/NĐ-CP', '128/2024/NĐ-CP'])
  expect(lawsOn({ legalBasis }, civil('2026-01-01'))).toEqual(['81/2018/NĐ-CP'])
})
