import type { Words } from '#values/words.ts'
import type { Procedure } from '../declare.ts'
import type { PrintedForm } from './print-form.ts'

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

interface FormFacts {
  /** As the circular numbers it; absent for a form of our own. */
  readonly number?: string
  readonly name: Words
  /** When and where it is printed. */
  readonly when: Words
  /** The document that sets its shape. */
  readonly law: Words
  /** Whether a procedure ever prints it. */
  readonly isUsedBy: (procedure: Complete) => boolean
}

const circular: Words = { vi: 'Thông tư 01/2018/TT-VPCP', en: 'Circular 01/2018/TT-VPCP' }
const always = () => true
const someStepMay =
  (what: 'supplement' | 'reject') =>
  ({ process }: Complete): boolean =>
    Object.values(process.steps).some((step) => step.may.includes(what))

/** What is known of each printed form, in the order in which officials know them. */
export const formFacts: Readonly<Record<PrintedForm, FormFacts>> = {
  'receipt-slip': {
    number: '01',
    name: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt and appointment' },
    when: { vi: 'Quầy, khi tiếp nhận', en: 'At the counter, on reception' },
    law: circular,
    isUsedBy: always,
  },
  'supplement-request': {
    number: '02',
    name: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request to supplement' },
    when: { vi: 'Trong hồ sơ, khi yêu cầu bổ sung', en: 'In the dossier, when more is asked for' },
    law: circular,
    isUsedBy: someStepMay('supplement'),
  },
  'rejection-slip': {
    number: '03',
    name: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Rejection slip' },
    when: { vi: 'Trong hồ sơ, khi từ chối nhận', en: 'In the dossier, when it is not accepted' },
    law: circular,
    isUsedBy: someStepMay('reject'),
  },
  'apology-notice': {
    number: '04',
    name: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new appointment' },
    when: { vi: 'Trong hồ sơ, khi trễ hẹn', en: 'In the dossier, when it is late' },
    law: circular,
    isUsedBy: ({ process }) => process.limits.apologies > 0,
  },
  'control-slip': {
    number: '05',
    name: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control slip' },
    when: { vi: 'Quầy, đi cùng hồ sơ giấy', en: 'At the counter, goes with the papers' },
    law: circular,
    isUsedBy: always,
  },
  'dossier-book': {
    number: '06',
    name: { vi: 'Sổ theo dõi hồ sơ', en: 'Dossier book' },
    when: { vi: 'Sổ theo dõi, theo kỳ', en: 'Dossier book, by period' },
    law: circular,
    isUsedBy: always,
  },
  'handover-list': {
    name: { vi: 'Danh sách bàn giao hồ sơ giấy', en: 'Hand-over list' },
    when: { vi: 'Bàn giao', en: 'On hand-over' },
    law: {
      vi: 'Mẫu riêng, việc bàn giao theo Nghị định 61/2018/NĐ-CP',
      en: 'A form of our own; hand-over by Decree 61/2018/NĐ-CP',
    },
    isUsedBy: always,
  },
  'postal-list': {
    name: { vi: 'Danh sách giao bưu điện', en: 'List given to the post' },
    when: { vi: 'Giao bưu điện', en: 'On giving to the post' },
    law: {
      vi: 'Mẫu riêng, dịch vụ bưu chính công ích theo Quyết định 45/2016/QĐ-TTg',
      en: 'A form of our own; public postal service by Decision 45/2016/QĐ-TTg',
    },
    isUsedBy: always,
  },
  'results-list': {
    name: { vi: 'Danh sách kết quả phải trả trong ngày', en: 'Results to hand out on a day' },
    when: { vi: 'Trả kết quả, theo ngày', en: 'Handing out, by day' },
    law: { vi: 'Mẫu riêng', en: 'A form of our own' },
    isUsedBy: always,
  },
  application: {
    name: { vi: 'Tờ khai của người nộp', en: 'The application' },
    when: { vi: 'Trong hồ sơ', en: 'In the dossier' },
    law: { vi: 'Văn bản của từng thủ tục', en: 'The document of each procedure' },
    isUsedBy: ({ papers }) => papers.some(({ generated }) => generated === true),
  },
  result: {
    name: { vi: 'Kết quả giải quyết (quyết định, giấy phép, giấy xác nhận)', en: 'The result' },
    when: { vi: 'Trả kết quả', en: 'On handing the result out' },
    law: { vi: 'Thể thức theo Nghị định 30/2020/NĐ-CP, phụ lục I', en: 'Layout of Decree 30/2020/NĐ-CP, annex I' },
    isUsedBy: always,
  },
}
