import { describe, expect, test } from 'vitest'
import { parseAnswers } from './parse-answers.ts'
import { parsePage } from './parse-page.ts'
import { clubForm } from './samples/club.ts'
import { licenceForm } from './samples/licence.ts'
import { sampleLookups } from './samples/lists.ts'

const applicant = {
  fullName: 'Thân Thị Bích Phượng',
  birthDate: '1968-08-14',
  sex: 'female',
  personalId: '024168009123',
  residence: { commune: '07375', detail: 'Thôn Hạ' },
  phone: '0979123218',
}
const complete = {
  applicant,
  reason: 'expiring',
  expiresOn: '2020-12-18',
  licenceNumber: '241168003472',
  classes: ['B2'],
}

describe('one page', () => {
  const save = (draft: object, query: string, page = 'reason') =>
    parsePage(licenceForm, page, draft as Record<string, unknown>, new URLSearchParams(query), sampleLookups)

  test('is read into the draft and tells only what is wrong on it', () => {
    const { answers, places } = save({}, 'licenceNumber=241 168 003 47&classes=B2', 'licence')
    expect(answers).toEqual({ licenceNumber: '24116800347', classes: ['B2'] })
    expect(places.map(({ path }) => path)).toEqual(['licenceNumber'])
  })

  test('keeps text that could not be read', () => {
    const { answers, places } = save({}, 'reason=expiring&expiresOn=cuối năm')
    expect(answers).toEqual({ reason: 'expiring', expiresOn: 'cuối năm' })
    expect(places.map(({ path }) => path)).toEqual(['expiresOn'])
  })

  test('keeps what a changed answer hides, here and on later pages, until the form is sent', () => {
    const draft = { ...complete }
    const changed = save(draft, 'reason=lost&lostWhere=Chợ')
    expect(changed.answers).toMatchObject({
      reason: 'lost',
      lostWhere: 'Chợ',
      expiresOn: '2020-12-18',
      licenceNumber: '241168003472',
    })
    const back = save(changed.answers, 'reason=expiring&expiresOn=18/12/2020')
    expect(parseAnswers(licenceForm, back.answers, sampleLookups)).toEqual({ answers: complete, places: [] })
  })

  test('does not call a question wrong that was not on the page, but names it to be asked', () => {
    const first = save({}, 'reason=expiring')
    expect([first.places, first.cameUp]).toEqual([[], ['expiresOn']])
    const again = save(first.answers, 'reason=expiring')
    expect([again.places.map(({ path }) => path), again.cameUp]).toEqual([['expiresOn'], []])
    const changed = save(first.answers, 'reason=lost&expiresOn=')
    expect([changed.places, changed.cameUp]).toEqual([[], ['lostWhere']])
  })

  test('keeps the earlier answer of a question that comes back and was not on the page', () => {
    const lost = save({}, 'reason=lost&lostWhere=Chợ Vôi').answers
    const damaged = save(lost, 'reason=damaged&lostWhere=Chợ Vôi').answers
    const again = save(damaged, 'reason=lost')
    expect([again.answers, again.places]).toEqual([{ reason: 'lost', lostWhere: 'Chợ Vôi' }, []])
    expect(save(again.answers, 'reason=lost&lostWhere=').places.map(({ path }) => path)).toEqual(['lostWhere'])
  })

  test('clears an answer that was taken out', () => {
    expect(save({ licenceNumber: '1', classes: ['B2'] }, 'licenceNumber=', 'licence').answers).toEqual({})
  })

  test('takes only its own fields', () => {
    expect(save({ reason: 'lost' }, 'applicant.fullName=X&reason=damaged&licenceNumber=1').answers).toEqual({
      reason: 'damaged',
    })
    expect(
      parsePage(licenceForm, 'reason', {}, { reason: 'lost', licenceNumber: '1' }, sampleLookups).places.map(
        ({ path }) => path,
      ),
    ).toEqual(['lostWhere', 'licenceNumber'])
  })

  test('tells keys of JSON that it does not ask for apart, at every depth; a post is read by its own names only', () => {
    const paths = (page: string, input: unknown) =>
      parsePage(clubForm, page, {}, input, sampleLookups).unknown.map(({ path }) => path)
    const player = { name: 'An', bornOn: '1990-01-01' }
    expect(paths('players', { players: [player, { ...player, isAdmin: true }], status: 'granted' })).toEqual([
      'players.1.isAdmin',
      'status',
    ])
    expect(paths('players', { players: [{ name: 'An', bornOn: 'cuối năm' }] })).toEqual([])
    const post = 'players.0.name=An&players.0.isAdmin=true&status=granted&once=1'
    expect(paths('players', new URLSearchParams(post))).toEqual([])
  })

  test('that is not asked, or that does not exist, changes nothing', () => {
    expect(save({ reason: 'lost' }, 'licenceNumber=241168003472', 'licence').answers).toEqual({ reason: 'lost' })
    expect(save({ reason: 'lost' }, 'reason=damaged', 'nowhere').answers).toEqual({ reason: 'lost' })
  })

  test('recomputes what later pages compute from it', () => {
    const draft = { wantsBalls: true, items: [{ boxes: 2, price: 5, amount: 10 }], total: 10 }
    const { answers } = parsePage(
      clubForm,
      'players',
      draft,
      { players: [{ name: 'An', bornOn: '1990-01-01' }] },
      sampleLookups,
    )
    expect(answers).toMatchObject({ playerCount: 1, total: 10 })
  })
})

describe('rows without a script', () => {
  const press = (draft: object, query: string) =>
    parsePage(clubForm, 'players', draft as Record<string, unknown>, new URLSearchParams(query), sampleLookups)
  const two = 'players.0.name=An&players.0.bornOn=1/1/1990&players.1.name=Bình&players.1.bornOn=2/2/1991'

  test('a button adds an empty row, keeps what was typed, and complains of nothing', () => {
    const { answers, places, rowsChanged } = press({}, 'players.0.name=An&players.0.bornOn=abc&add:players=')
    expect(answers.players).toEqual([{ name: 'An', bornOn: 'abc' }, {}])
    expect([places, rowsChanged]).toEqual([[], true])
  })

  test('a button takes out the row that it stands in', () => {
    expect(press({}, `${two}&remove:players.0=`).answers.players).toEqual([
      { name: 'Bình', bornOn: '1991-02-02', age: 29 },
    ])
    expect(press({}, `${two}&remove:players.7=`).answers.players).toHaveLength(2)
  })

  test('taking out the last row leaves none', () => {
    expect(press({ players: [{ name: 'An' }] }, 'players.0.name=An&remove:players.0=').answers.players).toBeUndefined()
  })

  test('a button cannot add more rows than the form allows', () => {
    const four = Array.from({ length: 4 }, (_, at) => `players.${at}.name=P${at}`).join('&')
    expect(press({}, `${four}&add:players=`).answers.players).toHaveLength(4)
  })

  test('going on drops the rows left empty', () => {
    expect(press({}, `${two}&players.2.name=&players.2.bornOn=`).answers.players).toHaveLength(2)
  })
})
