import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { enterprisePage } from '../one-stop/pages.ts'
import { headReviews, inspectSite } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  enterprisePage,
  { id: 'request', title: { vi: 'Xin việc gì', en: 'What you ask for' }, fields: [
    { id: 'request', type: 'choice', label: { vi: 'Xin', en: 'You ask for' }, options: [
      { value: 'first', label: { vi: 'Giấy phép mới', en: 'A new licence' } },
        { value: 'extend', label: { vi: 'Gia hạn', en: 'An extension' } },
    ] },
    { id: 'oldNumber', type: 'text', max: 40, when: { field: 'request', is: 'extend' },
      label: { vi: 'Số giấy phép đang có', en: 'Present licence' } },
    { id: 'place', type: 'address', label: { vi: 'Phòng X-quang ở đâu', en: 'Where the X-ray room is' } },
    { id: 'purpose', type: 'choice', many: true, label: { vi: 'Dùng để', en: 'Used for' }, options: [
      { value: 'general', label: { vi: 'Chụp X-quang tổng hợp', en: 'General radiography' } },
        { value: 'dental', label: { vi: 'Răng', en: 'Dental' } },
      { value: 'breast', label: { vi: 'Vú', en: 'Breast' } }, { value: 'ct', label: { vi: 'Cắt lớp (CT)', en: 'CT' } },
        { value: 'mobile', label: { vi: 'Di động', en: 'Mobile' } },
    ] },
  ] },
  { id: 'devices', title: { vi: 'Thiết bị', en: 'Devices' }, hint: { vi: 'Ghi theo lý lịch máy.',
    en: 'As in the papers of the device.' }, fields: [
    { id: 'devices', type: 'table', max: 20, label: { vi: 'Máy X-quang', en: 'X-ray devices' }, columns: [
      { id: 'model', type: 'text', max: 120, label: { vi: 'Tên, mã hiệu', en: 'Model' }, example: 'Shimadzu R-20J' },
      { id: 'serial', type: 'text', max: 60, label: { vi: 'Số máy', en: 'Serial number' } },
      { id: 'voltage', type: 'number', min: 1, max: 1000, unit: { vi: 'kV', en: 'kV' },
        label: { vi: 'Điện áp', en: 'Voltage' } },
      { id: 'madeIn', type: 'date', precision: 'year', notBefore: '1960-01-01', notAfter: 'today',
        label: { vi: 'Năm sản xuất', en: 'Built in' } },
    ] },
    { id: 'deviceCount', type: 'computed', result: 'number', formula: { count: 'devices' },
      unit: { vi: 'máy', en: 'devices' }, label: { vi: 'Tổng số', en: 'In all' } },
    { id: 'checkedOn', type: 'date', notAfter: 'today', label: { vi: 'Kiểm định gần nhất', en: 'Last verified' } },
  ] },
  { id: 'people', title: { vi: 'Người làm việc với bức xạ', en: 'Radiation workers' }, fields: [
    { id: 'officer', type: 'person', label: { vi: 'Người phụ trách an toàn', en: 'Safety officer' },
      parts: { fullName: 'required', birthDate: 'required', personalId: 'required' } },
    { id: 'officerCertificate', type: 'text', max: 60, label: { vi: 'Số chứng chỉ nhân viên bức xạ',
      en: 'Certificate number' } },
    { id: 'workers', type: 'number', min: 1, max: 500, unit: { vi: 'người', en: 'people' },
      label: { vi: 'Số nhân viên bức xạ', en: 'Radiation workers' } },
    { id: 'dosimeters', type: 'yes-no', mustBeYes: true, label: { vi: 'Mỗi người có liều kế cá nhân',
      en: 'Each has a dosimeter' } },
    { id: 'visitFrom', type: 'date', notBefore: 'today', label: { vi: 'Đoàn đến kiểm tra được từ ngày',
      en: 'Inspection possible from' } },
  ] },
]

/** Luật Năng lượng nguyên tử 2008, TT 08/2010/TT-BKHCN: 25 working days; from 2021 NĐ 142/2020 [K]. The tariff counts devices, so the fee is reckoned at the counter. */
// oxfmt-ignore
export const xRayLicence = completeProcedure({
  code: '2.002380', receivedAt: ['province'], owner: { agency: 'SKHCN', division: 'QLCNG' },
  summary: { vi: 'Dành cho phòng khám, bệnh viện dùng máy X-quang chẩn đoán.',
    en: 'For clinics and hospitals that use diagnostic X-ray devices.' },
  fees: [{ name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
    note: { vi: 'Theo số và loại máy, TT 287/2016/TT-BTC', en: 'By number and kind of devices' } }],
  form: { id: 'x-ray-licence', pages },
  papers: [
    { id: 'founding', name: { vi: 'Quyết định thành lập, giấy phép hoạt động',
      en: 'Founding decision or operating licence' } },
    { id: 'devices', maxFiles: 20, name: { vi: 'Phiếu khai báo, lý lịch máy', en: 'Declarations of the devices' } },
    { id: 'officer', form: 'original', maxFiles: 4, name: { vi: 'Phiếu khai, chứng chỉ người phụ trách an toàn',
      en: 'Declaration of the safety officer' } },
    { id: 'verification', name: { vi: 'Kết quả kiểm định máy', en: 'Verification of the devices' } },
    { id: 'report', form: 'original', name: { vi: 'Báo cáo đánh giá an toàn', en: 'Safety assessment' },
      when: { field: 'request', is: 'first' } },
    { id: 'old', resultOf: ['2.002380'], name: { vi: 'Giấy phép sắp hết hạn', en: 'The licence that expires' },
      when: { field: 'request', is: 'extend' } },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp giấy phép', en: 'Application' }, generated: true },
  ],
  process: { id: 'x-ray-licence', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 72, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'inspect' } },
    inspect: { name: inspectSite, kind: 'work', meets: 'inspection', hours: 56, may: ['refuse'], back: ['appraise'],
      consult: [
      { id: 'health', name: { vi: 'Sở Y tế cử người tham gia', en: 'The department of health takes part' }, hours: 40,
        silence: 'consent', by: { at: { unit: 'agency', key: 'SYT.NVD' }, function: 'head' } },
    ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 16, back: ['appraise', 'inspect'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 40, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 12, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GP-SKHCN', validMonths: 36,
      signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' }, blocks: [
      { article: '1', text: 'Cho phép {answers.enterprise.name} tiến hành công việc bức xạ: sử dụng thiết bị X-quang chẩn đoán trong y tế.' },
      { fields: [
        { label: 'Nơi sử dụng', value: '{answers.place}' }, { label: 'Mục đích', value: '{answers.purpose}' },
          { label: 'Thiết bị', value: '{answers.devices}' },
        { label: 'Phụ trách an toàn', value: '{answers.officer.fullName}, chứng chỉ {answers.officerCertificate}' },
        { label: 'Thay giấy phép số', value: '{answers.oldNumber}', when: { field: 'answers.request', is: 'extend' } },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-SKHCN', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Thêm máy mới có phải xin lại?', en: 'And a further device?' },
      answer: { vi: 'Xin sửa đổi, bổ sung giấy phép.', en: 'Ask to amend the licence.' } },
    { ask: { vi: 'Giấy phép có hạn mấy năm?', en: 'How long?' },
      answer: { vi: '3 năm; gia hạn trước 60 ngày.', en: '3 years; extend 60 days before.' } },
    { ask: { vi: 'Máy siêu âm có phải xin?', en: 'And ultrasound?' },
      answer: { vi: 'Không, siêu âm không dùng bức xạ.', en: 'No, it uses no radiation.' } },
  ],
})
