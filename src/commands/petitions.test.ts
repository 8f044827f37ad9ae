import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A question about a licence of the transport department, from whoever asks to whoever reads the answer. */

let test: TestPlatform
/** Monday 2 March 2026, 08:00 in Viet Nam: no day off is near. */
const monday = new Date('2026-03-02T01:00:00Z')
let days = 0
const clock = () => new Date(monday.getTime() + days * 86_400_000)

let specialist: Visitor
let head: Visitor
let citizen: Visitor

beforeAll(async () => {
  test = await startTestPlatform({ now: clock })
  ;[specialist, head, citizen] = await Promise.all([
    test.as('chuyenvien.gtvt'),
    test.as('truongphong.gtvt'),
    test.as('congdan'),
  ])
}, 60_000)
afterAll(() => test.stop())

const licence = '1.002809'
const question = {
  kind: 'question',
  title: 'Đổi bằng lái xe có phải khám sức khỏe lại không?',
  body: 'Tôi là Thân Thị Bích Phượng, số 0979000218, bằng hạng B2 sắp hết hạn. Giấy khám sức khỏe làm từ năm ngoái có dùng được không?',
  procedureCode: licence,
  fullName: 'Thân Thị Bích Phượng',
  phone: '0979000218',
  mayPublish: true,
}
const answer = 'Giấy khám sức khỏe có giá trị 12 tháng. Quá hạn thì phải khám lại trước khi nộp hồ sơ.'

let asked = 0
/** Each in words of its own: the same words sent again are the same question. */
const ask = async (who: Visitor, more: object = {}) =>
  done(await who.call('POST', '/petitions', { ...question, body: `${question.body} Lần ${++asked}.`, ...more })) as {
    code: string
    lookUpCode: string
  }
const inbox = async (who: Visitor, tab = 'open') =>
  done(await who.call('GET', `/petitions/inbox?tab=${tab}&limit=100`)).rows as { id: string; code: string }[]
const idOf = async (who: Visitor, code: string) => (await inbox(who)).find((one) => one.code === code)?.id as string
const open = async (who: Visitor, id: string) => done(await who.call('GET', `/petitions/${id}`))
async function act(who: Visitor, id: string, what: object) {
  const { revision } = await open(who, id)
  return who.call('POST', `/petitions/${id}/acts`, { id: undefined, revision, act: what })
}
const lookUp = (lookUpCode: string) => test.nobody.call('GET', `/petitions/look-up?lookUpCode=${lookUpCode}`)
const messagesOf = async (who: Visitor): Promise<string[]> =>
  done(await who.call('GET', '/notification/messages?limit=10')).rows.map(
    (row: { words: { vi: string } }) => row.words.vi,
  )
const day = (at: string) => new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

/** A question that was answered, as far as this goes. */
async function answered(who: Visitor, more: object = {}) {
  const sent = await ask(who, more)
  const id = await idOf(specialist, sent.code)
  done(await act(specialist, id, { act: 'accept' }))
  done(await act(specialist, id, { act: 'propose', text: answer }))
  done(await act(head, id, { act: 'approve', text: answer }))
  return { ...sent, id }
}

describe('a question', () => {
  it('goes to the division that knows its procedure, with two working days to accept and fifteen to answer', async () => {
    const sent = (await ask(citizen)) as unknown as Record<string, string>
    expect(sent['unitName']).toBe('Phòng Quản lý vận tải, phương tiện và người lái')
    expect([day(sent['acceptDue'] as string), day(sent['answerDue'] as string)]).toEqual(['2026-03-04', '2026-03-23'])
    await test.settle()
    expect(await messagesOf(specialist)).toContainEqual(`Mới gửi đến: ${sent['code']}`)
  })

  it('is seen by nobody of another department', async () => {
    const { code } = await ask(citizen)
    const id = await idOf(specialist, code)
    const other = await test.as('chuyenvien.tuphap')
    expect(await inbox(other)).toEqual([])
    expect((await other.call('GET', `/petitions/${id}`)).status).toBe(404)
    const accept = { revision: 0, act: { act: 'accept' } }
    expect((await other.call('POST', `/petitions/${id}/acts`, accept)).status).toBe(404)
  })

  it('is answered once the head approved, and its sender is told', async () => {
    const { lookUpCode, code } = await answered(citizen)
    await test.settle()
    expect(await messagesOf(citizen)).toContainEqual(`${code} đã có trả lời.`)
    expect((await lookUp(lookUpCode)).body).toMatchObject({ status: 'answered', answer })
  })

  it('is not answered by whoever only works on it', async () => {
    const { code } = await ask(citizen)
    const id = await idOf(specialist, code)
    done(await act(specialist, id, { act: 'accept' }))
    expect((await act(specialist, id, { act: 'approve', text: answer })).status).toBe(409)
    expect((await act(specialist, id, { act: 'publish', title: question.title, body: 'abc', answer })).status).toBe(409)
  })

  it('loses no day to the wait for its sender', async () => {
    const sent = await ask(citizen)
    const id = await idOf(specialist, sent.code)
    done(await act(specialist, id, { act: 'accept' }))
    const before = (await open(specialist, id)).answerDue
    done(await act(specialist, id, { act: 'ask-more', words: 'Bằng hạng nào, cấp năm nào?' }))
    expect((await lookUp(sent.lookUpCode)).body).toMatchObject({
      status: 'waiting-sender',
      asked: 'Bằng hạng nào, cấp năm nào?',
    })
    days += 3
    const supplied = { lookUpCode: sent.lookUpCode, words: 'Hạng B2, năm 2016' }
    done(await test.nobody.call('POST', '/petitions/supplied', supplied))
    const after = await open(specialist, id)
    expect(after.status).toBe('accepted')
    // From Monday to Thursday: four days are touched, the first counts.
    expect([day(before), day(after.answerDue)]).toEqual(['2026-03-23', '2026-03-26'])
    days -= 3
  })

  it('is opened again once when the answer did not help', async () => {
    const { lookUpCode } = await answered(citizen)
    const again = { lookUpCode, helpful: false, words: 'Tôi hỏi giấy khám làm ở tỉnh khác' }
    expect(done(await test.nobody.call('POST', '/petitions/judged', again))).toEqual({ status: 'accepted' })
    const code = (await lookUp(lookUpCode)).body.code
    const id = await idOf(specialist, code)
    done(await act(head, id, { act: 'approve', text: 'Giấy khám của cơ sở đủ điều kiện ở tỉnh nào cũng được.' }))
    expect((await test.nobody.call('POST', '/petitions/judged', again)).status).toBe(409)
  })

  it('sent twice is one, found by the code that came last', async () => {
    const body = 'Nhà tôi ở xa, gửi bằng điện thoại sóng yếu, không biết đã đi chưa.'
    const sent = [await ask(test.nobody, { body }), await ask(test.nobody, { body })]
    const other = await ask(test.nobody, { body, phone: '0979000219' })
    expect(sent[1]?.code).toBe(sent[0]?.code)
    expect(other.code).not.toBe(sent[0]?.code)
    expect(await Promise.all(sent.map(async (one) => (await lookUp(one.lookUpCode)).status))).toEqual([404, 200])
    const both = await Promise.all([1, 2].map(() => ask(citizen, { body: `${body} Đang chờ.` })))
    expect(both[0]?.code).toBe(both[1]?.code)
  })

  it('of another is not found, and a wrong code neither', async () => {
    const { code } = await ask(citizen)
    const id = await idOf(specialist, code)
    const stranger = await test.as('doanhnghiep')
    expect((await stranger.call('GET', `/petitions/mine/${id}`)).status).toBe(404)
    expect((await stranger.call('POST', `/petitions/mine/${id}/judged`, { helpful: true })).status).toBe(404)
    expect((await lookUp('0000000000AA')).status).toBe(404)
    expect((await citizen.call('GET', `/petitions/mine/${id}`)).body.code).toBe(code)
  })
})

describe('the published answer', () => {
  it('is found without tone marks, and names nobody', async () => {
    const { id, code } = await answered(citizen)
    const { proposal } = await open(head, id)
    expect(proposal.body).not.toMatch(/Phượng|0979/)
    const asWritten = { act: 'publish', title: question.title, body: question.body, answer }
    expect((await act(head, id, asWritten)).body.code).toBe('personalDataLeft')
    done(await act(head, id, { act: 'publish', ...proposal }))
    const found = await test.nobody.call('GET', '/petitions/answered/found?text=kham%20suc%20khoe%20bang%20lai')
    expect(found.body.rows[0]).toMatchObject({ code, isAlike: false })
    expect((await test.nobody.call('GET', `/petitions/answered/${code}`)).body).toMatchObject({ answer })
    const asTyped = encodeURIComponent('đổi bằng lái thì có cần khám sức khỏe nữa không ạ')
    expect((await test.nobody.call('GET', `/petitions/answered/found?text=${asTyped}`)).body.rows[0]).toMatchObject({
      code,
    })
  })

  it('waits two working days at the most, and is not there without consent', async () => {
    const { id } = await answered(citizen)
    expect(day((await open(head, id)).due)).toBe('2026-03-04')
    const quiet = await answered(citizen, { mayPublish: false })
    expect((await open(head, quiet.id)).acts).toEqual([])
    const shown = { act: 'publish', title: question.title, body: 'Có phải khám lại không?', answer }
    expect((await act(head, quiet.id, shown)).status).toBe(409)
  })

  it('answers everybody who asked the same', async () => {
    const [first, second] = [await ask(citizen), await ask(test.nobody)]
    const [one, other] = [await idOf(specialist, first.code), await idOf(specialist, second.code)]
    const { alike } = await open(specialist, one)
    expect(alike.map((like: { code: string }) => like.code)).toContain(second.code)
    done(await act(specialist, other, { act: 'merge', into: one }))
    done(await act(specialist, one, { act: 'accept' }))
    done(await act(head, one, { act: 'approve', text: answer }))
    expect((await lookUp(second.lookUpCode)).body).toMatchObject({ status: 'answered', answer })
  })
})

describe('what is about a body', () => {
  it('goes to whoever stands above it and is never given to it', async () => {
    const bodies = done(await test.nobody.call('GET', '/petitions/bodies?place=07381')) as {
      id: string
      name: string
    }[]
    const commune = bodies.find(({ name }) => name.includes('Nghĩa Hưng'))
    const sent = done(
      await test.nobody.call('POST', '/petitions', {
        ...question,
        kind: 'reflection',
        procedureCode: '1.001193',
        place: '07381',
        aboutUnit: commune?.id,
      }),
    )
    expect(sent.unitName).toContain('huyện Lạng Giang')
    const chair = await test.as('lanhdao.huyen')
    const id = await idOf(chair, sent.code)
    const refused = await act(chair, id, { act: 'assign', unitId: commune?.id })
    expect(refused.body.code).toBe('aboutItself')
    expect((await open(chair, id)).bodies.at(-1)).toMatchObject({ unitId: commune?.id, isRefused: true })
  })
})

describe('a complaint', () => {
  it('has ten days to be accepted and thirty from then, or more by its case', async () => {
    const director = await test.as('giamdoc.gtvt')
    const sent = done(await citizen.call('POST', '/petitions', { ...question, kind: 'complaint' }))
    expect([day(sent.acceptDue), sent.answerDue]).toEqual(['2026-03-12', null])
    expect((await inbox(specialist)).map(({ code }) => code)).not.toContain(sent.code)
    const id = await idOf(director, sent.code)
    done(await act(director, id, { act: 'accept', case: 'complex' }))
    expect(day((await open(director, id)).answerDue)).toBe('2026-04-16')
    expect((await act(director, id, { act: 'publish', title: question.title, body: 'abc', answer })).status).toBe(409)
  })
})

describe('a complaint about a body', () => {
  it('is settled first by the head of that body, and may be given to it', async () => {
    const bodies = done(await test.nobody.call('GET', '/petitions/bodies?place=07381')) as {
      id: string
      name: string
    }[]
    const district = bodies.find(({ name }) => name.includes('huyện Lạng Giang'))
    const about = { ...question, procedureCode: undefined, place: '07381', aboutUnit: district?.id }
    const send = (kind: string) =>
      test.nobody.call('POST', '/petitions', { ...about, kind, body: `${question.body} Loại ${kind}.` }).then(done)
    const [complaint, reflection] = [await send('complaint'), await send('reflection')]
    expect(complaint.unitName).toBe(district?.name)
    expect(reflection.unitName).not.toBe(district?.name)
    const chair = await test.as('lanhdao.huyen')
    const id = await idOf(chair, complaint.code)
    const { bodies: competent } = await open(chair, id)
    expect(competent[0]).toMatchObject({ unitId: district?.id, isRefused: false })
    expect(competent.filter((body: { isRefused: boolean }) => body.isRefused)).toEqual([])
  })
})

describe('a denunciation', () => {
  it('has seven working days to be accepted, thirty days to be settled, and is put off twice', async () => {
    const director = await test.as('giamdoc.gtvt')
    const denounced = {
      title: 'Cán bộ nhận tiền khi sát hạch lái xe',
      body: 'Ngày 12/02/2026, cán bộ coi thi nhận phong bì của ba thí sinh ở bãi xe.',
      procedureCode: licence,
      fullName: 'Vi Thị Ẩn Danh',
      phone: '0977345612',
      address: 'Thôn Kín, xã Không Tên',
    }
    const sent = done(await test.nobody.call('POST', '/petitions/denunciations', denounced))
    expect([day(sent.acceptDue), sent.answerDue]).toEqual(['2026-03-11', null])
    for (const who of [specialist, head]) expect((await inbox(who)).map(({ code }) => code)).not.toContain(sent.code)
    const id = await idOf(director, sent.code)
    done(await act(director, id, { act: 'accept' }))
    const due: string[] = [day((await open(director, id)).answerDue)]
    const reason = 'Phải xác minh ở nhiều nơi'
    for (let times = 0; times < 2; times++) {
      done(await act(director, id, { act: 'extend', reason }))
      due.push(day((await open(director, id)).answerDue))
    }
    // Sixty days end on the first of May, ninety on a Sunday: each with the next working day.
    expect(due).toEqual(['2026-04-01', '2026-05-04', '2026-06-01'])
    expect((await act(director, id, { act: 'extend', reason })).status).toBe(409)
    expect((await lookUp(sent.lookUpCode)).body).toMatchObject({ kind: 'denunciation', status: 'accepted' })
  })
})

describe('the phone', () => {
  it('takes questions and reflections of those who may, and reads out a code', async () => {
    const { procedureCode: _none, ...called } = { ...question, body: 'Gọi điện hỏi giờ làm việc của bộ phận một cửa.' }
    const sent = done(await head.call('POST', '/petitions/entered', called))
    expect(sent.unitName).toBe('Phòng Kiểm soát thủ tục hành chính')
    expect((await lookUp(sent.lookUpCode)).body).toMatchObject({ status: 'sent', title: question.title })
    expect((await head.call('POST', '/petitions/entered', { ...called, kind: 'complaint' })).status).toBe(422)
    expect((await specialist.call('POST', '/petitions/entered', called)).status).toBe(403)
  })
})

describe('too much from one network', () => {
  it('waits, and is told how long', async () => {
    const send = (times: number) =>
      citizen.call('POST', '/petitions', { ...question, body: `${question.body} Gửi thêm ${times}.` })
    let refused = await send(0)
    for (let times = 1; times < 31 && refused.status === 200; times++) refused = await send(times)
    expect([refused.status, refused.body.code]).toEqual([429, 'askWait'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
