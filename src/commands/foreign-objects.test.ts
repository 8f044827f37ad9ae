import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, test } from 'vitest'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { listOperations, type ListedOperation } from '#engines/list-operations.ts'
import { systems } from '#systems/index.ts'
import { civil } from '#values/plain-date.ts'
import { nothing, sampleCall } from './testing/sample-call.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'
import { makeObjects, objectIn, strangerAmongCitizens, type Objects } from './testing/whose-objects.ts'

/**
 * Generated from the contracts: for every operation whose path names an object, somebody who holds the right but not for this object
 * is answered as if there were no such object (IDOR; OWASP API1, ASVS V8.2.2). An operation that nobody thought of here fails.
 */

/** Whose objects are no secret, and who may do it to which is tested where it stands. */
const elsewhere: Readonly<Record<string, string>> = {
  'identity.viewSignOn': 'by a cookie of the same browser: provider.test.ts',
  'identity.answerSignOn': 'by a cookie of the same browser: provider.test.ts',
  'identity.describeSignOut': 'the name of a registered system, for whoever it asks to sign out',
  'identity.takeBackConsent': 'the consent of the caller, by the name of a system',
  'calendar.getOfficeHours': 'public: opening hours',
  'calendar.getYear': 'public: the calendar of a year',
  'calendar.listDeclaredDays': 'known to all officials: the calendar of a year',
  'calendar.listWorkingDays': 'public: days',
  'payments.verifyReceipt': 'by a code that is printed on the receipt: payments.test.ts',
  'services.getProcedure': 'public: the catalogue',
  'services.verifyPaper': 'by a code that is printed on the paper: abuse-guessing.test.ts',
  'services.prepareReception': 'the code of a procedure',
  'services.pictureReceipt': 'the code of a procedure',
  'services.findApplicant': 'any counter finds anybody by their number, which the trail keeps',
  'services.receiveAtCounter': 'the code of a procedure',
  'services.fileAssisted': 'the code of a procedure',
  'services.openProcedureDraft': 'the code of a procedure: procedure-drafts.test.ts',
  'queue.followTicket': 'by the id that only the paper of the ticket says: followed-ticket.test.ts',
  'queue.listSlots': 'public: free times',
  'petitions.getAnswered': 'public: answered petitions',
}

/** That there is such a thing everybody knows: units, posts and their hours; only whether one may is asked. */
const isNoSecret = ({ name }: ListedOperation) =>
  /^directory\.(set|rename|change|appoint|endAppointment)/.test(name) ||
  ['calendar.undoHours', 'payments.setBeneficiary', 'services.saveCounterDraft'].includes(name)

/** What no schema says of an input that holds together. */
const hints: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'petitions.attachToOwnPetition': { fileId: nothing },
}

/** Between them they have to do with all of the objects. */
const insiders = new Map<string, Visitor>()
const logins = [
  'congdan',
  'doanhnghiep',
  'motcua.tinh',
  'chuyenvien.gtvt',
  'truongphong.gtvt',
  'giamdoc.gtvt',
  'ketoan.tinh',
  'giamdoc.motcua',
  'thutuc.tinh',
  'quantri',
]

const operations = listOperations().filter(({ path }) => path.includes('{'))

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
const isWhole = (operation: ListedOperation) =>
  !isAnybodys(operation) && functionsWith(operation.meta.permission).length === 0
const asked = operations.filter((one) => !isWhole(one) && !(one.name in elsewhere))

let province: TestPlatform
let objects: Objects
let citizen: Visitor
let devices: Visitor[]
/** Officials of a commune that has nothing to do with any of the objects, by their function. */
const officials = new Map<string, Visitor>()

beforeAll(async () => {
  province = await startTestPlatform()
  objects = await makeObjects(province)
  for (const login of logins) insiders.set(login, await province.as(login))
  citizen = await strangerAmongCitizens(province)
  devices = await devicesElsewhere()
  for (const role of partial) officials.set(role.function, await officialElsewhere(role.function))
}, 240_000)
afterAll(() => province.stop())

/** The counter of a commune. */
const far = '07384.MC'

async function officialElsewhere(name: string): Promise<Visitor> {
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
async function devicesElsewhere(): Promise<Visitor[]> {
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
      const token = randomBytes(32).toString('base64url')
      await province.query(
        `insert into queue.device (id, centre_id, kind, name, desk_id, token_hash, created_at, created_by)
          values (gen_random_uuid(), $1, $2, 'Máy', $3, sha256($4::text::bytea), now(), 'test')`,
        [centre?.id, kind, kind === 'tablet' ? desk?.id : null, token],
      )
      return province.withToken(token)
    }),
  )
}

/** Those who hold the right of an operation, each for other objects than these. */
function strangersTo({ meta: { permission } }: ListedOperation): readonly Visitor[] {
  if (permission === 'device') return devices
  if (permission === 'citizen') return [citizen]
  const everyOfficial = [...officials.values()]
  if (permission === 'staff') return everyOfficial
  if (permission === 'signed-in' || permission === 'own-account') return [citizen, ...everyOfficial]
  if (permission === 'anyone') return [province.nobody, citizen, ...everyOfficial]
  return functionsWith(permission).map((role) => officials.get(role.function) as Visitor)
}

/** The same parameters, of which the first, the object, is one that there is not. */
function unknown(named: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [first, id] = Object.entries(named)[0] as [string, string]
  const like = /^[\da-f-]{36}$/.test(id) ? randomUUID() : /^[\da-f]{64}$/.test(id) ? 'a'.repeat(64) : '999999'
  return { ...named, [first]: like }
}

test.for(asked)('$name of another’s object is as of one that there is not', async (operation, { expect }) => {
  const named = objectIn(objects, operation)
  expect(named, `which object is meant by ${operation.path}`).toBeDefined()
  const call = (parameters = {}) => sampleCall(operation, { ...hints[operation.name], ...parameters })
  for (const stranger of strangersTo(operation)) {
    const there = call(named)
    const missing = call(unknown(named ?? {}))
    const one = await stranger.call(there.method, there.path, there.body)
    const other = await stranger.call(missing.method, missing.path, missing.body)
    if (isNoSecret(operation)) expect(one.status, JSON.stringify(one.body)).toBeOneOf([403, 404])
    // What is refused for its form would never have come to whose it is.
    else expect(one.status, JSON.stringify(one.body)).not.toBe(422)
    if (!isNoSecret(operation)) expect({ ...one.body, requestId: '' }).toEqual({ ...other.body, requestId: '' })
  }
})

// Of what is not paid there is no receipt yet.
const found = asked.filter(({ method, name }) => method === 'GET' && name !== 'payments.printReceipt')

test.for(found)('$name finds the object for somebody', async (operation, { expect }) => {
  const { method, path } = sampleCall(operation, { ...hints[operation.name], ...objectIn(objects, operation) })
  const answers = new Map<string, number>()
  for (const [login, who] of insiders) answers.set(login, (await who.call(method, path)).status)
  expect([...answers.values()], JSON.stringify([...answers])).toContain(200)
})
