import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '#kernel/spreadsheet/read-workbook.ts'
import { writeWorkbook } from '#kernel/spreadsheet/write-workbook.ts'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { civil } from '#values/plain-date.ts'
import { readSpreadsheetCall } from './import-organization.ts'
import { done } from './testing/story.ts'
import { execute, look, saysOf, send, undo, type Sheets } from './testing/import-sheets.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let admin: Visitor
/** Of the department of transport only. */
let ofTransport: Visitor

beforeAll(async () => {
  province = await startTestPlatform()
  admin = await province.as('quantri')
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT'`)
  const from = civil('2020-01-01')
  const { db } = province.platform.connection
  const personId = await db.transaction(async (tx) => {
    const person = await createPerson(tx, { fullName: 'Vi Thị Hạnh' })
    const post = await createPost(tx, { unitId: unit?.id ?? '', function: 'unit-administrator', title: 'QT', from })
    await appoint(tx, { postId: post.id, personId: person, from })
    return person
  })
  const id = await createAccount(db, { kind: 'staff', personId, login: 'quantri.gtvt', passwordHash: null })
  ofTransport = await province.asAccount({ id, kind: 'staff' })
})
afterAll(() => province?.stop())

const wholeDepartment: Sheets = {
  people: [
    ['Đỗ Văn An', '02/09/1990', 'an.dovan', 'SGTVT.MOI', 'Chuyên viên', '01/12/2026', ''],
    ['Lò Thị Bé', '15/01/1988', '', 'SGTVT.MOI', 'truong phong', '01/12/2026', '31/12/2027'],
  ],
  posts: [
    ['SGTVT.MOI', 'Chuyên viên', 'Chuyên viên phòng mới', '1', '01/12/2026'],
    ['SGTVT.MOI', 'Trưởng phòng', '', '1', '01/12/2026'],
  ],
  units: [['SGTVT.MOI', 'Phòng Thử nghiệm', 'Phòng', 'SGTVT', '01/12/2026']],
}

/** Everything that an import may write, as it can be seen. */
const standing = async () =>
  JSON.stringify(
    await province.query(`select
      (select jsonb_agg(to_jsonb(v) order by unit_id, valid_from) from directory.unit_version v) as units,
      (select jsonb_agg(to_jsonb(p) order by id) from directory.post p where valid_to is distinct from valid_from) as posts,
      (select jsonb_agg(to_jsonb(a) order by id) from directory.appointment a) as appointments,
      (select jsonb_agg(to_jsonb(n) order by id) from directory.person n) as people,
      (select jsonb_agg(to_jsonb(a) - 'last_sign_in_at' order by id) from identity.account a) as accounts`),
  )

describe('a department in one workbook', () => {
  test('is previewed without writing, carried out, is all the same when sent again, and is taken back exactly', async () => {
    const before = await standing()
    const preview = await send(admin, wholeDepartment)
    expect(saysOf(preview)).toEqual([
      'new: Đỗ Văn An, Chuyên viên phòng mới, Phòng Thử nghiệm, từ 01/12/2026 (người mới; mở tài khoản an.dovan)',
      'new: Lò Thị Bé, Trưởng phòng, Phòng Thử nghiệm, từ 01/12/2026 (người mới)',
      'new: Chuyên viên phòng mới, Phòng Thử nghiệm: thêm 1 vị trí từ 01/12/2026',
      'new: Trưởng phòng, Phòng Thử nghiệm: thêm 1 vị trí từ 01/12/2026',
      'new: Phòng Thử nghiệm (Phòng), thuộc Sở Giao thông vận tải, từ 01/12/2026',
    ])
    expect(await standing()).toBe(before)

    expect(done(await execute(admin, preview))).toMatchObject({ status: 'done', counts: { new: 5, aside: 0 } })
    const [unit] = done(await admin.call('GET', '/directory/units?text=Phòng Thử nghiệm&asOf=2026-12-02'))
    const { posts } = done(await admin.call('GET', `/directory/units/${unit.id}?asOf=2026-12-02`))
    expect(posts.map((post: { title: string; personName: string }) => [post.title, post.personName])).toEqual([
      ['Trưởng phòng', 'Lò Thị Bé'],
      ['Chuyên viên phòng mới', 'Đỗ Văn An'],
    ])

    const again = await send(admin, wholeDepartment)
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 5, aside: 0 })
    expect((await execute(admin, again)).body.code).toBe('nothingToImport')

    expect(done(await undo(admin, preview.id)).status).toBe('undone')
    expect(await standing()).toBe(before)
    expect((await undo(admin, preview.id)).status).toBe(409)
    expect(done(await execute(admin, await send(admin, wholeDepartment))).status).toBe('done')
  })
})

describe('a line that cannot be carried out', () => {
  const person = (...cells: string[]) => cells
  test.each<[string, Sheets, string[]]>([
    [
      'lacks a unit, a post, or says who it is too vaguely',
      {
        people: [
          person('Đỗ Văn An', '02/09/1990', '', 'SGTVT.KHONG', 'Chuyên viên', '01/12/2026', ''),
          person('Đỗ Văn Bình', '02/09/1991', '', 'SGTVT', 'Công chức một cửa', '01/12/2026', ''),
          person('Đỗ Văn Cảnh', '', '', 'SGTVT.QLVT', 'Chuyên viên', '01/12/2026', ''),
        ],
      },
      [
        'aside: Không có đơn vị mã SGTVT.KHONG. Kiểm tra mã, hoặc thêm đơn vị ở trang Đơn vị',
        'aside: Sở Giao thông vận tải không có vị trí Công chức một cửa vào ngày 01/12/2026. Thêm ở trang Vị trí',
        'aside: Chưa đủ để biết là ai. Ghi ngày sinh, số định danh hoặc tên đăng nhập',
      ],
    ],
    [
      'has cells that mean nothing, each of them said',
      { people: [person('A', '31/02/1990', 'x y', 'sgtvt', 'Thủ kho', '1.12', '')] },
      [
        expect.stringMatching(
          /^aside: Họ và tên: .*\. Ngày sinh: “31\/02\/1990” .*\. Tên đăng nhập: .*\. Mã đơn vị: .*\. Chức năng: không có “Thủ kho”.*\. Từ ngày: “1\.12”/,
        ) as string,
      ],
    ],
    [
      'would need a login of somebody else, or a post that is held',
      {
        people: [
          person('Đỗ Văn Dũng', '02/09/1992', 'giamdoc.gtvt', 'SGTVT.QLVT', 'Chuyên viên', '01/12/2026', ''),
          person('Đỗ Văn Em', '02/09/1993', '', 'SGTVT.QLVT', 'Trưởng phòng', '01/12/2026', ''),
        ],
      },
      [
        'aside: Tên đăng nhập “giamdoc.gtvt” đã là của người khác. Chọn tên khác',
        expect.stringMatching(
          /^aside: Vị trí Trưởng phòng ở Phòng Quản lý vận tải, .* đang có người giữ: .*\. Thêm vị trí, hoặc ghi ngày thôi giữ của người đó$/,
        ) as string,
      ],
    ],
    [
      'moves a unit',
      {
        units: [['SGTVT.QLVT', 'Phòng Quản lý vận tải', 'Phòng', 'STP', '01/12/2026']],
      },
      [
        expect.stringMatching(
          /^aside: .* thuộc SGTVT\. Đổi loại hoặc chuyển đơn vị thì làm ở Sắp xếp tổ chức$/,
        ) as string,
      ],
    ],
  ])('is set aside, with what to do, where it %s', async (_why, sheets, reasons) => {
    const { lines } = await send(admin, sheets)
    const said = lines.map(({ state, says }: { state: string; says: { vi: string } }) => `${state}: ${says.vi}`)
    expect(said).toEqual(reasons)
  })
})

test('lines set aside come back as a workbook with their reasons, and go through once they are corrected', async () => {
  const { id, seen, counts } = await send(admin, {
    people: [
      ['Giàng A Phử', '02/09/1992', '', 'SGTVT.KHÔNG', 'Chuyên viên', '01/12/2026', ''],
      ['Giàng A Sùng', '02/09/1993', '', 'SGTVT.MOI', 'Chuyên viên', '01/12/2026', ''],
    ],
    posts: [['SGTVT.MOI', 'Chuyên viên', 'Chuyên viên dự án', '2', '01/12/2026']],
  })
  expect(counts).toEqual({ new: 2, changed: 0, same: 0, aside: 1 })
  const download = async () => {
    const { body, headers } = await admin.call('GET', `/directory/imports/${id}/aside`)
    expect(headers.get('content-type')).toContain('spreadsheetml')
    return readWorkbook(new Uint8Array(body as ArrayBuffer))
  }
  const [sheet] = await download()
  expect(sheet?.rows.map(({ cells }) => [cells[0], cells[4], cells[13]])).toEqual([
    ['Họ và tên', 'Mã đơn vị', 'Lý do cách ly'],
    ['Giàng A Phử', 'SGTVT.KHÔNG', expect.stringContaining('không phải mã') as string],
  ])
  done(await execute(admin, { id, seen }))
  const [kept] = await download()
  expect(kept).toEqual(sheet)
  const corrected = writeWorkbook([
    {
      name: 'Người',
      columns: (sheet?.rows[0]?.cells ?? []).map((title) => ({ title, width: 10 })),
      rows: [(sheet?.rows[1]?.cells ?? []).map((cell) => cell.replace('SGTVT.KHÔNG', 'SGTVT.MOI'))],
    },
  ])
  const again = done(
    await admin.call('POST', '/directory/imports', { fileName: 'b.xlsx', content: corrected.toString('base64url') }),
  )
  expect((await look(admin, again.id)).counts).toMatchObject({ new: 1, aside: 0 })
})

test('an import adds posts, whichever day they begin, and takes none away', async () => {
  const posts = (count: string, from: string): Sheets => ({
    posts: [['SGTVT.MOI', 'Chuyên viên', 'Chuyên viên dự án', count, from]],
  })
  expect(saysOf(await send(admin, posts('3', '15/12/2026')))).toEqual([
    'changed: Chuyên viên dự án, Phòng Thử nghiệm: thêm 1 vị trí từ 15/12/2026, đang có 2',
  ])
  expect((await send(admin, posts('2', '01/01/2020'))).counts.same).toBe(1)
  expect(saysOf(await send(admin, posts('1', '15/12/2026')))).toEqual([
    'aside: Đang có 2 vị trí như vậy, bảng ghi 1. Nhập không bớt vị trí: ghi 2 hoặc bỏ dòng này',
  ])
})

test('of somebody known only what was missing is added, and taken back; who could be two is nobody', async () => {
  const from = civil('2020-01-01')
  const person = await province.platform.connection.db.transaction(async (tx) => {
    const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = 'STP'`)
    const personId = await createPerson(tx, { fullName: 'Tráng A Páo', email: 'pao@example.vn' })
    const post = await createPost(tx, { unitId: unit?.id ?? '', function: 'clerk', title: 'Văn thư phụ', from })
    await appoint(tx, { postId: post.id, personId, from })
    return personId
  })
  const head = ['Họ tên', 'Ngày sinh', 'Tài khoản', 'Đơn vị', 'Chức vụ', 'Từ ngày', 'Điện thoại', 'Email']
  const line = (unit: string, login: string, place: string) =>
    `Tráng A Páo;02/09/1990;${login};${unit};${place};01/12/2026;0912345678;khac@example.vn`
  const sendTable = async (...lines: string[]) => {
    const content = Buffer.from([head.join(';'), ...lines].join('\n')).toString('base64url')
    const { id } = done(await admin.call('POST', '/directory/imports', { fileName: 'a.csv', content }))
    return { id: id as string, ...(await look(admin, id)) }
  }
  const elsewhere = line('SGTVT.MOI', '', 'Chuyên viên')
  expect(saysOf(await sendTable(elsewhere))).toEqual([expect.stringContaining('Có 1 cán bộ tên Tráng A Páo') as string])
  expect(saysOf(await sendTable(line('SGTVT.MOI', 'pao.trang', 'Chuyên viên')))[0]).toContain('người mới; mở tài khoản')
  const preview = await sendTable(line('STP', '', 'Văn thư'))
  expect(saysOf(preview)).toEqual(['changed: Tráng A Páo, Văn thư phụ, Sở Tư pháp: bổ sung thông tin còn thiếu'])
  done(await execute(admin, preview))
  const facts = async () =>
    (
      await province.query(`select birth_date::text as born, phone, email from directory.person where id = $1`, [
        person,
      ])
    )[0]
  expect(await facts()).toEqual({ born: '1990-09-02', phone: '0912345678', email: 'pao@example.vn' })
  await province.query(`update directory.person set phone = '0988888888' where id = $1`, [person])
  done(await undo(admin, preview.id))
  expect(await facts()).toEqual({ born: null, phone: '0988888888', email: 'pao@example.vn' })
})

describe('the administrator of one department', () => {
  test('brings in what is theirs; lines about others are set aside, with whom to send them to', async () => {
    const preview = await send(ofTransport, {
      units: [
        ['SGTVT.PHU', 'Phòng Phụ', 'Phòng', 'SGTVT', '01/12/2026'],
        ['STP.PHU', 'Phòng Phụ', 'Phòng', 'STP', '01/12/2026'],
      ],
      people: [['Hà Thị Nga', '02/09/1992', 'nga.hathi', 'STP', 'Chuyên viên', '01/12/2026', '']],
    })
    expect(saysOf(preview)).toEqual([
      'new: Phòng Phụ (Phòng), thuộc Sở Giao thông vận tải, từ 01/12/2026',
      'aside: Sở Tư pháp không thuộc phạm vi quản trị của ông/bà. Gửi dòng này cho quản trị của đơn vị đó',
      'aside: Sở Tư pháp không thuộc phạm vi quản trị của ông/bà. Gửi dòng này cho quản trị của đơn vị đó',
    ])
    expect(done(await execute(ofTransport, preview)).status).toBe('done')
    expect(await province.query(`select code from directory.unit where code like '%.PHU'`)).toEqual([
      { code: 'SGTVT.PHU' },
    ])
  })

  test('sees their own imports and no others', async () => {
    const theirs = done(await ofTransport.call('GET', '/directory/imports'))
    const all = done(await admin.call('GET', '/directory/imports'))
    expect(theirs).toHaveLength(1)
    expect(all.length).toBeGreaterThan(theirs.length)
    const other = all.find(({ id }: { id: string }) => id !== theirs[0].id)
    for (const path of ['', '/aside'])
      expect((await ofTransport.call('GET', `/directory/imports/${other.id}${path}`)).status).toBe(404)
    expect((await execute(ofTransport, { id: other.id, seen: 'a'.repeat(64) })).status).toBe(404)
    expect((await undo(ofTransport, other.id)).status).toBe(404)
  })
})

test('what was seen is carried out, or nothing: a post that somebody was given meanwhile is not given twice', async () => {
  const sheets = (name: string): Sheets => ({
    people: [[name, '02/09/1994', '', 'SGTVT.MOI', 'Chuyên viên', '01/12/2026', '']],
  })
  const [one, other] = [await send(admin, sheets('Kiều Văn Một')), await send(admin, sheets('Kiều Văn Hai'))]
  expect((await execute(admin, one)).status).toBe(200)
  expect((await execute(admin, other)).body.code).toBe('importChanged')
})

describe('an import', () => {
  const undone = async (sheets: Sheets, meanwhile: () => Promise<unknown>) => {
    const preview = await send(admin, sheets)
    done(await execute(admin, preview))
    await meanwhile()
    const { body } = await undo(admin, preview.id)
    return [body.code, body.places]
  }
  const unit = (code: string): Sheets => ({
    units: [[`SGTVT.${code}`, `Phòng ${code}`, 'Phòng', 'SGTVT', '01/01/2020']],
    posts: [[`SGTVT.${code}`, 'Chuyên viên', `Chuyên viên ${code}`, '1', '01/01/2020']],
    people: [
      [`Lý Văn ${code}`, '02/09/1994', `ly.${code.toLowerCase()}`, `SGTVT.${code}`, 'Chuyên viên', '01/01/2020', ''],
    ],
  })

  test('is not taken back once somebody works from a post that it gave', async () => {
    const said = await undone(unit('LAM'), async () => {
      const [account] = await province.query<{ id: string }>(`select id from identity.account where login = 'ly.lam'`)
      const who = await province.asAccount({ id: account?.id ?? '', kind: 'staff' })
      done(await who.call('GET', '/identity/me'))
      await who.call('POST', '/identity/sign-out', {})
    })
    expect(JSON.stringify(said)).toContain('Lý Văn LAM đã làm việc ở vị trí Chuyên viên LAM')
  })

  test('is not taken back once an account that it opened has a password', async () => {
    const said = await undone(unit('MAT'), async () => {
      const [account] = await province.query<{ id: string }>(`select id from identity.account where login = 'ly.mat'`)
      done(await admin.call('POST', `/identity/accounts/${account?.id}/password`, {}))
    })
    expect(JSON.stringify(said)).toContain('Tài khoản ly.mat đã được dùng hoặc đã cấp mật khẩu')
  })

  test('is not taken back once somebody whom it brought in is known elsewhere too', async () => {
    const said = await undone(unit('KHAC'), async () => {
      const { db } = province.platform.connection
      const [person] = await province.query<{ id: string }>(
        `select id from directory.person where full_name = 'Lý Văn KHAC'`,
      )
      await createAccount(db, { kind: 'citizen', personId: person?.id ?? '', login: 'khac', passwordHash: null })
    })
    expect(JSON.stringify(said)).toContain('Có người được nhập vào đã có hồ sơ')
  })

  test('is not taken back once the organisation was changed on top of it', async () => {
    const said = await undone(unit('TREN'), async () => {
      const [{ id }] = done(await admin.call('GET', '/directory/units?text=SGTVT.TREN'))
      const post = { unitId: id, function: 'head', title: 'Trưởng phòng mới', from: '2026-12-01' }
      done(await admin.call('POST', '/directory/posts', post))
    })
    expect(JSON.stringify(said)).toContain('Đã thêm vị trí Trưởng phòng mới ở đơn vị mới')
  })
})

test('a table of one kind is brought in and taken back by the command line, as by the screen', async () => {
  const file = join(province.directory, 'nguoi.csv')
  const lines = [
    'Danh sách cán bộ',
    'TU NGAY;Họ Tên;ngay sinh;Ma don vi;Chức vụ',
    '1/12/2026;Ma Thi\u0323 Lan;2-9-1995;SGTVT.PHU;Chuyên viên',
    ';;;;',
    '1/12/2026;Mùa A Sử;2-9-1995;KHONGCO;Chuyên viên',
  ]
  await writeFile(file, `\uFEFF${lines.join('\r\n')}`)
  await execute(admin, await send(admin, { posts: [['SGTVT.PHU', 'Chuyên viên', '', '1', '01/12/2026']] }))
  const { db } = province.platform.connection
  const before = await standing()
  const seen = await readSpreadsheetCall([file])(db)
  expect(seen).toMatchObject({ status: 'draft', counts: { new: 1, aside: 1 }, aside: [{ line: 5 }] })
  const brought = await readSpreadsheetCall([file, '--execute'])(db)
  expect(brought.status).toBe('done')
  expect(await province.query(`select full_name from directory.person where folded = 'ma thi lan'`)).toEqual([
    { full_name: 'Ma Thị Lan'.normalize('NFC') },
  ])
  expect((await readSpreadsheetCall(['--undo', brought.id])(db)).status).toBe('undone')
  expect(await standing()).toBe(before)
})

test('what is no spreadsheet, or has no titles that are known, is refused with what to do', async () => {
  const sent = async (content: string | Buffer) =>
    (
      await admin.call('POST', '/directory/imports', {
        fileName: 'x.xlsx',
        content: Buffer.from(content).toString('base64url'),
      })
    ).body.code
  expect(await sent('%PDF-1.4\n\0\0')).toBe('unreadableFile')
  expect(await sent('PK\u0003\u0004 cut off')).toBe('unreadableFile')
  expect(await sent('Tên;Tuổi\nAn;30')).toBe('noKnownSheet')
})

test('the template is understood by the platform that gave it', async () => {
  const { body } = await admin.call('GET', '/directory/import-template')
  const content = Buffer.from(body as ArrayBuffer).toString('base64url')
  const { id } = done(await admin.call('POST', '/directory/imports', { fileName: 'mau.xlsx', content }))
  expect(saysOf(await look(admin, id)).map((line) => line.slice(0, 4))).toEqual(['new:', 'new:', 'new:'])
  expect(done(await admin.call('DELETE', `/directory/imports/${id}`))).toEqual({ dropped: true })
  expect((await admin.call('GET', `/directory/imports/${id}`)).status).toBe(404)
})
