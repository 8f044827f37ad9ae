import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Connection } from '#kernel/database/connect.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { install } from '../install.ts'
import { unclassified } from './anonymise.ts'
import { classified, columnsOf } from './classified.ts'
import { rules, type Rule } from './rule.ts'

let database: TestDatabase
let connection: Connection

beforeAll(async () => {
  database = await createTestDatabase('installed', (url) => install(url).then(() => {}))
  connection = connect(database.url, { size: 1 })
}, 120_000)

afterAll(async () => {
  await connection?.close()
  await database?.drop()
})

test('of every column that could say something of a person it is declared what becomes of it in a test copy', async () => {
  expect(await unclassified(connection.db, classified)).toEqual([])
})

test('a column that nobody classified, and one that is no more, are named', async () => {
  const { 'services.rating': _, ...others } = classified
  const declared = {
    ...others,
    'directory.person': { ...(classified['directory.person'] as object), text: 'nickname' },
  }
  expect(await unclassified(connection.db, declared)).toEqual([
    'services.rating: channel',
    'services.rating: comment',
    'services.rating: kiosk_name',
    'directory.person: nickname is not there',
  ])
})

test('no column has two rules', () => {
  const twice = Object.entries(classified).flatMap(([table, said]) => {
    if (said === 'empty') return []
    const names = (Object.keys(rules) as Rule[]).flatMap((rule) => columnsOf(said[rule]))
    return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${table}: ${name}`)
  })
  expect(twice).toEqual([])
})
