import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import {
  done,
  fileDossier,
  licenceExchange,
  officialAt,
  openTasksOf,
  submit,
  walkTo,
  writeDraft,
} from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Each field that Circular 01/2018/TT-VPCP prescribes for its forms 01 to 06 stands, filled, on the paper of a dossier that was lived through. */

const permit = '1.009994'
let test: TestPlatform
let papers: Record<string, string>

beforeAll(async () => {
  test = await startTestPlatform()
  const { late, code } = await livePermit()
  papers = {
    ...(await slipsOf(late, ['receipt-slip', 'supplement-request', 'apology-notice', 'control-slip'])),
    'rejection-slip': await rejectOne(),
    'dossier-book': await book(),
  }
  papers['own-receipt'] = await printed(await test.as('congdan'), late, 'receipt-slip')
  papers['code'] = code
}, 300_000)
afterAll(() => test.stop())

const textOf = (pdf: unknown): string =>
  readPdf(Buffer.from(pdf as ArrayBuffer))
    .join(' ')
    .replaceAll('\u200b', '')
    .replaceAll(/\s+/g, ' ')

const printed = async (who: Visitor, id: string, form: string): Promise<string> =>
  textOf(done(await who.call('GET', `/services/dossiers/${id}/print/${form}`)))

async function slipsOf(id: string, forms: readonly string[]): Promise<Record<string, string>> {
  const counter = await test.as('motcua.huyen')
  return Object.fromEntries(
    await Promise.all(forms.map(async (form) => [form, await printed(counter, id, form)] as const)),
  )
}

/** A permit whose opinions are given, that is supplemented, late, and put off with an apology. */
async function livePermit(): Promise<{ late: string; code: string }> {
  const citizen = await test.as('congdan')
  const address = { receiveBy: 'post', postAddress: 'Số 5, đường Hoàng Văn Thụ' }
  const { id, code } = await submit(citizen, await writeDraft(test, citizen, permit, { otherwise: address }))
  await walkTo(test, id, 'appraise')
  const specialist = await officialAt(test, id, 'appraise')
  const pins = [{ path: 'floors', reason: 'Số tầng khác bản vẽ' }]
  done(
    await specialist.call('POST', `/services/dossiers/${id}/supplement`, {
      step: 'appraise',
      pins,
      basis: 'Nghị định 15/2021/NĐ-CP',
      days: 10,
    }),
  )
  done(await citizen.call('PUT', `/services/my/dossiers/${id}/supplement`, { post: 'floors=2' }))
  done(await citizen.call('POST', `/services/my/dossiers/${id}/supplement/submission`, {}))
  for (const { step, consult, assignee } of (await openTasksOf(test, id)).filter((task) => task.consult !== null)) {
    const act = { action: 'answer', step, consult, opinion: 'Thống nhất.' }
    done(await (await test.asHolderOf(assignee)).call('POST', `/services/dossiers/${id}/actions`, { act }))
  }
  await test.query(
    `update services.dossier set deadline = now() - interval '3 days', promised = now() - interval '3 days' where id = $1`,
    [id],
  )
  const [day] = await test.query<{ day: string }>(
    `select to_char(d, 'YYYY-MM-DD') as day from generate_series(now() + interval '7 days', now() + interval '12 days', '1 day') d where extract(isodow from d) = 3 limit 1`,
  )
  const apology = { action: 'apologise', newDate: day?.day, reason: 'Mưa lũ, chưa kiểm tra được thực địa' }
  done(await specialist.call('POST', `/services/dossiers/${id}/actions`, { act: apology }))
  return { late: id, code }
}

async function rejectOne(): Promise<string> {
  const { id } = await fileDossier(test, await test.as('congdan'), licenceExchange)
  const counter = await test.as('motcua.tinh')
  const act = { action: 'reject', step: 'receive', reason: 'Giấy phép do ngành Công an cấp, không thuộc thẩm quyền' }
  done(await counter.call('POST', `/services/dossiers/${id}/actions`, { act }))
  return printed(counter, id, 'rejection-slip')
}

async function book(): Promise<string> {
  const counter = await test.as('motcua.huyen')
  const [{ id }] = done(await counter.call('GET', '/services/counters'))
  const [period] = await test.query<{ day: string }>(
    `select to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day`,
  )
  return textOf(
    done(await counter.call('GET', `/services/dossier-book?counterId=${id}&from=${period?.day}&to=${period?.day}`)),
  )
}

const moment = String.raw`\d\d giờ \d\d phút, ngày \d\d tháng \d+ năm \d{4}`
const code = String.raw`H02[\w.]*-\d{6}-\d{4}`
const applicant = 'Bà THÂN THỊ BÍCH PHƯỢNG'
const head = String.raw`CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ?Độc lập - Tự do - Hạnh phúc.*, ngày \d\d tháng \d+ năm \d{4}`
const contact = String.raw`Địa chỉ: Thôn Hạ, xã Nghĩa Hưng.*Số điện thoại: 0979000218\..*Email: bich\.phuong@example\.vn`

/** Form → field of the form as the circular words it → what must stand there. */
const prescribed: Record<string, Record<string, string>> = {
  'receipt-slip': {
    'cơ quan, quốc hiệu, địa danh, ngày': head,
    'Số: …/TNHS': String.raw`Số: \d{4}/TNHS`,
    'Mã hồ sơ': `Mã hồ sơ: ?${code}`,
    'Liên giao người nộp': String.raw`\(Liên: Giao người nộp hồ sơ\)`,
    'Liên lưu': String.raw`\(Liên: Lưu\)`,
    'Bộ phận tiếp nhận': 'Bộ phận tiếp nhận và trả kết quả: Bộ phận',
    'Tiếp nhận hồ sơ của': `Tiếp nhận hồ sơ của: ${applicant}`,
    'Địa chỉ, số điện thoại, email': contact,
    'Nội dung yêu cầu giải quyết': 'Nội dung yêu cầu giải quyết: .*nhà ở riêng lẻ',
    'Thành phần hồ sơ, hình thức': String.raw`1\. Thành phần hồ sơ nộp gồm:.*Bản điện tử`,
    'Số lượng hồ sơ': String.raw`2\. Số lượng hồ sơ: \d\d \(bộ\)`,
    'Thời gian giải quyết': String.raw`3\. Thời gian giải quyết hồ sơ theo quy định là: \d+ ngày`,
    'Thời gian nhận': String.raw`4\. Thời gian nhận hồ sơ: ${moment}`,
    'Thời gian trả': String.raw`5\. Thời gian trả kết quả giải quyết hồ sơ:.*Trước \d\d giờ`,
    'Đăng ký nhận kết quả tại': String.raw`6\. Đăng ký nhận kết quả tại: địa chỉ Số 5, đường Hoàng Văn Thụ`,
    'phí, lệ phí gọi đúng tên': String.raw`7\. Lệ phí: [\d.]+ đồng, chưa nộp`,
    'Vào sổ': String.raw`Quyển số: 01/\d{4}\. Số thứ tự: \d+\.`,
    'hai bên ký': 'NGƯỜI NỘP HỒ SƠ.*NGƯỜI TIẾP NHẬN HỒ SƠ',
  },
  'supplement-request': {
    'cơ quan, quốc hiệu, địa danh, ngày': head,
    'Số: …/HDHS': String.raw`Số: \d\d/HDHS`,
    'Mã hồ sơ': `Mã hồ sơ: ?${code}`,
    'Hồ sơ của': `Hồ sơ của: ${applicant}`,
    'Địa chỉ, số điện thoại, email': contact,
    'Nội dung yêu cầu giải quyết': 'Nội dung yêu cầu giải quyết: .*nhà ở riêng lẻ',
    'nội dung cần bổ sung': String.raw`1\. ?.*tầng`,
    'Lý do': 'Lý do: Số tầng khác bản vẽ',
    'nộp trước ngày': 'trước hết thứ',
    'liên hệ với, số điện thoại': String.raw`liên hệ với .+, số điện thoại [\d .]{8,}, để được hướng dẫn`,
    'Căn cứ': 'Căn cứ: Nghị định 15/2021/NĐ-CP',
    'người hướng dẫn ký': 'NGƯỜI HƯỚNG DẪN',
  },
  'rejection-slip': {
    'cơ quan, quốc hiệu, địa danh, ngày': head,
    'Số: …/TCHS': String.raw`Số: \d\d/TCHS`,
    'Mã hồ sơ': `Mã hồ sơ: ?${code}`,
    'Bộ phận tiếp nhận': 'Bộ phận tiếp nhận và trả kết quả: Trung tâm',
    'Tiếp nhận hồ sơ của': `Tiếp nhận hồ sơ của: ${applicant}`,
    'Địa chỉ, số điện thoại, email': contact,
    'Nội dung yêu cầu giải quyết': 'Nội dung yêu cầu giải quyết: Đổi giấy phép lái xe',
    'lý do cụ thể': 'thông báo không tiếp nhận.*Giấy phép do ngành Công an cấp',
    'căn cứ pháp lý': String.raw`Căn cứ: Thông tư số 12/2017/TT-BGTVT\.`,
    'hai bên ký': 'NGƯỜI NỘP HỒ SƠ.*NGƯỜI TIẾP NHẬN HỒ SƠ',
  },
  'apology-notice': {
    'cơ quan, quốc hiệu, địa danh, ngày': head,
    'Số: …/PXL': String.raw`Số: \d\d/PXL`,
    'Mã hồ sơ': `Mã hồ sơ: ?${code}`,
    'Kính gửi': 'Kính gửi: Bà Thân Thị Bích Phượng',
    'ngày tiếp nhận, thủ tục, mã số': String.raw`Ngày \d\d tháng \d+ năm \d{4}, .* tiếp nhận hồ sơ đề nghị giải quyết thủ tục .*mã số hồ sơ: ${code}`,
    'ngày hẹn cũ': `Thời gian hẹn trả kết quả giải quyết hồ sơ: ${moment}`,
    'Lý do': 'Lý do: Mưa lũ, chưa kiểm tra được thực địa',
    'hẹn lại': String.raw`hẹn trả kết quả: ?Trước \d\d giờ \d\d phút, thứ Tư`,
    'Nơi nhận': String.raw`Nơi nhận:.*Như trên;.*Lưu: VT`,
  },
  'control-slip': {
    'cơ quan, quốc hiệu, địa danh, ngày': head,
    'Mã hồ sơ': `Mã hồ sơ: ?${code}`,
    'Cơ quan giải quyết': String.raw`Cơ quan \(bộ phận\) giải quyết hồ sơ: .*UBND`,
    'Cơ quan phối hợp':
      'Cơ quan phối hợp giải quyết hồ sơ: Địa chính - xây dựng, Ủy ban nhân dân xã Nghĩa Hưng; Phòng Tài nguyên và Môi trường, Ủy ban nhân dân huyện Lạng Giang',
    'Thời gian nhận': `Thời gian nhận hồ sơ: ${moment}`,
    'Thời gian hẹn trả': `Thời gian hẹn trả kết quả: ${moment}`,
    'người giao, người nhận': String.raw`1\. Giao: .*Bộ phận.*Nhận: .*Phòng`,
    'giờ giao nhận': String.raw`\d\d giờ \d\d phút, ?ngày \d\d tháng`,
    'kết quả trước hạn, đúng hạn, quá hạn': '(Trước|Đúng|Quá) hạn',
    'ghi chú': 'Tiếp nhận',
    'dừng tính giờ': String.raw`Không tính vào hạn: từ \d\d:\d\d.* đến \d\d:\d\d.*, chờ người nộp bổ sung`,
  },
  'dossier-book': {
    'quyển số': String.raw`Quyển số: 01/\d{4}`,
    '(1) số thứ tự, (2) mã hồ sơ': String.raw`\d+ ?${code}`,
    '(3) tên thủ tục': 'Cấp giấy phép xây dựng',
    '(4) số lượng': String.raw`lẻ.*?\d\d ?Thân Thị Bích Phượng`,
    '(5) cá nhân, tổ chức': 'Thân Thị Bích Phượng',
    '(6) địa chỉ, điện thoại': 'Thôn Hạ, xã Nghĩa Hưng.*0979000218',
    '(7) cơ quan chủ trì': 'UBND|Ủy ban nhân dân',
    '(8), (9) ngày nhận, hẹn trả': String.raw`\d\d:\d\d ?\d\d/\d\d/\d{4} ?\d\d:\d\d ?\d\d/\d\d/\d{4}`,
    '(11) phương thức nhận': 'Bưu điện',
    '(12) ghi chú': String.raw`Yêu cầu bổ sung ?\d\d/\d\d/\d{4}; Xin lỗi, hẹn ?lại ?\d\d/\d\d/\d{4}`,
  },
}

it.each(
  Object.entries(prescribed).flatMap(([form, fields]) => Object.keys(fields).map((field) => [form, field] as const)),
)('%s: %s', (form, field) => expect(papers[form]).toMatch(new RegExp(prescribed[form]?.[field] ?? '', 'u')))

it('an applicant prints the copy that is theirs, and no other', () => {
  expect(papers['own-receipt']).toContain('(Liên: Giao người nộp hồ sơ)')
  expect(papers['own-receipt']).not.toContain('(Liên: Lưu)')
})

it('each form of a counter runs under its own numbers of the year, without gaps', async () => {
  const numbers = async () => {
    const { number } = /Số: (?<number>\d+)\/TCHS/.exec(await rejectOne())?.groups ?? {}
    return Number(number)
  }
  const first = await numbers()
  expect([await numbers(), await numbers()]).toEqual([first + 1, first + 2])
})

it('an apology that is printed again later still names the date that was put off', async () => {
  const [{ id } = { id: '' }] = await test.query<{ id: string }>(`select id from services.dossier where code = $1`, [
    papers['code'],
  ])
  await test.query(`update services.dossier set deadline = deadline + interval '40 days' where id = $1`, [id])
  const { 'apology-notice': again } = await slipsOf(id, ['apology-notice'])
  expect(again).toBe(papers['apology-notice'])
})
