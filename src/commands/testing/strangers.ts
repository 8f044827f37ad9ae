import { randomBytes } from 'node:crypto'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import type { ListedOperation } from '#engines/list-operations.ts'
import { systems } from '#systems/index.ts'
import { civil } from '#values/plain-date.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'
import { strangerAmongCitizens } from './whose-objects.ts'

/** Roles of which no right but those that all hold reaches the whole province. */
const partial = systems.roles.filter(({ permissions }) =>
  Object.entries(permissions).every(([name, reach]) => reach !== 'all' || /^(directory|procedure)\.read$/.test(name)),
)
const functionsWith = (permission: string) =>
  partial.filter(({ permissions }) => {
    const reach = (permissions as Record<string, string>)[permission]
    return reach !== undefined && reach !== 'all'
  })

const isAnybodys = ({ meta: { permission } }: ListedOperation) => !permission.includes('.')
/** Nobody holds its right for a part of the province only. */
export const isWhole = (operation: ListedOperation) =>
  !isAnybodys(operation) && functionsWith(operation.meta.permission).length === 0
/** The counter of a commune. */
const far = '07384.MC'

async function officialElsewhere(province: TestPlatform, name: string): Promise<Visitor> {
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = $1`, [far])
  const id = await province.platform.connection.db.transaction(async (tx) => {
    const personId = await createPerson(tx, { fullName: `Lạ Văn ${name}` })
    const post = await createPost(tx, {
      unitId: unit?.id ?? '',
      function: name,
      title: name,
      from: civil('2020-01-01'),
    })
    await appoint(tx, { postId: post.id, personId, from: civil('2020-01-01') })
    return createAccount(tx, { kind: 'staff', personId, login: `la.${name}`, passwordHash: '' })
  })
  return province.asAccount({ id, kind: 'staff' })
}

/** Machines of another centre. */
async function devicesElsewhere(province: TestPlatform): Promise<Visitor[]> {
  const [centre] = await province.query<{ id: string }>(
    `insert into queue.centre (id, priority_minutes, appointment_minutes, late_minutes, unit_id)
      select id, 15, 15, 15, id from directory.unit where code = $1 returning id`,
    [far],
  )
  const [desk] = await province.query<{ id: string }>(
    `insert into queue.desk (id, centre_id, number) values (gen_random_uuid(), $1, 1) returning id`,
    [centre?.id],
  )
  return Promise.all(
    (['kiosk', 'tablet', 'rating-kiosk'] as const).map(async (kind) => {
      const token = `ld_${randomBytes(30).toString('base64url')}`
      await province.query(
        `insert into queue.device (id, centre_id, kind, name, desk_id, token_hash, created_at, created_by)
          values (gen_random_uuid(), $1, $2, 'Máy', $3, sha256($4::text::bytea), now(), 'test')`,
        [centre?.id, kind, kind === 'tablet' ? desk?.id : null, token],
      )
      return province.withToken(token)
    }),
  )
}

/** Makes people and machines elsewhere; answers those who hold the right of an operation, each for other objects than those of `makeObjects`. */
export async function makeStrangers(
  province: TestPlatform,
): Promise<(operation: ListedOperation) => readonly Visitor[]> {
  const citizen = await strangerAmongCitizens(province)
  const devices = await devicesElsewhere(province)
  const officials = new Map<string, Visitor>()
  for (const role of partial) officials.set(role.function, await officialElsewhere(province, role.function))
  return ({ meta: { permission } }) => {
    if (permission === 'device') return devices
    if (permission === 'citizen') return [citizen]
    const everyOfficial = [...officials.values()]
    if (permission === 'staff') return everyOfficial
    if (permission === 'signed-in' || permission === 'own-account') return [citizen, ...everyOfficial]
    if (permission === 'anyone') return [province.nobody, citizen, ...everyOfficial]
    return functionsWith(permission).map((role) => officials.get(role.function) as Visitor)
  }
}
