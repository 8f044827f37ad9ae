import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { chairSigns, headReviews, officeReviews } from '../one-stop/steps.ts'

const province = { unit: 'agency', key: 'UBND-TINH' } as const

// oxfmt-ignore
const pages: Page[] = [
  { id: 'body', title: { vi: 'Đơn vị tổ chức', en: 'Who holds it' }, fields: [
    { id: 'bodyName', type: 'text', max: 200, label: { vi: 'Tên đơn vị', en: 'Name of the body' },
      example: 'Hiệp hội Doanh nghiệp tỉnh Bắc Giang' },
    { id: 'bodyAddress', type: 'address', label: { vi: 'Địa chỉ', en: 'Address' } },
    { id: 'contact', type: 'person', prefill: 'person', label: { vi: 'Người liên hệ', en: 'Contact' },
      parts: { fullName: 'required', phone: 'required', email: 'required' } },
  ] },
  { id: 'conference', title: { vi: 'Hội nghị, hội thảo', en: 'The conference' }, fields: [
    { id: 'subject', type: 'text', max: 300, label: { vi: 'Tên, chủ đề', en: 'Title' },
      example: 'Xuất khẩu vải thiều bền vững' },
    { id: 'field', type: 'choice', label: { vi: 'Nội dung về', en: 'It is about' }, options: [
      { value: 'economy', label: { vi: 'Kinh tế, đầu tư', en: 'Economy' } },
        { value: 'science', label: { vi: 'Khoa học, giáo dục, y tế', en: 'Science, education, health' } },
      { value: 'culture', label: { vi: 'Văn hóa, du lịch', en: 'Culture, tourism' } },
        { value: 'other', label: { vi: 'Lĩnh vực khác', en: 'Other' } },
    ] },
    { id: 'sensitive', type: 'yes-no', label: { vi: 'Có nội dung về dân tộc, tôn giáo, nhân quyền, biên giới',
      en: 'Touches ethnic affairs, religion, human rights, borders' },
        hint: { vi: 'Có thì Thủ tướng cho phép, không nộp ở đây.', en: 'Then the Prime Minister permits it.' } },
    { id: 'notSensitive', type: 'yes-no', mustBeYes: true, when: { field: 'sensitive', is: true },
      label: { vi: 'Tôi vẫn gửi để tỉnh trình Thủ tướng', en: 'Send it for the province to submit' } },
    { id: 'aim', type: 'long-text', max: 2000, label: { vi: 'Mục đích', en: 'Purpose' } },
  ] },
  { id: 'time', title: { vi: 'Khi nào, ở đâu', en: 'When and where' }, fields: [
    // QĐ 06/2020 Điều 4: asked at least 30 days before.
    { id: 'startsOn', type: 'date', notBefore: { today: 30 }, label: { vi: 'Ngày bắt đầu', en: 'First day' },
      hint: { vi: 'Xin phép trước ít nhất 30 ngày.', en: 'Ask at least 30 days before.' } },
    { id: 'endsOn', type: 'date', notBefore: { field: 'startsOn' }, label: { vi: 'Ngày kết thúc', en: 'Last day' } },
    { id: 'venue', type: 'address', label: { vi: 'Địa điểm', en: 'Venue' } },
    { id: 'visits', type: 'text', max: 300, optional: true, label: { vi: 'Nơi khảo sát, tham quan',
      en: 'Places visited' } },
  ] },
  { id: 'people', title: { vi: 'Người dự, kinh phí', en: 'Guests and money' }, fields: [
    { id: 'home', type: 'number', max: 100_000, unit: { vi: 'người', en: 'people' },
      label: { vi: 'Đại biểu Việt Nam', en: 'Vietnamese' } },
    { id: 'foreign', type: 'number', min: 1, max: 100_000, unit: { vi: 'người', en: 'people' },
      label: { vi: 'Đại biểu nước ngoài', en: 'Foreign' } },
    { id: 'countries', type: 'text', max: 300, label: { vi: 'Từ các nước', en: 'From' },
      example: 'Nhật Bản, Hàn Quốc' },
    { id: 'money', type: 'choice', many: true, label: { vi: 'Kinh phí từ', en: 'Money from' }, options: [
      { value: 'budget', label: { vi: 'Ngân sách', en: 'Public budget' } },
        { value: 'own', label: { vi: 'Đơn vị tự lo', en: 'The body' } },
          { value: 'sponsor', label: { vi: 'Tài trợ', en: 'Sponsors' } },
    ] },
  ] },
]

/** QĐ 06/2020/QĐ-TTg Điều 3–5: 15 working days; the field's departments are asked, silence is consent (NĐ 61/2018). */
// oxfmt-ignore
export const internationalConference = completeProcedure({
  code: '2.002311', receivedAt: ['province'], owner: { agency: 'SNGV', division: 'HTQT' },
  summary: { vi: 'Dành cho đơn vị của tỉnh tổ chức hội nghị, hội thảo có người nước ngoài dự.',
    en: 'For bodies of the province that hold a conference with foreign guests.' },
  form: { id: 'international-conference', pages },
  papers: [
    { id: 'plan', form: 'original', accept: ['pdf', 'office'], name: { vi: 'Đề án tổ chức', en: 'Plan' },
      hint: { vi: 'Chương trình, thành phần, kinh phí.', en: 'Programme, guests, money.' } },
    { id: 'speakers', maxFiles: 10, name: { vi: 'Danh sách báo cáo viên', en: 'List of speakers' } },
    { id: 'sponsor', name: { vi: 'Văn bản tài trợ', en: 'Letters of sponsors' },
      when: { field: 'money', in: ['sponsor'] } },
    { id: 'application', name: { vi: 'Công văn xin phép', en: 'Letter' }, generated: true },
  ],
  process: { id: 'international-conference', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 40, may: ['supplement', 'refuse'], consult: [
      { id: 'information', name: { vi: 'Sở Thông tin và Truyền thông', en: 'Department of information' }, hours: 32,
        silence: 'consent', by: { at: { unit: 'agency', key: 'STTTT.TTBCXB' }, function: 'head' } },
      { id: 'culture', name: { vi: 'Sở Văn hóa, Thể thao và Du lịch', en: 'Department of culture' }, hours: 32,
        silence: 'consent', by: { at: { unit: 'agency', key: 'SVHTTDL.QLVH' }, function: 'head' } },
    ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['appraise'], next: 'propose' },
    propose: { name: { vi: 'Lãnh đạo Sở trình', en: 'The department proposes' }, kind: 'work',
      by: { at: { unit: 'agency', key: 'SNGV' }, function: 'deputy-leader' }, hours: 12, back: ['review', 'appraise'],
        next: 'office' },
    office: { name: officeReviews, kind: 'work', by: { at: { unit: 'agency', key: 'VPUBND.KGVX' }, function: 'head' },
      hours: 20, back: ['propose', 'appraise'], next: 'sign' },
    sign: { name: chairSigns, kind: 'decide', by: { at: province, function: 'leader' }, hours: 28,
      back: ['office', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', by: { at: province, function: 'clerk' }, hours: 8, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'UBND-KGVX', signer: { position: 'CHỦ TỊCH' },
      recipients: ['{applicant}', 'Sở Ngoại vụ', 'Công an tỉnh'], blocks: [
      { paragraph: 'Cho phép {answers.bodyName} tổ chức hội nghị, hội thảo quốc tế:' },
      { fields: [
        { label: 'Chủ đề', value: '{answers.subject}' }, { label: 'Thời gian',
          value: '{answers.startsOn} – {answers.endsOn}' }, { label: 'Địa điểm', value: '{answers.venue}' },
        { label: 'Đại biểu', value: '{answers.home} trong nước; {answers.foreign} nước ngoài, từ {answers.countries}' }, { label: 'Kinh phí', value: '{answers.money}' },
      ] },
      { paragraph: 'Báo cáo kết quả với Sở Ngoại vụ trong 15 ngày sau khi kết thúc.' },
    ] },
    { outcome: 'refused', notation: 'UBND-KGVX', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Họp trực tuyến có phải xin?', en: 'And online?' },
      answer: { vi: 'Có, nếu có điểm cầu ở Việt Nam và nước ngoài.', en: 'Yes, if both sides take part.' } },
    { ask: { vi: 'Doanh nghiệp gặp đối tác có phải xin?', en: 'And business meetings?' },
      answer: { vi: 'Không, chỉ hội nghị, hội thảo.', en: 'No, only conferences.' } },
    { ask: { vi: 'Đổi ngày thì sao?', en: 'When the day changes?' },
      answer: { vi: 'Báo lại Sở Ngoại vụ trước khi họp.', en: 'Tell the department before.' } },
  ],
})
