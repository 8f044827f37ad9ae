import { option, period, whenOnDossier, type Control, type Option } from './control.ts'

const limitUnits: readonly Option[] = [
  option('working-day', 'ngày làm việc', 'working days'),
  option('working-hour', 'giờ làm việc', 'working hours'),
  option('calendar-day', 'ngày', 'days'),
  option('within-day', 'trong ngày', 'within the day'),
]

export const limitControls: readonly Control[] = [
  { path: 'amount', label: { vi: 'Bao lâu', en: 'How long' }, as: 'number' },
  { path: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, as: 'choice', options: limitUnits },
  whenOnDossier,
  { path: 'note', label: { vi: 'Gọi trường hợp này là', en: 'What this case is called' }, as: 'words' },
  ...period,
]

export const feeControls: readonly Control[] = [
  { path: 'name', label: { vi: 'Tên khoản thu', en: 'Name' }, as: 'words' },
  {
    path: 'id',
    label: { vi: 'Mã khoản', en: 'Key' },
    hint: {
      vi: 'Các dòng cùng mã là các trường hợp của một khoản; khác mã thì cộng lại.',
      en: 'Rows of one key are cases of one fee.',
    },
    as: 'text',
  },
  {
    path: 'amount',
    label: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
    hint: {
      vi: 'Bỏ trống nếu theo biểu phí khác, và ghi biểu nào ở dưới.',
      en: 'Empty where a tariff elsewhere sets it.',
    },
    as: 'number',
  },
  {
    path: 'payAt',
    label: { vi: 'Thu lúc', en: 'Paid at' },
    as: 'choice',
    options: [option('reception', 'Tiếp nhận', 'Reception'), option('result', 'Trả kết quả', 'Delivery')],
  },
  whenOnDossier,
  { path: 'note', label: { vi: 'Gọi trường hợp này là', en: 'What this case is called' }, as: 'words' },
  ...period,
]

/** Who pays less of a fee. */
export const exemptionControls: readonly Control[] = [
  {
    path: 'name',
    label: { vi: 'Ai được miễn, giảm', en: 'Who is exempt' },
    hint: {
      vi: 'Người nộp chọn dòng này; cơ quan tiếp nhận xác nhận.',
      en: 'Chosen by the applicant, then confirmed.',
    },
    as: 'words',
  },
  {
    path: 'percent',
    label: { vi: 'Giảm bao nhiêu phần trăm', en: 'How many per cent less' },
    hint: { vi: 'Từ 1 đến 100; 100 là miễn cả khoản.', en: '1 to 100; 100 takes nothing.' },
    as: 'number',
  },
  {
    path: 'basis',
    label: { vi: 'Căn cứ', en: 'Legal basis' },
    hint: { vi: 'Văn bản và điều, khoản, như Luật Hộ tịch 2014, Điều 11 khoản 1.', en: 'Document and article.' },
    as: 'text',
  },
  {
    path: 'proof',
    label: { vi: 'Giấy tờ chứng minh', en: 'Proof' },
    hint: { vi: 'Bỏ trống nếu không đòi giấy tờ.', en: 'Empty where none is asked for.' },
    as: 'words',
  },
  {
    path: 'ground',
    label: { vi: 'Mã diện', en: 'Key' },
    hint: {
      vi: 'Chữ thường, gạch nối. Cùng mã ở nhiều khoản thì người nộp chỉ chọn một lần.',
      en: 'Small letters, dashes. One key at several fees is asked once.',
    },
    as: 'text',
  },
]
