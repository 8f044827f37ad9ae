import { describe, expect, test } from 'vitest'
import { summaryOf } from '#engines/forms/contract.ts'
import { sampleLookups } from '#engines/forms/samples/lists.ts'
import { completeProcedureOf } from '../../../commands/testing/story.ts'
import { mainFacts } from './main-facts.ts'

const person = (fullName: string, personalId: string) => ({ fullName, birthDate: '1990-01-02', personalId })
const applicant = { ...person('Ngô Văn Thắng', '024090000111'), phone: '0979000218' }
const other = person('Trần Thị Mai', '024190000222')

const factsOf = (code: string, answers: object) =>
  mainFacts(summaryOf(completeProcedureOf(code).form, { ...answers }, 'vi', sampleLookups, { revealed: true })).map(
    ({ label, lines }) => [label, lines.join(', ')],
  )

describe('the main data of a dossier are the applicant’s', () => {
  test.each([
    ['beside a joint owner of land', '2.000889', { isShared: true, coOwners: [{ person: other }] }],
    ['beside a member of a household business', '1.001612', { ownership: 'group', members: [{ member: other }] }],
    ['beside the mother of a newborn', '1.001193', { parents: 'mother', mother: other }],
  ])('%s', (_, code, answers) => {
    const facts = factsOf(code, { applicant, ...answers })
    expect(facts).toContainEqual(['Họ, chữ đệm, tên', 'Ngô Văn Thắng'])
    expect(facts).toContainEqual(['Ngày sinh', '02/01/1990'])
    expect(JSON.stringify(facts)).not.toContain('Trần Thị Mai')
    expect(JSON.stringify(facts)).not.toContain(other.personalId.slice(-6))
  })

  test('and what belongs to nobody in particular stands beside them', () => {
    expect(factsOf('2.000889', { applicant, transfer: 'gift', fromWhom: 'Ngô Văn Lợi' })).toContainEqual([
      'Của ai',
      'Ngô Văn Lợi',
    ])
  })
})
