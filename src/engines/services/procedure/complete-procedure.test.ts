import { expect, test } from 'vitest'
import { completeProcedure, proceduresOf } from './complete-procedure.ts'
import { chessCatalogue, chessClub, chessCompletion } from '../samples.ts'
import { Procedure } from './procedure-shape.ts'

test('facts come from the catalogue, the rest from the completion', () => {
  const club = chessClub()
  expect(club).toMatchObject({
    name: { en: 'Open a chess club' },
    legalBasis: ['1/2019/NĐ-CP'],
    summary: { en: 'Open a place for chess' },
    receivedAt: ['town'],
  })
  expect(club.form?.pages).toHaveLength(1)
})

test('finer facts of the completion stand for those of the catalogue', () => {
  const fine = chessClub({ timeLimits: [{ amount: 3, unit: 'working-day' }], owner: { agency: 'BOARD' } })
  expect(fine.timeLimits).toEqual([{ amount: 3, unit: 'working-day' }])
  expect(fine.owner).toEqual({ agency: 'BOARD' })
})

test('work of the owner is done in its division; leaders and clerks sit in the body itself', () => {
  const { steps } = chessClub().process!
  expect(steps['look']?.by).toEqual({ at: { unit: 'owner', division: ['ROOK', 'QUEEN'] }, function: 'specialist' })
  expect(steps['sign']?.by.at).toEqual({ unit: 'owner' })
  expect(steps['receive']?.by.at).toEqual({ unit: 'receiver' })
})

test('a paper is a copy as picture or PDF, one that the system makes an original in PDF', () => {
  const { papers } = chessClub({
    papers: [
      { id: 'plan', name: { vi: 'Sơ đồ', en: 'Plan' } },
      { id: 'form', name: { vi: 'Đơn', en: 'Form' }, generated: true },
    ],
  })
  expect(papers).toMatchObject([
    { id: 'plan', form: 'copy', accept: ['image', 'pdf'] },
    { id: 'form', form: 'original', accept: ['pdf'] },
  ])
})

test('a refusal has the words that every refusal has, and names the law that its procedure has by then', () => {
  const refusal = chessClub().results.find(({ outcome }) => outcome === 'refused')
  expect(refusal).toMatchObject({ id: 'refused', notation: 'TB' })
  expect(JSON.stringify(refusal?.blocks)).toContain('{legalBasis}')
  expect(JSON.stringify(refusal?.blocks)).toContain('khiếu nại')
})

test('a code that the catalogue does not have, or that is completed twice, is refused by name', () => {
  expect(() => proceduresOf(chessCatalogue, [chessCompletion({ code: '9.999999' })])).toThrow(
    '9.999999 is completed, but not in the catalogue',
  )
  expect(() => proceduresOf(chessCatalogue, [chessCompletion(), chessCompletion()])).toThrow(
    '1.000001 is completed twice',
  )
})

test('what is wrong in a completion is told with its place', () => {
  const wrong = { ...chessCompletion(), form: { id: 'x', pages: [{ id: 'p', title: { vi: 'x' } }] } }
  expect(() => completeProcedure(wrong as never)).toThrow(/procedure 1\.000001:[^]*form\.pages\[0\]/)
})

test('a complete procedure is plain data and reads back as itself', () => {
  const club = chessClub()
  expect(Procedure.parse(JSON.parse(JSON.stringify(club)))).toEqual(club)
})
