import { allowanceWords } from '#engines/workflow/contract.ts'
import { option, whenOnDossier, type Control, type Option } from './control.ts'

export const processControls: readonly Control[] = [
  { path: 'start', label: { vi: 'Bước đầu tiên', en: 'First step' }, as: 'choice', options: 'steps' },
  {
    path: 'limits.supplements',
    label: { vi: 'Được yêu cầu bổ sung mấy lần', en: 'Supplements at most' },
    hint: { vi: 'Nghị định 61/2018/NĐ-CP: không quá một lần.', en: 'Decree 61/2018: once at most.' },
    as: 'number',
  },
  {
    path: 'limits.apologies',
    label: { vi: 'Được xin lỗi, hẹn lại mấy lần', en: 'Apologies at most' },
    hint: { vi: 'Nghị định 61/2018/NĐ-CP: không quá một lần.', en: 'Decree 61/2018: once at most.' },
    as: 'number',
  },
]

const kinds = [
  option('receive', 'Tiếp nhận', 'Reception'),
  option('work', 'Xử lý, thẩm định', 'Work'),
  option('decide', 'Ký duyệt', 'Decision'),
  option('issue', 'Vào sổ, cấp số', 'Numbering'),
  option('deliver', 'Trả kết quả', 'Delivery'),
]

const allowances: readonly Option[] = Object.entries(allowanceWords).map(([value, text]) => ({ value, text }))

export const stepControls: readonly Control[] = [
  { path: 'name', label: { vi: 'Tên bước', en: 'Name' }, as: 'words' },
  { path: 'kind', label: { vi: 'Loại bước', en: 'Kind' }, as: 'choice', options: kinds },
  { path: 'by', label: { vi: 'Ai làm', en: 'Who acts' }, as: 'actor' },
  { path: 'hours', label: { vi: 'Số giờ làm việc', en: 'Working hours' }, as: 'number' },
  { path: 'next', label: { vi: 'Xong thì', en: 'Then' }, as: 'next' },
  { path: 'back', label: { vi: 'Được trả lại bước', en: 'May be returned to' }, as: 'choices', options: 'steps' },
  { path: 'may', label: { vi: 'Được phép', en: 'Allowed' }, as: 'choices', options: allowances },
  {
    path: 'join',
    label: { vi: 'Đợi đủ các bước', en: 'Waits for all of' },
    hint: { vi: 'Khi nhiều bước làm cùng lúc rồi nhập lại ở đây.', en: 'Where parallel steps come together.' },
    as: 'choices',
    options: 'steps',
  },
  {
    path: 'drafts',
    label: { vi: 'Phải soạn xong dự thảo kết quả', en: 'Passes on with the result drafted' },
    as: 'tick',
    only: ['kind', 'work'],
  },
  {
    path: 'meets',
    label: { vi: 'Phải có biên bản', en: 'Passes on with minutes' },
    hint: {
      vi: 'Người làm bước này mời họp hoặc hẹn kiểm tra, người nộp được báo; có biên bản mới chuyển tiếp.',
      en: 'Whoever does it calls the meeting; the applicant is told.',
    },
    as: 'choice',
    options: [
      option('council', 'Họp hội đồng', 'Of a council'),
      option('inspection', 'Kiểm tra thực tế', 'Of an inspection on site'),
    ],
    none: { vi: 'Không cần', en: 'None' },
    only: ['kind', 'work'],
  },
]

export const consultControls: readonly Control[] = [
  { path: 'name', label: { vi: 'Hỏi ý kiến về', en: 'What is asked' }, as: 'words' },
  { path: 'by', label: { vi: 'Hỏi ai', en: 'Who is asked' }, as: 'actor' },
  { path: 'hours', label: { vi: 'Số giờ làm việc', en: 'Working hours' }, as: 'number' },
  {
    path: 'silence',
    label: { vi: 'Quá hạn không trả lời', en: 'No answer in time' },
    as: 'choice',
    options: [option('consent', 'Coi là đồng ý', 'Counts as consent'), option('wait', 'Vẫn chờ', 'Waits on')],
  },
  { path: 'id', label: { vi: 'Tên dữ liệu', en: 'Data name' }, as: 'text' },
]

export const resultControls: readonly Control[] = [
  { path: 'title', label: { vi: 'Tên văn bản', en: 'Title' }, as: 'words' },
  {
    path: 'outcome',
    label: { vi: 'Dùng khi', en: 'For' },
    as: 'choice',
    options: [option('granted', 'Đồng ý', 'Granted'), option('refused', 'Từ chối', 'Refused')],
  },
  whenOnDossier,
  {
    path: 'notation',
    label: { vi: 'Ký hiệu sau số', en: 'Notation after the number' },
    hint: { vi: 'Như GP-SCT.', en: 'Such as GP-SCT.' },
    as: 'text',
  },
  { path: 'signer.position', label: { vi: 'Chức vụ người ký', en: 'Position of the signer' }, as: 'text' },
  {
    path: 'signer.capacity',
    label: { vi: 'Ký thay mặt', en: 'Capacity' },
    hint: { vi: 'Như TM. ỦY BAN NHÂN DÂN.', en: 'Such as TM.' },
    as: 'text',
  },
  { path: 'recipients', label: { vi: 'Nơi nhận', en: 'Recipients' }, as: 'lines' },
  {
    path: 'validMonths',
    label: { vi: 'Có giá trị mấy tháng', en: 'Valid for months' },
    hint: { vi: 'Bỏ trống nếu không thời hạn.', en: 'Empty: without end.' },
    as: 'number',
  },
  { path: 'id', label: { vi: 'Tên dữ liệu', en: 'Data name' }, as: 'text' },
]

const fillHint = {
  vi: 'Chỗ điền: {answers.…} với tên dữ liệu của câu hỏi; {applicant}, {unit}, {code}, {filedAt}, {procedure}, {legalBasis}, {reason}.',
  en: 'Placeholders: {answers.…}, {applicant}, {unit}, {code}, {filedAt}, {procedure}, {legalBasis}, {reason}.',
}

export const blockControls: readonly Control[] = [
  {
    path: 'paragraph',
    label: { vi: 'Đoạn văn', en: 'Paragraph' },
    hint: fillHint,
    as: 'long-text',
    only: ['paragraph'],
  },
  { path: 'article', label: { vi: 'Điều', en: 'Article' }, as: 'text', only: ['article'] },
  { path: 'text', label: { vi: 'Nội dung', en: 'Text' }, hint: fillHint, as: 'long-text', only: ['article'] },
  whenOnDossier,
]

export const blockRowControls: readonly Control[] = [
  { path: 'label', label: { vi: 'Mục', en: 'Label' }, as: 'text' },
  { path: 'value', label: { vi: 'Điền gì', en: 'Value' }, hint: fillHint, as: 'text' },
  whenOnDossier,
]
