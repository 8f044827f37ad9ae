import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, workingRole, type Connection, type Queries } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { run, sql } from '#kernel/database/query.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { civil } from '#values/plain-date.ts'
import { findPeople } from './find-people.ts'
import { loadUnits } from './load-organization.ts'

const sources = ['kernel', 'directory'].map((name) => ({
  name,
  directory: new URL(name === 'kernel' ? '../../kernel/migrations/' : './migrations/', import.meta.url),
}))
const on = civil('2026-11-25')

/** Unit, title, name; in the order of none of the lists below. */
const officials = [
  ['SGTVT.QLVT', 'Trưởng phòng', 'Đồng Thị Hòa'],
  ['SGTVT.QLVT', 'Chuyên viên', 'Hoàng Văn Trường'],
  ['SGTVT', 'Giám đốc Sở', 'Bùi Thế Sơn'],
  ['SCT.QLTM', 'Trưởng phòng', 'Nguyễn Thu Hoa'],
  ['SCT.QLTM', 'Chuyên viên', 'Lê Khoa'],
] as const

let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await createTestDatabase('kernel and directory', async (url) => void (await migrate(url, sources)))
  connection = connect(database.url, { size: 2, role: workingRole })
  const { db } = connection
  await loadUnits(db, [
    { code: 'SGTVT', kind: 'department', tier: 'province', name: 'Sở Giao thông vận tải', shortName: 'Sở GTVT' },
    { code: 'SGTVT.QLVT', kind: 'division', tier: 'province', name: 'Phòng Quản lý vận tải', parent: 'SGTVT' },
    { code: 'SCT', kind: 'department', tier: 'province', name: 'Sở Công Thương' },
    { code: 'SCT.QLTM', kind: 'division', tier: 'province', name: 'Phòng Quản lý thương mại', parent: 'SCT' },
  ])
  for (const [unit, title, fullName] of officials) await insertOfficial(db, unit, title, fullName)
})
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})

/** A post and whoever holds it, in one statement: a post and its key name each other. */
const insertOfficial = (db: Queries, unit: string, title: string, fullName: string) =>
  run(
    db,
    sql`with given as (
        select u.id as unit, gen_random_uuid() as post, gen_random_uuid() as person from directory.unit u where u.code = ${unit}
      ), keyed as (
        insert into directory.principal (kind, unit_id, post_id) select 'post', unit, post from given returning key
      ), post as (
        insert into directory.post (id, key, unit_id, function, title, valid_from)
        select post, key, unit, 'specialist', ${title}, '2020-01-01' from given, keyed
      ), person as (
        insert into directory.person (id, full_name) select person, ${fullName} from given
      )
      insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select gen_random_uuid(), post, person, 'regular', '2020-01-01' from given`,
  )

const found = async (text: string, limit = 20) =>
  (await findPeople(connection.db, { text, limit }, on)).map(({ personName }) => personName)

describe('an official is found', () => {
  test.each([
    ['hoa gtvt trưởng phòng', ['Đồng Thị Hòa', 'Hoàng Văn Trường']],
    ['TRUONG PHONG cong thuong', ['Nguyễn Thu Hoa']],
    ['son giam doc', ['Bùi Thế Sơn']],
    ['phòng quản lý vận tải', ['Hoàng Văn Trường', 'Đồng Thị Hòa']],
    ['đồng thị hoà', ['Đồng Thị Hòa']],
    ['"sơn" (so gtvt);', ['Bùi Thế Sơn']],
  ])('by the words %s, whatever each is of', async (text, people) => {
    expect(await found(text)).toEqual(people)
  })

  test('before others if the words are whole words of the name; never by the middle of a word', async () => {
    expect(await found('hoa')).toEqual(['Đồng Thị Hòa', 'Nguyễn Thu Hoa', 'Hoàng Văn Trường'])
    expect(await found('truong')).toEqual(['Hoàng Văn Trường', 'Đồng Thị Hòa', 'Nguyễn Thu Hoa'])
    expect(await found('truong', 1)).toEqual(['Hoàng Văn Trường'])
    expect(await found('oan')).toEqual([])
  })

  test('by all the words or not at all, and not by signs', async () => {
    expect(await found('hoa giám đốc')).toEqual([])
    for (const text of ['%', '.*', '\\', '   ']) expect(await found(text)).toEqual([])
  })
})

test('words are looked up in indexes, not in every name of the province', async () => {
  const { pool } = connection
  const client = await pool.connect()
  try {
    await client.query('begin; set local enable_seqscan = off')
    for (const table of ['person', 'post', 'unit_version']) {
      const { rows } = await client.query(`explain select from directory.${table} where folded ~ '\\mtruong'`)
      expect(JSON.stringify(rows)).toMatch(/Bitmap Index Scan on (person_by_name|post_by_title|unit_version_by_name)/)
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
})
