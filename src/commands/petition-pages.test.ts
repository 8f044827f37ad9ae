import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserOf, drawnField } from './testing/browser.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whatever is typed into a petition, its answer or what is said about it stands on every page as text. */

let test: TestPlatform
let citizen: Visitor
let head: Visitor
let director: Visitor

/** Marked by where it was typed, so that a page is known to show it. */
const evil = (mark: string) =>
  `${mark} "'><img src=x onerror=alert(1)></script></textarea><svg onload=alert(2)> \${7*7}`
const isRaw = /<img src=x|<svg onload|<\/textarea><svg/
const person = { fullName: evil('ten').slice(0, 100), phone: '0977345612' }

beforeAll(async () => {
  test = await startTestPlatform({ pages: true })
  ;[citizen, head, director] = (await Promise.all(
    ['congdan', 'truongphong.gtvt', 'giamdoc.gtvt'].map((login) => test.as(login)),
  )) as [Visitor, Visitor, Visitor]
}, 240_000)
afterAll(() => test.stop())

async function page(path: string, who?: Visitor, fields?: Record<string, string>) {
  const answer = await test.platform.app.request(`http://localhost${path}`, {
    method: fields ? 'POST' : 'GET',
    headers: browserOf(who),
    ...(fields && { body: new URLSearchParams({ ...drawnField(), ...fields }) }),
  })
  return { status: answer.status, html: await answer.text(), cached: answer.headers.get('cache-control') ?? '' }
}
/** A page that shows what was typed at these places, and none of it as markup. */
async function shows(marks: readonly string[], path: string, who?: Visitor, fields?: Record<string, string>) {
  const { status, html } = await page(path, who, fields)
  expect([path, status < 500, isRaw.exec(html)?.[0]]).toEqual([path, true, undefined])
  for (const mark of marks) expect([path, mark, html.includes(`${mark} &quot;`)]).toEqual([path, mark, true])
}

const said = (kind: string) => ({
  title: evil(`tieu-de-${kind}`),
  body: evil(`noi-dung-${kind}`),
  procedureCode: '1.002809',
})
const idOf = async (code: string) =>
  (await test.query<{ id: string }>(`select id from petitions.petition where code = $1`, [code]))[0]?.id as string
const act = async (who: Visitor, id: string, what: object) => {
  const { revision } = done(await who.call('GET', `/petitions/${id}`))
  done(await who.call('POST', `/petitions/${id}/acts`, { revision, act: what }))
}

it('of a question, from its sending to the published answer that was sent back', async () => {
  const asked = { ...said('hoi'), ...person, kind: 'question', mayPublish: true }
  const { code, lookUpCode } = done(await citizen.call('POST', '/petitions', asked))
  const id = await idOf(code)
  const own = `/trang-cua-toi/hoi-dap/${id}`
  const office = `/can-bo/hoi-dap/${id}`
  await act(head, id, { act: 'accept' })
  await act(head, id, { act: 'ask-more', words: evil('hoi-them') })
  await shows(['tieu-de-hoi', 'noi-dung-hoi', 'hoi-them'], own, citizen)
  await shows(['tieu-de-hoi', 'hoi-them'], '/hoi-dap/tra-cuu', undefined, { ma: lookUpCode })
  done(await citizen.call('POST', `/petitions/mine/${id}/supplied`, { words: evil('tra-loi-them') }))
  await act(head, id, { act: 'propose', text: evil('du-thao') })
  await act(head, id, { act: 'return', words: evil('tra-lai') })
  await shows(['tieu-de-hoi', 'noi-dung-hoi', 'ten', 'tra-loi-them', 'du-thao', 'tra-lai'], office, head)
  await shows(['tieu-de-hoi'], '/can-bo/hoi-dap', head)
  await shows(['tieu-de-hoi'], '/trang-cua-toi/hoi-dap', citizen)
  await act(head, id, { act: 'approve', text: evil('tra-loi') })
  await act(head, id, { act: 'publish', title: evil('dang-de'), body: evil('dang-hoi'), answer: evil('dang-dap') })
  await shows(['dang-de', 'dang-hoi', 'dang-dap'], `/hoi-dap/${code}`)
  await shows(['dang-de'], '/hoi-dap')
  await shows(['dang-de'], '/hoi-dap?tim=dang%20de')
  await shows(['dang-de'], '/hoi-dap/gui?loai=hoi-dap&tim=dang%20de')
  done(await citizen.call('POST', `/petitions/mine/${id}/judged`, { helpful: false, words: evil('chua-ro') }))
  await shows(['dang-dap'], `/hoi-dap/${code}`)
  expect((await page(`/hoi-dap/${code}`)).html).toContain('Đang được xem lại')
  await shows(['tra-loi', 'chua-ro'], own, citizen)
  await shows(['chua-ro'], office, head)
})

it('of a complaint that comes a second time, and of a refusal', async () => {
  const asked = { ...said('khieu'), ...person, kind: 'complaint', mayPublish: false }
  const { code } = done(await citizen.call('POST', '/petitions', asked))
  const id = await idOf(code)
  await act(director, id, { act: 'refuse', reason: evil('ly-do') })
  await shows(['tieu-de-khieu', 'ly-do'], `/trang-cua-toi/hoi-dap/${id}`, citizen)
  await shows([], `/hoi-dap/gui?loai=khieu-nai&lan=2&truoc=${id}`, citizen)
  const again = { ...asked, title: evil('lan-hai'), second: { decision: evil('quyet-dinh'), previousId: id } }
  const second = done(await citizen.call('POST', '/petitions', again))
  await shows(['lan-hai', 'quyet-dinh'], `/can-bo/hoi-dap/${await idOf(second.code)}`, await test.as('chutich.tinh'))
})

it('of a form that is given back with what is wrong in it', async () => {
  const typed = {
    kind: 'to-cao',
    title: evil('sai-ten'),
    body: evil('sai-noi-dung'),
    place: evil('sai-noi'),
    fullName: evil('sai-ho-ten'),
    phone: evil('sai-so'),
    email: evil('sai-thu'),
    address: evil('sai-o'),
    decision: evil('sai-qd'),
  }
  await shows(
    ['sai-ten', 'sai-noi-dung', 'sai-noi', 'sai-ho-ten', 'sai-so', 'sai-thu', 'sai-o'],
    '/hoi-dap/gui?loai=to-cao',
    undefined,
    typed,
  )
})

it('of who denounces, which no cache keeps when it is opened', async () => {
  const fields = { ...said('cao'), ...person, address: evil('noi-o') }
  const { code, lookUpCode } = done(await citizen.call('POST', '/petitions/denunciations', fields))
  const id = await idOf(code)
  const path = `/can-bo/hoi-dap/${id}`
  expect((await page(path, director)).html).not.toContain('noi-o &quot;')
  const opening = { do: 'identity', reason: 'Xác minh theo Quyết định 15/QĐ-SGTVT' }
  await shows(['ten', 'noi-o', 'noi-dung-cao'], path, director, opening)
  expect((await page(path, director, opening)).cached).toMatch(/no-store/)
  await shows(['noi-dung-cao'], '/hoi-dap/tra-cuu', citizen, { ma: lookUpCode })
  expect((await page('/hoi-dap/tra-cuu', citizen, { ma: lookUpCode })).html).not.toContain('noi-o')
})
