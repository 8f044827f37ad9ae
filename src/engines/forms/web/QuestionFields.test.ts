import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { parsePage } from '../parse-page.ts'
import { clubForm } from '../samples/club.ts'
import { everyType } from '../samples/every-type.ts'
import { licenceForm } from '../samples/licence.ts'
import { sampleLookups } from '../samples/lists.ts'
import type { LookupData } from './lookup-data.ts'
import { QuestionFields } from './QuestionFields.tsx'

const lookups: LookupData = { today: sampleLookups.today, codeLists: sampleLookups.codeLists }
const draw = (more: Partial<Parameters<typeof QuestionFields>[0]> & { page: string }) =>
  renderToStaticMarkup(
    createElement(QuestionFields, { language: 'vi', form: licenceForm, draft: {}, lookups, ...more }),
  )

describe('a question page, without a script', () => {
  test('asks what is asked now, and not what a condition hides', () => {
    expect(draw({ page: 'reason' })).not.toContain('name="lostWhere"')
    expect(draw({ page: 'reason', draft: { reason: 'lost' } })).toContain('name="lostWhere"')
  })

  test('says what is wrong at the field, with what was typed still there', () => {
    const post = new URLSearchParams('licenceNumber=241 168 003 47&classes=B2')
    const { answers, places } = parsePage(licenceForm, 'licence', {}, post, sampleLookups)
    const html = draw({ page: 'licence', draft: answers, places })
    expect(html).toContain('value="241 168 003 47"')
    expect(html).toContain('aria-describedby="licenceNumber-hint licenceNumber-error"')
    expect(html).toContain('Mới có 11 chữ số, cần đủ 12. Xem lại nhóm cuối trên thẻ.')
    expect(html).toMatch(/checked="" value="B2"|value="B2" checked=""/)
  })

  test('posts what it draws: names are paths that are read again', () => {
    const html = draw({ page: 'applicant' })
    for (const name of [
      'applicant.fullName',
      'applicant.birthDate.day',
      'applicant.sex',
      'applicant.residence.commune',
      'applicant.phone',
    ]) {
      expect(html).toContain(`name="${name}"`)
    }
  })

  test('lets browsers offer what they know of whoever fills it in', () => {
    const html = draw({ page: 'applicant' })
    expect(html).toMatch(/autocomplete="name"/i)
    expect(html).toMatch(/autocomplete="tel"/i)
    expect(html).toMatch(/autocomplete="bday-day"/i)
  })

  test('keeps the Vietnamese term under an English label', () => {
    expect(draw({ page: 'licence', language: 'en' })).toContain('<p class="in-law" lang="vi">Số giấy phép</p>')
  })

  test('writes markup as text and has no style attribute', () => {
    const html = draw({ page: 'licence', draft: { licenceNumber: '"><script>alert(1)</script>' } })
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('style=')
  })

  test('draws every type, filled or empty, right or wrong', () => {
    const everything = Object.fromEntries(
      everyType.pages.flatMap((page) => page.fields).map((field) => [field.id, '<b>']),
    )
    for (const draft of [{}, everything, { yesNo: true, group: [{ text: 'open' }, {}], table: [{ amount: 5 }] }]) {
      for (const page of ['one', 'two']) expect(draw({ form: everyType, page, draft })).not.toContain('<b><')
    }
  })
})

describe('rows on a page', () => {
  const draft = { players: [{ name: 'An', bornOn: '2010-01-01', age: 10 }, { name: 'Bình' }] }

  test('have plain submit buttons to add and take out, and one before them that goes on', () => {
    const html = draw({ form: clubForm, page: 'players', draft })
    expect(html).toContain('name="add:players"')
    expect(html).toContain('name="remove:players.1"')
    expect(html.indexOf('<button type="submit" class="unseen"')).toBeLessThan(html.indexOf('name="remove:'))
  })

  test('ask each row what its own answers call for, and show what is worked out', () => {
    const html = draw({ form: clubForm, page: 'players', draft })
    expect(html).toContain('name="players.0.guardian"')
    expect(html).not.toContain('name="players.1.guardian"')
    expect(html).toContain('<output id="players.0.age"><b>10</b></output>')
  })

  test('begin with an empty one where one is needed, and end at the most', () => {
    expect(draw({ form: clubForm, page: 'players' })).toContain('name="players.0.name"')
    const four = { players: Array.from({ length: 4 }, () => ({ name: 'x' })) }
    expect(draw({ form: clubForm, page: 'players', draft: four })).not.toContain('name="add:players"')
  })

  test('of a table are named for those who do not see the columns', () => {
    const html = draw({
      form: clubForm,
      page: 'order',
      draft: { wantsBalls: true, items: [{ boxes: 2, price: 300_000, amount: 600_000 }], total: 600_000 },
    })
    expect(html).toContain('aria-label="Giá một hộp, Dòng 1"')
    expect(html).toContain('value="300.000"')
    expect(html).toContain('600.000\u00a0₫')
  })
})
