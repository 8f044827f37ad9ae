import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { headReviews } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  { id: 'contact', title: { vi: 'Người khai', en: 'Who declares' }, fields: [
    { id: 'contact', type: 'person', prefill: 'person', label: { vi: 'Người khai', en: 'Who declares' },
      parts: { fullName: 'required', phone: 'required', email: 'required' } },
    { id: 'post', type: 'text', max: 100, label: { vi: 'Chức vụ', en: 'Post' }, example: 'Kế toán trưởng' },
  ] },
  { id: 'unit', title: { vi: 'Đơn vị, dự án', en: 'The unit or project' }, fields: [
    { id: 'kind', type: 'choice', label: { vi: 'Xin mã cho', en: 'The code is for' }, options: [
      { value: 'unit', label: { vi: 'Đơn vị dự toán, sử dụng ngân sách', en: 'A unit that uses the budget' } },
      { value: 'project', label: { vi: 'Dự án đầu tư', en: 'An investment project' } },
      { value: 'other', label: { vi: 'Đơn vị khác có quan hệ với ngân sách', en: 'Another unit' } },
    ] },
    { id: 'unitName', type: 'text', max: 250, label: { vi: 'Tên đơn vị hoặc dự án', en: 'Its name' } },
    { id: 'above', type: 'text', max: 250, label: { vi: 'Cơ quan chủ quản, chủ đầu tư',
      en: 'Body above, or investor' } },
    { id: 'aboveCode', type: 'text', pattern: 'budget-unit-code',
      label: { vi: 'Mã số của cơ quan đó', en: 'Its code' }, hint: { vi: '7 chữ số.', en: '7 digits.' } },
    { id: 'address', type: 'address', label: { vi: 'Địa chỉ', en: 'Address' } },
  ] },
  { id: 'founding', title: { vi: 'Văn bản thành lập', en: 'Founding document' }, fields: [
    { id: 'decision', type: 'text', max: 60, label: { vi: 'Số quyết định', en: 'Number' } },
    { id: 'decidedOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày ký', en: 'Signed on' } },
    { id: 'decidedBy', type: 'text', max: 200, label: { vi: 'Cơ quan ký', en: 'Signed by' } },
    { id: 'phase', type: 'choice', when: { field: 'kind', is: 'project' },
      label: { vi: 'Dự án đang ở', en: 'The project is' }, options: [
      { value: 'preparing', label: { vi: 'Giai đoạn chuẩn bị', en: 'Being prepared' } },
        { value: 'doing', label: { vi: 'Giai đoạn thực hiện', en: 'Being carried out' } },
    ] },
    { id: 'total', type: 'money', when: { field: 'kind', is: 'project' },
      label: { vi: 'Tổng mức đầu tư', en: 'Total investment' } },
  ] },
  { id: 'budget', title: { vi: 'Ngân sách', en: 'Budget' }, fields: [
    { id: 'tier', type: 'choice', label: { vi: 'Cấp ngân sách', en: 'Tier of budget' }, options: [
      { value: 'province', label: { vi: 'Tỉnh', en: 'Province' } },
        { value: 'district', label: { vi: 'Huyện', en: 'District' } },
          { value: 'commune', label: { vi: 'Xã', en: 'Commune' } },
    ] },
    { id: 'treasury', type: 'text', max: 120, label: { vi: 'Kho bạc nơi mở tài khoản', en: 'Treasury of the account' },
      example: 'Kho bạc Nhà nước Bắc Giang' },
  ] },
]

/** TT 185/2015/TT-BTC Điều 7–9: 2 working days, online. No fee. */
// oxfmt-ignore
export const budgetUnitCode = completeProcedure({
  code: 'BG.114', receivedAt: ['province'], owner: { agency: 'STC', division: 'QLNS' },
  summary: { vi: 'Dành cho đơn vị, dự án dùng tiền ngân sách, trước khi mở tài khoản kho bạc.',
    en: 'For units and projects that use public money, before they open an account.' },
  form: { id: 'budget-unit-code', pages },
  papers: [
    { id: 'founding', name: { vi: 'Văn bản thành lập đơn vị', en: 'Founding document' },
      when: { field: 'kind', in: ['unit', 'other'] } },
    { id: 'project', name: { vi: 'Quyết định dự án, phê duyệt chuẩn bị đầu tư', en: 'Decision on the project' },
      when: { field: 'kind', is: 'project' } },
    { id: 'application', name: { vi: 'Tờ khai đăng ký mã số', en: 'Application' }, generated: true },
  ],
  process: { id: 'budget-unit-code', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 1, next: 'check' },
    check: { name: { vi: 'Kiểm tra, lấy mã của Bộ Tài chính', en: 'Check, get the code of the ministry' },
      kind: 'work', hours: 7, may: ['supplement', 'refuse'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 2, back: ['check'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 4, back: ['review', 'check'], next: 'issue' },
    issue: { kind: 'issue', hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'STC-QLNS', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      blocks: [
      { fields: [
        { label: 'Tên', value: '{answers.unitName}' }, { label: 'Mã số', value: '…………' },
          { label: 'Loại', value: '{answers.kind}' },
        { label: 'Cơ quan chủ quản', value: '{answers.above}, {answers.aboveCode}' },
          { label: 'Văn bản thành lập', value: '{answers.decision} ngày {answers.decidedOn} của {answers.decidedBy}' },
      ] },
    ] },
    { outcome: 'refused', notation: 'STC-QLNS', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Doanh nghiệp tư nhân có cần mã này?', en: 'Do private firms need it?' },
      answer: { vi: 'Không, trừ khi nhận vốn ngân sách.', en: 'No, unless they get public money.' } },
    { ask: { vi: 'Dự án đổi giai đoạn thì sao?', en: 'When the project goes on?' },
      answer: { vi: 'Khai chuyển giai đoạn, giữ nguyên mã.', en: 'Declare it; the code stays.' } },
    { ask: { vi: 'Đơn vị đổi tên thì sao?', en: 'When the name changes?' },
      answer: { vi: 'Khai thay đổi thông tin, không xin mã mới.', en: 'Declare the change; no new code.' } },
  ],
})
