import { afterAll, beforeAll, expect, test } from 'vitest'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { createSecrets } from '#kernel/secrets/secrets.ts'
import { linkTo } from '#engines/national-portal/links/file-links.ts'
import { systems } from '#systems/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { completeProcedureOf, done, fileDossier, licenceExchange, walkTo, type Filed } from './testing/story.ts'
import { smallPdf, type Visitor } from './testing/test-platform.ts'

/** What the national portal gets by the links in our records, and nobody gets otherwise. */

let linked: Linked<SimulatedNationalPortal>
let citizen: Visitor
let settled: Filed

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0))
  citizen = await linked.test.as('congdan')
  settled = await fileDossier(linked.test, citizen, licenceExchange)
  await settleDossier(linked.test, citizen, settled.id, completeProcedureOf(licenceExchange))
  await linked.untilTold()
}, 240_000)
afterAll(() => linked.stop())

const timeout = 120_000
interface ToldFile {
  readonly TepDinhKemId: string
  readonly IsDeleted: string
  readonly DuongDanTaiTepTin: string
}
interface ToldResult {
  readonly GiayToId: string
  readonly MaKetQua: string
  readonly DuongDanTepTinKetQua: string
}
const recordOf = ({ code }: Filed) => linked.portal.kept.dossiers.get(code)?.record ?? {}
const filesOf = (one: Filed) => recordOf(one)['TaiLieuNop'] as ToldFile[]
const paperOf = (one: Filed) => filesOf(one).find(({ IsDeleted }) => IsDeleted === 'False') as ToldFile
const resultOf = (one: Filed) => (recordOf(one)['DanhSachGiayToKetQua'] as ToldResult[])[0] as ToldResult
const ask = (address: string, init?: RequestInit) => linked.test.platform.app.request(address, init)
const statusOf = async (address: string, init?: RequestInit) => (await ask(address, init)).status
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const trail = (id: string) =>
  linked.test.query<{ account: string; actor: string; outcome: string; details: string; subjects: string[] }>(
    `select account, actor_name as actor, outcome, details::text, subjects from audit.entry
      where operation = 'nationalPortal.fetchFile' and $1 = any(objects) order by at, id`,
    [`dossier:${id}`],
  )

test(
  'by the links in its record the national portal has the very bytes of a paper and of the result',
  { timeout },
  async () => {
    const before = (await trail(settled.id)).length
    const paper = await ask(paperOf(settled).DuongDanTaiTepTin)
    expect(await bytesOf(paper)).toEqual(smallPdf())
    expect(Object.fromEntries(paper.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(smallPdf().length),
      'content-disposition': expect.stringMatching(/^attachment; filename="giay-to\.pdf"/),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    const result = await ask(resultOf(settled).DuongDanTepTinKetQua)
    expect(Object.fromEntries(result.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment/),
      'cache-control': 'private, no-store',
    })
    const printed = await (
      await linked.test.as('motcua.tinh')
    ).call('GET', `/services/dossiers/${settled.id}/print/result`)
    expect(printed.status).toBe(200)
    expect((await bytesOf(result)).equals(Buffer.from(printed.body))).toBe(true)
    const told = (await trail(settled.id)).slice(before)
    expect(told).toMatchObject([
      { account: 'national-portal', actor: 'Cổng Dịch vụ công quốc gia', outcome: 'done' },
      { account: 'national-portal', outcome: 'done' },
    ])
    expect(told[0]?.details).toContain(paperOf(settled).TepDinhKemId)
    expect(told[1]?.details).toContain(resultOf(settled).GiayToId)
    expect(told[0]?.subjects).toHaveLength(1)
  },
)

test('whose papers they are reads on their page that the national portal had them', { timeout }, async () => {
  await ask(paperOf(settled).DuongDanTaiTepTin)
  const { rows } = done(await citizen.call('GET', '/audit/my-data'))
  expect(rows).toContainEqual(expect.objectContaining({ kind: 'read', who: 'Cổng Dịch vụ công quốc gia' }))
})

test(
  'asked for its head it answers the same without the bytes; a part is not given, another method is refused',
  { timeout },
  async () => {
    for (const address of [paperOf(settled).DuongDanTaiTepTin, resultOf(settled).DuongDanTepTinKetQua]) {
      const whole = await ask(address)
      const head = await ask(address, { method: 'HEAD' })
      expect([head.status, head.headers.get('content-length')]).toEqual([200, whole.headers.get('content-length')])
      expect(await bytesOf(head)).toHaveLength(0)
      const part = await ask(address, { headers: { Range: 'bytes=0-3' } })
      expect([part.status, part.headers.get('accept-ranges'), (await bytesOf(part)).length]).toEqual([
        200,
        'none',
        (await bytesOf(whole)).length,
      ])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const answer = await ask(address, { method })
        expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
      }
    }
  },
)

test(
  'what was replaced, revoked, blocked or withdrawn is given no more by the link that gave it',
  { timeout },
  async () => {
    const replaced = await fileDossier(linked.test, citizen, licenceExchange)
    await walkTo(linked.test, replaced.id, 'appraise')
    await linked.untilTold()
    const licence = filesOf(replaced).find((one) => JSON.stringify(one).includes('licence')) as ToldFile
    expect(await statusOf(licence.DuongDanTaiTepTin)).toBe(200)
    const specialist = await linked.test.as('chuyenvien.gtvt')
    const pins = [{ path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' }]
    done(
      await specialist.call('POST', `/services/dossiers/${replaced.id}/supplement`, {
        step: 'appraise',
        pins,
        days: 10,
      }),
    )
    const paper = { paper: 'licence', fileId: await linked.test.upload(citizen) }
    done(await citizen.call('POST', `/services/my/dossiers/${replaced.id}/supplement/papers`, paper))
    done(await citizen.call('POST', `/services/my/dossiers/${replaced.id}/supplement/submission`, {}))
    expect(await statusOf(licence.DuongDanTaiTepTin)).toBe(404)
    expect((await trail(replaced.id)).map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
    await linked.untilTold()
    expect(filesOf(replaced).find((one) => one.TepDinhKemId === licence.TepDinhKemId)).toMatchObject({
      IsDeleted: 'True',
      DuongDanTaiTepTin: '',
    })

    const { DuongDanTepTinKetQua: result } = resultOf(settled)
    await linked.test.query(`update services.result set revoked_at = now() where dossier_id = $1`, [settled.id])
    expect(await statusOf(result)).toBe(404)
    await linked.test.query(`update services.result set revoked_at = null where dossier_id = $1`, [settled.id])
    expect(await statusOf(result)).toBe(200)

    const { TepDinhKemId: file, DuongDanTaiTepTin: address } = paperOf(settled)
    await linked.test.query(`update files.file set state = 'refused', refusal = 'malware' where id = $1`, [file])
    expect(await statusOf(address)).toBe(404)
    await linked.test.query(`update files.file set state = 'accepted', refusal = null where id = $1`, [file])
    expect(await statusOf(address)).toBe(200)

    const withdrawn = await fileDossier(linked.test, citizen, licenceExchange)
    await linked.untilTold()
    const { DuongDanTaiTepTin: gone } = paperOf(withdrawn)
    expect(await statusOf(gone)).toBe(200)
    done(await citizen.call('POST', `/services/my/dossiers/${withdrawn.id}/withdrawal`, {}))
    expect(await statusOf(gone)).toBe(404)
    await linked.untilTold()
    expect(
      filesOf(withdrawn)
        .map(({ DuongDanTaiTepTin }) => DuongDanTaiTepTin)
        .join(''),
    ).toBe('')
  },
)

const turned = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
const other = '01900000-0000-7000-8000-000000000000'

/** By what was done to a right address. */
const attacks: readonly (readonly [string, (paper: URL, result: URL) => string])[] = [
  ['another file', (paper) => paper.href.replace(/[^/]+\?/, `${other}?`)],
  [
    'another file of the same dossier',
    (paper) => paper.href.replace(/[^/]+\?/, `${filesOf(settled)[1]?.TepDinhKemId}?`),
  ],
  ['another dossier', (paper) => paper.href.replace(settled.id, other)],
  ['another kind', (paper) => paper.href.replace('/giay-to/', '/ket-qua/')],
  ['no kind', (paper) => paper.href.replace('/giay-to/', '/tep/')],
  ['a later end', (paper) => paper.href.replace(/den=(\d+)/, (_, until: string) => `den=${Number(until) + 1}`)],
  ['the same end, otherwise written', (paper) => paper.href.replace('den=', 'den=0')],
  ['no end', (paper) => paper.href.replace(/den=\d+&/, '')],
  ['a far end', (paper) => paper.href.replace(/den=\d+/, 'den=99999999999999999999')],
  [
    'the signature of another file',
    (paper, result) => `${paper.href.split('&')[0]}&ky=${result.searchParams.get('ky')}`,
  ],
  ['a signature cut', (paper) => paper.href.slice(0, -1)],
  ['a signature lengthened', (paper) => `${paper.href}=`],
  ['a signature turned', (paper) => paper.href.replace(/ky=(.*)/, (_, signature: string) => `ky=${turned(signature)}`)],
  ['no signature', (paper) => paper.href.replace(/&ky=.*/, '')],
  ['an empty signature', (paper) => paper.href.replace(/&ky=.*/, '&ky=')],
  ['two signatures', (paper) => `${paper.href}&ky=${paper.searchParams.get('ky')}`],
  ['two ends', (paper) => `${paper.href}&den=${paper.searchParams.get('den')}`],
  ['something besides', (paper) => `${paper.href}&x=1`],
  ['no query', (paper) => paper.href.replace(/\?.*/, '')],
  ['the id in capitals', (paper) => paper.href.replace(/[^/]+\?/, (id) => id.toUpperCase())],
  ['a way up', (paper) => paper.href.replace(/([^/]+)\?/, '..%2f..%2f$1?')],
  ['a way up, twice encoded', (paper) => paper.href.replace(/([^/]+)\?/, '%252e%252e%252f$1?')],
  ['a null byte', (paper) => paper.href.replace('?', '%00?')],
  ['a slash after it', (paper) => paper.href.replace('?', '/?')],
  [
    'a secret of another installation',
    (paper) =>
      linkTo(
        { secrets: createSecrets(Buffer.alloc(32, 1)), profile: systems.nationalProfile, publicUrl: paper.origin },
        { dossierId: settled.id, kind: 'paper', id: paperOf(settled).TepDinhKemId },
        dateAt(linked.test.platform.runner.now()),
      ),
  ],
]

test.each(attacks)('%s gives nothing, and the answer is that of what never was', { timeout }, async (name, attack) => {
  const before = (await trail(settled.id)).length
  const [paper, result] = [new URL(paperOf(settled).DuongDanTaiTepTin), new URL(resultOf(settled).DuongDanTepTinKetQua)]
  expect(attack(paper, result)).not.toBe(paper.href)
  forgetGuesses()
  const answer = await ask(attack(paper, result))
  const { requestId: _, ...body } = (await answer.json()) as Record<string, unknown>
  const { requestId: __, ...unknown } = (await (
    await ask(`http://localhost/cong-quoc-gia/ho-so/${other}/giay-to/${other}`)
  ).json()) as Record<string, unknown>
  expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
    name,
    404,
    'application/problem+json; charset=utf-8',
  ])
  expect(body).toEqual(unknown)
  expect(await trail(settled.id)).toHaveLength(before)
})

/** An hour later nothing of them counts any more. */
const forgetGuesses = () => linked.pass(3_700_000)

test('who guesses waits, and what is right is not slowed by it', { timeout }, async () => {
  forgetGuesses()
  const address = paperOf(settled).DuongDanTaiTepTin
  const statuses: number[] = []
  for (let turn = 0; turn < 25; turn++) statuses.push(await statusOf(address.slice(0, -1)))
  expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  expect(await statusOf(address)).toBe(200)
  forgetGuesses()
})

test('one link that is opened again and again waits, and the others do not', { timeout }, async () => {
  forgetGuesses()
  const { DuongDanTaiTepTin: address } = paperOf(settled)
  const statuses: number[] = []
  for (let turn = 0; turn < 64; turn++) statuses.push(await statusOf(address, { method: 'HEAD' }))
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
  expect(await statusOf(resultOf(settled).DuongDanTepTinKetQua)).toBe(200)
  forgetGuesses()
})

test(
  'a link is over when its days are, and the record that is told again holds a new one, which alone is no reason to tell it',
  { timeout },
  async () => {
    const sent = () => linked.portal.calls.get('DongBoHoSoMC') ?? 0
    const wantAgain = async () => {
      await linked.test.query(
        `update national_portal.delivery set state = 'waiting', wanted = wanted + 1, next_at = now() where dossier_id = $1 and kind = 'record'`,
        [settled.id],
      )
      await linked.untilTold()
    }
    // The national list of procedures was read since it was told first, and says more of its field.
    await linked.until(async () => (await linked.test.query(`select from services.catalogue_import`)).length > 0)
    await wantAgain()
    const address = paperOf(settled).DuongDanTaiTepTin
    linked.pass((systems.nationalProfile.linkDays + 2) * 86_400_000)
    expect(await statusOf(address)).toBe(404)
    // Wanted anew with nothing else changed it is the same to the digest.
    const before = sent()
    await wantAgain()
    expect(sent()).toBe(before)
    expect(paperOf(settled).DuongDanTaiTepTin).toBe(address)
    // The reconciliation finds it altered there, and the repair tells it again.
    linked.portal.kept.keep([
      { what: 'record', code: settled.code, said: { ...recordOf(settled), TrangThaiHoSo: '4' } },
    ])
    await linked.test.query(`update national_portal.delivery set checked_at = null where dossier_id = $1`, [settled.id])
    const operator = await linked.test.as('quantri')
    done(await operator.call('POST', '/national-portal/checks', {}))
    await linked.untilTold()
    done(await operator.call('POST', '/national-portal/repairs', { cause: 'status-differs' }))
    await linked.untilTold()
    expect(paperOf(settled).DuongDanTaiTepTin).not.toBe(address)
    expect(await statusOf(paperOf(settled).DuongDanTaiTepTin)).toBe(200)
    expect(await statusOf(resultOf(settled).DuongDanTepTinKetQua)).toBe(200)
  },
)

test(
  'what holds links that are about to end is told again by the reconciliation, once, as long as they may still be wanted',
  { timeout },
  async () => {
    const { linkDays, renewDays } = systems.nationalProfile
    const tell = async () => {
      // A session does not last so long.
      const operator = await linked.test.as('quantri')
      const before = linked.portal.calls.get('DongBoHoSoMC') ?? 0
      done(await operator.call('POST', '/national-portal/checks', {}))
      await linked.untilTold()
      return (linked.portal.calls.get('DongBoHoSoMC') ?? 0) - before
    }
    await tell()
    expect(await tell()).toBe(0)
    const [address, of] = [paperOf(settled).DuongDanTaiTepTin, resultOf(settled).DuongDanTepTinKetQua]
    linked.pass((linkDays - 2) * 86_400_000)
    expect(await statusOf(address)).toBe(200)
    expect(await tell()).toBeGreaterThan(0)
    expect(await tell()).toBe(0)
    linked.pass(5 * 86_400_000)
    expect([await statusOf(address), await statusOf(of)]).toEqual([404, 404])
    expect(await statusOf(paperOf(settled).DuongDanTaiTepTin)).toBe(200)
    expect(await statusOf(resultOf(settled).DuongDanTepTinKetQua)).toBe(200)
    // Long after it ended nobody there opens it any more.
    linked.pass((renewDays + linkDays) * 86_400_000)
    const last = paperOf(settled).DuongDanTaiTepTin
    await tell()
    expect(paperOf(settled).DuongDanTaiTepTin).toBe(last)
  },
)
