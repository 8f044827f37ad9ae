import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { deliveryPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

const isFilm = { field: 'answers.medium', in: ['audio', 'video'] }
const ofMedium = { field: 'medium', is: 'print' }

// oxfmt-ignore
const pages: Page[] = [
  { id: 'body', title: { vi: 'Cơ quan, tổ chức xin phép', en: 'Who asks' }, fields: [
    { id: 'bodyName', type: 'text', max: 200, label: { vi: 'Tên cơ quan, tổ chức', en: 'Name of the body' },
      example: 'Hội Nông dân huyện Lạng Giang' },
    { id: 'bodyAddress', type: 'address', label: { vi: 'Địa chỉ', en: 'Address' } },
    { id: 'contact', type: 'person', prefill: 'person', label: { vi: 'Người liên hệ', en: 'Contact' },
      parts: { fullName: 'required', phone: 'required', email: 'required' } },
  ] },
  { id: 'material', title: { vi: 'Tài liệu', en: 'The material' }, fields: [
    { id: 'materialTitle', type: 'text', max: 300, label: { vi: 'Tên tài liệu', en: 'Title' } },
    { id: 'purpose', type: 'choice', label: { vi: 'Thuộc loại', en: 'Kind' }, options: [
      { value: 'propaganda', label: { vi: 'Tuyên truyền, cổ động', en: 'Information of the public' } },
        { value: 'guide', label: { vi: 'Hướng dẫn kỹ thuật, phòng chống thiên tai, dịch bệnh', en: 'Guidance' } },
      { value: 'yearbook', label: { vi: 'Kỷ yếu hội thảo, ngành', en: 'Proceedings' } },
        { value: 'tourism', label: { vi: 'Giới thiệu, du lịch', en: 'Introduction, tourism' } },
    ] },
    { id: 'language', type: 'text', max: 60, label: { vi: 'Ngôn ngữ', en: 'Language' }, example: 'Tiếng Việt' },
    { id: 'isTranslated', type: 'yes-no', label: { vi: 'Dịch hoặc có phần tiếng nước ngoài, tiếng dân tộc',
      en: 'Translated, or partly in another language' } },
  ] },
  { id: 'form', title: { vi: 'In ra thế nào', en: 'How it is made' }, fields: [
    { id: 'medium', type: 'choice', label: { vi: 'Dạng', en: 'Medium' }, options: [
      { value: 'print', label: { vi: 'In trên giấy', en: 'On paper' } },
        { value: 'audio', label: { vi: 'Ghi âm', en: 'Audio' } },
          { value: 'video', label: { vi: 'Ghi hình', en: 'Video' } },
    ] },
    { id: 'pageCount', type: 'number', min: 1, max: 5000, unit: { vi: 'trang', en: 'pages' }, when: ofMedium,
      label: { vi: 'Số trang', en: 'Pages' } },
    { id: 'minutes', type: 'number', min: 1, max: 5000, unit: { vi: 'phút', en: 'minutes' }, when: { not: ofMedium },
      label: { vi: 'Thời lượng', en: 'Length' } },
    { id: 'printRun', type: 'number', min: 1, max: 1_000_000, unit: { vi: 'bản', en: 'copies' },
      label: { vi: 'Số lượng', en: 'Print run' } },
    { id: 'printer', type: 'text', max: 200, label: { vi: 'Nơi in, nhân bản', en: 'Printer' } },
    { id: 'notSold', type: 'yes-no', mustBeYes: true, label: { vi: 'Phát miễn phí, không bán',
      en: 'Given away, not sold' }, hint: { vi: 'Bán thì phải qua nhà xuất bản.',
        en: 'What is sold needs a publisher.' } },
  ] },
  deliveryPage,
]

/** Luật Xuất bản 2012 Điều 25, NĐ 195/2013 Điều 12, TT 214/2016: 15 days. The tariff counts pages or minutes, so the fee is reckoned on reading. */
// oxfmt-ignore
export const publicationLicence = completeProcedure({
  code: '1.003868', receivedAt: ['province'], owner: { agency: 'STTTT', division: 'TTBCXB' },
  summary: { vi: 'Dành cho cơ quan, tổ chức của tỉnh in tài liệu phát không, không qua nhà xuất bản.',
    en: 'For bodies of the province that print material to give away.' },
  fees: [{ name: { vi: 'Phí thẩm định nội dung', en: 'Appraisal fee' },
    note: { vi: 'Giấy: 15.000 đồng một trang quy chuẩn; ghi âm, ghi hình: 6.000 đồng một phút',
      en: 'Paper: 15,000 a page; audio and video: 6,000 a minute' } }],
  form: { id: 'publication-licence', pages },
  papers: [
    { id: 'draft', form: 'original', accept: ['pdf', 'office'], copies: 2,
      name: { vi: 'Bản thảo tài liệu', en: 'Draft' }, when: ofMedium },
    { id: 'recording', form: 'original', accept: ['pdf', 'office'],
      name: { vi: 'Lời và mô tả nội dung ghi âm, ghi hình', en: 'Script of the recording' },
        when: { field: 'medium', in: ['audio', 'video'] } },
    { id: 'translation', form: 'original', accept: ['pdf', 'office'],
      name: { vi: 'Bản dịch có đóng dấu', en: 'Stamped translation' }, when: { field: 'isTranslated', is: true } },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp giấy phép', en: 'Application' }, generated: true },
  ],
  process: { id: 'publication-licence', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'read' },
    read: { name: { vi: 'Đọc, thẩm định nội dung', en: 'Read and appraise' }, kind: 'work', hours: 32,
      may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }, { if: isFilm, to: 'watch' }],
        otherwise: 'review' } },
    watch: { name: { vi: 'Nghe, xem bản ghi', en: 'Listen or watch' }, kind: 'work', hours: 12, may: ['refuse'],
      back: ['read'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['read', 'watch'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 16, back: ['review', 'read'], next: 'issue' },
    issue: { name: { vi: 'Đóng dấu bản thảo, phát hành', en: 'Stamp the draft and issue' }, kind: 'issue', hours: 8,
      back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GP-STTTT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      blocks: [
      { paragraph: 'Cho phép {answers.bodyName} xuất bản tài liệu không kinh doanh:' },
      { fields: [
        { label: 'Tên tài liệu', value: '{answers.materialTitle}' },
          { label: 'Loại, ngôn ngữ', value: '{answers.purpose}; {answers.language}' },
        { label: 'Số trang', value: '{answers.pageCount}', when: { field: 'answers.medium', is: 'print' } },
          { label: 'Thời lượng', value: '{answers.minutes}', when: isFilm },
        { label: 'Số lượng', value: '{answers.printRun}' }, { label: 'Nơi in', value: '{answers.printer}' },
      ] },
      { paragraph: 'Nộp lưu chiểu chậm nhất 10 ngày trước khi phát hành.' },
    ] },
    { outcome: 'refused', notation: 'TB-STTTT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Doanh nghiệp in tờ rơi có phải xin?', en: 'Must firms ask for leaflets?' },
      answer: { vi: 'Không, tờ rơi quảng cáo theo luật quảng cáo.', en: 'No, advertising has its own law.' } },
    { ask: { vi: 'Lịch bloc, sách có xin ở đây?', en: 'And books or calendars?' },
      answer: { vi: 'Không, phải qua nhà xuất bản.', en: 'No, they need a publisher.' } },
    { ask: { vi: 'In thêm có phải xin lại?', en: 'And a second print run?' },
      answer: { vi: 'Có, mỗi lần in một giấy phép.', en: 'Yes, one licence a run.' } },
  ],
})
