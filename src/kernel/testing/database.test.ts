import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { createTestDatabase } from './database.ts'

async function ask<Row extends pg.QueryResultRow>(url: string, question: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}

async function createCommune(url: string): Promise<void> {
  await ask(url, `create table commune (name text); insert into commune values ('Nà Phặc')`)
}

test('callers that come at the same moment share one migration and get a database each', async () => {
  let migrations = 0
  const migrate = async (url: string) => {
    migrations += 1
    await createCommune(url)
  }
  const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase('communes', migrate)))
  expect(migrations).toBe(1)
  expect(new Set(databases.map(({ url }) => url)).size).toBe(3)

  await ask(databases[0]!.url, `delete from commune`)
  expect(await ask(databases[1]!.url, 'select name from commune')).toEqual([{ name: 'Nà Phặc' }])
  for (const database of databases) await database.drop()
})

test('another key gets another template', async () => {
  const empty = await createTestDatabase('nothing', async () => {})
  expect(await ask(empty.url, `select to_regclass('commune') as found`)).toEqual([{ found: null }])
})

test('a migration that fails is reported and the next caller starts from an empty database', async () => {
  const failing = async (url: string) => {
    await createCommune(url)
    throw new Error('the second migration is wrong')
  }
  await expect(createTestDatabase('mended', failing)).rejects.toThrow('the second migration is wrong')
  const mended = await createTestDatabase('mended', createCommune)
  expect(await ask(mended.url, 'select name from commune')).toEqual([{ name: 'Nà Phặc' }])
})

test('dropping cuts off who is still connected', async () => {
  const database = await createTestDatabase('nothing', async () => {})
  const client = new pg.Client({ connectionString: database.url })
  const cutOff = new Promise((resolve) => client.on('error', resolve))
  await client.connect()
  await database.drop()
  expect(await cutOff).toMatchObject({ code: '57P01' })
  const name = new URL(database.url).pathname.slice(1)
  const { url } = inject('testServer')
  expect(await ask(url, `select datname from pg_database where datname = '${name}'`)).toEqual([])
})
