import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { sampleLicence } from '#sandbox/national-portal/samples.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { install } from './install.ts'
import { synchroniseKilled } from './testing/national-killed.ts'

/** `npm run bench national-killed` does the same with as many as a province had to tell in a year. */
const dossiers = 240

let database: TestDatabase
let directory: string

beforeAll(async () => {
  directory = makeTestDirectory('national')
  database = await createTestDatabase(`platform ${dossiers} `, async (url) => {
    await install(url)
    await loadDemo(url, { dossiers })
  })
}, 120_000)

afterAll(async () => {
  await database.drop()
  removeTestDirectory(directory)
})

/** Filed there by so many people, each with three papers. */
const filedThere = (portal: string) =>
  Array.from({ length: 8 }, (_, order) => {
    const serial = String(order).padStart(6, '0')
    return { ...sampleLicence(`G22.99-201123-${serial}`, portal), SoDinhDanh: `024190${serial}` }
  })

test('killed on either side again and again, both end with every dossier, step and status once, also of what was filed there meanwhile', async () => {
  const run = await synchroniseKilled({ databaseUrl: database.url, directory, slowMs: 20, filings: filedThere })
  expect(run.differing).toEqual([])
  expect(run.dossiers).toBeGreaterThan(200)
  expect(run.kills).toBe(6)
}, 300_000)
