import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage } from '../one-stop/pages.ts'

const centre = { unit: 'agency', key: 'SLDTBXH.TTDVVL' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'work', title: { vi: 'Việc vừa nghỉ', en: 'The job that ended' }, fields: [
    { id: 'insuranceNumber', type: 'text', pattern: 'social-insurance', example: '2412345678',
      label: { vi: 'Mã số bảo hiểm xã hội', en: 'Social insurance number' },
        hint: { vi: '10 chữ số, trên bìa sổ.', en: '10 digits, on the book.' } },
    { id: 'employer', type: 'text', max: 200, label: { vi: 'Nơi làm', en: 'Employer' } },
    { id: 'reason', type: 'choice', label: { vi: 'Nghỉ vì', en: 'It ended because' }, options: [
      { value: 'expired', label: { vi: 'Hết hợp đồng', en: 'The contract expired' } },
        { value: 'agreed', label: { vi: 'Hai bên thỏa thuận', en: 'Both agreed' } },
      { value: 'dismissed', label: { vi: 'Bị cho thôi việc, sa thải', en: 'Dismissal' } },
        { value: 'closed', label: { vi: 'Nơi làm đóng cửa, cắt giảm', en: 'The firm closed or cut jobs' } },
    ] },
    // Luật Việc làm 2013 Điều 46: within 3 months, at most 92 days.
    { id: 'endedOn', type: 'date', notAfter: 'today', notBefore: { today: -92 },
      label: { vi: 'Nghỉ từ ngày', en: 'Ended on' }, hint: { vi: 'Nộp trong 3 tháng từ ngày nghỉ.',
        en: 'File within 3 months.' } },
  ] },
  { id: 'insurance', title: { vi: 'Đóng bảo hiểm thất nghiệp', en: 'Contributions' }, fields: [
    { id: 'months', type: 'number', min: 12, max: 600, unit: { vi: 'tháng', en: 'months' },
      label: { vi: 'Đã đóng', en: 'Paid' }, hint: { vi: 'Cần ít nhất 12 tháng trong 24 tháng trước khi nghỉ.',
        en: 'At least 12 in the last 24.' } },
    { id: 'average', type: 'money', min: 1, label: { vi: 'Lương đóng bình quân 6 tháng cuối',
      en: 'Average pay of the last 6 months' } },
    { id: 'monthly', type: 'computed', result: 'money', formula: { product: ['average', 0.6] },
      label: { vi: 'Mỗi tháng có thể được', en: 'Possible a month' },
        hint: { vi: '60%, nhiều nhất 5 lần lương tối thiểu.', en: '60%, at most 5 minimum wages.' } },
  ] },
  { id: 'now', title: { vi: 'Hiện nay', en: 'Now' }, fields: [
    { id: 'hasJob', type: 'yes-no', label: { vi: 'Đã có việc mới, đi học dài hạn, đi lính',
      en: 'New job, studies or army' } },
    { id: 'stillApply', type: 'yes-no', mustBeYes: true, when: { field: 'hasJob', is: true },
      label: { vi: 'Tôi hiểu là có thể không được hưởng và vẫn nộp', en: 'I may get nothing and file all the same' } },
    { id: 'wants', type: 'choice', many: true, label: { vi: 'Muốn Trung tâm giúp', en: 'Help wanted' }, options: [
      { value: 'money', label: { vi: 'Trợ cấp', en: 'The benefit' } },
        { value: 'job', label: { vi: 'Tìm việc', en: 'A job' } },
          { value: 'training', label: { vi: 'Học nghề', en: 'Training' } },
    ] },
  ] },
  { id: 'payment', title: { vi: 'Nhận tiền', en: 'Payment' }, fields: [
    { id: 'payBy', type: 'choice', label: { vi: 'Nhận bằng cách nào', en: 'How' }, options: [
      { value: 'bank', label: { vi: 'Vào tài khoản', en: 'To an account' } },
        { value: 'cash', label: { vi: 'Tiền mặt, ở bưu điện', en: 'Cash, at the post office' } },
    ] },
    { id: 'account', type: 'text', max: 100, sensitive: true, when: { field: 'payBy', is: 'bank' },
      label: { vi: 'Số tài khoản, ngân hàng', en: 'Account and bank' } },
    { id: 'payAt', type: 'commune', label: { vi: 'Nhận ở xã, phường nào', en: 'Where' } },
  ] },
]

/**
 * Luật Việc làm 2013 Điều 45–50, NĐ 28/2015, NĐ 61/2020: 20 working days; the department decides to pay, social insurance pays. Months
 * granted are no answer: the centre reckons them from the book.
 */
// oxfmt-ignore
export const unemploymentBenefit = completeProcedure({
  code: '1.001978', receivedAt: ['province'], owner: { agency: 'SLDTBXH' },
  summary: { vi: 'Dành cho người vừa nghỉ việc, đã đóng bảo hiểm thất nghiệp từ 12 tháng.',
    en: 'For those who lost their job after 12 months of contributions.' },
  form: { id: 'unemployment-benefit', pages },
  papers: [
    { id: 'ended', form: 'original', name: { vi: 'Quyết định thôi việc, hợp đồng đã hết hạn',
      en: 'Proof that the job ended' }, hint: { vi: 'Một trong các giấy đó.', en: 'One of them.' } },
    { id: 'book', form: 'original', maxFiles: 10, name: { vi: 'Sổ bảo hiểm xã hội', en: 'Social insurance book' },
      hint: { vi: 'Ảnh bìa và các trang; nơi làm đã chốt sổ.', en: 'Cover and pages, closed by the employer.' } },
    { id: 'job', optional: true, name: { vi: 'Giấy tờ về việc mới, học, nhập ngũ',
      en: 'Papers of the new job, studies or army' }, when: { field: 'hasJob', is: true } },
    { id: 'application', name: { vi: 'Đề nghị hưởng trợ cấp thất nghiệp (Mẫu 03)', en: 'Application' },
      generated: true },
  ],
  process: { id: 'unemployment-benefit', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { name: { vi: 'Trung tâm Dịch vụ việc làm kiểm tra, tính mức', en: 'The job centre checks and reckons' },
      kind: 'work', by: { at: centre, function: 'specialist' }, hours: 80, may: ['supplement', 'refuse'],
        next: 'review' },
    review: { name: { vi: 'Giám đốc Trung tâm trình', en: 'The head of the centre proposes' }, kind: 'work',
      by: { at: centre, function: 'leader' }, hours: 20, back: ['appraise'], next: 'sign' },
    sign: { name: { vi: 'Sở quyết định chi trả', en: 'The department decides to pay' }, kind: 'decide',
      by: 'deputy-leader', hours: 32, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 8, back: ['sign'], next: { when: [{ if: { field: 'proposal', is: 'refuse' },
      to: 'deliver' }], otherwise: 'pay' } },
    pay: { name: { vi: 'Chuyển Bảo hiểm xã hội chi trả', en: 'Send to social insurance for payment' }, kind: 'work',
      by: { at: centre, function: 'specialist' }, hours: 16, next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'QĐ-SLĐTBXH', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      recipients: ['{applicant}', 'Bảo hiểm xã hội tỉnh', 'Trung tâm DVVL'], blocks: [
      { article: '1', text: '{answers.applicant.fullName}, mã số bảo hiểm {answers.insuranceNumber}, được hưởng trợ cấp thất nghiệp.' },
      { fields: [
        { label: 'Đã đóng', value: '{answers.months}' }, { label: 'Mức mỗi tháng', value: '…………' },
          { label: 'Số tháng hưởng', value: '…………' },
        { label: 'Cách nhận', value: '{answers.payBy}, {answers.payAt}' },
      ] },
      { article: '2', text: 'Bảo hiểm xã hội tỉnh chi trả. Hằng tháng người hưởng thông báo việc tìm việc với Trung tâm.' },
    ] },
    { outcome: 'refused', notation: 'TB-SLĐTBXH', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Tự nghỉ việc có được hưởng?', en: 'And if I leave by myself?' },
      answer: { vi: 'Có, nếu báo trước đúng luật.', en: 'Yes, if notice was given by law.' } },
    { ask: { vi: 'Được mấy tháng?', en: 'For how many months?' },
      answer: { vi: 'Đóng 12–36 tháng được 3 tháng, thêm 12 tháng thêm 1.',
        en: '3 for 12–36 months, then one a year.' } },
    { ask: { vi: 'Hằng tháng phải làm gì?', en: 'What each month?' },
      answer: { vi: 'Báo việc tìm việc, không thì bị dừng trả.', en: 'Report the search, or payment stops.' } },
  ],
})
