import { expect, test } from 'vitest'
import { checkPapers } from './check-form/check-form.ts'
import { mostFiles, papersFor, requiredPapers } from './paper.ts'
import { licenceForm, licencePapers } from './samples/licence.ts'

const ids = (papers: readonly { id: string }[]) => papers.map(({ id }) => id)

test('papers follow from the answers; optional and generated ones are not required', () => {
  expect(ids(papersFor(licencePapers, { reason: 'expiring' }))).toEqual(['licence', 'health', 'application', 'note'])
  expect(ids(requiredPapers(licencePapers, { reason: 'expiring' }))).toEqual(['licence', 'health'])
  expect(ids(requiredPapers(licencePapers, { reason: 'lost' }))).toEqual(['health'])
})

test('a paper takes five files unless it says otherwise', () => {
  expect(licencePapers.map(mostFiles)).toEqual([2, 5, 5, 5])
})

test('papers whose condition looks at no question, or that share an id, are refused', () => {
  const [paper] = licencePapers
  expect(checkPapers(licencePapers, licenceForm)).toEqual([])
  expect(
    checkPapers([{ ...paper, when: { field: 'reson', is: 'lost' } }, paper], licenceForm).map(({ path, message }) => [
      path,
      message.en,
    ]),
  ).toEqual([
    ['1.id', 'The id licence is used above already. Each id is used once; change this one.'],
    ['0.when', 'There is no question reson. Did you mean reason?'],
  ])
  expect(checkPapers([{ ...paper, accept: [] }], licenceForm)).toHaveLength(1)
})
