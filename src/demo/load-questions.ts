import { createHash, randomUUIDv7 } from 'node:crypto'
import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import { competentUnit } from '#engines/services/index.ts'
import { homeCommune, type DemoCitizen } from './load-dossiers.ts'

interface Asked {
  readonly procedureCode: string
  readonly title: string
  readonly body: string
  readonly answer: string
}

const questions: readonly Asked[] = [
  {
    procedureCode: '1.001193',
    title: 'Khai sinh có phải nộp bản sao công chứng sổ hộ khẩu không?',
    body: 'Tôi ra bộ phận một cửa làm khai sinh cho cháu, được bảo phải nộp bản sao công chứng sổ hộ khẩu. Có đúng không?',
    answer:
      'Không phải nộp. Người đi khai sinh chỉ xuất trình giấy tờ chứng minh nơi cư trú để đối chiếu (Nghị định 123/2015/NĐ-CP, Điều 9).',
  },
  {
    procedureCode: '1.000894',
    title: 'Đăng ký kết hôn có ủy quyền cho người khác đi thay được không?',
    body: 'Vợ chưa cưới của tôi làm xa, chưa về được. Tôi mang giấy ủy quyền đi đăng ký một mình có được không?',
    answer: 'Không được. Khi đăng ký kết hôn cả hai bên phải có mặt và cùng ký (Luật Hộ tịch 2014, Điều 18).',
  },
  {
    procedureCode: '2.000488',
    title: 'Nhờ người thân xin Phiếu lý lịch tư pháp số 2 được không?',
    body: 'Tôi đang ở nước ngoài, cần Phiếu lý lịch tư pháp số 2, có nhờ bố tôi ra nộp thay được không?',
    answer:
      'Phiếu số 2 không được ủy quyền cho người khác làm thủ tục. Phiếu số 1 thì được (Luật Lý lịch tư pháp 2009, Điều 45, 46).',
  },
  {
    procedureCode: '1.001612',
    title: 'Đã có một hộ kinh doanh, mở thêm hộ thứ hai được không?',
    body: 'Tôi đang có hộ kinh doanh tạp hóa, nay muốn mở thêm quán ăn ở xã khác, có phải đăng ký thêm một hộ nữa không?',
    answer:
      'Mỗi cá nhân chỉ được đăng ký một hộ kinh doanh. Ông/bà đăng ký thay đổi: thêm ngành nghề và địa điểm kinh doanh cho hộ đang có.',
  },
]

/** Questions that were answered in the last weeks and that anybody reads. */
export async function loadQuestions(tx: Queries, citizens: readonly DemoCitizen[], now: Date): Promise<void> {
  for (const [order, asked] of questions.entries()) await loadQuestion(tx, asked, citizens[order + 20], order, now)
}

async function loadQuestion(
  tx: Queries,
  { procedureCode, title, body, answer }: Asked,
  sender: DemoCitizen | undefined,
  order: number,
  now: Date,
): Promise<void> {
  const day = addDays(dateAt(now), -30 - 7 * order)
  const unit = await competentUnit(tx, procedureCode, homeCommune, dateAt(now))
  if (unit === undefined || sender === undefined) return
  const id = randomUUIDv7()
  const [askedAt, answeredAt] = [instantOf(day, 9 * 60), instantOf(addDays(day, 5), 10 * 60)]
  const number = await takeNumber(tx, 'petition HD', day)
  const code = `HD-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
  const [folded, words] = [fold(`${title} ${body}`), fold(`${body} ${answer}`)]
  await run(
    tx,
    sql`insert into petitions.petition (id, code, kind, status, title, body, folded, procedure_code, place, channel, may_publish, look_up_digest,
        unit_id, unit_key, asked_at, accept_due, supplement_due, accepted_at, answer_due, answer, answered_by, answered_at, published_at, revision)
      values (${id}, ${code}, 'question', 'answered', ${title}, ${body}, ${folded}, ${procedureCode}, ${homeCommune}, 'online', true,
        ${createHash('sha256').update(id).digest()}, ${unit.id}, ${unit.key}, ${askedAt}, ${instantOf(addDays(day, 2), 17 * 60)},
        ${instantOf(addDays(day, 7), 17 * 60)}, ${askedAt}, ${instantOf(addDays(day, 21), 17 * 60)}, ${answer}, ${unit.name}, ${answeredAt},
        ${answeredAt}, 3)`,
  )
  const history = [
    { at: askedAt, kind: 'sent', words: { vi: 'Đã gửi trên cổng', en: 'Sent on the portal' } },
    { at: askedAt, kind: 'accepted', words: { vi: 'Đã nhận giải quyết', en: 'Accepted' }, who: unit.name },
    { at: answeredAt, kind: 'answered', words: { vi: 'Đã trả lời', en: 'Answered' }, who: unit.name },
    { at: answeredAt, kind: 'published', words: { vi: 'Đăng công khai', en: 'Published' }, who: unit.name },
  ]
  // What happened at one instant is read in the order of the ids.
  const ids = history.map(() => randomUUIDv7()).sort()
  const events = history.map((one, at) => ({ id: ids[at], ...one }))
  await run(
    tx,
    sql`insert into petitions.event (id, petition_id, at, kind, words, who, is_public) select id, ${id}, at, kind, words, who, true
      from jsonb_to_recordset(${json(events)}) as g (id uuid, at timestamptz, kind text, words jsonb, who text)`,
  )
  await run(
    tx,
    sql`insert into petitions.sender (petition_id, full_name, phone) values (${id}, ${sender.fullName}, ${sender.phone})`,
  )
  await run(
    tx,
    sql`insert into petitions.published (petition_id, title, body, answer, unit_id, procedure_code, answered_at, published_at, asked_count, folded, words)
      values (${id}, ${title}, ${body}, ${answer}, ${unit.id}, ${procedureCode}, ${answeredAt}, ${answeredAt}, ${1 + order * 2}, ${fold(title)},
        setweight(to_tsvector('simple', ${fold(title)}), 'A') || setweight(to_tsvector('simple', ${words}), 'C'))`,
  )
}
