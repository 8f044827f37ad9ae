import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '#kernel/operations/context.ts'
import { historyOf, writeHistory } from '#engines/services/dossier/history.ts'
import { fileDossier, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

let test: TestPlatform

beforeAll(async () => {
  test = await startTestPlatform()
}, 240_000)
afterAll(() => test.stop())

it('what happens to a dossier at one instant is read in the order in which it was written', async () => {
  const { id } = await fileDossier(test, await test.as('congdan'), licenceExchange)
  const { db } = test.platform.connection
  const numbers = Array.from({ length: 20 }, (_, at) => `line ${at}`)
  const lines = numbers.map((vi) => ({ dossierId: id, kind: 'opinion', words: { vi, en: vi }, isPublic: false }))
  const actor = { name: 'Lê Thành Bình', onBehalf: new Map() }
  const at = new Date()
  await db.transaction((tx) => writeHistory({ tx, actor, now: () => at } as unknown as Context, lines))
  const read = (await historyOf(db, id, false)).filter(({ kind }) => kind === 'opinion')
  expect(read.map(({ words }) => words.vi)).toEqual(numbers)
})
