import { describe, expect, test } from 'vitest'
import { clubForm } from './samples/club.ts'
import { licenceForm } from './samples/licence.ts'
import { nextPage, previousPage, visibleAnswers, visiblePages } from './visible.ts'

const ids = (pages: readonly { id: string }[]) => pages.map(({ id }) => id)

describe('pages', () => {
  test('are asked as far as their conditions hold', () => {
    expect(ids(visiblePages(licenceForm, {}))).toEqual(['applicant', 'reason', 'licence'])
    expect(ids(visiblePages(licenceForm, { reason: 'lost' }))).toEqual(['applicant', 'reason'])
    expect(ids(visiblePages(clubForm, { wantsBalls: true, total: 1_000_000 }))).toEqual(['players', 'order', 'rules'])
  })

  test('do not depend on an answer that is hidden itself', () => {
    expect(ids(visiblePages(clubForm, { wantsBalls: false, total: 1_000_000 }))).toEqual(['players', 'order'])
  })

  test('on which nothing would be asked are passed over', () => {
    const form = {
      ...licenceForm,
      pages: [{ ...licenceForm.pages[1]!, fields: licenceForm.pages[1]!.fields.slice(1) }, ...licenceForm.pages],
    }
    expect(ids(visiblePages(form, {}))).toEqual(['applicant', 'reason', 'licence'])
  })

  test('follow each other, and the summary follows the last', () => {
    expect(nextPage(licenceForm, {})?.id).toBe('applicant')
    expect(nextPage(licenceForm, {}, 'applicant')?.id).toBe('reason')
    expect(nextPage(licenceForm, { reason: 'lost' }, 'reason')).toBeUndefined()
    expect(nextPage(licenceForm, {}, 'licence')).toBeUndefined()
  })

  test('lead back past those that are not asked', () => {
    expect(previousPage(licenceForm, {}, 'licence')?.id).toBe('reason')
    expect(previousPage(licenceForm, {}, 'applicant')).toBeUndefined()
    expect(previousPage(clubForm, { wantsBalls: true, total: 2_000_000 }, 'rules')?.id).toBe('order')
  })
})

test('visible answers leave out what is hidden, also in rows', () => {
  const draft = {
    players: [
      { name: 'An', age: 10, guardian: 'Mẹ' },
      { name: 'Bà', age: 60, guardian: 'Con' },
    ],
    wantsBalls: false,
    items: [{ boxes: 1 }],
    stranger: 1,
  }
  expect(visibleAnswers(clubForm, draft)).toEqual({
    players: [
      { name: 'An', age: 10, guardian: 'Mẹ' },
      { name: 'Bà', age: 60 },
    ],
    wantsBalls: false,
  })
})
