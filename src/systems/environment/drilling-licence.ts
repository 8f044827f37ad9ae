import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { enterprisePage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  enterprisePage,
  { id: 'scale', title: { vi: 'Khoan cỡ nào', en: 'What size of wells' }, fields: [
    { id: 'scale', type: 'choice', label: { vi: 'Quy mô', en: 'Scale' },
      hint: { vi: 'Lớn hơn nữa thì xin ở Bộ.', en: 'Larger: at the ministry.' }, options: [
      { value: 'small', label: { vi: 'Nhỏ', en: 'Small' }, hint: { vi: 'Ống dưới 110 mm, dưới 200 m³ một ngày.',
        en: 'Below 110 mm and 200 m³ a day.' } },
      { value: 'medium', label: { vi: 'Vừa', en: 'Medium' },
        hint: { vi: 'Ống dưới 250 mm, đến dưới 3.000 m³ một ngày.', en: 'Below 250 mm and 3,000 m³ a day.' } },
    ] },
    { id: 'request', type: 'choice', label: { vi: 'Xin', en: 'You ask for' }, options: [
      { value: 'first', label: { vi: 'Giấy phép mới', en: 'A new licence' } },
        { value: 'extend', label: { vi: 'Gia hạn', en: 'An extension' } },
    ] },
    { id: 'oldNumber', type: 'text', max: 40, when: { field: 'request', is: 'extend' },
      label: { vi: 'Số giấy phép đang có', en: 'Present licence' } },
    { id: 'years', type: 'number', min: 1, max: 5, unit: { vi: 'năm', en: 'years' },
      label: { vi: 'Muốn có hạn', en: 'For' } },
  ] },
  { id: 'manager', title: { vi: 'Người phụ trách kỹ thuật', en: 'Technical manager' }, fields: [
    { id: 'manager', type: 'person', label: { vi: 'Người phụ trách', en: 'The manager' },
      parts: { fullName: 'required', birthDate: 'required', personalId: 'required' } },
    { id: 'diploma', type: 'text', max: 200, label: { vi: 'Chuyên ngành', en: 'Speciality' },
      example: 'Địa chất thủy văn' },
    { id: 'smallYears', type: 'number', min: 2, max: 60, unit: { vi: 'năm', en: 'years' },
      when: { field: 'scale', is: 'small' }, label: { vi: 'Kinh nghiệm', en: 'Experience' },
        hint: { vi: 'Ít nhất 2 năm, 5 công trình.', en: 'At least 2 years, 5 works.' } },
    { id: 'mediumYears', type: 'number', min: 3, max: 60, unit: { vi: 'năm', en: 'years' },
      when: { field: 'scale', is: 'medium' }, label: { vi: 'Kinh nghiệm', en: 'Experience' },
        hint: { vi: 'Ít nhất 3 năm, 5 công trình.', en: 'At least 3 years, 5 works.' } },
  ] },
  { id: 'means', title: { vi: 'Máy móc, công trình đã làm', en: 'Machines and works' }, fields: [
    { id: 'machines', type: 'table', max: 20, label: { vi: 'Máy khoan, thiết bị', en: 'Machines' }, columns: [
      { id: 'machine', type: 'text', max: 120, label: { vi: 'Tên máy', en: 'Machine' }, example: 'Máy khoan XY-1' },
      { id: 'madeIn', type: 'date', precision: 'year', notBefore: '1960-01-01', notAfter: 'today',
        label: { vi: 'Năm sản xuất', en: 'Built in' } },
    ] },
    { id: 'works', type: 'long-text', max: 3000, label: { vi: 'Các giếng đã khoan', en: 'Wells drilled' },
      hint: { vi: 'Nơi khoan, chiều sâu, năm.', en: 'Place, depth, year.' } },
    { id: 'visitFrom', type: 'date', notBefore: 'today', label: { vi: 'Xem máy móc được từ ngày',
      en: 'Machines can be seen from' } },
  ] },
]

/** TT 40/2014/TT-BTNMT Điều 6–12, NĐ 60/2016 [K]: 15 working days; the machines are seen where they stand. Fee by the provincial council [?]. */
// oxfmt-ignore
export const drillingLicence = completeProcedure({
  code: '1.004122', receivedAt: ['province'], owner: { agency: 'STNMT', division: 'TNN' },
  summary: { vi: 'Dành cho doanh nghiệp, tổ chức khoan giếng nước quy mô nhỏ và vừa trong tỉnh.',
    en: 'For those who drill small and medium wells in the province.' },
  fees: [{ amount: 1_400_000, payAt: 'reception', name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
    note: { vi: 'Mức minh họa; mức thật do HĐND tỉnh', en: 'A sample; set by the provincial council' } },
    { amount: 700_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
      when: { field: 'answers.request', is: 'extend' }, note: { vi: 'Gia hạn; minh họa', en: 'Extension; a sample' } }],
  form: { id: 'drilling-licence', pages },
  papers: [
    { id: 'founding', name: { vi: 'Đăng ký kinh doanh hoặc quyết định thành lập', en: 'Business registration' } },
    { id: 'diploma', maxFiles: 4, name: { vi: 'Văn bằng, hợp đồng của người phụ trách',
      en: 'Diploma and contract of the manager' } },
    { id: 'machines', form: 'original', name: { vi: 'Bản khai năng lực, thiết bị', en: 'Statement of means' } },
    { id: 'report', form: 'original', name: { vi: 'Báo cáo việc khoan trong hạn cũ', en: 'Report on the past term' },
      when: { field: 'request', is: 'extend' } },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp giấy phép', en: 'Application' }, generated: true },
  ],
  process: { id: 'drilling-licence', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 32, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'inspect' } },
    inspect: { name: { vi: 'Kiểm tra máy móc tại chỗ, lập biên bản', en: 'See the machines, write minutes' },
      kind: 'work', meets: 'inspection', hours: 40, may: ['refuse'], back: ['appraise'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 12, back: ['appraise', 'inspect'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 24, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 8, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GP-STNMT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      blocks: [
      { article: '1', text: 'Cho phép {answers.enterprise.name} ({answers.enterprise.code}) hành nghề khoan nước dưới đất quy mô {answers.scale}.' },
      { fields: [
        { label: 'Trụ sở', value: '{answers.enterprise.address}' },
          { label: 'Phụ trách kỹ thuật', value: '{answers.manager.fullName}, {answers.diploma}' },
        { label: 'Thời hạn', value: '{answers.years} kể từ ngày ký' },
          { label: 'Thay giấy phép số', value: '{answers.oldNumber}',
            when: { field: 'answers.request', is: 'extend' } },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-STNMT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Khoan giếng nhà mình có phải xin?', en: 'And a well for my own home?' },
      answer: { vi: 'Không; chỉ người hành nghề khoan mới xin.', en: 'No, only those who drill for a living.' } },
    { ask: { vi: 'Dùng ở tỉnh khác được không?', en: 'Is it valid elsewhere?' },
      answer: { vi: 'Được, báo Sở nơi khoan trước khi làm.', en: 'Yes, tell the department there before.' } },
    { ask: { vi: 'Giấy phép có hạn bao lâu?', en: 'How long?' },
      answer: { vi: 'Nhiều nhất 5 năm, gia hạn 3 năm một lần.', en: '5 years at most, extended by 3.' } },
  ],
})
