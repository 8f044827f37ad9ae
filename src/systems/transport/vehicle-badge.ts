import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { enterprisePage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  enterprisePage,
  { id: 'licence', title: { vi: 'Giấy phép kinh doanh vận tải', en: 'Transport business licence' }, fields: [
    { id: 'licenceNumber', type: 'text', max: 30, label: { vi: 'Số giấy phép', en: 'Licence number' } },
    { id: 'licenceIssuedOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày cấp', en: 'Date of issue' } },
  ] },
  { id: 'badge', title: { vi: 'Phù hiệu nào', en: 'Which badge' }, fields: [
    { id: 'badge', type: 'choice', display: 'list', label: { vi: 'Loại phù hiệu', en: 'Kind of badge' }, options: [
      { value: 'fixed', label: { vi: 'Xe tuyến cố định', en: 'Fixed route' } },
      { value: 'shuttle', label: { vi: 'Xe trung chuyển', en: 'Shuttle' } },
      { value: 'bus', label: { vi: 'Xe buýt', en: 'City bus' } },
      { value: 'taxi', label: { vi: 'Xe taxi', en: 'Taxi' } },
      { value: 'contract', label: { vi: 'Xe hợp đồng', en: 'Hired vehicle' } },
      { value: 'container', label: { vi: 'Xe công-ten-nơ', en: 'Container truck' } },
      { value: 'truck', label: { vi: 'Xe tải', en: 'Truck' } },
      { value: 'tractor', label: { vi: 'Xe đầu kéo', en: 'Tractor' } },
      { value: 'internal', label: { vi: 'Xe nội bộ', en: 'For own staff' } },
    ] },
    { id: 'reason', type: 'choice', label: { vi: 'Xin lần này vì', en: 'Why' }, options: [
      { value: 'new', label: { vi: 'Xe mới đưa vào kinh doanh', en: 'A vehicle new to the business' } },
      { value: 'expired', label: { vi: 'Phù hiệu sắp hết hạn', en: 'The badge expires' } },
      { value: 'lost', label: { vi: 'Phù hiệu mất, hỏng', en: 'The badge is lost or damaged' } },
    ] },
    { id: 'years', type: 'number', min: 1, max: 7, unit: { vi: 'năm', en: 'years' },
      label: { vi: 'Muốn phù hiệu có hạn', en: 'Valid for' },
      hint: { vi: 'Từ 1 đến 7 năm, không quá niên hạn của xe.', en: '1 to 7 years, within the life of the vehicle.' } },
  ] },
  { id: 'vehicles', title: { vi: 'Danh sách xe', en: 'Vehicles' },
    hint: { vi: 'Ghi theo đăng ký xe. Trên 100 xe thì chia hai hồ sơ.', en: 'As registered; at most 100.' }, fields: [
      { id: 'vehicles', type: 'table', max: 100, label: { vi: 'Xe xin phù hiệu', en: 'Vehicles' }, columns: [
        { id: 'plate', type: 'text', pattern: 'vehicle-plate', label: { vi: 'Biển số', en: 'Plate' } },
        { id: 'make', type: 'text', max: 60, label: { vi: 'Nhãn hiệu', en: 'Make' } },
        { id: 'madeIn', type: 'date', precision: 'year', notBefore: '1990-01-01', notAfter: 'today',
          label: { vi: 'Năm sản xuất', en: 'Built in' } },
        { id: 'seats', type: 'number', max: 80, optional: true, label: { vi: 'Số chỗ', en: 'Seats' } },
        { id: 'payload', type: 'number', max: 60_000, optional: true, unit: { vi: 'kg', en: 'kg' },
          label: { vi: 'Tải trọng', en: 'Payload' } },
        { id: 'tracker', type: 'text', max: 40, label: { vi: 'Mã thiết bị giám sát', en: 'Tracking device' } },
      ] },
      { id: 'count', type: 'computed', formula: { count: 'vehicles' }, result: 'number',
        label: { vi: 'Tổng số', en: 'In all' }, unit: { vi: 'xe', en: 'vehicles' } },
      { id: 'hasLeased', type: 'yes-no', label: { vi: 'Có xe thuê, hoặc của xã viên', en: 'Some are leased' },
        hint: { vi: 'Tức là đăng ký xe đứng tên người khác.', en: 'Registered in another name.' } },
    ] },
  { id: 'pledge', title: { vi: 'Cam kết', en: 'What you declare' }, fields: [
    { id: 'tracked', type: 'yes-no', mustBeYes: true,
      label: { vi: 'Thiết bị giám sát của các xe đang truyền dữ liệu', en: 'The tracking devices send their data' } },
  ] },
]

/** NĐ 10/2020/NĐ-CP Điều 11, 22 [K]: 2 working days, no fee, for 1 to 7 years as asked. */
// oxfmt-ignore
export const vehicleBadge = completeProcedure({
  code: '2.002288', receivedAt: ['province'], owner: { agency: 'SGTVT', division: 'QLVT' },
  summary: { vi: 'Dành cho đơn vị đã có giấy phép kinh doanh vận tải, xin phù hiệu cho từng xe.',
    en: 'For holders of a transport business licence: a badge for each vehicle.' },
  form: { id: 'vehicle-badge', pages },
  papers: [
    { id: 'registration', maxFiles: 50, name: { vi: 'Giấy đăng ký xe', en: 'Vehicle registrations' },
      hint: { vi: 'Hoặc giấy hẹn nhận đăng ký; mỗi xe một ảnh.', en: 'Or the slip for it; one photo a vehicle.' } },
    { id: 'lease', maxFiles: 50, name: { vi: 'Hợp đồng thuê xe, hợp đồng dịch vụ', en: 'Leases' },
      when: { field: 'hasLeased', is: true } },
    { id: 'badge', form: 'original', name: { vi: 'Phù hiệu cũ', en: 'The old badges' }, maxFiles: 50,
      when: { field: 'reason', is: 'expired' }, hint: { vi: 'Nộp lại khi nhận phù hiệu mới.', en: 'Give them back.' } },
    { id: 'application', name: { vi: 'Giấy đề nghị cấp phù hiệu', en: 'Application' }, generated: true },
  ],
  process: { id: 'vehicle-badge', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'appraise' },
    appraise: { name: { vi: 'Kiểm tra xe, dữ liệu giám sát', en: 'Check vehicles and tracking data' }, kind: 'work',
      hours: 6, may: ['supplement', 'refuse'], drafts: true, next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 2, back: ['appraise'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 4, back: ['review', 'appraise'], next: 'issue' },
    issue: { name: { vi: 'In phù hiệu', en: 'Print the badges' }, kind: 'issue', hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'PHXE-SGTVT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      title: { vi: 'Cấp phù hiệu xe kinh doanh vận tải', en: 'Vehicle badges' }, blocks: [
        { fields: [
          { label: 'Đơn vị', value: '{answers.enterprise.name} ({answers.enterprise.code})' },
          { label: 'Giấy phép kinh doanh vận tải', value: '{answers.licenceNumber}' },
          { label: 'Loại phù hiệu', value: '{answers.badge}' },
          { label: 'Số xe', value: '{answers.count}' },
          { label: 'Biển số, nhãn hiệu', value: '{answers.vehicles}' },
          { label: 'Thời hạn', value: '{answers.years} kể từ ngày cấp' },
        ] },
      ] },
    { outcome: 'refused', notation: 'TB-SGTVT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Có mất tiền không?', en: 'Is there a fee?' },
      answer: { vi: 'Không.', en: 'No.' } },
    { ask: { vi: 'Xe biển số tỉnh khác có xin ở đây được?', en: 'And vehicles of other provinces?' },
      answer: { vi: 'Được, nếu xe thuộc đơn vị có giấy phép của tỉnh.', en: 'Yes, if the licence is from here.' } },
    { ask: { vi: 'Bao lâu thì phải đổi phù hiệu?', en: 'When must it be renewed?' },
      answer: { vi: 'Trước khi hết hạn in trên phù hiệu.', en: 'Before the date printed on it.' } },
  ],
})
