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
import { execute, look, saysOf, send, standing, undo, wholeDepartment, type Sheets } from './testing/import-sheets.ts'
import { openWork } from './testing/posts.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let admin: Visitor

beforeAll(async () => {
  province = await startTestPlatform()
  admin = await province.as('quantri')
})
afterAll(() => province?.stop())

describe('a department in one workbook', () => {
  test('is previewed without writing, carried out, is all the same when sent again, and is taken back exactly', async () => {
    const before = await standing(province)
    const preview = await send(admin, wholeDepartment)
    expect(saysOf(preview)).toEqual([
      'new: Đỗ Văn An, Chuyên viên phòng mới, Phòng Thử nghiệm, từ 01/12/2026 (người mới; mở tài khoản an.dovan)',
      'new: Lò Thị Bé, Trưởng phòng, Phòng Thử nghiệm, từ 01/12/2026 (người mới)',
      'new: Chuyên viên phòng mới, Phòng Thử nghiệm: thêm 1 vị trí từ 01/12/2026',
      'new: Trưởng phòng, Phòng Thử nghiệm: thêm 1 vị trí từ 01/12/2026',
      'new: Phòng Thử nghiệm (Phòng), thuộc Sở Giao thông vận tải, từ 01/12/2026',
    ])
    expect(await standing(province)).toBe(before)

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
    expect(await standing(province)).toBe(before)
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

describe('a sheet that moves a unit and ends posts', () => {
  const from = '01/12/2026'
  const build: Sheets = {
    units: [
      ['SGTVT.BEN', 'Phòng Bến', 'Phòng', 'SGTVT', '01/01/2020'],
      ['SGTVT.XE', 'Phòng Xe', 'Phòng', 'SGTVT', '01/01/2020'],
      ['TO.BEN', 'Tổ Bến', 'Phòng', 'SGTVT.BEN', '01/01/2020'],
      ['TO.XE', 'Tổ Xe', 'Phòng', 'SGTVT.XE', '01/01/2020'],
    ],
    posts: [['TO.BEN', 'Chuyên viên', 'Chuyên viên bến', '2', '01/01/2020', '']],
    people: [['Vàng A Bến', '02/09/1994', '', 'TO.BEN', 'Chuyên viên', '01/01/2020', '']],
  }
  const change: Sheets = {
    units: [['TO.BEN', 'Tổ Bến', 'Phòng', 'SGTVT.XE', from]],
    people: [['Vàng A Bến', '02/09/1994', '', 'TO.BEN', 'Chuyên viên', '01/01/2020', '31/12/2026']],
    posts: [['TO.BEN', 'Chuyên viên', 'Chuyên viên bến', '2', '01/01/2020', '31/12/2026']],
  }
  let before: string

  test('says so, does it on its day, says the same when sent again, and is taken back exactly', async () => {
    done(await execute(admin, await send(admin, build)))
    before = await standing(province)
    const preview = await send(admin, change)
    expect(saysOf(preview)).toEqual([
      'changed: Tổ Bến: đổi đơn vị cấp trên Phòng Bến thành Phòng Xe, từ 01/12/2026',
      'changed: Vàng A Bến, Chuyên viên bến, Tổ Bến: giữ đến hết 31/12/2026',
      'changed: Chuyên viên bến, Tổ Bến: thôi 2 vị trí, đến hết 31/12/2026',
    ])
    expect(await standing(province)).toBe(before)
    done(await execute(admin, preview))
    const read = async (day: string) => {
      const [unit] = done(await admin.call('GET', `/directory/units?text=Tổ Bến&asOf=${day}`))
      const { parentId, posts } = done(await admin.call('GET', `/directory/units/${unit.id}?asOf=${day}`))
      return [done(await admin.call('GET', `/directory/units/${parentId}?asOf=${day}`)).code, posts.length]
    }
    expect([await read('2026-11-30'), await read('2026-12-31'), await read('2027-01-01')]).toEqual([
      ['SGTVT.BEN', 2],
      ['SGTVT.XE', 2],
      ['SGTVT.XE', 0],
    ])
    expect((await send(admin, change)).counts).toEqual({ new: 0, changed: 0, same: 3, aside: 0 })
    done(await undo(admin, preview.id))
    expect(await standing(province)).toBe(before)
  })

  test('is set aside where it would leave open work to nobody, a post that is held, or a unit above itself', async () => {
    await openWork(province, { unit: 'TO.BEN', name: 'specialist', count: 1, at: new Date() })
    const refused = await send(admin, {
      ...change,
      units: [
        ['SGTVT.XE', 'Phòng Xe', 'Phòng', 'TO.BEN', from],
        ['TO.XE', 'Tổ Xe', 'Phòng', 'TO.BEN', from],
        ['TO.BEN', 'Tổ Bến', 'Phòng', 'TO.XE', from],
      ],
    })
    expect(saysOf(refused)).toEqual([
      'aside: Phòng Xe đang là Phòng, thuộc SGTVT. Đổi loại hoặc chuyển đơn vị thì làm ở Sắp xếp tổ chức',
      'changed: Tổ Xe: đổi đơn vị cấp trên Phòng Xe thành Tổ Bến, từ 01/12/2026',
      'aside: Tổ Xe thuộc Tổ Bến: hai đơn vị không thể cùng ở trên nhau. Xem lại mã đơn vị cấp trên',
      'aside: Chuyên viên bến: 1 việc đang mở từ 01/01/2027 không còn ai giữ. Lập quyết định điều động để bàn giao, hoặc ghi người nhận vị trí từ ngày đó',
      'aside: Chuyên viên bến: 1 việc đang mở từ 01/01/2027 không còn ai giữ. Lập quyết định điều động để bàn giao, hoặc ghi người nhận vị trí từ ngày đó',
    ])
    expect(saysOf(await send(admin, { posts: change.posts ?? [] }))).toEqual([
      'aside: Còn người giữ từ 01/01/2027: Vàng A Bến. Ghi ngày thôi giữ của họ ở trang Người, hoặc điều động trước',
    ])
    const followed = await send(admin, {
      people: [...(change.people ?? []), ['Vàng A Thay', '02/09/1995', '', 'TO.BEN', 'Chuyên viên', '01/01/2027', '']],
    })
    expect(followed.counts).toEqual({ new: 1, changed: 1, same: 0, aside: 0 })
    await province.query(`update workflow.task set is_open = false where code = 'H02.14-1'`)
  })

  test('is not taken back once the unit above of before is above no more', async () => {
    const preview = await send(admin, { units: change.units ?? [] })
    done(await execute(admin, preview))
    const below = { units: [['SGTVT.BEN', 'Phòng Bến', 'Phòng', 'TO.BEN', '02/12/2026']] }
    expect(saysOf(await send(admin, below))[0]).toContain('Sắp xếp tổ chức')
    await province.query(
      `update directory.unit_version set parent_id = (select id from directory.unit where code = 'TO.BEN')
        where unit_id = (select id from directory.unit where code = 'SGTVT.BEN')`,
    )
    const { body } = await undo(admin, preview.id)
    expect(JSON.stringify(body)).toContain('Đơn vị cấp trên trước đây của Tổ Bến không còn như khi ấy')
  })
})

test('a table of one kind is brought in and taken back by the command line, as by the screen', async () => {
  const file = join(province.directory, 'nguoi.csv')
  const lines = [
    'Danh sách cán bộ',
    'TU NGAY;Họ Tên;ngay sinh;Ma don vi;Chức vụ',
    '1/12/2026;Ma Thi\u0323 Lan;2-9-1995;SGTVT.XE;Chuyên viên',
    ';;;;',
    '1/12/2026;Mùa A Sử;2-9-1995;KHONGCO;Chuyên viên',
  ]
  await writeFile(file, `\uFEFF${lines.join('\r\n')}`)
  await execute(admin, await send(admin, { posts: [['SGTVT.XE', 'Chuyên viên', '', '1', '01/12/2026']] }))
  const { db } = province.platform.connection
  const before = await standing(province)
  const seen = await readSpreadsheetCall([file])(db)
  expect(seen).toMatchObject({ status: 'draft', counts: { new: 1, aside: 1 }, aside: [{ line: 5 }] })
  const brought = await readSpreadsheetCall([file, '--execute'])(db)
  expect(brought.status).toBe('done')
  expect(await province.query(`select full_name from directory.person where folded = 'ma thi lan'`)).toEqual([
    { full_name: 'Ma Thị Lan'.normalize('NFC') },
  ])
  expect((await readSpreadsheetCall(['--undo', brought.id])(db)).status).toBe('undone')
  expect(await standing(province)).toBe(before)
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
  for (const text of ['', 'Tên;Tuổi\nAn;30']) expect(await sent(text)).toBe('noKnownSheet')
})

test('the template is understood by the platform that gave it', async () => {
  const { body } = await admin.call('GET', '/directory/import-template')
  const content = Buffer.from(body as ArrayBuffer).toString('base64url')
  const { id } = done(await admin.call('POST', '/directory/imports', { fileName: 'mau.xlsx', content }))
  expect(saysOf(await look(admin, id)).map((line) => line.slice(0, 4))).toEqual(['new:', 'new:', 'new:'])
  expect(done(await admin.call('DELETE', `/directory/imports/${id}`))).toEqual({ dropped: true })
  expect((await admin.call('GET', `/directory/imports/${id}`)).status).toBe(404)
})
