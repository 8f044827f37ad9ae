import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { listOperations, type ListedOperation } from '#engines/list-operations.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { answersTo, completeProcedureOf, done, licenceExchange, writeDraft } from './testing/story.ts'
import { idPlaces, sampleAt, sampleCall } from './testing/sample-call.ts'
import { isWhole, makeStrangers } from './testing/strangers.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'
import { makeObjects } from './testing/whose-objects.ts'

/**
 * Generated from the contracts: for every place in a body or a query where an operation takes an id, somebody who holds the right, but
 * not for the object of that id, is answered as if there were no such object (IDOR; OWASP API1, ASVS V8.2.2). A place that
 * nobody thought of here fails.
 */

/** Which object an id means, by the last name of its place. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^fileIds?$/, 'file'],
  [/^source$/, 'paper'],
  [/^dossierIds?$/, 'dossier'],
  [/^draftId$/, 'draft'],
  [/^serviceIds?$/, 'service'],
  [/^deskId$/, 'desk'],
  [/^insteadOf$/, 'appointment'],
  [/^previousId$/, 'petition'],
  [/^person(Id)?$/, 'person'],
  [/^(to|from)?postId$/i, 'post'],
  [/^ends$/, 'appointment of an official'],
  [/^machineId$/, 'machine'],
  [/^(onBehalfOf|enterpriseId)$/, 'enterprise'],
  [/^(unit|(to)?unitId|counterId|ownerId|parentId|agencyOf)$/i, 'unit'],
]
const meaningsOf: Readonly<Record<string, string>> = {
  'services.receiveAtCounter offline.id': 'dossier taken in without a line',
  'petitions.ask second.previousId': 'petition',
  'notification.markRead ids.[]': 'message',
  'workflow.reassignTasks ids.[]': 'task',
  'queue.saveService id': 'service',
  'queue.saveDesk id': 'desk',
  'services.handToPost orders.[].id': 'order',
}

const publicFigures = 'public figures'
/** What is no object of anybody, or everybody may name. Figures that are public are so by their contract: see below. */
const elsewhere: Readonly<Record<string, string>> = {
  'petitions.ask aboutUnit': 'whom a question is about is for the asker to say',
  'petitions.enterPetition aboutUnit': 'the same, by an official',
  'petitions.denounce aboutUnit': 'the same, of a denunciation',
  'reporting.getFormSix unit': publicFigures,
  'reporting.exportFormSix unit': publicFigures,
  'reporting.printFormSix unit': 'the figures of reporting.getFormSix, on paper for officials',
  'reporting.getPaperReuse unit': publicFigures,
  'reporting.exportPaperReuse unit': publicFigures,
  'reporting.getServiceIndex unit': publicFigures,
  'reporting.exportServiceIndex unit': publicFigures,
  'reporting.listIndexProcedures unit': publicFigures,
  'queue.bookAppointment serviceId': 'anybody may book at any centre',
  'queue.saveDesk serviceIds.[]': 'passed over: looked at below',
}

/** That there is such a unit or post everybody knows: only whether one may is asked. */
const isNoSecret = (meant: string) => meant === 'unit' || meant === 'post' || meant === 'person'

const [soon, later] = [3, 5].map((days) => addDays(dateAt(new Date()), days))
/** Taken in at every commune. */
const birth = '1.001193'
/** What no schema says of an input that holds together. */
const hints: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'calendar.previewHours': { from: soon },
  'directory.delegate': { from: soon, to: later },
  'directory.takeLeave': { from: soon, to: later },
  'petitions.ask': { kind: 'complaint' },
  'queue.registerDevice': { kind: 'tablet' },
  'queue.saveDesk': { number: 77 },
  'services.prepareReception': { code: birth },
  'services.pictureReceipt': { code: birth },
  'services.receiveAtCounter': { code: birth },
  'services.fileAssisted': { code: birth },
  'services.saveCounterDraft': { code: birth },
  'services.reuseAtCounter': { personalId: '024168009123' },
}

/**
 * Where the object in the path has to be one’s own, or all else whole, before what is named is looked at: who makes it, and how, around
 * the id that is named.
 */
const ownPaths: Readonly<Record<string, (who: Visitor, id: string) => Promise<Record<string, unknown>>>> = {
  'services.addPaper': async (who) => ({
    id: await writeDraft(province, who, licenceExchange, { papers: false }),
    paper: 'licence',
  }),
  'services.reusePaper': async (who) => ({
    id: await writeDraft(province, who, licenceExchange, { papers: false }),
    paper: 'licence',
  }),
  'services.saveCounterDraft': () => Promise.resolve({ id: randomUUID() }),
  'services.addDraftScan': (who) => ownCounterDraft(who),
  'services.joinDraftScans': (who) => ownCounterDraft(who),
  'services.reuseAtCounter': (who) => ownCounterDraft(who),
  'services.receiveAtCounter papers.[].fileIds.[]': wholeApplication,
  'services.fileAssisted papers.[].fileIds.[]': wholeApplication,
  'services.receiveAtCounter offline.id': (_, id) =>
    Promise.resolve({ offline: { id, slip: 'TN-1-261128-AB', secondsAgo: 1 } }),
}
/** Ids that callers give themselves: what there is not yet is made. */
const givenByCaller = new Set(['services.receiveAtCounter offline.id'])

/** An application at a counter that lacks nothing; one of its papers is this file. */
async function wholeApplication(who: Visitor, fileId: string) {
  const procedure = completeProcedureOf(birth)
  const answers = await answersTo(province, procedure)
  const papers = requiredPapers(procedure.papers, answers).map(({ id }, at) =>
    at === 0 ? { paper: id, fileIds: [fileId] } : { paper: id, fileIds: [] as string[] },
  )
  for (const { fileIds } of papers) if (fileIds.length === 0) fileIds.push(await province.upload(who))
  const applicant = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' }
  return { answers, papers, applicant, confirmed: 'screen', place: '07384' }
}

async function ownCounterDraft(who: Visitor) {
  const id = randomUUID()
  done(await who.call('PUT', `/services/counter-drafts/${id}`, { code: birth, post: '', applicantName: 'Ai đó' }))
  return { id }
}

interface Place {
  readonly name: string
  readonly operation: ListedOperation
  readonly place: string
}

/** Elsewhere somebody else’s object in the path is refused first (`foreign-objects.test.ts`). */
const isReached = ({ name, path }: ListedOperation) => !/\{(?!code\})/.test(path) || name in ownPaths
const places: Place[] = listOperations()
  .filter((operation) => !isWhole(operation) && isReached(operation))
  .flatMap((operation) =>
    idPlaces(operation).map((place) => ({ name: `${operation.name} ${place}`, operation, place })),
  )
  .filter(({ name }) => !(name in elsewhere))

let province: TestPlatform
let strangersTo: Awaited<ReturnType<typeof makeStrangers>>
let others: Readonly<Record<string, string | undefined>>

beforeAll(async () => {
  province = await startTestPlatform()
  const objects = await makeObjects(province)
  strangersTo = await makeStrangers(province)
  const id = (path: string, name = 'id') => String(objects[path]?.[name])
  const first = async (from: string) => (await province.query<{ id: string }>(`select id from ${from} limit 1`))[0]?.id
  others = {
    file: id('/files/{id}'),
    paper: id('/services/drafts/{id}', 'fileId'),
    dossier: id('/services/dossiers/{id}'),
    draft: id('/services/drafts/{id}'),
    task: id('/workflow/tasks/{id}'),
    order: id('/services/postal-orders/{id}'),
    desk: id('/queue/desks/{id}'),
    appointment: id('/queue/appointments/{id}'),
    petition: id('/petitions/{id}'),
    person: id('/directory/officials/{id}'),
    post: id('/directory/posts/{postId}', 'postId'),
    machine: id('/identity/machines/{id}'),
    unit: id('/directory/units/{id}'),
    'appointment of an official': id('/directory/appointments/{id}'),
    message: await first('notification.message'),
    service: await first('queue.service'),
    enterprise: await first('directory.enterprise'),
    'dossier taken in without a line': (
      await province.query<{ id: string }>(
        `insert into services.offline_reception (id, dossier_id, slip, received_at, sent_at)
          values (gen_random_uuid(), $1, 'TN-1', now(), now()) returning id`,
        [id('/services/dossiers/{id}')],
      )
    )[0]?.id,
  }
}, 240_000)
afterAll(() => province.stop())

function meantBy({ name, place }: Place): string {
  const last = place.split('.').findLast((step) => step !== '[]') ?? ''
  return meaningsOf[name] ?? meanings.find(([pattern]) => pattern.test(last))?.[1] ?? ''
}

/** Which table holds what is meant. */
const tables: Readonly<Record<string, string>> = {
  file: 'files.file',
  paper: 'files.file',
  dossier: 'services.dossier',
  draft: 'services.draft',
  task: 'workflow.task',
  order: 'services.postal_order',
  desk: 'queue.desk',
  appointment: 'queue.appointment',
  petition: 'petitions.petition',
  person: 'directory.person',
  post: 'directory.post',
  machine: 'identity.service_account',
  unit: 'directory.unit',
  'appointment of an official': 'directory.appointment',
  message: 'notification.message',
  service: 'queue.service',
  enterprise: 'directory.enterprise',
  'dossier taken in without a line': 'services.offline_reception',
}

/** The row of somebody’s object, whole. */
const rowOf = (meant: string, id: string | undefined) =>
  province.query(`select * from ${tables[meant]} where id = $1`, [id])

test.for(places)('$name that means the object of another is as of one that there is not', async (where) => {
  const { operation, place } = where
  const meant = meantBy(where)
  const other = others[meant]
  expect(other, `which object is meant`).toBeDefined()
  const strangers = strangersTo(operation)
  expect(strangers.length).toBeGreaterThan(0)
  for (const stranger of strangers) {
    const ask = async (id: string) => {
      const own = await (ownPaths[where.name] ?? ownPaths[operation.name])?.(stranger, id)
      const call = sampleCall(operation, { ...hints[operation.name], ...sampleAt(operation, place, id), ...own })
      const { status, body } = await stranger.call(call.method, call.path, call.body)
      return { status, said: JSON.stringify({ ...body, requestId: '' }).replaceAll(id, 'that') }
    }
    const before = await rowOf(meant, other)
    const there = await ask(other ?? '')
    expect(await rowOf(meant, other)).toEqual(before)
    if (givenByCaller.has(where.name)) {
      expect(there.status, there.said).toBe(404)
      continue
    }
    const missing = await ask(randomUUID())
    // What is refused for its form, or for who asks at all, would never have come to whose it is; these refusals have.
    if (!/"code":"(notHere|otherAgency)"/.test(there.said)) expect(there.status, there.said).not.toBe(422)
    if (stranger !== province.nobody) expect(there.status, there.said).not.toBe(401)
    if (isNoSecret(meant) && there.status !== 200) expect(there.status, there.said).toBeOneOf([403, 404, 409, 422])
    else expect(there).toEqual(missing)
  }
})

test.each(['services.receiveAtCounter', 'services.fileAssisted'])(
  '%s takes the same application with a paper of one’s own',
  async (name) => {
    const operation = listOperations().find((one) => one.name === name) as ListedOperation
    const statuses: number[] = []
    for (const stranger of strangersTo(operation)) {
      const own = await wholeApplication(stranger, await province.upload(stranger))
      const call = sampleCall(operation, { ...hints[name], ...own })
      statuses.push((await stranger.call(call.method, call.path, call.body)).status)
    }
    expect(statuses).toContain(200)
  },
)

test('figures that are public by any unit are so by their contract', () => {
  const excused = Object.entries(elsewhere).flatMap(([place, why]) => (why === publicFigures ? [place] : []))
  for (const place of excused) {
    const operation = listOperations().find(({ name }) => name === place.split(' ')[0])
    expect({ place, for: operation?.meta.permission }).toEqual({ place, for: 'anyone' })
  }
})

test('no desk serves what another centre gives numbers for, whatever was asked of it', async () => {
  const manage = listOperations().find(({ name }) => name === 'queue.saveDesk') as ListedOperation
  for (const stranger of strangersTo(manage)) {
    const call = sampleCall(manage, { number: 78, serviceIds: [others['service']] })
    done(await stranger.call(call.method, call.path, call.body))
  }
  const foreign = await province.query(
    `select 1 from queue.desk_service given join queue.desk d on d.id = given.desk_id
      join queue.service s on s.id = given.service_id where s.centre_id <> d.centre_id`,
  )
  expect(foreign).toEqual([])
})
