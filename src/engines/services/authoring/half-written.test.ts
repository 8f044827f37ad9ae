import { expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { chessClub, chessLists, chessOrganization, chessRoles } from '../samples.ts'
import { civil } from '#values/plain-date.ts'
import { readDeclaration } from './check-draft.ts'
import { editDeclaration } from './edit-declaration.ts'

const declared = { organization: chessOrganization, roles: chessRoles, codeLists: chessLists }
const club = chessClub() as unknown as Json

/** What is said of a draft in which this stands at that path, by where it lies. */
const saidOf = (path: string, value: Json) =>
  readDeclaration(editDeclaration(club, [{ do: 'set', path, value }]) as Json, declared, civil('2026-11-27'))
    .findings.filter((one) => one.path === path)
    .map(({ where, words }) => `${where.vi}: ${words.vi}`)

it.each<[string, Json, RegExp]>([
  [
    'timeLimits.0.when',
    { all: [{ field: 'channel', is: 'online' }, { any: [] }] },
    /thời hạn 1.*Chỉ khi: nhóm 2 chưa có dòng/,
  ],
  [
    'timeLimits.0.when',
    { any: [{ not: { all: [{ field: 'channel', is: '' }] } }] },
    /Chỉ khi: dòng 1\.1 chưa có giá trị/,
  ],
  ['timeLimits.0.when', { field: 'channel', in: [] }, /Chỉ khi: dòng 1 chưa có giá trị; chọn giá trị, hoặc bỏ dòng/],
  [
    'process.steps.look.next',
    { when: [{ if: null, to: 'sign' }], otherwise: 'sign' },
    /Xong thì: trường hợp 1: chưa có điều kiện/,
  ],
  [
    'process.steps.look.next',
    { when: [{ if: { field: 'channel', is: 'online' }, to: '' }], otherwise: 'sign' },
    /trường hợp 1: chưa chọn bước/,
  ],
  [
    'process.steps.look.next',
    { when: [{ if: { field: 'channel', is: 'online' }, to: 'sign' }], otherwise: '' },
    /mọi trường hợp còn lại/,
  ],
])('%s that says %j is named with the line and what to do', (path, value, words) => {
  const said = saidOf(path, value)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(words)
})

it.each<[Json, RegExp]>([
  [{ sum: [] }, /Tính thế nào: chưa chọn số nào để cộng/],
  [{ product: [2] }, /cần từ hai số trở lên/],
  [{ difference: ['a'] }, /cần đúng hai số/],
  [{ days: { from: 'on', to: '' } }, /chưa chọn ngày/],
  [{ count: '' }, /chưa chọn bảng hoặc nhóm/],
  [{ listed: { list: '', code: '' } }, /chưa chọn danh mục/],
])('a calculation that says %j is named with what it lacks', (formula, words) => {
  const path = 'form.pages.0.fields.0'
  const field = { id: 'cost', type: 'computed', label: { vi: 'Phí', en: 'Cost' }, result: 'number', formula }
  const draft = editDeclaration(club, [{ do: 'set', path, value: field }]) as Json
  const { findings } = readDeclaration(draft, declared, civil('2026-11-27'))
  const [said] = findings.filter((one) => one.path === `${path}.formula`)
  expect(`${said?.where.vi}: ${said?.words.vi}`).toMatch(words)
})
