import { fieldTypeWords } from '#engines/forms/contract.ts'
import { option, whenOnAnswers, type Control, type Option } from './control.ts'

export const pageControls: readonly Control[] = [
  { path: 'title', label: { vi: 'Tên trang', en: 'Title' }, as: 'words' },
  { path: 'hint', label: { vi: 'Lời dẫn', en: 'Hint' }, as: 'words', rows: 2 },
  whenOnAnswers,
  { path: 'id', label: { vi: 'Tên dữ liệu', en: 'Data name' }, as: 'text' },
]

const types: readonly Option[] = Object.entries(fieldTypeWords).map(([value, text]) => ({ value, text }))

const patterns = [
  option('person-name', 'Họ tên người', 'A person’s name'),
  option('personal-id', 'Số định danh cá nhân', 'Personal number'),
  option('phone', 'Số điện thoại', 'Telephone'),
  option('email', 'Thư điện tử', 'E-mail'),
  option('identity-number', 'Số giấy tờ tùy thân', 'Number of an identity document'),
  option('passport', 'Số hộ chiếu', 'Passport number'),
  option('driving-licence', 'Số giấy phép lái xe', 'Driving licence number'),
  option('enterprise-code', 'Mã số doanh nghiệp', 'Enterprise code'),
  option('tax-code', 'Mã số thuế', 'Tax code'),
  option('social-insurance', 'Số bảo hiểm xã hội', 'Social insurance number'),
  option('health-insurance', 'Số thẻ bảo hiểm y tế', 'Health insurance number'),
  option('vehicle-plate', 'Biển số xe', 'Number plate'),
  option('land-certificate', 'Số giấy chứng nhận đất', 'Land certificate number'),
]

const shown = { vi: 'Không đặt', en: 'None' }

/** A question, and what its type lets it say beside. */
export const fieldControls: readonly Control[] = [
  { path: 'label', label: { vi: 'Câu hỏi người dân đọc', en: 'Question as it is read' }, as: 'words', rows: 2 },
  { path: 'type', label: { vi: 'Kiểu', en: 'Type' }, as: 'choice', options: types },
  { path: 'id', label: { vi: 'Tên dữ liệu', en: 'Data name' }, as: 'text' },
  { path: 'optional', label: { vi: 'Không bắt buộc', en: 'Optional' }, as: 'tick' },
  {
    path: 'codeList',
    label: { vi: 'Lấy từ danh mục', en: 'From a code list' },
    as: 'choice',
    options: 'code-lists',
    none: { vi: 'Tự ghi lựa chọn', en: 'Own options' },
    only: ['type', 'choice'],
  },
  { path: 'many', label: { vi: 'Chọn được nhiều', en: 'Several' }, as: 'tick', only: ['type', 'choice'] },
  {
    path: 'display',
    label: { vi: 'Trình bày', en: 'Shown as' },
    as: 'choice',
    options: [option('cards', 'Thẻ', 'Cards'), option('list', 'Danh sách', 'A list')],
    none: shown,
    only: ['type', 'choice'],
  },
  {
    path: 'pattern',
    label: { vi: 'Phải là', en: 'Must be' },
    as: 'choice',
    options: patterns,
    none: { vi: 'Chữ tự do', en: 'Any text' },
    only: ['type', 'text'],
  },
  {
    path: 'min',
    label: { vi: 'Nhỏ nhất, ít nhất', en: 'At least' },
    as: 'number',
    only: ['type', 'number', 'money', 'group', 'table'],
  },
  {
    path: 'max',
    label: { vi: 'Lớn nhất, dài nhất', en: 'At most' },
    as: 'number',
    only: ['type', 'text', 'long-text', 'number', 'money', 'group', 'table'],
  },
  { path: 'formula', label: { vi: 'Tính thế nào', en: 'Calculation' }, as: 'formula', only: ['type', 'computed'] },
  {
    path: 'result',
    label: { vi: 'Kết quả là', en: 'Result' },
    as: 'choice',
    options: [
      option('number', 'Một số', 'A number'),
      option('money', 'Số tiền', 'An amount'),
      option('date', 'Một ngày', 'A date'),
    ],
    only: ['type', 'computed'],
  },
  {
    path: 'decimals',
    label: { vi: 'Số chữ số lẻ', en: 'Decimals' },
    as: 'number',
    only: ['type', 'number', 'computed'],
  },
  { path: 'unit', label: { vi: 'Đơn vị tính', en: 'Unit' }, as: 'words', only: ['type', 'number', 'computed'] },
  {
    path: 'notBelow',
    label: { vi: 'Không nhỏ hơn', en: 'Not below' },
    as: 'choice',
    options: 'numbers',
    none: { vi: 'Không so', en: 'Nothing' },
    only: ['type', 'money'],
  },
  {
    path: 'lines',
    label: { vi: 'Ô cao mấy dòng', en: 'Lines of the field' },
    as: 'number',
    only: ['type', 'long-text'],
  },
  {
    path: 'precision',
    label: { vi: 'Cần biết đến', en: 'Known to the' },
    as: 'choice',
    options: [
      option('day', 'Ngày', 'Day'),
      option('month', 'Tháng', 'Month'),
      option('year', 'Năm', 'Year'),
      option('any', 'Biết đến đâu ghi đến đó', 'As far as known'),
    ],
    none: { vi: 'Ngày', en: 'Day' },
    only: ['type', 'date'],
  },
  { path: 'notBefore', label: { vi: 'Sớm nhất', en: 'Not before' }, as: 'bound', only: ['type', 'date'] },
  { path: 'notAfter', label: { vi: 'Muộn nhất', en: 'Not after' }, as: 'bound', only: ['type', 'date'] },
  { path: 'mustBeYes', label: { vi: 'Phải trả lời “có”', en: 'Must be yes' }, as: 'tick', only: ['type', 'yes-no'] },
  { path: 'parts', label: { vi: 'Hỏi những gì', en: 'Parts' }, as: 'parts', only: ['type', 'person', 'enterprise'] },
  {
    path: 'labels',
    label: { vi: 'Gọi khác đi', en: 'In other words' },
    hint: { vi: 'Bỏ trống: tên thường dùng.', en: 'Empty: the usual name.' },
    as: 'part-words',
    only: ['type', 'person', 'enterprise'],
  },
  {
    path: 'ofSex',
    label: { vi: 'Chỉ nhận', en: 'Takes only' },
    as: 'choice',
    options: [option('male', 'Nam', 'Men'), option('female', 'Nữ', 'Women')],
    none: { vi: 'Nam và nữ', en: 'Men and women' },
    only: ['type', 'person'],
  },
  { path: 'bornBy', label: { vi: 'Sinh muộn nhất', en: 'Born by' }, as: 'bound', only: ['type', 'person'] },
  {
    path: 'birthDateAsKnown',
    label: { vi: 'Ngày sinh biết đến đâu ghi đến đó', en: 'Birth date as far as known' },
    as: 'tick',
    only: ['type', 'person'],
  },
  {
    path: 'detail',
    label: { vi: 'Số nhà, thôn, tổ', en: 'Street or hamlet' },
    as: 'choice',
    options: [option('optional', 'Không bắt buộc', 'Optional')],
    none: { vi: 'Bắt buộc', en: 'Required' },
    only: ['type', 'address'],
  },
  {
    path: 'asOf',
    label: { vi: 'Địa giới vào ngày', en: 'Areas as of' },
    as: 'choice',
    options: 'dates',
    none: { vi: 'Ngày nộp đơn', en: 'The day of filing' },
    only: ['type', 'commune', 'address', 'person', 'enterprise'],
  },
  { path: 'itemName', label: { vi: 'Mỗi dòng gọi là', en: 'Name of a row' }, as: 'words', only: ['type', 'group'] },
  { path: 'body', label: { vi: 'Nội dung lời nhắc', en: 'Text' }, as: 'words', rows: 4, only: ['type', 'statement'] },
  whenOnAnswers,
  { path: 'hint', label: { vi: 'Hướng dẫn', en: 'Hint' }, as: 'words', rows: 2 },
  { path: 'example', label: { vi: 'Ví dụ', en: 'Example' }, as: 'text' },
  {
    path: 'prefill',
    label: { vi: 'Điền sẵn từ', en: 'Filled in from' },
    as: 'choice',
    options: [
      option('person', 'Người nộp', 'The applicant'),
      option('person.fullName', 'Họ tên người nộp', 'Name of the applicant'),
      option('person.phone', 'Điện thoại người nộp', 'Telephone of the applicant'),
      option('person.residence', 'Nơi ở người nộp', 'Home of the applicant'),
      option('enterprise', 'Doanh nghiệp nộp', 'The enterprise'),
    ],
    none: { vi: 'Không điền sẵn', en: 'Nothing' },
  },
  {
    path: 'sendsResult',
    label: { vi: 'Trả lời câu này thì kết quả gửi đến địa chỉ đó', en: 'Whoever answers gets the result sent there' },
    as: 'tick',
    only: ['type', 'address', 'text'],
  },
  { path: 'sensitive', label: { vi: 'Che ở danh sách, tóm tắt', en: 'Masked in lists' }, as: 'tick' },
]

export const choiceControls: readonly Control[] = [
  { path: 'label', label: { vi: 'Lựa chọn', en: 'Option' }, as: 'words' },
  { path: 'hint', label: { vi: 'Hướng dẫn', en: 'Hint' }, as: 'words' },
  { path: 'value', label: { vi: 'Tên dữ liệu', en: 'Data name' }, as: 'text' },
]
