import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { parsePage } from '../parse-page.ts'
import { clubForm } from '../samples/club.ts'
import { everyType } from '../samples/every-type.ts'
import { licenceForm } from '../samples/licence.ts'
import { sampleLookups } from '../samples/lists.ts'
import { summaryOf, type SummaryRow } from '../summary.ts'
import { FormSummary } from './FormSummary.tsx'
import { lookupDataFor } from './lookup-data.ts'
import { afterButton, begin, cameBack } from './now.ts'
import { pageErrors } from './page-errors.ts'
import { PinnedQuestion } from './PinnedQuestion.tsx'

const lookups = { today: sampleLookups.today, codeLists: sampleLookups.codeLists }
const filed = {
  players: [
    { name: 'An', bornOn: '1990-01-01', age: 30 },
    { name: 'Bình', bornOn: '1991-01-01', age: 29 },
  ],
}
const pinned = (path: string, more: object = {}) =>
  renderToStaticMarkup(createElement(PinnedQuestion, { language: 'vi', form: clubForm, path, filed, lookups, ...more }))

describe('a pinned question', () => {
  test('is asked alone, with what was filed below it', () => {
    const html = pinned('players.1.name')
    expect(html.match(/name="/g)).toHaveLength(1)
    expect(html).toContain('name="players.1.name"')
    expect(html).toContain('Trước đó ghi: Bình')
  })

  test('that is a whole row asks its parts; a whole group has a spare row and no buttons', () => {
    expect(pinned('players.0')).toContain('name="players.0.bornOn.day"')
    expect(pinned('players')).toContain('name="players.2.name"')
    expect(pinned('players')).not.toContain('add:players')
  })

  test('shows what was typed since and what is wrong with it', () => {
    const html = pinned('players.0.name', {
      answers: { players: [{ name: '' }, {}] },
      places: [{ path: 'players.0.name', message: { vi: 'Chưa điền.', en: '' } }],
    })
    expect(html).toContain('Chưa điền.')
  })

  test.each(['', 'nothing', 'players.9.name', 'players.x', '__proto__.x'])('at %j is nothing', (path) => {
    expect(pinned(path)).toBe('')
  })
})

describe('the error box', () => {
  test('names each question and says in few words what is wrong', () => {
    const { places } = parsePage(
      licenceForm,
      'licence',
      {},
      new URLSearchParams('licenceNumber=241 168 003 47&classes=B2'),
      sampleLookups,
    )
    expect(pageErrors(licenceForm, places, 'vi')).toEqual({
      title: 'Còn 1 chỗ cần xem lại',
      list: [{ fieldId: 'licenceNumber', text: 'Số giấy phép: mới có 11 chữ số, cần đủ 12' }],
    })
    expect(pageErrors(licenceForm, [], 'vi')).toBeUndefined()
  })
})

describe('a drawn summary', () => {
  test('leads back to each answer and has a list for each person or row', () => {
    const html = renderToStaticMarkup(
      createElement(FormSummary, {
        language: 'vi',
        pages: summaryOf(clubForm, filed, 'vi', sampleLookups),
        changeHref: (page, path) => `/${page}#${path}`,
        changeText: 'Sửa',
      }),
    )
    expect(html).toContain('<h2>Người chơi 1</h2>')
    expect(html).toContain('href="/players#players.1.name"')
    expect(html).not.toContain('1990-01-01')
  })

  test('puts a person and the questions of a page of the same title under one heading', () => {
    const row = { label: 'x', lines: ['y'], sensitive: false }
    const page = { page: 'groom', title: 'Bên nam', rows: [] as SummaryRow[] }
    page.rows.push({ ...row, path: 'groom.fullName', under: 'Bên nam' }, { ...row, path: 'groomHome' })
    const html = renderToStaticMarkup(createElement(FormSummary, { language: 'vi', pages: [page] }))
    expect(html.match(/<h2>Bên nam<\/h2>/g)).toHaveLength(1)
  })
})

test('a page carries only the lists that its questions need', () => {
  const all = { ...lookups, communes: [] }
  expect(lookupDataFor(licenceForm.pages[1]!.fields, all)).toEqual({ today: all.today, codeLists: {} })
  const data = lookupDataFor(licenceForm.pages[0]!.fields, all)
  expect([Object.keys(data.codeLists), data.communes]).toEqual([['sex'], []])
  expect(Object.keys(lookupDataFor(everyType.pages[0]!.fields, all).codeLists)).toEqual([
    'ethnicity',
    'identityDocumentKind',
  ])
})

describe('what stands on the page while someone types', () => {
  const wrong = [{ path: 'players.1.name', message: { vi: 'x', en: 'x' } }]

  test('stays when the page was only saved', () => {
    const typing = { ...begin({}, []), draft: { a: 'typed since' } }
    expect(cameBack(typing, { a: 'saved' }, []).draft).toEqual({ a: 'typed since' })
    expect(cameBack(typing, {}, [])).toBe(typing)
  })

  test('follows the server when something is wrong, and draws rows anew only if there are others', () => {
    const now = begin(filed, [])
    expect(cameBack(now, filed, wrong)).toMatchObject({ places: wrong, version: 0 })
    expect(cameBack(now, { players: [] }, wrong).version).toBe(1)
  })

  test('forgets the errors of rows that moved, and shows where to go on', () => {
    const now = begin(filed, wrong)
    expect(afterButton(now, { players: [{}, {}, {}] }, 'add:players')).toMatchObject({
      places: [],
      focus: 'players.2',
      version: 1,
    })
    expect(afterButton(now, filed, 'remove:players.1')).toMatchObject({ focus: 'players' })
  })
})
