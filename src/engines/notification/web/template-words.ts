import type { Words } from '#values/words.ts'
import type { Fact, TemplateKind } from '../contract.ts'

/** What each template is about. */
export const kindWords: Readonly<Record<TemplateKind, Words>> = {
  'dossier.filed': { vi: 'Hồ sơ đã gửi', en: 'Dossier sent' },
  'dossier.received': { vi: 'Hồ sơ được tiếp nhận', en: 'Dossier received' },
  'dossier.ready': { vi: 'Có kết quả', en: 'Result ready' },
  'dossier.delivered': { vi: 'Đã trả kết quả', en: 'Result handed over' },
  'dossier.supplement-asked': { vi: 'Yêu cầu bổ sung', en: 'Supplement asked for' },
  'dossier.supplied-at-counter': { vi: 'Đã bổ sung tại quầy', en: 'Supplemented at a counter' },
  'dossier.withdrawn-at-counter': { vi: 'Đã rút tại quầy', en: 'Withdrawn at a counter' },
  'dossier.rejected': { vi: 'Không tiếp nhận', en: 'Not accepted' },
  'dossier.apologised': { vi: 'Xin lỗi, hẹn lại', en: 'Apology and new date' },
  'dossier.rescheduled': { vi: 'Đổi ngày hẹn do lịch', en: 'Date moved by the calendar' },
  'supplement.rescheduled': { vi: 'Đổi hạn bổ sung do lịch', en: 'Supplement date moved by the calendar' },
  'dossier.paused': { vi: 'Tạm dừng', en: 'Paused' },
  'dossier.meeting-called': { vi: 'Báo ngày họp, kiểm tra', en: 'Council or inspection announced' },
  'dossier.result-revoked': { vi: 'Kết quả bị thu hồi', en: 'Result revoked' },
  'dossier.lapsed': { vi: 'Kết thúc vì hết hạn bổ sung', en: 'Ended: nothing came in time' },
  'postal.delivery-with-post': { vi: 'Kết quả giao bưu điện', en: 'Result given to the post' },
  'postal.delivery-done': { vi: 'Bưu điện đã phát kết quả', en: 'Result delivered by the post' },
  'postal.delivery-returned': { vi: 'Kết quả bị chuyển hoàn', en: 'Result brought back by the post' },
  'postal.pick-up-with-post': { vi: 'Bưu điện sẽ đến nhận giấy tờ', en: 'The post will collect papers' },
  'postal.pick-up-done': { vi: 'Giấy tờ đến quầy qua bưu điện', en: 'Papers came by post' },
  'postal.pick-up-returned': { vi: 'Bưu điện chưa nhận được giấy tờ', en: 'The post could not collect' },
  'petition.sent': { vi: 'Đã ghi nhận câu hỏi, phản ánh', en: 'Petition entered' },
  'petition.accepted': { vi: 'Đã nhận giải quyết câu hỏi, đơn', en: 'Petition accepted' },
  'petition.refused': { vi: 'Không giải quyết câu hỏi, đơn', en: 'Petition refused' },
  'petition.asked-more': { vi: 'Hỏi thêm người gửi', en: 'Sender asked for more' },
  'petition.extended': { vi: 'Gia hạn trả lời', en: 'Answer put off' },
  'petition.answered': { vi: 'Câu hỏi, đơn đã có trả lời', en: 'Petition answered' },
}

/** What stands for each fact in a text. */
export const factWords: Readonly<Record<Fact, Words>> = {
  code: { vi: 'mã hồ sơ, câu hỏi, đơn', en: 'code of the dossier or petition' },
  due: { vi: 'ngày hẹn', en: 'date promised' },
  until: { vi: 'hạn bổ sung', en: 'last day for the supplement' },
  place: { vi: 'tên quầy', en: 'name of the counter' },
  site: { vi: 'địa chỉ cổng', en: 'address of the portal' },
  lookup: { vi: 'mã tra cứu', en: 'look-up code' },
  link: { vi: 'liên kết để chấm điểm', en: 'link to rate by' },
}

/** How a short message is counted. */
export const smsWords = {
  parts: { vi: '{parts} tin ghép · {units} ký tự · {kind}', en: '{parts} parts · {units} signs · {kind}' },
  'gsm-7': { vi: 'không dấu: 160 ký tự một tin', en: 'without marks: 160 signs a part' },
  'ucs-2': { vi: 'có dấu: 70 ký tự một tin', en: 'with marks: 70 signs a part' },
} as const satisfies Record<string, Words>
