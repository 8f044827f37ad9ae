import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { completeProcedureOf, done, officialAt, submit, walkTo, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** One filing starts three procedures: each has its own dossier and end, the applicant sees them together. */

const foodShop = 'BG.201'
let platform: TestPlatform
let citizen: Visitor
let draft: string
let dossiers: {
  id: string
  code: string
  procedureCode: string
  outcome: string | null
  filedAtOnce: { code: string }[]
}[]

const mine = async (id: string) => done(await citizen.call('GET', `/services/my/dossiers/${id}`))

beforeAll(async () => {
  platform = await startTestPlatform()
  citizen = await platform.as('congdan')
  draft = await writeDraft(platform, citizen, foodShop, { otherwise: { ownsPlace: true, water: 'public' } })
  const receipt = done(await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true }))
  const others = receipt.filedAtOnce.map(({ id }: { id: string }) => id)
  dossiers = await Promise.all([receipt.id, ...others].map(mine))
}, 120_000)
afterAll(() => platform.stop())

test('three dossiers come of it, each with a code of who decides, named together on one receipt', async () => {
  expect(dossiers.map(({ procedureCode }) => procedureCode)).toEqual(['1.001612', '2.000620', '2.001827'])
  expect(new Set(dossiers.map(({ code }) => code)).size).toBe(3)
  for (const { code, filedAtOnce } of dossiers)
    expect([code, ...filedAtOnce.map((one) => one.code)].toSorted()).toEqual(dossiers.map((one) => one.code).toSorted())
  const receipt = done(await citizen.call('GET', `/services/my/dossiers/${dossiers[2]!.id}/receipt`))
  expect(receipt.filedAtOnce.map(({ receiverName }: { receiverName: string }) => receiverName)).toEqual([
    'Bộ phận Một cửa huyện Lạng Giang',
    'Bộ phận Một cửa huyện Lạng Giang',
  ])
})

test('what was answered and sent once is in each of them as it asks for it', async () => {
  const [registration, alcohol, food] = await Promise.all(dossiers.map(({ id }) => mine(id)))
  expect(alcohol.answers).toMatchObject({
    premises: registration.answers.place,
    isRegistered: false,
    businessKind: 'household',
  })
  expect(food.answers).toMatchObject({ premises: registration.answers.place, area: alcohol.answers.area })
  const files = (dossier: { papers: { id: string; files: unknown[] }[] }) =>
    dossier.papers.filter((paper) => paper.files.length > 0).map(({ id }) => id)
  expect([files(alcohol), files(food)]).toEqual([['supply'], ['description']])
})

test('sent again, it is the same: nothing is filed twice', async () => {
  expect(await submit(citizen, draft)).toMatchObject({ id: dossiers[0]!.id, code: dossiers[0]!.code })
  const [count] = await platform.query<{ count: number }>('select count(*)::int as count from services.bundle_dossier')
  expect(count).toEqual({ count: 3 })
})

test('one that is withdrawn leaves the others, and who works on them sees the number of the first once it is out', async () => {
  const [registration, alcohol, food] = dossiers as [(typeof dossiers)[0], (typeof dossiers)[0], (typeof dossiers)[0]]
  await walkTo(platform, alcohol.id, 'appraise')
  const official = await officialAt(platform, alcohol.id, 'appraise')
  const seen = async () => done(await official.call('GET', `/services/dossiers/${alcohol.id}`)).filedAtOnce
  expect((await seen())[0]).toMatchObject({ code: registration.code, resultNumber: null })
  expect((await official.call('GET', `/services/dossiers/${registration.id}`)).status).toBe(404)
  const granted = await settleDossier(platform, citizen, registration.id, completeProcedureOf('1.001612'))
  expect((await seen())[0]).toMatchObject({ isFinished: true, resultNumber: granted.result.number })
  done(await citizen.call('POST', `/services/my/dossiers/${food.id}/withdrawal`, {}))
  expect((await mine(food.id)).outcome).toBe('withdrawn')
  expect((await settleDossier(platform, citizen, alcohol.id, completeProcedureOf('2.000620'))).outcome).toBe('granted')
})

test('a counter takes them one by one, and nothing is filed while a paper of one of them is missing', async () => {
  const counter = await platform.as('motcua.huyen')
  const answer = await counter.call('POST', `/services/reception/${foodShop}`, {
    applicant: { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' },
    answers: {},
    paperOnly: [],
  })
  expect(answer).toMatchObject({ status: 422, body: { code: 'bundleOnline' } })
  const unfinished = await writeDraft(platform, citizen, foodShop, { papers: false })
  const refused = await citizen.call('POST', `/services/drafts/${unfinished}/submission`, { declared: true })
  expect(refused).toMatchObject({ status: 422, body: { code: 'incomplete' } })
})

test('it is not begun while one of them is taken no more, which is named', async () => {
  const admin = await platform.as('quantri')
  const today = dateAt(new Date())
  const days = { signedOn: today, publishedOn: today, effectiveOn: today }
  const announcement = { issuer: 'province', document: '90/QĐ-UBND', ...days }
  done(await admin.call('POST', '/services/announcements/repeals', { codes: ['2.001827'], announcement }))
  const refused = await citizen.call('POST', '/services/drafts', { code: foodShop })
  expect(refused).toMatchObject({ status: 422, body: { code: 'memberEnded' } })
  expect(refused.body.places[0].message.vi).toMatch(/^2\.001827 \S/)
})
