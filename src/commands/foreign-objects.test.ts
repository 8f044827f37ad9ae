import { randomUUID } from 'node:crypto'
import { globSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOperations, type ListedOperation } from '#engines/list-operations.ts'
import { nothing, sampleCall } from './testing/sample-call.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'
import { isWhole, makeStrangers } from './testing/strangers.ts'
import { makeObjects, objectIn, type Objects } from './testing/whose-objects.ts'

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

test('what is left out is so for a reason that holds: it reads and is open to anyone, or is tested where it is said to be', () => {
  const byName = new Map(operations.map((one) => [one.name, one]))
  for (const [name, why] of Object.entries(elsewhere)) {
    const { meta, path } = byName.get(name) as ListedOperation
    if (why.startsWith('public')) expect([meta.kind, meta.permission], name).toEqual(['read', 'anyone'])
    if (why.startsWith('the code of a procedure')) expect(path.match(/\{.*?\}/g), name).toEqual(['{code}'])
    const tested = /\S+\.test\.ts$/.exec(why)?.[0]
    if (tested) expect(globSync(`src/**/${tested}`), name).toHaveLength(1)
  }
})

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

const asked = operations.filter((one) => !isWhole(one) && !(one.name in elsewhere))

let province: TestPlatform
let objects: Objects
let strangersTo: Awaited<ReturnType<typeof makeStrangers>>

beforeAll(async () => {
  province = await startTestPlatform()
  objects = await makeObjects(province)
  for (const login of logins) insiders.set(login, await province.as(login))
  strangersTo = await makeStrangers(province)
}, 240_000)
afterAll(() => province.stop())

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
    // Whoever is not even known there proves nothing of the object.
    if (stranger !== province.nobody) expect(one.status, JSON.stringify(one.body)).not.toBe(401)
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
