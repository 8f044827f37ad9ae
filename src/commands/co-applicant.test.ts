import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  anotherCitizen,
  confirm,
  housePermit,
  landTransfer,
  marriage,
  thang,
  writeTogether,
} from './testing/co-applicants.ts'
import { done, licenceExchange, submit, writeDraft } from './testing/story.ts'
import { startTestPlatform, type Answer, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Two people file one application: who is named reads it, answers their page and confirms; nobody else learns of it. */

let test: TestPlatform
let phuong: Visitor
let invited: Visitor
let stranger: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  phuong = await test.as('congdan')
  invited = await test.as('doanhnghiep')
  stranger = (await anotherCitizen(test, 40)).visitor
}, 240_000)
afterAll(() => test.stop())
// Each story has a day of its own: only so many are named in one.
afterEach(() => test.query(`update notification.message set at = at - interval '24 hours' where asked_by is not null`))

const together = (named: object = thang, code = marriage) => writeTogether(test, phuong, code, named)
const read = async (who: Visitor, invitation: string) =>
  done(await who.call('GET', `/services/invitations/${invitation}`))
const send = (draft: string) => phuong.call('POST', `/services/drafts/${draft}/submission`, { declared: true })
const stateOf = async (draft: string): Promise<string> =>
  done(await phuong.call('GET', `/services/drafts/${draft}`)).filedTogether.named[0]?.state
const invitationsOf = async (who: Visitor): Promise<string[]> =>
  done(await who.call('GET', '/services/invitations')).map((one: { id: string }) => one.id)
const expectNotFound = ({ status, body }: Answer) => expect([status, body.code]).toEqual([404, 'notFound'])
const fileAs = async (who: Visitor, id: string) =>
  (
    await test.platform.app.request(`http://localhost/files/${id}`, {
      headers: { Authorization: `Bearer ${who.token}` },
    })
  ).status

/** Everything that can be tried with an invitation. */
const triesOf = async (who: Visitor, invitation: string): Promise<Answer[]> => [
  await who.call('GET', `/services/invitations/${invitation}`),
  await who.call('PUT', `/services/invitations/${invitation}/page`, { answers: {} }),
  await who.call('POST', `/services/invitations/${invitation}/confirmation`, { seen: 'a'.repeat(64), declared: true }),
  await who.call('POST', `/services/invitations/${invitation}/refusal`, { words: 'Không phải tôi' }),
]

describe('somebody named in an application', () => {
  it('finds it on their page, is told once, and reads all of it', async () => {
    const { draft, invitation } = await together()
    expect(await invitationsOf(invited)).toContain(invitation)
    const inEnglish = done(await invited.call('GET', '/services/invitations', undefined, { 'X-Language': 'en' }))
    expect(inEnglish).toContainEqual(expect.objectContaining({ id: invitation, procedureName: 'Register a marriage' }))
    const seen = await read(invited, invitation)
    expect(seen).toMatchObject({ applicantName: 'Thân Thị Bích Phượng', state: 'waiting', own: null, missing: 0 })
    const [paper] = seen.papers.filter((one: { files: object[] }) => one.files.length > 0)
    expect(await fileAs(invited, paper.files[0].id)).toBe(200)
    const { rows } = done(await invited.call('GET', '/notification/messages?limit=20'))
    const told = rows.filter((one: { link: string }) => one.link === `/trang-cua-toi/loi-moi/${invitation}`)
    expect(told).toHaveLength(1)
    expect(told[0].words.vi).toContain('Thân Thị Bích Phượng mời ông/bà cùng nộp hồ sơ')
    // The writer sees who read what they are writing.
    const reads = done(await phuong.call('GET', '/audit/my-data?limit=20'))
    expect(reads.rows.some((one: { who: string; kind: string }) => one.who === thang.name && one.kind === 'read')).toBe(
      true,
    )
    done(await phuong.call('DELETE', `/services/drafts/${draft}`))
    for (const answer of await triesOf(invited, invitation)) expectNotFound(answer)
  })

  it('is found also when their account comes later, and gets the e-mail at the address given', async () => {
    const named = { name: 'Lương Văn Hiếu', personalId: '024090123456', email: 'hieu@example.vn' }
    const { invitation } = await together(named)
    const letters = await test.query<{ address: string; body: string }>(
      `select e.address, e.body from notification.email e join notification.message m on m.id = e.message_id
        where m.person_id is null and m.link = $1`,
      [`/trang-cua-toi/loi-moi/${invitation}`],
    )
    expect(letters).toMatchObject([{ address: 'hieu@example.vn' }])
    expect(letters[0]?.body).toContain(`/trang-cua-toi/loi-moi/${invitation}`)
    done(
      await test.nobody.call('POST', '/identity/register', {
        fullName: 'Lương văn hiếu',
        personalId: named.personalId,
        birthDate: '1990-05-01',
        phone: '0979000333',
        password: 'mot cau that dai de nho',
      }),
    )
    const [account] = await test.query<{ id: string }>(`select id from identity.account where login = $1`, [
      named.personalId,
    ])
    const later = await test.asAccount({ id: account?.id as string, kind: 'citizen' })
    expect(await invitationsOf(later)).toEqual([invitation])
    expect(await read(later, invitation)).toMatchObject({ state: 'waiting' })
  })

  it('is nobody else: not a stranger, not whoever has the number under another name', async () => {
    const { draft, invitation } = await together()
    const slip = await together({ ...thang, name: 'Ngô Văn Thành' })
    const paper = done(await phuong.call('GET', `/services/drafts/${draft}`)).papers[0].files[0].id
    for (const answer of await triesOf(stranger, invitation)) expectNotFound(answer)
    for (const answer of await triesOf(phuong, invitation)) expectNotFound(answer)
    for (const answer of await triesOf(invited, slip.invitation)) expectNotFound(answer)
    expect(await invitationsOf(stranger)).toEqual([])
    expect(await invitationsOf(invited)).not.toContain(slip.invitation)
    expect(await fileAs(stranger, paper)).toBe(404)
    // An invitation opens the application to be read, not to be written or sent.
    for (const answer of [
      await invited.call('GET', `/services/drafts/${draft}`),
      await invited.call('PUT', `/services/drafts/${draft}/pages/groom`, { answers: {} }),
      await invited.call('POST', `/services/drafts/${draft}/submission`, { declared: true }),
      await invited.call('POST', `/services/drafts/${draft}/co-applicants`, { ...thang, personalId: '024080004712' }),
      await invited.call('GET', `/services/drafts/${invitation}`),
    ])
      expectNotFound(answer)
    expectNotFound(await invited.call('DELETE', `/services/drafts/${draft}/co-applicants/${invitation}`))
  })

  it('has nothing more of it once they declined, and the writer reads why', async () => {
    const { draft, invitation } = await together()
    expect((await invited.call('POST', `/services/invitations/${invitation}/refusal`, { words: ' ' })).status).toBe(422)
    done(await invited.call('POST', `/services/invitations/${invitation}/refusal`, { words: 'Chúng tôi chưa định' }))
    for (const answer of await triesOf(invited, invitation)) expectNotFound(answer)
    expect(await invitationsOf(invited)).not.toContain(invitation)
    const { named } = done(await phuong.call('GET', `/services/drafts/${draft}`)).filedTogether
    expect(named).toMatchObject([{ state: 'declined', words: 'Chúng tôi chưa định' }])
    expect((await send(draft)).body.places).toEqual([
      expect.objectContaining({
        message: expect.objectContaining({
          vi: expect.stringContaining('Ngô Văn Thắng không đồng ý') as string,
        }) as object,
      }),
    ])
    done(await phuong.call('DELETE', `/services/drafts/${draft}/co-applicants/${invitation}`))
    done(await send(draft))
  })

  it('has nothing more of it once they were taken out', async () => {
    const { draft, invitation } = await together()
    await confirm(invited, invitation)
    done(await phuong.call('DELETE', `/services/drafts/${draft}/co-applicants/${invitation}`))
    for (const answer of await triesOf(invited, invitation)) expectNotFound(answer)
    const dossier = await submit(phuong, draft)
    expectNotFound(await invited.call('GET', `/services/my/dossiers/${dossier.id}`))
  })
})

describe('an application of several', () => {
  it('is not sent until everyone has confirmed, and says who has not', async () => {
    const { draft, invitation } = await together()
    const refused = await send(draft)
    expect([refused.status, refused.body.code]).toEqual([422, 'incomplete'])
    expect(refused.body.places).toEqual([
      {
        path: `co-applicants.${invitation}`,
        message: { vi: 'Ngô Văn Thắng chưa xác nhận', en: 'Ngô Văn Thắng has not confirmed yet' },
      },
    ])
    const { seen } = await read(invited, invitation)
    const undeclared = { seen, declared: false }
    expect((await invited.call('POST', `/services/invitations/${invitation}/confirmation`, undeclared)).body.code).toBe(
      'mustDeclare',
    )
    await confirm(invited, invitation)
    done(await send(draft))
  })

  it('is confirmed as often as one likes, at once too, and counts once', async () => {
    const { draft, invitation } = await together()
    const { seen } = await read(invited, invitation)
    const path = `/services/invitations/${invitation}/confirmation`
    const answers = await Promise.all([1, 2, 3].map(() => invited.call('POST', path, { seen, declared: true })))
    for (const answer of answers) expect(done(answer)).toEqual({ state: 'confirmed' })
    const told = await test.query(
      `select 1 from notification.message where kind = 'co-applicant.confirmed' and dedupe like $1`,
      [`%${invitation}%`],
    )
    expect(told).toHaveLength(1)
    done(await send(draft))
  })

  it.each([
    [
      'an answer',
      (draft: string) =>
        phuong.call('PUT', `/services/drafts/${draft}/pages/bride`, { answers: { brideHome: 'Thôn Khác' } }),
    ],
    [
      'a paper',
      async (draft: string) => {
        const { papers } = done(await phuong.call('GET', `/services/drafts/${draft}`))
        return phuong.call('DELETE', `/services/drafts/${draft}/papers/${papers[0].files[0].id}`)
      },
    ],
    ['the place', (draft: string) => phuong.call('PUT', `/services/drafts/${draft}/place`, { place: '07201' })],
  ])('has to be confirmed anew when %s is changed, and whoever had confirmed is told once', async (_what, change) => {
    const { draft, invitation } = await together()
    const before = await read(invited, invitation)
    await confirm(invited, invitation)
    expect(await stateOf(draft)).toBe('confirmed')
    done(await change(draft))
    expect(await stateOf(draft)).toBe('changed')
    done(await phuong.call('PUT', `/services/drafts/${draft}/pages/declaration`, { answers: { voluntary: true } }))
    expect(await stateOf(draft)).toBe('changed')
    expect((await send(draft)).body.places.map((one: { path: string }) => one.path)).toContain(
      `co-applicants.${invitation}`,
    )
    const stale = await invited.call('POST', `/services/invitations/${invitation}/confirmation`, {
      seen: before.seen,
      declared: true,
    })
    expect([stale.status, stale.body.code]).toEqual([409, 'applicationChanged'])
    const { rows } = done(await invited.call('GET', '/notification/messages?limit=50'))
    const told = rows.filter(
      (one: { kind: string; link: string }) => one.kind === 'co-applicant.asked-again' && one.link.endsWith(invitation),
    )
    expect(told).toHaveLength(1)
    await confirm(invited, invitation)
    expect(await stateOf(draft)).toBe('confirmed')
  })

  it('lets whoever was given a page answer that one, and both write at once without losing anything', async () => {
    const { draft, invitation } = await together({ ...thang, page: 'groom' })
    const { own } = await read(invited, invitation)
    expect(own).toMatchObject({ page: 'groom', missing: [] })
    expect(own.form.pages.at(-1).id).toBe('groom')
    // Of the rest they read the summary, where numbers are masked.
    expect(Object.keys(own.answers).filter((id) => !id.startsWith('groom'))).toEqual([])
    const whole = done(await phuong.call('GET', `/services/drafts/${draft}`)).answers
    const groom = { groom: whole.groom, groomBirthDate: whole.groomBirthDate, groomStatus: whole.groomStatus }
    const bride = { bride: whole.bride, brideBirthDate: whole.brideBirthDate, brideStatus: whole.brideStatus }
    for (let turn = 0; turn < 4; turn++) {
      const written = await Promise.all([
        invited.call('PUT', `/services/invitations/${invitation}/page`, {
          answers: { ...groom, groomHome: `Nhà ${turn}` },
        }),
        phuong.call('PUT', `/services/drafts/${draft}/pages/bride`, {
          answers: { ...bride, brideHome: `Quê ${turn}` },
        }),
      ])
      for (const answer of written) done(answer)
      expect(done(await phuong.call('GET', `/services/drafts/${draft}`)).answers).toMatchObject({
        groomHome: `Nhà ${turn}`,
        brideHome: `Quê ${turn}`,
      })
    }
    const { status, body } = await phuong.call('PUT', `/services/drafts/${draft}/pages/groom`, { answers: groom })
    expect([status, body.code]).toEqual([422, 'pageTaken'])
    const elsewhere = await invited.call('PUT', `/services/invitations/${invitation}/page`, {
      answers: { brideHome: 'X' },
    })
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'invalidInput', places: [{ path: 'brideHome' }] } })
    const unfinished = done(await invited.call('PUT', `/services/invitations/${invitation}/page`, { answers: {} }))
    expect(unfinished.places).toMatchObject([{ path: 'groom.fullName' }, ...unfinished.places.slice(1)])
    expect(done(await phuong.call('GET', `/services/drafts/${draft}`)).answers.brideHome).toBe('Quê 3')
    const { seen } = await read(invited, invitation)
    const half = await invited.call('POST', `/services/invitations/${invitation}/confirmation`, {
      seen,
      declared: true,
    })
    expect([half.body.code, half.body.places.length > 0]).toEqual(['incomplete', true])
  })

  it('of many waits for each of them, and whoever comes later is news to those who confirmed', async () => {
    const { draft, invitation } = await together(thang, housePermit)
    const path = `/services/drafts/${draft}/co-applicants`
    const [second, third] = [await anotherCitizen(test, 60), await anotherCitizen(test, 70)]
    const { coApplicantId } = done(await phuong.call('POST', path, second.named))
    await confirm(invited, invitation)
    const openPaths = async () => (await send(draft)).body.places.map((one: { path: string }) => one.path)
    expect(await openPaths()).toEqual([`co-applicants.${coApplicantId}`])
    const late = done(await phuong.call('POST', path, third.named)).coApplicantId
    expect(await openPaths()).toEqual([invitation, coApplicantId, late].map((id) => `co-applicants.${id}`))
    expect((await read(second.visitor, coApplicantId)).others.map((one: { name: string }) => one.name)).toEqual([
      thang.name,
      third.named.name,
    ])
    await confirm(invited, invitation)
    await confirm(second.visitor, coApplicantId)
    await confirm(third.visitor, late)
    const { id } = done(await send(draft))
    for (const who of [phuong, invited, second.visitor, third.visitor])
      expect(done(await who.call('GET', `/services/my/dossiers/${id}`)).coApplicants).toHaveLength(3)
  })

  it('gives no page to whoever was named without one', async () => {
    const { invitation } = await together()
    expectNotFound(await invited.call('PUT', `/services/invitations/${invitation}/page`, { answers: {} }))
  })
})

describe('naming a co-applicant', () => {
  const name = (draft: string, named: object) => phuong.call('POST', `/services/drafts/${draft}/co-applicants`, named)

  it('needs a way to reach them, another number than one’s own, and nobody twice', async () => {
    const draft = await writeDraft(test, phuong, housePermit)
    const refusals = [
      [{ name: thang.name, personalId: thang.personalId }, 'contactNeeded', 'phone'],
      [{ ...thang, personalId: '024168009123' }, 'coApplicantIsWriter', 'personalId'],
      [{ ...thang, personalId: '02408000471' }, 'invalidInput', 'personalId'],
      [{ ...thang, email: 'khong phai' }, 'invalidInput', 'email'],
    ] as const
    for (const [named, code, path] of refusals) {
      const { status, body } = await name(draft, named)
      expect([status, body.code, body.places[0].path]).toEqual([422, code, path])
    }
    expectNotFound(await name(draft, { ...thang, page: 'site' }))
    done(await name(draft, thang))
    expect((await name(draft, thang)).body.code).toBe('coApplicantTwice')
  })

  it('ends at the number that the procedure allows, and is not there for one filed alone', async () => {
    const { draft } = await together()
    expect((await name(draft, { ...thang, personalId: '024080004799' })).body.code).toBe('coApplicantsFull')
    expectNotFound(await name(await writeDraft(test, phuong, licenceExchange), thang))
  })

  it('is there only in the case that the procedure names', async () => {
    const draft = await writeDraft(test, phuong, landTransfer)
    const share = (isShared: boolean) =>
      test.query(
        `update services.draft set answers = answers || jsonb_build_object('isShared', $2::boolean) where id = $1`,
        [draft, isShared],
      )
    await share(false)
    expectNotFound(await name(draft, thang))
    await share(true)
    done(await name(draft, thang))
    // Who is named already is waited for, until taken out, whatever the answers say by now.
    await share(false)
    expect(await stateOf(draft)).toBe('waiting')
  })

  it('says the same of a number that is known here and one that is not', async () => {
    const draft = await writeDraft(test, phuong, housePermit)
    const known = await name(draft, thang)
    const unknown = await name(draft, { ...thang, personalId: '024080009999' })
    expect(Object.keys(done(known))).toEqual(Object.keys(done(unknown)))
    const { named } = done(await phuong.call('GET', `/services/drafts/${draft}`)).filedTogether
    expect(named.map((one: { state: string }) => one.state)).toEqual(['waiting', 'waiting'])
    expect(JSON.stringify(named)).not.toMatch(/personId|digest/)
  })

  it('is slowed when one person names too many in a day', async () => {
    const writer = await anotherCitizen(test, 50)
    const path = `/services/drafts/${await writeDraft(test, writer.visitor, housePermit)}/co-applicants`
    const statuses: number[] = []
    const remaining: (string | null)[] = []
    for (let nth = 0; nth < 21; nth++) {
      const named = { ...thang, personalId: `0240800${String(10_000 + nth)}` }
      const { status, body, headers } = await writer.visitor.call('POST', path, named)
      statuses.push(status)
      remaining.push(headers.get('RateLimit-Remaining'))
      if (status === 429) expect(headers.get('Retry-After')).toBe(headers.get('RateLimit-Reset'))
      if (status === 200) done(await writer.visitor.call('DELETE', `${path}/${body.coApplicantId}`))
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429])
    expect(remaining).toEqual([...Array.from({ length: 20 }, (_, nth) => String(19 - nth)), '0'])
  })
})
