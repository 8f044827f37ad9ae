import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHeads, startSealing } from '#engines/audit/index.ts'
import { verifyNew } from '#engines/audit/verification.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { answeredQuestion, askQuestion } from '../src/commands/testing/answered-question.ts'
import { fileTogether, marriage, thang, writeTogether } from '../src/commands/testing/co-applicants.ts'
import {
  completeProcedureOf,
  copyDraft,
  fileDossier,
  submit,
  walkTo,
  writeDraft,
} from '../src/commands/testing/story.ts'
import { districtRecord, nationalRecord } from '../src/commands/testing/catalogue-records.ts'
import { bringIn, honeycomb } from '../src/commands/testing/hexagons.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'
import { office, portal, type Screen, type Seat } from './screens.ts'
import { openStage, type Stage } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

let stage: Stage
let people: Record<Seat, Visitor>
/** Addresses that need something to exist first. */
const made: Record<string, string> = {}

beforeAll(async () => {
  stage = await openStage()
  const { test: platform } = stage
  people = {
    nobody: platform.nobody,
    citizen: await platform.as('congdan'),
    invited: await platform.as('doanhnghiep'),
    counter: await platform.as('motcua.tinh'),
    accountant: await platform.as('ketoan.tinh'),
    specialist: await platform.as('chuyenvien.gtvt'),
    head: await platform.as('truongphong.gtvt'),
    leader: await platform.as('giamdoc.gtvt'),
    administrator: await platform.as('quantri'),
    ...(await machinesOfHall(platform)),
    controller: await platform.as('thutuc.tinh'),
  }
  const draft = await writeDraft(platform, people.citizen, '1.002809')
  const [sent = '', lacking = ''] = await copyDraft(platform, draft, 2)
  const appraised = await submit(people.citizen, sent)
  await walkTo(platform, appraised.id, 'appraise')
  // Somebody of another department asks to read it.
  const purpose = 'Đối chiếu với hồ sơ hộ tịch'
  const tuphap = await platform.as('chuyenvien.tuphap')
  await tuphap.call('POST', '/services/access/requests', { code: appraised.code, purpose })
  const asked = await submit(people.citizen, lacking)
  await walkTo(platform, asked.id, 'appraise')
  const pins = ['classes', 'papers.licence'].map((path) => ({ path, reason: 'Chưa đọc được' }))
  await people.specialist.call('POST', `/services/dossiers/${asked.id}/supplement`, { step: 'appraise', pins })
  const ready = await fileDossier(platform, people.citizen, '1.002809')
  await walkTo(platform, ready.id, 'deliver')
  const shared = await writeTogether(platform, people.citizen, marriage, { ...thang, page: 'groom' })
  const discarded = await writeTogether(platform, people.citizen, marriage, thang)
  await people.citizen.call('DELETE', `/services/drafts/${discarded.draft}`)
  const filed = await fileTogether(platform, people.citizen, people.invited)
  await platform.platform.connection.db.transaction((tx) =>
    publishProcedures(
      tx,
      [{ ...completeProcedureOf('1.002809'), fees: [], effective: { from: addDays(dateAt(new Date()), 30) } }],
      new Date(),
    ),
  )
  await stage.settle()
  const followed = (await people.citizen.call('GET', `/services/my/dossiers/${ready.id}`)).body
  const trail = (await people.administrator.call('GET', '/audit/entries?limit=1')).body
  const { connection, runner } = platform.platform
  const heads = await openHeads({
    dataDirectory: platform.directory,
    auditKeyFile: undefined,
    auditHeadsFile: undefined,
  })
  await startSealing({ db: connection.db, log: runner.log, heads }).stop()
  await verifyNew(connection.db, new Date())
  const plan = {
    title: 'Sắp xếp xã, huyện Lạng Giang',
    document: 'Nghị quyết 1/NQ',
    effectiveOn: addDays(dateAt(new Date()), 30),
    areas: [{ from: '07381', into: [{ area: '07393' }] }],
  }
  await bringIn(people.administrator, honeycomb(['07381', '07393', '07375']), '2021-01-01')
  const question = await answeredQuestion(people.citizen, people.head)
  await askQuestion(people.citizen, 'Tôi ở tỉnh khác chuyển về, có phải khám lại không?')
  const planned = (await people.administrator.call('POST', '/directory/reorganizations', { plan })).body
  const official = (await people.specialist.call('GET', '/identity/me')).body.person
  const held = (await people.administrator.call('GET', `/directory/officials/${official}`)).body.posts[0].appointmentId
  const effectiveOn = addDays(dateAt(new Date()), 3)
  const { body: transfer } = await people.administrator.call('POST', '/directory/transfers', {
    plan: { personId: official, effectiveOn, ends: [held] },
    decision: { document: '1312/QĐ-SNV', decidedOn: dateAt(new Date()) },
  })
  const { body: written } = await people.controller.call('POST', '/services/procedures/1.002809/drafts', {})
  await people.controller.call('PUT', `/services/procedure-drafts/${written.id}`, {
    revision: 1,
    edits: [{ do: 'set', path: 'form.pages.1.fields.0.when', value: { field: 'nowhere', is: true } }],
  })
  const { body: tried } = await people.controller.call('POST', '/services/procedures/1.001193/drafts', {})
  const { body: catalogue } = await people.administrator.call('POST', '/services/catalogues', {
    fileName: 'danh-muc.json',
    content: Buffer.from(JSON.stringify([nationalRecord(), districtRecord()])).toString('base64url'),
  })
  Object.assign(made, {
    written: written.id,
    tried: tried.id,
    draft,
    question: question.id,
    answered: question.code,
    catalogue: catalogue.id,
    effectiveOn,
    held,
    transfer: transfer.id,
    appraised: appraised.id,
    code: appraised.code,
    specialist: official,
    office: (await people.administrator.call('GET', '/directory/unit-tree')).body[0].id,
    asked: asked.id,
    ready: ready.id,
    paper: followed.result?.verificationCode,
    shared: shared.draft,
    invitation: shared.invitation,
    ended: discarded.invitation,
    filed: filed.id,
    entry: trail.rows?.[0]?.id ?? trail.entries?.[0]?.id,
    plan: planned.id,
    busiest: String((await people.head.call('GET', '/workflow/load')).body[0]?.key),
  })
}, 120_000)
afterAll(() => stage.stop())

/** The head of the provincial centre and a machine of each kind in its hall; an officer sits at the first desk and serves. */
async function machinesOfHall(platform: Stage['test']) {
  const centreHead = await platform.as('giamdoc.motcua')
  const officer = await platform.as('motcua.tinh')
  const { desks } = (await officer.call('GET', '/queue/desk')).body
  const device = async (kind: string, deskId?: string) =>
    platform.withToken(
      (await centreHead.call('POST', '/queue/devices', { kind, name: `Máy ${kind}`, deskId })).body.token,
    )
  const [kiosk, board] = [await device('kiosk'), await device('board')]
  const serviceId = desks[0].services[0].id
  await officer.call('POST', `/queue/desks/${desks[0].id}/officer`, {})
  for (let count = 0; count < 3; count++) await kiosk.call('POST', '/queue/tickets', { serviceId })
  await officer.call('POST', '/queue/desk/call', {})
  made['bookable'] = serviceId
  const tablet = await device('tablet', desks[0].id)
  const lines = [{ label: 'Họ và tên', value: 'Thân Thị Bích Phượng' }]
  await officer.call('POST', '/queue/desk/confirmations', { title: 'Đổi giấy phép lái xe', lines })
  return { centreHead, kiosk, board, tablet }
}

const pathOf = ({ path }: Screen): string => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => made[name] ?? 'missing')

/** One browser context a person and size, kept from screen to screen. */
const seats = new Map<string, Promise<Person>>()
function seat(as: Screen['as'], screen: 'phone' | 'desk' | 'office'): Promise<Person> {
  const key = `${as} ${screen}`
  const taken = seats.get(key) ?? stage.enter({ screen, as: people[as] })
  seats.set(key, taken)
  return taken
}

/** What axe finds, one line for each kind of fault with the first place. */
async function faultsOf(person: Person, tags: readonly string[] = rules): Promise<string[]> {
  await person.page.evaluate(axe)
  return person.page.evaluate(async (runOnly) => {
    const run = (
      globalThis as unknown as {
        axe: {
          run(
            context: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
        }
      }
    ).axe.run
    const { violations } = await run(document, { runOnly, resultTypes: ['violations'], iframes: false })
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    )
  }, tags)
}

/** The page as the server sent it carries no style attribute: the policy would refuse it. */
async function styleAttributes(person: Person, path: string): Promise<string[]> {
  const html = await (await person.page.request.get(path)).text()
  return html.match(/<[^>]*\sstyle="[^"]*"/g)?.slice(0, 3) ?? []
}

describe.each(portal)('the portal: $name', { timeout: 60_000 }, (screen) => {
  test('has a title, fits a narrow phone, complains of nothing, and keeps to WCAG 2.2 AA', async () => {
    const path = pathOf(screen)
    const phone = await seat(screen.as, 'phone')
    await phone.goTo(path)
    await phone.picture(`portal/${screen.name}-360`, true)
    await phone.page.setViewportSize({ width: 320, height: 640 })
    const tooWide = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    // What is hidden from eyes must not make the page longer than what is seen of it.
    const belowEnd = await phone.page.evaluate(() => {
      const end = Math.ceil(document.body.getBoundingClientRect().bottom + scrollY)
      return Math.max(0, document.documentElement.scrollHeight - Math.max(end, innerHeight))
    })
    await phone.page.setViewportSize({ width: 360, height: 740 })
    const desk = await seat(screen.as, 'desk')
    await desk.goTo(path)
    await desk.picture(`portal/${screen.name}-1280`)
    if (screen.guide) await desk.showGuides(screen.guide)
    expect({
      tooWide,
      belowEnd,
      title: await phone.page.title(),
      styles: await styleAttributes(phone, path),
      faults: await faultsOf(desk),
      complaints: [...phone.complaints.splice(0), ...desk.complaints.splice(0)],
    }).toEqual({
      tooWide: 0,
      belowEnd: 0,
      title: expect.stringMatching(/\S.* – |Cổng Dịch vụ công/) as string,
      styles: [],
      faults: [],
      complaints: [],
    })
  })
})

describe.each(office.filter(({ as }) => as === 'counter'))('the counter on a phone: $name', (screen) => {
  test('scrolls down only, lists and forms too', { timeout: 60_000 }, async () => {
    const phone = await seat(screen.as, 'phone')
    await phone.goTo(pathOf(screen))
    await phone.picture(`office/${screen.name}-360`, true)
    const tooWide = await phone.page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.pane-body, .block')]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.className),
    )
    expect(tooWide).toEqual([])
  })
})

describe.each(office)('the office: $name', { timeout: 60_000 }, (screen) => {
  test('has a title, complains of nothing, and keeps to WCAG 2.2 AA, its colours also in the dark', async () => {
    const path = pathOf(screen)
    const desk = await seat(screen.as, 'office')
    await desk.goTo(path)
    await desk.picture(`office/${screen.name}`)
    if (screen.guide) await desk.showGuides(screen.guide)
    const faults = await faultsOf(desk)
    // Colours on their way from light to dark are seen by nobody for long.
    await desk.page.emulateMedia({ reducedMotion: 'reduce' })
    await desk.page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    expect({
      title: await desk.page.title(),
      styles: await styleAttributes(desk, path),
      faults,
      inTheDark: await faultsOf(desk, ['color-contrast']),
      complaints: desk.complaints.splice(0),
    }).toEqual({
      title: expect.stringMatching(/\S/) as string,
      styles: [],
      faults: [],
      inTheDark: [],
      complaints: [],
    })
  })
})
