import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { demoPassword } from '../demo/accounts.ts'
import { findAmiss } from './testing/find-amiss.ts'
import { officialOf } from './testing/posts.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let administrator: Visitor
/** Shortly before midnight, whatever the hour is: sessions outlive the jump into the next day. */
let at = instantOf(dateAt(new Date()), 23 * 60 + 50)
const today = dateAt(at)
const tomorrow = addDays(today, 1)
const decision = { document: '1312/QĐ-SNV', decidedOn: today }

beforeAll(async () => {
  province = await startTestPlatform({ now: () => at })
  administrator = await province.as('quantri')
}, 120_000)
afterAll(() => province?.stop())

interface Held {
  readonly person: string
  readonly appointment: string
  readonly post: string
  readonly unit: string
}

/** The first post of whoever signs in with this name. */
async function held(login: string): Promise<Held> {
  const [row] = await province.query<Held>(
    `select a.person_id as person, a.id as appointment, a.post_id as post, p.unit_id as unit from directory.appointment a
      join directory.post p on p.id = a.post_id join identity.account acc on acc.person_id = a.person_id
      where acc.login = $1 and a.valid_to is null order by p.key limit 1`,
    [login],
  )
  if (row === undefined) throw new Error(`${login} holds no post`)
  return row
}

/** A post that nobody holds. */
const vacant = async (unitCode: string, name: string, title: string): Promise<string> => {
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = $1`, [unitCode])
  const post = { unitId: unit?.id, function: name, title, from: '2020-01-01' }
  return done(await administrator.call('POST', '/directory/posts', post)).id
}

const decide = (plan: object, who = administrator) =>
  who.call('POST', '/directory/transfers', { plan: { effectiveOn: tomorrow, ...plan }, decision })
const cancel = (id: string, who = administrator) => who.call('POST', `/directory/transfers/${id}/cancellation`)
const codeOf = ({ status, body }: Awaited<ReturnType<typeof decide>>) => [status, body.code]

/** Everything that a transfer may change, as text that compares. */
const standing = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      [
        `select * from directory.appointment order by id`,
        `select * from directory.delegation order by id`,
        `select id, unit_id, assignee, is_open from workflow.task order by id`,
      ].map((text) => province.query(text)),
    ),
  )

const permissionsOf = async (who: Visitor): Promise<string[]> => done(await who.call('GET', '/identity/me')).permissions

describe('a decision is refused by name', () => {
  test('where it changes nothing, is about a day that is over, or about a post that they do not hold', async () => {
    const { person } = await held('chuyenvien.gtvt')
    const other = await held('truongphong.gtvt')
    expect(codeOf(await decide({ personId: person }))).toEqual([422, 'transferNothing'])
    const { appointment } = await held('chuyenvien.gtvt')
    const yesterday = { personId: person, ends: [appointment], effectiveOn: addDays(today, -1) }
    expect(codeOf(await decide(yesterday))).toEqual([422, 'transferPast'])
    const plan = { personId: person, ends: [appointment], effectiveOn: tomorrow }
    const late = { ...decision, decidedOn: addDays(tomorrow, 1) }
    const early = await administrator.call('POST', '/directory/transfers', { plan, decision: late })
    expect(codeOf(early)).toEqual([422, 'transferBeforeDecision'])
    expect(codeOf(await decide({ personId: person, ends: [other.appointment] }))).toEqual([422, 'transferNotHeld'])
  })

  test('where the post is held by somebody on that day, or promised to them', async () => {
    const { person, appointment } = await held('chuyenvien.gtvt')
    const { post } = await held('truongphong.congthuong')
    const begins = [{ postId: post, kind: 'regular' }]
    const refused = await decide({ personId: person, ends: [appointment], begins })
    expect(codeOf(refused)).toEqual([409, 'postHeld'])
    expect(refused.body.places[0].path).toBe('begins.0')
    const free = await vacant('SXD', 'specialist', 'Chuyên viên mới')
    const promised = { personId: person, kind: 'regular', from: addDays(today, 5) }
    done(await administrator.call('POST', `/directory/posts/${free}/appointments`, promised))
    const sooner = await decide({
      personId: (await held('vanthu.gtvt')).person,
      begins: [{ postId: free, kind: 'regular' }],
    })
    expect(codeOf(sooner)).toEqual([409, 'postHeld'])
  })

  test('by an administrator whose reach ends before one of the posts', async () => {
    const post = await vacant('SGTVT', 'unit-administrator', 'Quản trị đơn vị')
    const { person } = await held('vanthu.gtvt')
    done(
      await administrator.call('POST', `/directory/posts/${post}/appointments`, {
        personId: person,
        kind: 'acting',
        from: today,
      }),
    )
    const local = await province.as('vanthu.gtvt')
    const mine = await held('chuyenvien.gtvt')
    const theirs = await held('chuyenvien.congthuong')
    expect(codeOf(await decide({ personId: theirs.person, leaves: true }, local))).toEqual([403, 'forbidden'])
    const away = [{ postId: await vacant('SCT', 'specialist', 'Chuyên viên'), kind: 'regular' }]
    expect(codeOf(await decide({ personId: mine.person, ends: [mine.appointment], begins: away }, local))).toEqual([
      403,
      'forbidden',
    ])
    expect((await local.call('GET', `/directory/officials/${theirs.person}`)).status).toBe(404)
    expect((await local.call('GET', `/directory/officials/${mine.person}`)).status).toBe(200)
    const [citizen] = await province.query<{ id: string }>(
      `select person_id as id from identity.account where login = 'congdan'`,
    )
    expect((await administrator.call('GET', `/directory/officials/${citizen?.id}`)).status).toBe(404)
  })
})

test('a decision about somebody new that was cancelled stays on the list of the province', async () => {
  const [newcomer] = await province.query<{ id: string }>(
    `insert into directory.person (id, full_name) values (gen_random_uuid(), 'Vi Thị Tân') returning id`,
  )
  const begins = [{ postId: await vacant('SXD', 'specialist', 'Chuyên viên tập sự'), kind: 'regular' }]
  const { id } = done(await decide({ personId: newcomer?.id, begins }))
  done(await cancel(id))
  const listed = done(await administrator.call('GET', '/directory/transfers')) as { id: string; status: string }[]
  expect(listed.find((one) => one.id === id)?.status).toBe('cancelled')
})

test('a post that ends by a scheduled reorganisation is left to its plan', async () => {
  const plan = {
    title: 'Giải thể phòng',
    document: '7/QĐ-UBND',
    effectiveOn: addDays(today, 20),
    closed: [{ unit: 'SXD.KTVLXD', into: ['SXD.QLN'] }],
    officials: { chief: 'longest' },
  }
  const planned = done(await administrator.call('POST', '/directory/reorganizations', { plan })).id
  done(await administrator.call('POST', `/directory/reorganizations/${planned}/schedule`, { revision: 1 }))
  const [head] = await province.query<{ person: string }>(
    `select a.person_id as person from directory.appointment a join directory.post p on p.id = a.post_id
      join directory.unit u on u.id = p.unit_id where u.code = 'SXD.KTVLXD' limit 1`,
  )
  expect(codeOf(await decide({ personId: head?.person, leaves: true }))).toEqual([409, 'unitEnds'])
  done(await administrator.call('POST', `/directory/reorganizations/${planned}/undo`, { revision: 1 }))
})

describe('a specialist goes from the department to the district', () => {
  let id: string
  let before: string
  let specialist: Visitor
  let delegation: string

  test('the preview says what they lose and gain, and writes nothing', async () => {
    specialist = await province.as('chuyenvien.gtvt')
    const { person, appointment, post } = await held('chuyenvien.gtvt')
    const { post: colleague } = await officialOf(province, 'SGTVT.QLVT', 'head')
    delegation = done(
      await specialist.call('POST', '/directory/delegations', {
        fromPostId: post,
        toPostId: colleague,
        kind: 'absence',
        from: today,
        to: addDays(today, 9),
      }),
    ).id
    before = await standing()
    const begins = [{ postId: await vacant('217.KTHT', 'deputy-head', 'Phó Trưởng phòng'), kind: 'regular' }]
    const plan = { personId: person, effectiveOn: tomorrow, ends: [appointment], begins }
    const preview = done(await administrator.call('POST', '/directory/transfer-previews', { plan }))
    expect(preview.rights.lost).toContainEqual({
      permission: 'dossier.work',
      reach: 'unit',
      place: preview.before[0].unitName,
    })
    expect(preview.rights.gained).toContainEqual({
      permission: 'dossier.approve',
      reach: 'unit',
      place: preview.after[0].unitName,
    })
    expect(preview.delegations).toMatchObject([{ id: delegation, isGiven: true }])
    expect(preview.leaders).toMatchObject([{ title: 'Trưởng phòng' }])
    expect(await standing()).toBe(before)
    id = done(await decide(plan)).id
  })

  test('nothing changes before its day, and a second decision about them waits', async () => {
    expect(await permissionsOf(specialist)).not.toContain('dossier.approve')
    const { person, appointment } = await held('phogiamdoc.gtvt')
    expect((await decide({ personId: person, ends: [appointment], effectiveOn: addDays(today, 3) })).status).toBe(200)
    const again = await decide({ personId: person, leaves: true })
    expect(codeOf(again)).toEqual([409, 'transferPending'])
    const [{ id: other } = { id: '' }] = await province.query<{ id: string }>(
      `select id from directory.transfer where person_id = $1`,
      [person],
    )
    done(await cancel(other))
  })

  test('cancelled on its eve, everything is as it was; and it is decided anew', async () => {
    const [row] = await province.query<{ plan: object }>(
      `select changes->'plan' as plan from directory.transfer where id = $1`,
      [id],
    )
    done(await cancel(id))
    expect(await standing()).toBe(before)
    expect(codeOf(await cancel(id))).toEqual([409, 'transferOver'])
    id = done(await decide(row?.plan ?? {})).id
  })

  test('a reorganisation that ends one of the units waits for it', async () => {
    const plan = {
      title: 'Giải thể phòng',
      document: '7/QĐ-UBND',
      effectiveOn: tomorrow,
      closed: [{ unit: 'SGTVT.QLVT', into: ['SGTVT.KHTC'] }],
    }
    const planned = done(await administrator.call('POST', '/directory/reorganizations', { plan })).id
    const { blockers } = done(await administrator.call('GET', `/directory/reorganizations/${planned}/preview`))
    expect(JSON.stringify(blockers)).toContain('đã có quyết định 1312/QĐ-SNV')
  })

  test('it is not cancelled once the post was promised to somebody else', async () => {
    const { post } = await held('truongphong.gtvt')
    const leaving = await held('truongphong.gtvt')
    const decided = done(await decide({ personId: leaving.person, ends: [leaving.appointment] })).id
    const { person } = await held('vanthu.congthuong')
    const next = done(await decide({ personId: person, begins: [{ postId: post, kind: 'regular' }] })).id
    expect(codeOf(await cancel(decided))).toEqual([409, 'postHeld'])
    done(await cancel(next))
    done(await cancel(decided))
  })

  test('at midnight rights, post and delegations have changed by their dates alone', async () => {
    // Somebody was to leave, which was cancelled, and only gives a post up: their account stays open.
    const deputy = await held('phogiamdoc.gtvt')
    done(await cancel(done(await decide({ personId: deputy.person, leaves: true })).id))
    done(await decide({ personId: deputy.person, ends: [deputy.appointment] }))
    at = instantOf(tomorrow)
    const me = done(await specialist.call('GET', '/identity/me'))
    expect(me.permissions).toContain('dossier.approve')
    expect(me.post.title).toBe('Phó Trưởng phòng')
    expect(done(await specialist.call('GET', '/directory/delegations'))).toEqual([])
    const lent = await province.query(
      `select 1 from directory.delegation where id = $1 and valid_to <= $2 and revoked_at is null`,
      [delegation, tomorrow],
    )
    expect(lent).toHaveLength(1)
    expect(done(await (await province.as('phogiamdoc.gtvt')).call('GET', '/identity/me')).permissions).toEqual([])
    administrator = await province.as('quantri')
    expect(codeOf(await cancel(id))).toEqual([409, 'transferOver'])
  })
})

describe('an official leaves', () => {
  test('at once: their session ends, the right password opens nothing, and a new post opens the account again', async () => {
    const { person, post } = await held('chuyenvien.congthuong')
    const leaver = await province.as('chuyenvien.congthuong')
    done(await decide({ personId: person, leaves: true, effectiveOn: tomorrow }))
    expect((await leaver.call('GET', '/workflow/inbox')).status).toBe(401)
    const signIn = () =>
      province.nobody.call('POST', '/identity/sign-in', { login: 'chuyenvien.congthuong', password: demoPassword })
    expect(codeOf(await signIn())).toEqual([401, 'wrongSignIn'])
    const [listed] = done(await administrator.call('GET', '/identity/accounts?text=chuyenvien.congthuong'))
    expect(listed).toMatchObject({ status: 'disabled', disabledBecause: 'left' })
    const back = [{ postId: post, kind: 'regular' }]
    done(await decide({ personId: person, begins: back, effectiveOn: addDays(tomorrow, 1) }))
    expect((await signIn()).status).toBe(401)
    at = instantOf(addDays(tomorrow, 1))
    administrator = await province.as('quantri')
    expect((await signIn()).status).toBe(200)
  })

  test('and nothing is amiss but whoever gave their only post up', async () => {
    expect(await findAmiss((text) => province.query<{ count: number }>(text), dateAt(at))).toEqual({
      'officials without a post': 1,
    })
  })
})

test('a post of a unit that was renamed is held once, under the name of today', async () => {
  const { visitor } = await officialOf(province, 'SCT.QLTM', 'head')
  await province.query(
    `with today as (update directory.unit_version v set valid_from = '2024-01-01' from directory.unit u
        where u.id = v.unit_id and u.code = 'SCT.QLTM' and v.valid_to is null returning v.*)
      insert into directory.unit_version (unit_id, valid_from, valid_to, name, kind, tier, parent_id, agency_id)
        select unit_id, '2020-01-01', '2024-01-01', 'Phòng Thương nghiệp', kind, tier, parent_id, agency_id from today`,
  )
  const posts = done(await visitor.call('GET', '/identity/posts')) as { unit: string }[]
  expect(posts).toHaveLength(1)
  expect(posts[0]?.unit).not.toBe('Phòng Thương nghiệp')
})

test('a post that is no more gives nothing to whoever was appointed to it', async () => {
  const { visitor, post } = await officialOf(province, 'SCT.QLTM', 'head')
  await province.query('update directory.post set valid_to = $2 where id = $1', [post, today])
  expect(done(await visitor.call('GET', '/identity/me'))).toMatchObject({ permissions: [] })
})
