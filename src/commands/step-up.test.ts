import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOperations } from '#engines/list-operations.ts'
import { demoPassword } from '../demo/accounts.ts'
import { createAuthenticator } from './testing/authenticator.ts'
import { machineFacts } from './testing/machines.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Generated from the contracts: what is dangerous asks for a fresh proof, and is done with one. */

const dangerous = listOperations().filter(({ meta }) => meta.stepUp !== undefined)

/** What each is called with, so that with a proof nothing but the subject itself is missing. */
const someone = '019b0000-0000-7000-8000-000000000000'
const day = '2026-12-01'
const system = { name: 'Đặt phòng họp', people: 'staff', redirectUris: ['https://phong-hop.example/'], scopes: [] }
/** The public key of RFC 7517, appendix A.1. */
const publicKeys = JSON.stringify({
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  kid: '1',
})
const announcement = {
  issuer: 'province',
  document: '1/QĐ-UBND',
  signedOn: '2026-11-02',
  publishedOn: '2026-11-03',
  effectiveOn: day,
}
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
  'directory.decideTransfer': {
    plan: { personId: someone, effectiveOn: day, leaves: true },
    decision: { document: '1/QĐ', decidedOn: day },
  },
  'directory.scheduleReorganization': { revision: 1 },
  'directory.undoReorganization': { revision: 1 },
  'directory.executeBoundaryImport': { seen: 'a'.repeat(64) },
  'directory.executeImport': { seen: 'a'.repeat(64) },
  'directory.takeLeave': { personId: someone, toPostId: someone, from: day, to: '2026-12-05' },
  'identity.createAccount': { personId: someone, login: 'nguoi.moi' },
  'identity.setAccountStatus': { status: 'active' },
  'identity.registerClient': { ...system, ownerId: someone, publicKeys },
  'identity.changeClient': system,
  'identity.setClientStatus': { status: 'active' },
  'identity.createMachine': { ...machineFacts, ownerId: someone },
  'identity.changeMachine': machineFacts,
  'identity.setMachineStatus': { status: 'active' },
  'identity.createApiToken': { name: 'Nạp hằng đêm', permissions: ['directory.read'], days: 30 },
  'identity.addPasskey': {
    ticket: 'A'.repeat(43),
    attestation: createAuthenticator().create({ challenge: 'A' }),
    name: 'Khóa',
  },
  'identity.confirmTotp': { code: '123456' },
  'payments.setBeneficiary': { accountNumber: '3712', accountName: 'Kho bạc Nhà nước', bankCode: 'KBNN' },
  'petitions.openIdentity': { reason: 'Xác minh theo quyết định' },
  'services.approveProcedureDraft': { revision: 1, document: '12/QĐ-UBND' },
  'services.revokeResult': { reason: 'Cấp sai cho người khác' },
  'services.mergeAccounts': { keep: 'khong.co.ai', gone: 'khong.co.nua', reason: 'Hai tài khoản của một người' },
  'services.acceptCatalogueRecord': { announcement, seen: 'a'.repeat(64) },
  'services.acceptClearRecords': { announcement },
  'services.repealProcedures': { codes: ['1.999999'], announcement },
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
/** Those who do them, by login. */
const doers = new Map<string, Visitor>()

beforeAll(async () => {
  test = await startTestPlatform({ now: () => clock })
  for (const login of ['quantri', 'giamdoc.gtvt', 'thutuc.tinh', 'ketoan.tinh']) doers.set(login, await test.as(login))
}, 120_000)
afterAll(() => test.stop())

/** Who holds the right: of nearly all the administrator. */
const doerOf = ({ name }: { readonly name: string }): string =>
  ({
    'payments.setBeneficiary': 'ketoan.tinh',
    'petitions.openIdentity': 'giamdoc.gtvt',
    'services.revokeResult': 'giamdoc.gtvt',
    'services.approveProcedureDraft': 'thutuc.tinh',
  })[name] ?? 'quantri'

const call = (who: Visitor, { name, method, path }: (typeof dangerous)[number]) =>
  who.call(
    method,
    path
      .replace('{handle}', 'a'.repeat(64))
      .replace('{number}', '1')
      .replaceAll(/\{\w+\}/g, someone),
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
      'directory.cancelTransfer',
      'directory.decideTransfer',
      'directory.delegate',
      'directory.endAppointment',
      'directory.executeBoundaryImport',
      'directory.executeImport',
      'directory.scheduleReorganization',
      'directory.takeLeave',
      'directory.undoBoundaryImport',
      'directory.undoImport',
      'directory.undoReorganization',
      'identity.addPasskey',
      'identity.changeClient',
      'identity.changeMachine',
      'identity.confirmTotp',
      'identity.createAccount',
      'identity.createApiToken',
      'identity.createMachine',
      'identity.endSession',
      'identity.offerPasskey',
      'identity.offerTotp',
      'identity.registerClient',
      'identity.removePasskey',
      'identity.removeTotp',
      'identity.renewRecoveryCodes',
      'identity.resetFactors',
      'identity.resetPassword',
      'identity.setAccountStatus',
      'identity.setClientStatus',
      'identity.setMachineStatus',
      'payments.setBeneficiary',
      'petitions.openIdentity',
      'services.acceptCatalogueRecord',
      'services.acceptClearRecords',
      'services.approveProcedureDraft',
      'services.mergeAccounts',
      'services.repealProcedures',
      'services.revokeResult',
    ])
  })

  it.each(dangerous)('$name is refused eleven minutes after signing in', async (operation) => {
    const before = clock
    clock = new Date(before.getTime() + 11 * 60_000)
    const { status, body } = await call(doers.get(doerOf(operation)) as Visitor, operation)
    clock = before
    expect([status, body.code]).toEqual([403, 'stepUpNeeded'])
  })

  it.each(dangerous)('$name is not refused so right after a fresh proof', async (operation) => {
    clock = new Date(clock.getTime() + 11 * 60_000)
    const doer = doers.get(doerOf(operation)) as Visitor
    const proven = test.withToken(done(await doer.call('POST', '/identity/proof', { password: demoPassword })).token)
    doers.set(doerOf(operation), proven)
    const { body } = await call(proven, operation)
    expect(['stepUpNeeded', 'factorNeeded', 'invalidInput', 'forbidden', 'internal']).not.toContain(body.code)
  })
})
