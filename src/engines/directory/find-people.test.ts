import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, workingRole, type Connection } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { civil } from '#values/plain-date.ts'
import { findPeople } from './find-people.ts'
import { findUnitByCode } from './unit.ts'
import { loadUnits } from './load-organization.ts'
import { createPerson } from './person.ts'
import { appoint, createPost } from './post.ts'

const sources = ['kernel', 'directory'].map((name) => ({
  name,
  directory: new URL(name === 'kernel' ? '../../kernel/migrations/' : './migrations/', import.meta.url),
}))
const on = civil('2026-11-25')
const from = civil('2020-01-01')

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
  await connection.db.transaction().execute(async (tx) => {
    await loadUnits(tx, [
      { code: 'SGTVT', kind: 'department', tier: 'province', name: 'Sở Giao thông vận tải', shortName: 'Sở GTVT' },
      { code: 'SGTVT.QLVT', kind: 'division', tier: 'province', name: 'Phòng Quản lý vận tải', parent: 'SGTVT' },
      { code: 'SCT', kind: 'department', tier: 'province', name: 'Sở Công Thương' },
      { code: 'SCT.QLTM', kind: 'division', tier: 'province', name: 'Phòng Quản lý thương mại', parent: 'SCT' },
    ])
    for (const [code, title, fullName] of officials) {
      const unit = await findUnitByCode(tx, code, on)
      const post = await createPost(tx, { unitId: unit!.id, function: 'specialist', title, from })
      await appoint(tx, { postId: post.id, personId: await createPerson(tx, { fullName }), from })
    }
  })
})
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})

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
