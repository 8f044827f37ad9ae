import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Procedure } from '#engines/services/declare.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { bringCatalogue, isCatalogueFile } from './import-catalogue.ts'
import { districtRecord, nationalRecord, pageRecord } from './testing/catalogue-records.ts'
import { done, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

const now = new Date('2026-12-09T03:00:00Z')
let province: TestPlatform
let admin: Visitor

beforeAll(async () => {
  province = await startTestPlatform({ now: () => now })
  admin = await province.as('quantri')
})
afterAll(() => province?.stop())

const announcement = {
  issuer: 'province',
  document: '77/QĐ-UBND',
  signedOn: '2026-12-01',
  publishedOn: '2026-12-03',
  effectiveOn: '2026-12-14',
}
const send = async (lines: readonly (object | string)[]): Promise<string> => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const content = Buffer.from(text).toString('base64url')
  return done(await admin.call('POST', '/services/catalogues', { fileName: 'thu.jsonl', content })).id
}
const record = async (id: string, number: number) =>
  done(await admin.call('GET', `/services/catalogues/${id}/records/${number}`))
const accept = (id: string, number: number, seen: string, more: object = {}) =>
  admin.call('POST', `/services/catalogues/${id}/records/${number}/accept`, { announcement, seen, ...more })
const act = async (id: string, number: number, what: string, given: object) =>
  done(await admin.call('POST', `/services/catalogues/${id}/records/${number}/${what}`, given))
const [hour] = nationalRecord().channels
const statesOf = async (id: string) => done(await admin.call('GET', `/services/catalogues/${id}`)).counts
const declarationOf = async (code: string) => {
  const [newest] = done(await admin.call('GET', `/services/procedures/${code}/versions`))
  return done(await admin.call('GET', `/services/procedures/${code}/versions/${newest.number}`)).declaration
}

describe('a catalogue', () => {
  test('of each of three grammars is understood, and what is broken is quarantined with its reason and kept as it came', async () => {
    const broken = '{"code": "9.000002", '
    const id = await send([
      nationalRecord(),
      broken,
      nationalRecord({ code: '9.000003', name: 'Cấp lại thẻ nuôi chim', channels: [] }),
      nationalRecord({ code: 'abc', name: 'Cấp thẻ cho diều sáo' }),
      nationalRecord({ name: 'Một tên khác hẳn' }),
      nationalRecord({ code: '9.000004', name: 'Việc của bộ', levels: ['ministry'] }),
      nationalRecord({ code: '9.000005', name: 'Kiểu sai', channels: 5 }),
      districtRecord(),
      districtRecord({ localCode: 'CHH02A', name: 'Chép nhầm', qualityFlags: ['deadline-field-holds-wrong-text'] }),
      pageRecord(),
      '7',
    ])
    expect(await statesOf(id)).toEqual({ aside: 8, same: 0, clear: 2, doubtful: 1, accepted: 0, rejected: 0 })
    const why = async (number: number) => (await record(id, number)).reasons.map((one: { en: string }) => one.en)
    expect(await why(2)).toEqual(['This line is not JSON'])
    expect(await why(3)).toEqual(['No time limit can be read'])
    expect(await why(4)).toEqual(['“abc” is not a code'])
    expect(await why(5)).toEqual(['Stands in this file already as record 1'])
    expect(await why(6)).toEqual(['Decided by central authorities only'])
    expect(await why(7)).toEqual(['The record has other types at: channels'])
    expect((await record(id, 2)).raw).toBe(broken)
    expect((await record(id, 1)).setAside.map(({ raw }: { raw: string }) => raw)).toEqual([
      '2018/QH14',
      '01/2010/TT-BTPT',
    ])
    expect((await record(id, 10)).needs).toEqual(['field', 'result'])

    const aside = await admin.call('GET', `/services/catalogues/${id}/aside`)
    const lines = Buffer.from(aside.body as ArrayBuffer)
      .toString()
      .trim()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line).number)).toEqual([2, 3, 4, 5, 6, 7, 9, 11])
  })
})

describe('a file', () => {
  const sendBytes = async (bytes: Uint8Array): Promise<string> => {
    const content = Buffer.from(bytes).toString('base64url')
    return done(await admin.call('POST', '/services/catalogues', { fileName: 'thu.json', content })).id
  }

  test('that is cut off in the middle gives every record before the cut, and keeps the rest with the reason', async () => {
    const whole = JSON.stringify(
      [districtRecord(), districtRecord({ localCode: 'CHH09A', name: 'Thả “đèn} [trời' })],
      null,
      1,
    )
    const cut = `${whole.slice(0, -2)},\n{"localCode": "CHH10A", "name": "Bị cắ`
    const id = await sendBytes(Buffer.from(cut))
    expect(await statesOf(id)).toMatchObject({ clear: 2, aside: 1 })
    const last = await record(id, 3)
    expect(last.raw).toBe('{"localCode": "CHH10A", "name": "Bị cắ')
    expect(last.reasons[0].en).toContain('cut off')
  })

  test('with one element broken inside leaves the others', async () => {
    const [one, other] = [districtRecord(), districtRecord({ localCode: 'CHH09A', name: 'Thả đèn trời' })]
    const id = await sendBytes(
      Buffer.from(`[${JSON.stringify(one)}, {"localCode": "X", "name": 5,}, ${JSON.stringify(other)}]`),
    )
    expect(await statesOf(id)).toMatchObject({ clear: 2, aside: 1 })
  })

  test('with a byte order mark, CRLF or decomposed letters says the same as without', async () => {
    const lines = [nationalRecord(), districtRecord()].map((one) => JSON.stringify(one))
    const says = async (bytes: Uint8Array) => (await record(await sendBytes(bytes), 2)).said
    const plain = await says(Buffer.from(lines.join('\n')))
    expect(plain.name).toBe('Đăng ký lễ hội thả diều')
    expect(await says(Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`))).toEqual(plain)
    expect(await says(Buffer.from(lines.join('\n').normalize('NFD')))).toEqual(plain)
    expect(await says(Buffer.from(`\uFEFF${lines.join('\n')}`, 'utf16le'))).toEqual(plain)
  })

  test('in which two local codes have one name makes no two procedures unseen', async () => {
    const name = 'Cấp thẻ bơi thuyền thúng'
    const id = await send([
      districtRecord({ localCode: 'CHH70A', name }),
      districtRecord({ localCode: 'CHH71A', name: `Thủ tục ${name.toLowerCase().normalize('NFD')}` }),
    ])
    expect(await statesOf(id)).toMatchObject({ clear: 1, doubtful: 1 })
    expect((await record(id, 2)).doubts.map(({ vi }: { vi: string }) => vi)).toContain(
      'Một bản ghi ở trên trong tệp cùng tên, cùng cấp',
    )
  })

  test('is taken whatever is in one of its records: that one is quarantined by its name, the others are not lost', async () => {
    const id = await send([
      nationalRecord({ code: '9.000051', name: 'Phí âm', channels: [{ ...hour, feeVnd: -5 }] }),
      nationalRecord({ code: '9.000052', name: 'Nửa ký tự \ud800' }),
      nationalRecord({ code: '9.000053\0', name: 'Ký tự rỗng' }),
      districtRecord({ localCode: 'C'.repeat(9000), name: 'Mã dài' }),
      districtRecord({ localCode: 'CHH50A', name: 'Phí không ghi lời', feeText: '', feeAmounts: [20_000] }),
      districtRecord({ localCode: 'CHH51A', name: 'x'.repeat(2000) }),
      districtRecord({ localCode: 'CHH52A', name: 'Số rất dài', deadlineText: '1'.repeat(200_000), deadline: null }),
      Buffer.from('{"code":"9.000054","name":"').toString('latin1') + '\u00ff',
      nationalRecord({ code: '9.000055', name: 'Cấp thẻ đua bò' }),
    ])
    expect(await statesOf(id)).toMatchObject({ clear: 2, aside: 7 })
    const aside = done(await admin.call('GET', `/services/catalogues/${id}/records?state=aside`)).rows
    expect(aside.slice(0, 4).map(({ name }: { name: string }) => name)).toEqual(['Phí âm', null, null, 'Mã dài'])
    expect(aside[0].reasons[0].vi).toBe('Bản ghi sai kiểu ở: channels.0.feeVnd')
    expect(aside[1].reasons[0].en).toContain('no character')
  })
})

describe('a record', () => {
  test('without doubt is announced with all the others from the day of the decision, and says nothing new when it comes again', async () => {
    const given = [nationalRecord({ code: '9.000010', name: 'Cấp phép bay đèn trời' }), districtRecord()]
    const id = await send(given)
    expect(done(await admin.call('POST', `/services/catalogues/${id}/accept`, { announcement }))).toEqual({
      accepted: 2,
    })
    expect(await declarationOf('9.000010')).toMatchObject({
      name: { vi: 'Cấp phép bay đèn trời' },
      owner: { agency: 'SGTVT' },
      timeLimits: [{ amount: 5, unit: 'working-day' }],
      fees: [],
      sets: 1,
      ways: ['in-person', 'online'],
      legalBasis: ['01/2010/TT-BTP'],
      effective: { from: '2026-12-14' },
    })
    const { procedureCode } = await record(id, 2)
    expect(procedureCode).toBe('DM.1')
    expect(await declarationOf('DM.1')).toMatchObject({ level: 'district', owner: { tier: 'district' }, sets: 2 })

    expect((await statesOf(await send(given))).same).toBe(2)
    const again = await admin.call('POST', `/services/catalogues/${id}/accept`, { announcement })
    expect(again.body.code).toBe('nothingToAccept')
  })

  test('of a procedure that is filed here changes the chosen facts only: its form, papers and process stay', async () => {
    const before = await declarationOf(licenceExchange)
    const id = await send([
      nationalRecord({ code: licenceExchange, name: 'Đổi giấy phép lái xe đã sát hạch', field: 'Đường bộ mới' }),
    ])
    const { state, differences, isComplete, seen } = await record(id, 1)
    expect([state, isComplete]).toEqual(['doubtful', true])
    expect(differences.map(({ fact }: { fact: string }) => fact)).not.toContain('papers')
    expect((await accept(id, 1, 'a'.repeat(64))).body.code).toBe('catalogueChanged')
    expect((await accept(id, 1, seen, { facts: [] })).body.code).toBe('nothingToAccept')
    // Five steps do not fit into an hour.
    const short = await send([
      nationalRecord({ code: licenceExchange, channels: [{ ...hour, time: 1, unit: 'hour' }] }),
    ])
    const tight = await accept(short, 1, (await record(short, 1)).seen, { facts: ['timeLimits'] })
    expect(tight.body.code).toBe('doesNotFitProcess')

    done(await accept(id, 1, seen, { facts: ['field'] }))
    const after = await declarationOf(licenceExchange)
    expect(after).toEqual({
      ...before,
      field: { vi: 'Đường bộ mới', en: 'Đường bộ mới' },
      effective: { ...before.effective, from: '2026-12-14' },
    })
  })

  test('in doubt is matched by hand, one that lacks something is corrected, and one that was rejected is not asked about again', async () => {
    const alike = pageRecord({ title: 'Xin cấp thẻ thả diều lớn', 'Cơ quan thực hiện': 'Sở Tư pháp' })
    const id = await send([alike, nationalRecord({ code: '9.000020', name: 'Cấp thẻ đua thuyền', channels: [] })])
    expect((await record(id, 1)).needs).toEqual(['field', 'result'])
    const corrected = await act(id, 1, 'correction', { field: 'Văn hóa', result: 'Thẻ' })
    expect(corrected.state).toBe('doubtful')
    expect((await act(id, 2, 'correction', { timeLimit: { amount: 4, unit: 'working-day' } })).state).toBe('clear')
    expect((await record(id, 2)).raw).toContain('"channels":[]')
    expect((await admin.call('POST', `/services/catalogues/${id}/records/1/match`, { code: '1.777777' })).status).toBe(
      404,
    )
    expect((await act(id, 1, 'match', { code: licenceExchange })).state).toBe('doubtful')
    expect(await record(id, 1)).toMatchObject({ matchedCode: licenceExchange, matchedBy: 'chosen' })

    done(await admin.call('POST', `/services/catalogues/${id}/records/1/reject`, { reason: 'Không phải của tỉnh' }))
    const next = await send([alike])
    expect(await record(next, 1)).toMatchObject({ state: 'rejected', rejectReason: 'Không phải của tỉnh' })
  })
})

describe('a decision', () => {
  test('repeals from its day, gives the figures of publicity their rows, and keeps the days that were said of it', async () => {
    const repeal = { ...announcement, document: '78/QĐ-UBND', publishedOn: '2026-12-09' }
    const wrong = await admin.call('POST', '/services/announcements/repeals', {
      codes: ['9.000010'],
      announcement: { ...repeal, publishedOn: '2026-12-10' },
    })
    expect(wrong.body.code).toBe('wrongAnnouncementDays')
    const early = await admin.call('POST', '/services/announcements/repeals', {
      codes: ['9.000010'],
      announcement: repeal,
    })
    expect(early.body.code).toBe('notYetInForce')
    expect(early.body.places.map(({ message }: { message: { vi: string } }) => message.vi)).toEqual(['9.000010'])
    const later = { ...repeal, effectiveOn: '2027-01-04' }
    const unknown = await admin.call('POST', '/services/announcements/repeals', {
      codes: ['9.000010', '7.777777'],
      announcement: later,
    })
    expect(unknown.body).toMatchObject({ code: 'unknownProcedures', places: [{ message: { vi: '7.777777' } }] })
    done(await admin.call('POST', '/services/announcements/repeals', { codes: ['9.000010'], announcement: later }))
    expect((await declarationOf('9.000010')).effective).toEqual({ from: '2026-12-14', to: '2027-01-04' })
    const other = await admin.call('POST', '/services/announcements/repeals', { codes: ['DM.1'], announcement: repeal })
    expect(other.body.code).toBe('otherAnnouncement')

    const figures = done(await admin.call('GET', '/services/publicity-figures?from=2026-01-01&to=2026-12-31'))
    const rowsOf = (at: number) =>
      figures[at].rows.map(({ code, isMet }: { code: string; isMet: boolean }) => `${code} ${isMet}`)
    expect(rowsOf(0).toSorted()).toEqual(
      [`${licenceExchange} true`, '9.000010 true', '9.000010 true', 'DM.1 true'].sort(),
    )
    // Published six working days after it was signed.
    expect(rowsOf(1).filter((row: string) => row.endsWith('false'))).toEqual(['9.000010 false'])
    const parts = figures[2].rows.find(({ code }: { code: string }) => code === licenceExchange)
    expect(parts.isMet).toBe(true)
    expect(figures[2].met).toBeLessThan(figures[2].of)
  })
})

describe('the command line', () => {
  test('tells a catalogue from the platform’s own grammar, and takes it in', async () => {
    const content = Buffer.from(
      [nationalRecord({ code: '9.000030', name: 'Cấp thẻ chơi cờ' }), { bad: true }]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    )
    expect(isCatalogueFile(content)).toBe(true)
    expect(isCatalogueFile(Buffer.from(JSON.stringify([await declarationOf(licenceExchange)])))).toBe(false)
    const brought = await bringCatalogue('danh-muc.jsonl', content)(province.platform.connection.db)
    expect(brought).toMatchObject({ counts: { aside: 1, clear: 1 }, aside: [{ number: 2 }] })
  })
})

describe('a record that others have decided meanwhile', () => {
  test('in two imports is decided once, whichever import is accepted and however often', async () => {
    const given = [
      districtRecord({ localCode: 'CHH60A', name: 'Cấp thẻ nuôi rồng' }),
      nationalRecord({ code: '9.000060', name: 'Cấp thẻ múa lân' }),
    ]
    const [first, second] = [await send(given), await send(given)]
    expect(await statesOf(second)).toMatchObject({ clear: 2 })
    const both = await Promise.all(
      [first, second].map((id) => admin.call('POST', `/services/catalogues/${id}/accept`, { announcement })),
    )
    expect(new Set(both.map(({ body }) => body.accepted))).toEqual(new Set([0, 2]))
    const made = await province.query(
      `select code from services.procedure where name in ('Cấp thẻ nuôi rồng', 'Cấp thẻ múa lân')`,
    )
    expect(made).toHaveLength(2)
    const [one, two] = [await statesOf(first), await statesOf(second)]
    expect([one.accepted + two.accepted, one.same + two.same, one.clear + two.clear]).toEqual([2, 2, 0])
  })

  test('is held against what was published since: a procedure that is filed here keeps its form', async () => {
    const code = '9.000061'
    const id = await send([nationalRecord({ code, name: 'Cấp thẻ ném còn' })])
    const { seen } = await record(id, 1)
    const filed = Procedure.parse({ ...(await declarationOf(licenceExchange)), code, effective: {} })
    await province.platform.connection.db.transaction((tx) => publishProcedures(tx, [filed], now, 'edited'))
    expect(await record(id, 1)).toMatchObject({ state: 'doubtful', matchedCode: code, matchedBy: 'code' })
    expect((await accept(id, 1, seen)).body.code).toBe('catalogueChanged')
    expect(done(await admin.call('POST', `/services/catalogues/${id}/accept`, { announcement }))).toEqual({
      accepted: 0,
    })
    expect(await declarationOf(code)).toEqual(filed)
    const asNew = await admin.call('POST', `/services/catalogues/${id}/records/1/match`, { code: null })
    expect(asNew.body.code).toBe('notNew')
    done(await accept(id, 1, (await record(id, 1)).seen, { facts: ['field'] }))
    expect(await declarationOf(code)).toMatchObject({
      form: filed.form,
      process: filed.process,
      field: { vi: 'Chăn nuôi' },
    })
  })

  test('with a wrong code or without a name is corrected, and then found by what was corrected', async () => {
    const id = await send([nationalRecord({ code: '9000062', name: '' })])
    expect((await record(id, 1)).reasons).toHaveLength(2)
    expect((await act(id, 1, 'correction', { code: '9.000062', name: 'Cấp thẻ đi cà kheo' })).state).toBe('clear')
    expect(await record(id, 1)).toMatchObject({ name: 'Cấp thẻ đi cà kheo', code: '9.000062', reasons: [] })
    const wrong = await admin.call('POST', `/services/catalogues/${id}/records/1/correction`, { code: 'x' })
    expect(wrong.status).toBe(422)
  })

  test('that was repealed here is told so, and announced again it is taken again', async () => {
    const given = nationalRecord({ code: '9.000063', name: 'Cấp thẻ chọi gà' })
    const first = await send([given])
    done(await accept(first, 1, (await record(first, 1)).seen))
    const repeal = { ...announcement, document: '90/QĐ-UBND', effectiveOn: '2027-01-04' }
    done(await admin.call('POST', '/services/announcements/repeals', { codes: ['9.000063'], announcement: repeal }))
    const id = await send([given])
    const again = await record(id, 1)
    expect(again.state).toBe('doubtful')
    expect(again.doubts[0].vi).toContain('thôi nhận hồ sơ từ 04/01/2027')
    const later = { ...announcement, document: '91/QĐ-UBND', effectiveOn: '2027-02-01' }
    done(await accept(id, 1, again.seen, { facts: [], announcement: later }))
    expect((await declarationOf('9.000063')).effective).toEqual({ from: '2027-02-01' })
  })
})

test('a procedure that the national list holds no more is shown until it is repealed here', async () => {
  const delisted = async () => done(await admin.call('GET', '/national-portal/delisted-procedures'))
  await province.query(
    `insert into national_portal.procedure_record (code, record, digest, fetched_at, changed_at, is_listed)
      values ($1, '{}', 'x', $2, $2, false), ('9.999999', '{}', 'x', $2, $2, false)`,
    [licenceExchange, now],
  )
  expect(await delisted()).toMatchObject([{ code: licenceExchange, since: now.toISOString() }])
  const repeal = { ...announcement, document: '92/QĐ-UBND', effectiveOn: '2027-03-01' }
  // What was announced for a day ahead comes first: it is in force before it is repealed.
  done(await admin.call('POST', '/services/announcements/repeals', { codes: [licenceExchange], announcement: repeal }))
  expect(await delisted()).toEqual([])
})
