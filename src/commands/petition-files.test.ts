import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exif, jpegSegment, jpegWith, pngChunk, png } from '#engines/files/testing/make-picture.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserOf, drawnField } from './testing/browser.ts'
import { done } from './testing/story.ts'
import { smallPdf, startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Files with petitions: by an account, by the code alone, sealed with a denunciation, and those of the answer. */

let test: TestPlatform
let citizen: Visitor
let stranger: Visitor
let specialist: Visitor
let head: Visitor
let director: Visitor
let other: Visitor

beforeAll(async () => {
  test = await startTestPlatform({ pages: true })
  ;[citizen, stranger, specialist, head, director, other] = (await Promise.all(
    ['congdan', 'doanhnghiep', 'chuyenvien.gtvt', 'truongphong.gtvt', 'giamdoc.gtvt', 'chuyenvien.tuphap'].map(
      (login) => test.as(login),
    ),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor]
}, 240_000)
afterAll(() => test.stop())

const said = {
  title: 'Biển báo ở ngã ba bị che khuất',
  procedureCode: '1.002809',
  fullName: 'Vi Văn Gửi',
  phone: '0977345612',
}
let asked = 0
const send = async (who: Visitor, kind: string, more: object = {}) =>
  done(
    await who.call('POST', kind === 'denunciation' ? '/petitions/denunciations' : '/petitions', {
      ...said,
      body: `Biển báo ở ngã ba bị cây che, tôi gửi ảnh kèm theo. Lần ${++asked}.`,
      ...(kind === 'denunciation' ? { address: 'Thôn Kín, xã Không Tên' } : { kind, mayPublish: true }),
      ...more,
    }),
  ) as { code: string; lookUpCode: string }

const idOf = async (who: Visitor, code: string) =>
  (done(await who.call('GET', '/petitions/inbox?limit=100')).rows as { id: string; code: string }[]).find(
    (row) => row.code === code,
  )?.id as string
const seen = async (who: Visitor, id: string) => done(await who.call('GET', `/petitions/${id}`))
const act = async (who: Visitor, id: string, what: object) =>
  who.call('POST', `/petitions/${id}/acts`, { revision: (await seen(who, id)).revision, act: what })

interface Sent {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Posts a form with a file by a code, as a browser does without a script. */
async function give(lookUpCode: string, { name, bytes }: Sent, drawn = drawnField(), who?: Visitor) {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...drawn, ma: lookUpCode })) form.append(field, value)
  form.append('file', new File([Uint8Array.from(bytes)], name))
  const body = new Response(form)
  const sent = await body.arrayBuffer()
  const answer = await test.platform.app.request('http://localhost/hoi-dap/tra-cuu/tep', {
    method: 'POST',
    body: sent,
    headers: {
      ...browserOf(who),
      'Content-Type': body.headers.get('content-type') ?? '',
      'Content-Length': String(sent.byteLength),
    },
  })
  return { status: answer.status, html: await answer.text() }
}

const fetchByCode = (lookUpCode: string, fileId: string) =>
  test.platform.app.request(`http://localhost/hoi-dap/tra-cuu/tep/${fileId}`, {
    method: 'POST',
    body: new URLSearchParams({ ...drawnField(), ma: lookUpCode }),
    headers: browserOf(undefined),
  })
const read = (who: Visitor | undefined, path: string) =>
  test.platform.app.request(`http://localhost${path}`, { headers: browserOf(who) })
const lookUp = async (lookUpCode: string) =>
  done(await test.nobody.call('GET', `/petitions/look-up?lookUpCode=${lookUpCode}`))

const mine = 'của ông A ở thôn Kín'
const photo = jpegWith(
  jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6)])),
  jpegSegment(0xfe, Buffer.from(mine)),
)
const picture = (mark: number) => png(3 + mark, 3, { before: [pngChunk('tEXt', Buffer.from('Author\0ông A'))] })

describe('a file given by the code alone', () => {
  it('stands on the page that comes back, and opens for the sender and for whoever sees the petition', async () => {
    const { code, lookUpCode } = await send(test.nobody, 'reflection')
    const { status, html } = await give(lookUpCode, { name: 'biển báo.jpg', bytes: photo })
    expect([status, html.includes('biển báo.jpg'), html.includes('Đã gửi, chờ nhận')]).toEqual([200, true, true])
    const id = await idOf(specialist, code)
    const [file] = (await seen(specialist, id)).files
    expect(file).toMatchObject({ name: 'biển báo.jpg', mediaType: 'image/jpeg', part: 'sender', isSealed: false })
    const byCode = await fetchByCode(lookUpCode, file.id)
    expect([byCode.status, byCode.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment/) as string,
    ])
    const stored = Buffer.from(await byCode.arrayBuffer())
    expect([stored.includes(mine), stored.includes('106.19E')]).toEqual([false, false])
    expect((await read(specialist, `/files/${file.id}`)).status).toBe(200)
    for (const who of [undefined, citizen, stranger, other])
      expect((await read(who, `/files/${file.id}`)).status).toBe(404)
  })

  it('opens by no other code, and no other file by this one', async () => {
    const [one, two] = [await send(test.nobody, 'question'), await send(test.nobody, 'question')]
    await give(one.lookUpCode, { name: 'a.png', bytes: picture(1) })
    const fileId = (await lookUp(one.lookUpCode)).files[0].id
    expect((await fetchByCode(one.lookUpCode, fileId)).status).toBe(200)
    for (const code of [two.lookUpCode, '0000000000AA', ''])
      expect([code, (await fetchByCode(code, fileId)).status]).toEqual([code, 404])
    const foreign = await test.upload(stranger)
    for (const id of [foreign, 'x', '019b0000-0000-7000-8000-000000000000'])
      expect((await fetchByCode(one.lookUpCode, id)).status).toBe(404)
  })

  it('is refused with words where the code is wrong, the type is not taken, nothing was chosen, or five are there', async () => {
    const { lookUpCode } = await send(test.nobody, 'question')
    const wrong = await give('0000000000AA', { name: 'a.png', bytes: picture(1) })
    expect([wrong.status, wrong.html.includes('Không có việc nào có mã này')]).toEqual([404, true])
    const script = await give(lookUpCode, { name: 'a.html', bytes: Buffer.from('<script>alert(1)</script>') })
    expect(script.html).toContain('Loại tệp này không nhận')
    expect((await give(lookUpCode, { name: '', bytes: Buffer.alloc(0) })).html).toContain('Chưa chọn tệp nào')
    const large = await give(lookUpCode, { name: 'a.png', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) })
    expect(large.html).toContain('Tệp quá lớn')
    for (let mark = 0; mark < 5; mark++) await give(lookUpCode, { name: `${mark}.png`, bytes: picture(mark) })
    expect((await lookUp(lookUpCode)).mayAttach).toBe(false)
    expect((await give(lookUpCode, { name: '6.png', bytes: picture(9) })).html).toContain('Đã đủ 5 tệp')
    expect((await lookUp(lookUpCode)).files).toHaveLength(5)
  })

  it('is not taken from a page of another site, nor once it was answered', async () => {
    const { code, lookUpCode } = await send(test.nobody, 'question')
    expect((await give(lookUpCode, { name: 'a.png', bytes: picture(1) }, {})).status).toBe(403)
    const id = await idOf(specialist, code)
    done(await act(specialist, id, { act: 'accept' }))
    done(await act(head, id, { act: 'approve', text: 'Sở sẽ phát cây trong tuần này.' }))
    const late = await give(lookUpCode, { name: 'a.png', bytes: picture(1) })
    expect(late.html).toContain('Lúc này không làm được việc đó')
    expect((await lookUp(lookUpCode)).files).toEqual([])
  })

  it('shows its name as text', async () => {
    const { lookUpCode } = await send(test.nobody, 'question')
    const { html } = await give(lookUpCode, { name: '<img src=x onerror=alert(1)>.png', bytes: picture(1) })
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;.png')
  })
})

describe('a file given with an account', () => {
  it('is taken by a plain form for what is one’s own, and for nobody else’s', async () => {
    const { code } = await send(citizen, 'complaint')
    const id = await idOf(director, code)
    const fileId = await test.upload(citizen, 'quyết định.pdf')
    const strangers = await test.upload(stranger)
    const attach = (who: Visitor, file: string) => who.call('POST', `/petitions/mine/${id}/files`, { fileId: file })
    expect((await attach(stranger, strangers)).status).toBe(404)
    expect((await attach(citizen, strangers)).status).toBe(404)
    expect((await attach(director, strangers)).status).toBe(403)
    done(await attach(citizen, fileId))
    expect((await attach(citizen, fileId)).status).toBe(409)
    expect((await citizen.call('GET', `/petitions/mine/${id}`)).body.files).toMatchObject([{ name: 'quyết định.pdf' }])
    for (const who of [citizen, director]) expect((await read(who, `/files/${fileId}`)).status).toBe(200)
    for (const who of [stranger, specialist, other, undefined])
      expect((await read(who, `/files/${fileId}`)).status).toBe(404)
  })
})

describe('a file of a denunciation', () => {
  it('is a picture without its metadata, stored encrypted and without its name or who gave it', async () => {
    const { code, lookUpCode } = await send(test.nobody, 'denunciation')
    const { html } = await give(lookUpCode, { name: 'Vi Văn Gửi chụp.jpg', bytes: photo }, drawnField(), citizen)
    expect(html).toContain('anh-1.jpeg')
    const id = await idOf(director, code)
    const [file] = (await seen(director, id)).files
    expect(file).toMatchObject({ name: 'anh-1.jpeg', mediaType: 'image/jpeg', isSealed: true })
    const opened = await read(director, `/petitions/sealed/${file.id}`)
    const bytes = Buffer.from(await opened.arrayBuffer())
    expect([opened.status, bytes.subarray(0, 2).toString('hex'), bytes.length]).toEqual([200, 'ffd8', file.size])
    expect([bytes.includes(mine), bytes.includes('106.19E')]).toEqual([false, false])
    const [row] = await test.query<{ line: string; sha256: string }>(
      `select f::text as line, sha256 from files.file f where id = '${file.id}'`,
    )
    const [account] = await test.query<{ id: string }>(`select id from identity.account where login = 'congdan'`)
    expect(row?.line).not.toMatch(new RegExp(`Gửi|jpg|jpeg|${account?.id}`))
    const onDisk = readFileSync(pathOf(row?.sha256 ?? ''))
    expect(onDisk.includes(bytes.subarray(-40))).toBe(false)
    // Given twice, nothing shows that it is the same.
    await give(lookUpCode, { name: 'a.jpg', bytes: photo })
    const digests = await test.query<{ sha256: string }>(
      `select distinct f.sha256 from petitions.attachment a join files.file f on f.id = a.file_id where a.petition_id = '${id}'`,
    )
    expect(digests).toHaveLength(2)
    // What was in the clear while it was looked into is gone.
    expect(readdirSync(join(test.directory, 'uploads'))).toEqual([])
    const traced = await test.query<{ line: string }>(
      `select e::text as line from audit.entry e where operation = 'petitions.attachByCode'`,
    )
    expect(traced.length).toBeGreaterThan(1)
    for (const { line } of traced) expect(line).not.toContain(account?.id)
  })

  it('opens for who sees the denunciation, and for the code; nowhere else', async () => {
    const { code, lookUpCode } = await send(test.nobody, 'denunciation')
    await give(lookUpCode, { name: 'a.jpg', bytes: photo })
    const [{ id: fileId }] = (await lookUp(lookUpCode)).files
    const id = await idOf(director, code)
    expect((await seen(director, id)).files[0].id).toBe(fileId)
    for (const who of [specialist, head, other, citizen, undefined])
      expect((await read(who, `/petitions/sealed/${fileId}`)).status).toBe(404)
    for (const who of [director, citizen, undefined]) expect((await read(who, `/files/${fileId}`)).status).toBe(404)
    expect((await fetchByCode(lookUpCode, fileId)).status).toBe(200)
    expect((await read(director, `/petitions/sealed/${fileId}`)).status).toBe(200)
    const pdf = await give(lookUpCode, { name: 'a.pdf', bytes: smallPdf() })
    expect(pdf.html).toContain('chỉ nhận ảnh')
    const entries = await test.query<{ account: string; address: string | null }>(
      `select account, address from audit.entry where operation = 'petitions.readAttachment' order by at desc limit 2`,
    )
    expect(entries.map(({ account, address }) => [account === 'nobody', address === null])).toContainEqual([true, true])
  })
})

describe('a file of the answer', () => {
  it('is read by the sender once the answer was sent, and by everybody only where it was marked for that', async () => {
    const { code, lookUpCode } = await send(citizen, 'question')
    const id = await idOf(specialist, code)
    const put = async (who: Visitor, name: string) =>
      who.call('POST', `/petitions/${id}/files`, { fileId: await test.upload(who, name) })
    expect((await put(specialist, 'sớm.pdf')).status).toBe(409)
    done(await act(specialist, id, { act: 'accept' }))
    const [shown, quiet, wrong] = (await Promise.all(
      ['bảng giá.pdf', 'trả lời riêng.pdf', 'nhầm.pdf'].map(async (name) => done(await put(specialist, name)).id),
    )) as [string, string, string]
    expect((await put(other, 'lạ.pdf')).status).toBe(404)
    done(await specialist.call('DELETE', `/petitions/${id}/files/${wrong}`))
    for (const who of [citizen, undefined]) expect((await read(who, `/files/${shown}`)).status).toBe(404)
    done(await act(head, id, { act: 'approve', text: 'Xem tệp kèm theo.' }))
    expect((await specialist.call('DELETE', `/petitions/${id}/files/${quiet}`)).status).toBe(409)
    for (const file of [shown, quiet]) {
      expect((await read(citizen, `/files/${file}`)).status).toBe(200)
      expect((await fetchByCode(lookUpCode, file)).status).toBe(200)
      for (const who of [stranger, undefined]) expect((await read(who, `/files/${file}`)).status).toBe(404)
    }
    const { proposal } = await seen(head, id)
    const stolen = await test.upload(head)
    const publish = (files: string[]) => act(head, id, { act: 'publish', ...proposal, files })
    expect((await publish([shown, stolen])).status).toBe(404)
    done(await publish([shown]))
    const page = done(await test.nobody.call('GET', `/petitions/answered/${code}`))
    expect(page.files.map((file: { id: string }) => file.id)).toEqual([shown])
    expect([
      (await read(undefined, `/files/${shown}`)).status,
      (await read(undefined, `/files/${quiet}`)).status,
    ]).toEqual([200, 404])
    expect(await (await read(undefined, `/hoi-dap/${code}`)).text()).toContain('bảng giá.pdf')
  })

  it('is published under no name of the sender', async () => {
    const { code } = await send(citizen, 'question')
    const id = await idOf(specialist, code)
    done(await act(specialist, id, { act: 'accept' }))
    const fileId = await test.upload(specialist, 'Trả lời ông Vi Văn Gửi.pdf')
    done(await specialist.call('POST', `/petitions/${id}/files`, { fileId }))
    done(await act(head, id, { act: 'approve', text: 'Xem tệp kèm theo.' }))
    const { proposal } = await seen(head, id)
    const refused = await act(head, id, { act: 'publish', ...proposal, files: [fileId] })
    expect([refused.status, refused.body.code]).toEqual([422, 'personalDataLeft'])
    expect((await read(undefined, `/files/${fileId}`)).status).toBe(404)
  })
})

const pathOf = (sha256: string): string => {
  const found = readdirSync(test.directory, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith(sha256))
  return join(test.directory, found ?? '')
}
