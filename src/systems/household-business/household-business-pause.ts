import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'

const registry = { unit: 'owner', division: 'TCKH' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'business', title: { vi: 'Hộ kinh doanh', en: 'The business' },
    hint: { vi: 'Ghi theo giấy chứng nhận.', en: 'As in the certificate.' }, fields: [
    { id: 'businessName', type: 'text', max: 120, label: { vi: 'Tên hộ kinh doanh', en: 'Name' } },
    { id: 'certificateNumber', type: 'text', max: 40, label: { vi: 'Số giấy chứng nhận',
      en: 'Number of the certificate' } },
    { id: 'issuedOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày cấp', en: 'Date of issue' } },
    { id: 'place', type: 'address', label: { vi: 'Nơi kinh doanh', en: 'Place of business' } },
  ] },
  { id: 'pause', title: { vi: 'Nghỉ bao lâu', en: 'How long' }, fields: [
    // NĐ 78/2015 Điều 76: at most a year; from 04/01/2021 NĐ 01/2021 sets no longest time, which the officer sees to [K].
    { id: 'from', type: 'date', notBefore: { today: 1 }, label: { vi: 'Nghỉ từ ngày', en: 'From' },
      hint: { vi: 'Nghỉ từ 30 ngày thì báo trước.', en: 'For 30 days or more, notify before.' } },
    { id: 'to', type: 'date', notBefore: { field: 'from', days: 29 }, notAfter: { field: 'from', days: 365 },
      label: { vi: 'Đến hết ngày', en: 'Until' },
      hint: { vi: 'Từ 30 ngày đến 1 năm.', en: '30 days to a year.' } },
    { id: 'days', type: 'computed', result: 'number', formula: { days: { from: 'from', to: 'to', inclusive: true } },
      unit: { vi: 'ngày', en: 'days' },
      label: { vi: 'Tất cả', en: 'In all' } },
    { id: 'reason', type: 'choice', label: { vi: 'Vì sao nghỉ', en: 'Why' }, options: [
      { value: 'sales', label: { vi: 'Buôn bán khó', en: 'Poor sales' } },
        { value: 'health', label: { vi: 'Sức khỏe, việc nhà', en: 'Health or family' } },
      { value: 'repair', label: { vi: 'Sửa chữa, chuyển chỗ', en: 'Repairs or a move' } },
        { value: 'other', label: { vi: 'Lý do khác', en: 'Another reason' } },
    ] },
  ] },
  { id: 'duties', title: { vi: 'Việc còn lại', en: 'What is left' }, fields: [
    { id: 'workers', type: 'number', max: 999, label: { vi: 'Số người đang thuê', en: 'Hired workers' } },
    { id: 'workersTold', type: 'yes-no', mustBeYes: true, when: { field: 'workers', atLeast: 1 },
      label: { vi: 'Đã thỏa thuận với người làm', en: 'Agreed with the workers' } },
    { id: 'debtsKept', type: 'yes-no', mustBeYes: true, label: { vi: 'Vẫn trả nợ, nộp thuế còn lại',
      en: 'Debts and taxes are still paid' } },
  ] },
  deliveryPage,
]

/** NĐ 78/2015/NĐ-CP Điều 76; later NĐ 01/2021 Điều 91 and NĐ 168/2025 [K]. */
// oxfmt-ignore
export const householdBusinessPause = completeProcedure({
  code: '1.001570', receivedAt: ['district'],
  summary: { vi: 'Dành cho hộ kinh doanh nghỉ từ 30 ngày trở lên. Báo rồi thì không phải khai thuế trong lúc nghỉ.',
    en: 'For a household business that pauses for 30 days or more.' },
  form: { id: 'household-business-pause', pages },
  papers: [
    { id: 'certificate', optional: true, resultOf: ['1.001612', '2.000720'],
      name: { vi: 'Giấy chứng nhận đăng ký', en: 'The certificate' } },
    { id: 'application', name: { vi: 'Thông báo tạm ngừng kinh doanh', en: 'Notice' }, generated: true },
  ],
  process: { id: 'household-business-pause', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'check' },
    check: { name: { vi: 'Kiểm tra, báo cơ quan thuế', en: 'Check and tell the tax office' }, kind: 'work', hours: 14,
      may: ['supplement', 'refuse'], next: 'sign' },
    sign: { kind: 'decide', by: { at: registry, function: 'head' }, hours: 6, back: ['check'], next: 'issue' },
    issue: { kind: 'issue', by: { at: registry, function: 'specialist' }, hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', title: { vi: 'Giấy biên nhận tạm ngừng kinh doanh', en: 'Acknowledged pause' },
      notation: 'GBN-TCKH', signer: { position: 'TRƯỞNG PHÒNG' }, blocks: [
      { fields: [
        { label: 'Hộ kinh doanh', value: '{answers.businessName}, số {answers.certificateNumber}' },
        { label: 'Tạm ngừng', value: 'từ {answers.from} đến hết {answers.to}' },
          { label: 'Lý do', value: '{answers.reason}' },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-TCKH', signer: { position: 'TRƯỞNG PHÒNG' } },
  ],
  questions: [
    { ask: { vi: 'Nghỉ vài ngày có phải báo?', en: 'Must a few days be told?' },
      answer: { vi: 'Không, từ 30 ngày trở lên mới báo.', en: 'No, only 30 days or more.' } },
    { ask: { vi: 'Muốn mở lại sớm?', en: 'To open earlier?' },
      answer: { vi: 'Báo lại Phòng trước khi mở.', en: 'Tell the division before.' } },
    { ask: { vi: 'Hết hạn mà chưa mở lại?', en: 'Still closed afterwards?' },
      answer: { vi: 'Báo tạm ngừng lần nữa hoặc chấm dứt.', en: 'Notify again, or end it.' } },
  ],
})
