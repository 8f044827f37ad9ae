import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { parseAnswers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { createLookups } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { startTestPlatform, type TestPlatform } from '../commands/testing/test-platform.ts'

let demo: TestPlatform
beforeAll(async () => {
  demo = await startTestPlatform()
})
afterAll(() => demo?.stop())

test('every dossier of the demo province holds what its form takes on the day it was filed, and nothing else', async () => {
  const { db, pool } = demo.platform.connection
  const { rows } = await pool.query<{ form: Form; answers: object; filed_at: Date }>(
    `select v.declaration -> 'form' as form, d.answers, d.filed_at
     from services.dossier d join services.procedure_version v on v.id = d.version_id`,
  )
  const lookups = createLookups(systems.codeLists)
  expect(rows).toHaveLength(60)
  for (const { form, answers, filed_at } of rows) {
    expect(parseAnswers(form, answers, await lookups.on(db, dateAt(filed_at)))).toEqual({ answers, places: [] })
  }
})
