import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, civil, dateAt } from '#values/plain-date.ts'
import { createPerson } from '#engines/directory/index.ts'
import { createAccount, hashPassword } from '#engines/identity/index.ts'
import { thang } from './testing/co-applicants.ts'
import { done, fileDossier, licenceExchange, submit, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Two accounts of one person become one: everything is counted before and after, and the login that went says where to go. */

let test: TestPlatform
let admin: Visitor
let kept: Visitor

const card = { fullName: 'Thân Thị Bích Phượng', personalId: '024168009123', birthDate: '1968-08-14' }
const ownPassword = 'con trau di truoc cai cay'

beforeAll(async () => {
  test = await startTestPlatform()
  admin = await test.as('quantri')
  kept = await test.as('congdan')
}, 240_000)
afterAll(() => test.stop())

const preview = (keep: string, gone: string, who = admin) =>
  who.call('GET', `/services/account-merges/preview?${new URLSearchParams({ keep, gone })}`)
const merge = (keep: string, gone: string, who = admin) =>
  who.call('POST', '/services/account-merges', { keep, gone, reason: 'Người dân đến quầy, có hai tài khoản' })
const signIn = (login: string, password: string) => test.nobody.call('POST', '/identity/sign-in', { login, password })

async function makeAccount(person: object, assurance: number, login: string): Promise<Visitor> {
  const { db } = test.platform.connection
  const personId = 'id' in person ? (person.id as string) : await createPerson(db, person as never)
  const passwordHash = await hashPassword(ownPassword)
  const id = await createAccount(db, { kind: 'citizen', personId, login, passwordHash, assurance })
  return test.asAccount({ id, kind: 'citizen' })
}
const idOf = async (login: string) =>
  (
    await test.query<{ id: string; person: string }>(
      `select id, person_id as person from identity.account where login = $1`,
      [login],
    )
  )[0]!

describe('two accounts of one person', () => {
  it('become one with everything that either had; the other login tells where', async () => {
    const { person } = await idOf('congdan')
    const second = await makeAccount({ id: person }, 2, card.personalId)
    await fileDossier(test, kept, licenceExchange)
    const draft = await writeDraft(test, second, licenceExchange)
    await test.settle()
    const before = done(await preview('congdan', card.personalId))
    expect(before.gone).toMatchObject({ personalId: '024168009***', has: { drafts: 1 } })
    const after = done(await merge('congdan', card.personalId)).has
    expect(after).toEqual({ ...before.keep.has, drafts: before.keep.has.drafts + 1 })

    expect((await second.call('GET', '/services/my/dossiers')).status).toBe(401)
    expect((await signIn(card.personalId, 'sai mat khau roi')).status).toBe(401)
    expect(await signIn(card.personalId, ownPassword)).toMatchObject({
      status: 409,
      body: { code: 'accountMerged', title: expect.stringContaining('congdan') },
    })
    const filed = await submit(kept, draft)
    expect((await kept.call('GET', `/services/my/dossiers/${filed.id}`)).status).toBe(200)
    const counter = await test.as('motcua.tinh')
    const opened = done(await counter.call('POST', '/identity/accounts-at-counter', { ...card, cardSeen: true }))
    expect(opened).toMatchObject({ login: 'congdan', isNew: false })
    const trail = await test.query<{ entry: string }>(
      `select entry::text as entry from audit.entry where operation = 'services.mergeAccounts' and outcome = 'done'`,
    )
    expect(trail).toHaveLength(1)
    expect(trail[0]!.entry).toContain('Người dân đến quầy')
  })

  it('become one also where the person stood there twice: nothing of theirs is left behind', async () => {
    const known = { fullName: 'Lương Thị Mận', birthDate: civil('1980-01-02'), personalId: '024180000555' }
    const one = await makeAccount(known, 2, 'luong.man')
    const other = await makeAccount({ ...known, personalId: null, email: 'man@example.vn' }, 1, 'man.cu')
    const { person: from } = await idOf('man.cu')
    const { person: to } = await idOf('luong.man')
    const lost = await fileDossier(test, other, licenceExchange)
    await writeDraft(test, other, licenceExchange, { papers: false })
    await test.query(
      `insert into directory.mandate (id, giver_id, holder_number, holder_name, kind, may, valid_from, valid_to, given_at, given_by)
        values (gen_random_uuid(), $1, $2, $3, 'authorised', '{file}', $4, $5, now(), 'x')`,
      [from, thang.personalId, thang.name, dateAt(new Date()), addDays(dateAt(new Date()), 9)],
    )
    await test.settle()
    const before = done(await preview('luong.man', 'man.cu'))
    expect(before.gone.has).toMatchObject({ dossiers: 1, drafts: 1, mandates: 1 })
    expect(before.gone.has.messages).toBeGreaterThan(0)
    const after = done(await merge('luong.man', 'man.cu')).has as Record<string, number>
    for (const [kind, count] of Object.entries(after))
      expect([kind, count]).toEqual([kind, before.keep.has[kind] + before.gone.has[kind]])
    expect((await one.call('GET', `/services/my/dossiers/${lost.id}`)).status).toBe(200)
    expect(
      await test.query(`select merged_into as "to", personal_id as number from directory.person where id = $1`, [from]),
    ).toEqual([{ to, number: null }])
    expect(await test.query(`select email from directory.person where id = $1`, [to])).toEqual([
      { email: 'man@example.vn' },
    ])
    await test.settle()
    expect(done(await one.call('GET', '/notification/messages')).rows[0].words.vi).toMatch(/đăng nhập bằng luong.man/)
  })
})

describe('are refused to become one', () => {
  it.each([
    ['one and the same', 'doanhnghiep', 'doanhnghiep', 'mergeSelf'],
    ['an official’s', 'doanhnghiep', 'motcua.tinh', 'mergeStaff'],
    ['two people', 'doanhnghiep', 'congdan', 'mergeOthers'],
    ['one merged already', 'congdan', card.personalId, 'mergeGone'],
  ])('%s', async (_, keep, gone, code) => {
    for (const asked of [preview, merge]) expect((await asked(keep, gone)).body.code).toBe(code)
  })

  it('the surer one into the less sure, and two that are joined with different national accounts', async () => {
    const known = { fullName: 'Lương Thị Đào', birthDate: civil('1981-01-02') }
    await makeAccount(known, 1, 'dao.mot')
    await makeAccount(known, 2, 'dao.hai')
    expect((await merge('dao.mot', 'dao.hai')).body.code).toBe('mergeSurer')
    for (const login of ['dao.mot', 'dao.hai'])
      await test.query(`insert into identity.binding values ('https://quoc-gia.example', $1, $2, now())`, [
        login,
        (await idOf(login)).id,
      ])
    expect((await merge('dao.hai', 'dao.mot')).body.code).toBe('mergeBound')
  })

  it('by whoever does not manage accounts', async () => {
    for (const who of [test.nobody, kept, await test.as('motcua.tinh')])
      expect((await merge('congdan', 'doanhnghiep', who)).status).toBeGreaterThanOrEqual(401)
  })
})
