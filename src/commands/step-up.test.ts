import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOperations } from '#engines/list-operations.ts'
import { demoPassword } from '../demo/accounts.ts'
import { createAuthenticator } from './testing/authenticator.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Generated from the contracts: what is dangerous asks for a fresh proof, and is done with one. */

const dangerous = listOperations().filter(({ meta }) => meta.stepUp !== undefined)

/** What each is called with, so that with a proof nothing but the subject itself is missing. */
const someone = '019b0000-0000-7000-8000-000000000000'
const day = '2026-12-01'
const given: Readonly<Record<string, object | undefined>> = {
  'directory.appoint': { personId: someone, from: day },
  'directory.endAppointment': { on: day },
  'directory.delegate': {
    fromPostId: someone,
    toPostId: '019b0000-0000-7000-8000-000000000001',
    kind: 'absence',
    from: day,
    to: '2026-12-05',
  },
  'identity.createAccount': { personId: someone, login: 'nguoi.moi' },
  'identity.setAccountStatus': { status: 'active' },
  'identity.addPasskey': {
    ticket: 'A'.repeat(43),
    attestation: createAuthenticator().create({ challenge: 'A' }),
    name: 'Khóa',
  },
  'identity.confirmTotp': { code: '123456' },
  'services.mergeAccounts': { keep: 'khong.co.ai', gone: 'khong.co.nua', reason: 'Hai tài khoản của một người' },
  'calendar.declareDay': { kind: 'holiday', day: '2027-06-01', name: 'Bão', document: '1/QĐ-UBND', reason: 'Bão số 5' },
  'calendar.declareHours': {
    unitId: someone,
    kind: 'above',
    from: '2027-06-01',
    document: '1/QĐ-UBND',
    reason: 'Thôi giờ riêng',
  },
}

let test: TestPlatform
let clock = new Date()
let admin: Visitor

beforeAll(async () => {
  test = await startTestPlatform({ now: () => clock })
  admin = await test.as('quantri')
}, 120_000)
afterAll(() => test.stop())

const call = (who: Visitor, { name, method, path }: (typeof dangerous)[number]) =>
  who.call(
    method,
    path.replace('{handle}', 'a'.repeat(64)).replaceAll(/\{\w+\}/g, someone),
    method === 'DELETE' ? undefined : (given[name] ?? {}),
  )

describe('a dangerous act', () => {
  it('is any of these', () => {
    expect(dangerous.map(({ name }) => name).sort()).toEqual([
      'calendar.declareDay',
      'calendar.declareHours',
      'calendar.undoDay',
      'calendar.undoHours',
      'directory.appoint',
      'directory.delegate',
      'directory.endAppointment',
      'directory.scheduleReorganization',
      'directory.undoReorganization',
      'identity.addPasskey',
      'identity.confirmTotp',
      'identity.createAccount',
      'identity.endSession',
      'identity.offerPasskey',
      'identity.offerTotp',
      'identity.removePasskey',
      'identity.removeTotp',
      'identity.renewRecoveryCodes',
      'identity.resetFactors',
      'identity.resetPassword',
      'identity.setAccountStatus',
      'services.mergeAccounts',
    ])
  })

  it.each(dangerous)('$name is refused eleven minutes after signing in', async (operation) => {
    const before = clock
    clock = new Date(before.getTime() + 11 * 60_000)
    const { status, body } = await call(admin, operation)
    clock = before
    expect([status, body.code]).toEqual([403, 'stepUpNeeded'])
  })

  it.each(dangerous)('$name is not refused so right after a fresh proof', async (operation) => {
    clock = new Date(clock.getTime() + 11 * 60_000)
    admin = test.withToken(done(await admin.call('POST', '/identity/proof', { password: demoPassword })).token)
    const { body } = await call(admin, operation)
    expect(['stepUpNeeded', 'factorNeeded', 'invalidInput', 'forbidden', 'internal']).not.toContain(body.code)
  })
})
