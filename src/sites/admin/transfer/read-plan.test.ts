import { expect, test } from 'vitest'
import { planOf, readTyped, wordOf } from './read-plan.ts'

const typed = (query: string) => readTyped(new URLSearchParams(query))
const begins = (query: string) => planOf('someone', typed(query))?.begins

test('a post that is chosen joins those that were added before, each with how and until when', () => {
  const { begins: added } = typed(
    'hieu-luc=2027-01-10&nhan=u1.p1.regular.&don-vi=u2&vi-tri=p2&hinh-thuc=acting&den=2027-06-30',
  )
  expect(added.map(wordOf)).toEqual(['u1.p1.regular.', 'u2.p2.acting.2027-06-30'])
  expect(begins(`hieu-luc=2027-01-10&${added.map((one) => `nhan=${wordOf(one)}`).join('&')}`)).toEqual([
    { postId: 'p1', kind: 'regular' },
    { postId: 'p2', kind: 'acting', until: '2027-07-01' },
  ])
})

test('chosen again, a post is held as was said last, and once', () => {
  expect(begins('hieu-luc=2027-01-10&nhan=u1.p1.regular.&don-vi=u1&vi-tri=p1&hinh-thuc=secondment&den=')).toEqual([
    { postId: 'p1', kind: 'secondment' },
  ])
})

test.each([
  ['a day in force that does not exist', 'hieu-luc=2027-02-31&nhan=u1.p1.regular.'],
  ['a last day that does not exist', 'hieu-luc=2027-01-10&don-vi=u1&vi-tri=p1&den=2027-02-31'],
  ['a last day before the first', 'hieu-luc=2027-01-10&don-vi=u1&vi-tri=p1&den=2027-01-09'],
  ['an added post that would end before it begins', 'hieu-luc=2027-01-10&nhan=u1.p1.regular.2027-01-09'],
])('there is no plan with %s', (_what, query) => {
  expect(planOf('someone', typed(query))).toBeUndefined()
})

test('whoever leaves gets no post, whatever was added', () => {
  expect(planOf('someone', typed('hieu-luc=2027-01-10&viec=thoi-viec&nhan=u1.p1.regular.'))).toMatchObject({
    leaves: true,
    begins: [],
  })
})
