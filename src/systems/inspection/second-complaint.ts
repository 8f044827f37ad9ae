import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { chairSigns, headReviews, officeReviews } from '../one-stop/steps.ts'

const province = { unit: 'agency', key: 'UBND-TINH' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'first', title: { vi: 'Giải quyết lần đầu', en: 'The first decision' }, fields: [
    { id: 'decided', type: 'choice', label: { vi: 'Lần đầu', en: 'The first time' }, options: [
      { value: 'decided', label: { vi: 'Đã có quyết định, tôi không đồng ý', en: 'It was decided and I disagree' } },
      { value: 'silent', label: { vi: 'Quá hạn mà không giải quyết', en: 'It was not decided in time' } },
    ] },
    { id: 'firstBody', type: 'text', max: 200, label: { vi: 'Cơ quan giải quyết', en: 'By whom' },
      example: 'Chủ tịch UBND huyện Lạng Giang' },
    { id: 'firstNumber', type: 'text', max: 60, when: { field: 'decided', is: 'decided' },
      label: { vi: 'Số quyết định', en: 'Its number' } },
    // Luật Khiếu nại 2011 Điều 33: 30 days, 45 in remote places.
    { id: 'firstOn', type: 'date', notAfter: 'today', notBefore: { today: -45 },
      when: { field: 'decided', is: 'decided' }, label: { vi: 'Ngày nhận được', en: 'Received on' },
        hint: { vi: 'Trong 30 ngày; vùng sâu, vùng xa 45 ngày.', en: 'Within 30 days; 45 in remote places.' } },
    { id: 'court', type: 'yes-no', label: { vi: 'Đã khởi kiện ra tòa', en: 'It was taken to court' } },
    { id: 'courtClosed', type: 'yes-no', mustBeYes: true, when: { field: 'court', is: true },
      label: { vi: 'Tòa đã trả đơn hoặc đình chỉ', en: 'The court sent it back or closed it' },
        hint: { vi: 'Tòa đang thụ lý thì không khiếu nại được.', en: 'What is before a court is not taken.' } },
  ] },
  { id: 'complaint', title: { vi: 'Khiếu nại điều gì', en: 'The complaint' }, fields: [
    { id: 'field', type: 'choice', label: { vi: 'Về việc', en: 'About' }, options: [
      { value: 'land', label: { vi: 'Đất đai, bồi thường', en: 'Land, compensation' } },
        { value: 'policy', label: { vi: 'Chế độ, chính sách', en: 'Benefits' } },
      { value: 'penalty', label: { vi: 'Xử phạt', en: 'A penalty' } },
        { value: 'staff', label: { vi: 'Kỷ luật, cán bộ', en: 'Staff matters' } },
          { value: 'other', label: { vi: 'Việc khác', en: 'Another matter' } },
    ] },
    { id: 'what', type: 'long-text', max: 4000, label: { vi: 'Nội dung', en: 'What happened' } },
    { id: 'why', type: 'long-text', max: 4000, label: { vi: 'Vì sao cho là sai', en: 'Why it is wrong' } },
    { id: 'wish', type: 'long-text', max: 2000, label: { vi: 'Yêu cầu', en: 'What you ask for' } },
  ] },
  { id: 'others', title: { vi: 'Ai cùng khiếu nại', en: 'Who else' }, fields: [
    { id: 'together', type: 'yes-no', label: { vi: 'Có nhiều người cùng nội dung',
      en: 'Several complain of the same' } },
    { id: 'representatives', type: 'group', itemName: { vi: 'Người đại diện', en: 'Representative' }, max: 5,
      when: { field: 'together', is: true }, label: { vi: 'Người đại diện', en: 'Representatives' },
        hint: { vi: 'Nhiều nhất 5 người.', en: '5 at most.' }, fields: [
      { id: 'name', type: 'text', max: 100, pattern: 'person-name', label: { vi: 'Họ tên', en: 'Name' } },
        { id: 'home', type: 'text', max: 200, label: { vi: 'Nơi ở', en: 'Home' } },
    ] },
    { id: 'lawyer', type: 'text', max: 120, optional: true, label: { vi: 'Luật sư, trợ giúp viên', en: 'Lawyer' } },
    { id: 'talk', type: 'yes-no', label: { vi: 'Muốn đối thoại trực tiếp', en: 'Wants to be heard in person' },
      hint: { vi: 'Lần hai, việc đối thoại là bắt buộc.', en: 'At the second time it is a must.' } },
  ] },
  deliveryPage,
]

/** Luật Khiếu nại 2011 Điều 33–40: 45 days (60 in complex cases, by a decision that says so). The inspectorate verifies and holds the dialogue, the chair of the province decides. */
// oxfmt-ignore
export const secondComplaint = completeProcedure({
  code: 'BG.116', receivedAt: ['province'], owner: { agency: 'TTT', division: 'NV1' },
  summary: { vi: 'Dành cho người không đồng ý với giải quyết khiếu nại lần đầu của Chủ tịch huyện, Giám đốc sở.',
    en: 'For those who disagree with a first decision of a district or department.' },
  form: { id: 'second-complaint', pages },
  papers: [
    { id: 'decision', maxFiles: 10, name: { vi: 'Quyết định giải quyết lần đầu', en: 'First decision' },
      when: { field: 'decided', is: 'decided' } },
    { id: 'receipt', maxFiles: 5, name: { vi: 'Đơn lần đầu, giấy báo đã nhận đơn',
      en: 'The first complaint and its receipt' }, when: { field: 'decided', is: 'silent' } },
    { id: 'evidence', maxFiles: 20, optional: true, name: { vi: 'Tài liệu chứng minh', en: 'Evidence' } },
    { id: 'court', name: { vi: 'Văn bản của tòa', en: 'Paper of the court' }, when: { field: 'court', is: true } },
    { id: 'mandate', form: 'original', name: { vi: 'Văn bản cử người đại diện', en: 'Mandate of the representatives' },
      when: { field: 'together', is: true } },
    { id: 'application', name: { vi: 'Đơn khiếu nại', en: 'Complaint' }, generated: true },
  ],
  process: { id: 'second-complaint', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 8, next: 'accept' },
    accept: { name: { vi: 'Xem xét thụ lý, thông báo', en: 'Consider and tell whether it is taken' }, kind: 'work',
      hours: 48, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'verify' } },
    verify: { name: { vi: 'Xác minh nội dung', en: 'Verify' }, kind: 'work', hours: 120, back: ['accept'],
      next: 'dialogue' },
    dialogue: { name: { vi: 'Đối thoại, lập biên bản', en: 'Dialogue with minutes' }, kind: 'work', meets: 'council',
      hours: 24,
      back: ['verify'], may: ['refuse'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 16, back: ['accept', 'verify', 'dialogue'],
      next: 'office' },
    office: { name: officeReviews, kind: 'work', by: { at: { unit: 'agency', key: 'VPUBND.NC' }, function: 'head' },
      hours: 12, back: ['review'], next: 'sign' },
    sign: { name: chairSigns, kind: 'decide', by: { at: province, function: 'leader' }, hours: 20,
      back: ['office', 'review'], next: 'issue' },
    issue: { kind: 'issue', by: { at: province, function: 'clerk' }, hours: 8, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'QĐ-UBND', signer: { position: 'CHỦ TỊCH' },
      recipients: ['{applicant}', '{answers.firstBody}', 'Thanh tra tỉnh'], blocks: [
      { article: '1', text: 'Giải quyết khiếu nại lần hai của {answers.applicant.fullName} đối với {answers.firstBody}, về {answers.field}.' },
      { fields: [{ label: 'Yêu cầu', value: '{answers.wish}' }, { label: 'Kết quả xác minh', value: '…………' },
        { label: 'Kết luận', value: '…………' }] },
      { article: '2', text: 'Không đồng ý thì có quyền khởi kiện vụ án hành chính tại Tòa án.' },
    ] },
    { outcome: 'refused', title: { vi: 'Thông báo không thụ lý khiếu nại', en: 'Notice that it is not taken' },
      notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Tố cáo có nộp ở đây không?', en: 'And a denunciation?' },
      answer: { vi: 'Không, tố cáo là việc khác và được giữ kín tên.',
        en: 'No, that is another matter, and sealed.' } },
    { ask: { vi: 'Đang kiện ở tòa thì sao?', en: 'And if it is before a court?' },
      answer: { vi: 'Không thụ lý cho đến khi tòa đình chỉ.', en: 'It is not taken until that ends.' } },
    { ask: { vi: 'Có phải dừng thi hành quyết định cũ?', en: 'Does the first decision wait?' },
      answer: { vi: 'Không, trừ khi có quyết định tạm đình chỉ.', en: 'No, unless it is suspended.' } },
  ],
})
