import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage } from '../one-stop/pages.ts'

// "Many" is no number in law; this one is ours [?].
const isMany = { field: 'answers.sheets', atLeast: 100 }

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'paper', title: { vi: 'Sao giấy tờ gì', en: 'Which paper' }, fields: [
    { id: 'paper', type: 'choice', label: { vi: 'Loại giấy tờ', en: 'Kind of paper' }, options: [
      { value: 'diploma', label: { vi: 'Bằng, chứng chỉ, học bạ', en: 'Diploma or school record' } },
      { value: 'civil-status', label: { vi: 'Giấy hộ tịch', en: 'Civil status paper' },
        hint: { vi: 'Khai sinh, kết hôn, khai tử.', en: 'Birth, marriage, death.' } },
      { value: 'identity', label: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' } },
      { value: 'land', label: { vi: 'Sổ đỏ, giấy tờ nhà đất', en: 'Land certificate' } },
      { value: 'other', label: { vi: 'Giấy tờ khác', en: 'Another' } },
    ] },
    { id: 'paperName', type: 'text', max: 200, label: { vi: 'Ghi rõ tên giấy tờ', en: 'Its name' } },
    { id: 'issuedBy', type: 'text', max: 200, label: { vi: 'Cơ quan cấp', en: 'Issued by' } },
  ] },
  { id: 'copies', title: { vi: 'Bao nhiêu bản', en: 'How many copies' }, fields: [
    { id: 'pagesOfOriginal', type: 'number', min: 1, max: 500, unit: { vi: 'trang', en: 'pages' },
      label: { vi: 'Bản chính có', en: 'The original has' } },
    { id: 'copies', type: 'number', min: 1, max: 200, unit: { vi: 'bản', en: 'copies' },
      label: { vi: 'Cần sao', en: 'Copies needed' } },
    { id: 'sheets', type: 'computed', result: 'number', formula: { product: ['pagesOfOriginal', 'copies'] },
      unit: { vi: 'trang', en: 'pages' }, label: { vi: 'Tất cả', en: 'In all' },
      hint: { vi: 'Từ 100 trang trở lên thì trả trong 2 ngày làm việc.', en: 'From 100 pages it takes 2 days.' } },
  ] },
  { id: 'declaration', title: { vi: 'Cam đoan', en: 'What you declare' }, fields: [
    { id: 'genuine', type: 'yes-no', mustBeYes: true,
      label: { vi: 'Bản chính không bị tẩy xóa, sửa chữa, không bị mật', en: 'The original is unaltered, not secret' },
      hint: { vi: 'Bản chính hỏng không đọc được thì không sao được.', en: 'What cannot be read is not copied.' } },
    { id: 'comeOn', type: 'date', optional: true, notBefore: 'today',
      label: { vi: 'Ngày mang bản chính đến', en: 'Day to bring it' } },
  ] },
]

/**
 * NĐ 23/2015 Điều 7, 18–22: the same day, after 15:00 the next; 2 working days for many. TT 226/2016 sets the fee by page, so
 * it is taken when the pages are counted. The original must be seen: nothing is certified from a picture.
 */
// oxfmt-ignore
export const certifiedCopy = completeProcedure({
  code: '2.000815', receivedAt: ['commune'],
  summary: { vi: 'Sao y bản chính ở bất cứ xã nào. Khai trước trên mạng, mang bản chính đến là có trong ngày.',
    en: 'A certified copy at any commune: declare it online, bring the original, get it the same day.' },
  timeLimits: [{ amount: 1, unit: 'within-day', note: { vi: 'Sau 15 giờ thì ngày làm việc sau',
    en: 'After 15:00 the next day' } },
    { amount: 2, unit: 'working-day', when: isMany, note: { vi: 'Từ 100 trang; mức minh họa',
      en: 'From 100 pages; a sample' } }],
  fees: [{ name: { vi: 'Phí chứng thực', en: 'Fee' },
    note: { vi: '2.000 đồng một trang, từ trang thứ ba 1.000 đồng, nhiều nhất 200.000 đồng một bản',
      en: '2,000 a page, 1,000 from the third, at most 200,000 a copy' } }],
  form: { id: 'certified-copy', pages },
  papers: [
    { id: 'original', form: 'original', maxFiles: 20, name: { vi: 'Bản chính giấy tờ', en: 'The original' },
      hint: { vi: 'Gửi ảnh chụp; mang bản chính đến quầy để đối chiếu.', en: 'A photo; bring the original.' } },
    { id: 'application', name: { vi: 'Phiếu yêu cầu chứng thực', en: 'Request' }, generated: true },
  ],
  process: { id: 'certified-copy', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 1, next: 'compare' },
    compare: { name: { vi: 'Đối chiếu bản chính, ghi lời chứng', en: 'Compare with the original, write the clause' },
      kind: 'work', hours: 4, may: ['refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'sign' }, { if: isMany, to: 'compare-many' }],
        otherwise: 'sign' } },
    'compare-many': { name: { vi: 'Đối chiếu số lượng lớn', en: 'Compare the many' }, kind: 'work', hours: 8,
      back: ['compare'], next: 'sign' },
    sign: { kind: 'decide', hours: 2, back: ['compare'], next: 'issue' },
    issue: { name: { vi: 'Ghi sổ chứng thực, đóng dấu', en: 'Enter in the book and stamp' }, kind: 'issue', hours: 1,
      back: ['sign'], next: 'deliver' },
    deliver: { name: { vi: 'Thu phí, trả bản sao', en: 'Take the fee, give the copies' }, kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'SCT/BS', signer: { position: 'CHỦ TỊCH' }, blocks: [
      { paragraph: 'Chứng thực bản sao đúng với bản chính.' },
      { fields: [
        { label: 'Giấy tờ', value: '{answers.paperName}, do {answers.issuedBy} cấp' },
        { label: 'Số trang, số bản', value: '{answers.pagesOfOriginal}; {answers.copies}' },
        { label: 'Người yêu cầu', value: '{answers.applicant.fullName}' },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Có phải ra xã nơi thường trú không?', en: 'Must it be my own commune?' },
      answer: { vi: 'Không, xã nào cũng được.', en: 'No, any commune will do.' } },
    { ask: { vi: 'Giấy nước ngoài cấp thì sao?', en: 'And papers from abroad?' },
      answer: { vi: 'Sao ở Phòng Tư pháp huyện, thủ tục 2.000843.', en: 'At the district: 2.000843.' } },
    { ask: { vi: 'Bản sao có hạn dùng không?', en: 'Does a copy expire?' },
      answer: { vi: 'Không, trừ khi bản chính có hạn.', en: 'No, unless the original does.' } },
  ],
})
