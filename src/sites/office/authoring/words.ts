import type { Words } from '#values/words.ts'
import { officeWords } from '../words.ts'

/** Words of the lists of elements. */
export const outlineWords = {
  described: { vi: 'Mô tả', en: 'Facts' },
  facts: { vi: 'Tên, cơ quan, căn cứ, từ để tìm', en: 'Names, agency, legal basis, search words' },
  levels: { vi: 'Mức trực tuyến', en: 'Online levels' },
  level: { vi: 'Mức', en: 'Level' },
  addLevel: { vi: 'Thêm mức', en: 'Add a level' },
  questions: { vi: 'Hỏi đáp', en: 'Questions and answers' },
  addQuestion: { vi: 'Thêm hỏi đáp', en: 'Add a question' },
  members: { vi: 'Các thủ tục nộp cùng một lần', en: 'Procedures filed at once' },
  addMember: { vi: 'Thêm thủ tục cùng nộp', en: 'Add a procedure' },
  page: { vi: 'Phần', en: 'Part' },
  pages: { vi: 'Các phần', en: 'Parts' },
  addField: { vi: 'Thêm trường', en: 'Add a field' },
  addPage: { vi: 'Thêm phần', en: 'Add a part' },
  option: { vi: 'lựa chọn', en: 'option' },
  papers: { vi: 'Giấy tờ kèm theo', en: 'Papers' },
  addPaper: { vi: 'Thêm giấy tờ', en: 'Add a paper' },
  process: { vi: 'Cả quy trình', en: 'The process' },
  limits: { vi: 'Bước đầu, số lần bổ sung, hẹn lại', en: 'First step, supplements, apologies' },
  steps: { vi: 'Các bước', en: 'Steps' },
  addStep: { vi: 'Thêm bước', en: 'Add a step' },
  hours: { vi: 'giờ', en: 'hours' },
  timeLimits: { vi: 'Thời hạn giải quyết', en: 'Time limits' },
  addLimit: { vi: 'Thêm thời hạn', en: 'Add a limit' },
  ordinary: { vi: 'Thông thường', en: 'Ordinary' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  addFee: { vi: 'Thêm khoản thu', en: 'Add a fee' },
  byTariff: { vi: 'theo biểu phí', en: 'by tariff' },
  results: { vi: 'Các văn bản', en: 'Papers issued' },
  addResult: { vi: 'Thêm văn bản', en: 'Add a paper' },
  addBlock: { vi: 'Thêm đoạn', en: 'Add a block' },
  messages: { vi: 'Lời riêng của thủ tục này', en: 'In words of its own' },
  addMessage: { vi: 'Thêm tin', en: 'Add a message' },
  untitled: { vi: 'Văn bản chưa đặt tên', en: 'Untitled' },
  table: { vi: 'Bảng mục – giá trị', en: 'Rows of facts' },
  article: { vi: 'điều', en: 'article' },
  paragraph: { vi: 'đoạn văn', en: 'paragraph' },
  generated: { vi: 'Hệ thống tạo', en: 'Generated' },
  inCase: { vi: 'Có điều kiện', en: 'Conditional' },
  optional: { vi: 'Không bắt buộc', en: 'Optional' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  units: {
    'working-day': { vi: 'ngày làm việc', en: 'working days' },
    'working-hour': { vi: 'giờ làm việc', en: 'working hours' },
    'calendar-day': { vi: 'ngày', en: 'days' },
    'within-day': { vi: 'trong ngày', en: 'within the day' },
  },
} as const satisfies Record<string, Words | Record<string, Words>>

/** What a draft is called by its state. */
export const stateWords = {
  editing: { vi: 'Đang soạn', en: 'Being written' },
  submitted: { vi: 'Chờ duyệt', en: 'Waits for approval' },
  published: { vi: 'Đã công bố', en: 'Published' },
  withdrawn: { vi: 'Đã bỏ', en: 'Discarded' },
} as const satisfies Record<string, Words>

export const authoringTitle: Words = officeWords.procedures
