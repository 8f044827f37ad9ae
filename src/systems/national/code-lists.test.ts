import { expect, test } from 'vitest'
import { CodeList } from '#engines/forms/declare.ts'
import { findOption } from '#engines/forms/contract.ts'
import { civil } from '#values/plain-date.ts'
import { codeLists, ethnicity, identityDocumentKind } from './code-lists.ts'

test.each(codeLists)('the list $name is data and sound', (list) => {
  expect(CodeList.parse(JSON.parse(JSON.stringify(list)))).toEqual(list)
  expect(new Set(list.entries.map(({ code }) => code)).size).toBe(list.entries.length)
  expect(new Set(list.entries.map(({ label }) => label.vi)).size).toBe(list.entries.length)
})

test('there are 54 peoples, numbered as in the decision of 1979', () => {
  expect(ethnicity.entries.map(({ code }) => code)).toEqual(
    Array.from({ length: 54 }, (_, at) => String(at + 1).padStart(2, '0')),
  )
  expect(['01', '18', '54'].map((code) => findOption(ethnicity, code)?.label.vi)).toEqual(['Kinh', 'Sán Dìu', 'Rơ-măm'])
})

test('CMND ends on 1/1/2025 and thẻ căn cước begins on 1/7/2024', () => {
  const on = (code: string, date: string) => findOption(identityDocumentKind, code, civil(date)) !== undefined
  expect([
    on('cmnd', '2024-12-31'),
    on('cmnd', '2025-01-01'),
    on('can-cuoc', '2024-06-30'),
    on('can-cuoc', '2024-07-01'),
  ]).toEqual([true, false, false, true])
})
