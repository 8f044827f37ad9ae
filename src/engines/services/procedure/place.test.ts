import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, workingRole, type Connection } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { civil } from '#values/plain-date.ts'
import { loadAreas, loadUnits } from '#engines/directory/index.ts'
import type { Place } from '#engines/workflow/declare.ts'
import { ownerOf, receiverOf, unitOfPlace } from './place.ts'
import { chessOrganization } from '../samples.ts'

const sources = ['audit', 'directory'].map((name) => ({
  name,
  directory: new URL(`../../${name}/migrations/`, import.meta.url),
}))
const kernel = { name: 'kernel', directory: new URL('../../../kernel/migrations/', import.meta.url) }
const on = civil('2020-11-24')
let database: TestDatabase
let connection: Connection

beforeAll(async () => {
  database = await createTestDatabase('places', async (url) => void (await migrate(url, [kernel, ...sources])))
  connection = connect(database.url, { size: 2, role: workingRole })
  await connection.db.transaction(async (tx) => {
    await loadAreas(tx, chessOrganization.areas)
    await loadUnits(tx, chessOrganization.units)
  })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

test.each([
  ['town', '101', '101.DESK'],
  ['province', null, 'CENTRE'],
  ['province', '10', 'CENTRE'],
])('the counter of a %s for %s is found, also where it is part of an office', async (tier, place, code) => {
  expect((await receiverOf(connection.db, { code: 'chess', tier }, place, on)).code).toBe(code)
})

const found = async (place: Place, town: string, facts: object = {}): Promise<string> => {
  const { db } = connection
  const owner = await ownerOf(db, { code: 'chess', owner: { tier: 'town' } }, town, on)
  const receiver = await receiverOf(db, { code: 'chess', tier: 'town' }, town, on)
  return (
    await unitOfPlace(
      db,
      place,
      { receiverId: receiver.id, ownerId: owner.id, place: town, procedureCode: 'chess', facts: { ...facts } },
      on,
    )
  ).code
}

test('of several divisions the first that the body has is taken', async () => {
  const place: Place = { unit: 'owner', division: ['ROOK', 'QUEEN'] }
  expect(await found(place, '101')).toBe('101.QUEEN')
  expect(await found(place, '102')).toBe('102.ROOK')
})

test('what serves the area without being part of the body is found too', async () => {
  expect(await found({ unit: 'owner', division: 'REGISTRY' }, '102')).toBe('102.REGISTRY')
})

test('a body without the division does the work itself', async () => {
  expect(await found({ unit: 'owner', division: 'CIRCUS' }, '101')).toBe('TOWN-101')
})

test('a place that was answered leads to the body of that area', async () => {
  const place: Place = { unit: 'area', field: 'answers.where', division: 'HALL' }
  expect(await found(place, '101', { answers: { where: '102' } })).toBe('102.HALL')
})

test('a place that leads nowhere is refused in words', async () => {
  await expect(found({ unit: 'agency', key: 'CIRCUS' }, '101')).rejects.toMatchObject({ code: 'nowhere', status: 422 })
  await expect(receiverOf(connection.db, { code: 'chess', tier: 'village' }, '101', on)).rejects.toMatchObject({
    code: 'nowhere',
  })
})
