import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { enterprisePage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  enterprisePage,
  { id: 'programme', title: { vi: 'Chương trình khuyến mại', en: 'The promotion' }, fields: [
    { id: 'name', type: 'text', label: { vi: 'Tên chương trình', en: 'Name of the programme' }, max: 200 },
    { id: 'ways', type: 'choice', many: true, label: { vi: 'Khuyến mại bằng cách nào', en: 'How it is done' },
      hint: { vi: 'Có bốc thăm, quay thưởng thì làm thủ tục 2.000004.', en: 'With a draw, use procedure 2.000004.' },
      options: [
        { value: 'sample', label: { vi: 'Cho dùng thử, hàng mẫu', en: 'Free samples' } },
        { value: 'gift', label: { vi: 'Tặng hàng, dịch vụ', en: 'Gifts' } },
        { value: 'discount', label: { vi: 'Giảm giá', en: 'Lower prices' } },
        { value: 'voucher', label: { vi: 'Phiếu mua hàng', en: 'Vouchers' } },
        { value: 'contest', label: { vi: 'Phiếu dự thi, không may rủi', en: 'A contest without chance' } },
        { value: 'loyalty', label: { vi: 'Khách hàng thường xuyên', en: 'Loyalty scheme' } },
        { value: 'events', label: { vi: 'Chương trình văn hóa, giải trí', en: 'Cultural events' } },
      ] },
    { id: 'isConcentrated', type: 'yes-no', when: { field: 'ways', in: ['discount'] },
      label: { vi: 'Có thuộc chương trình khuyến mại tập trung không', en: 'Is it part of a concentrated programme' },
      hint: { vi: 'Do Nhà nước tổ chức, hoặc vào dịp lễ, Tết.', en: 'Organised by the State, or on holidays.' } },
    { id: 'discountPercent', type: 'number', label: { vi: 'Mức giảm cao nhất', en: 'Highest discount' },
      hint: { vi: 'Không quá 50% giá ngay trước khuyến mại.', en: 'At most 50% of the price just before.' },
      unit: { vi: '%', en: '%' }, min: 1, max: 50, when: { field: 'isConcentrated', is: false } },
    { id: 'concentratedPercent', type: 'number', label: { vi: 'Mức giảm cao nhất', en: 'Highest discount' },
      unit: { vi: '%', en: '%' }, min: 1, max: 100, when: { field: 'isConcentrated', is: true } },
  ] },
  { id: 'time', title: { vi: 'Khi nào, ở đâu', en: 'When and where' }, fields: [
    // The law counts 3 working days; 3 days is the least they can be, the officer sees to weekends and holidays.
    { id: 'startsOn', type: 'date', label: { vi: 'Ngày bắt đầu', en: 'First day' }, notBefore: { today: 3 },
      hint: { vi: 'Thông báo trước ít nhất 3 ngày làm việc.', en: 'Notify at least 3 working days before.' } },
    { id: 'endsOn', type: 'date', label: { vi: 'Ngày kết thúc', en: 'Last day' }, notBefore: { field: 'startsOn' } },
    { id: 'days', type: 'computed', label: { vi: 'Số ngày khuyến mại', en: 'Days' }, result: 'number',
      formula: { days: { from: 'startsOn', to: 'endsOn', inclusive: true } }, unit: { vi: 'ngày', en: 'days' } },
    { id: 'area', type: 'long-text', label: { vi: 'Địa bàn', en: 'Area' }, max: 500,
      hint: { vi: 'Ghi các huyện, thành phố của tỉnh.', en: 'Districts of the province.' } },
    { id: 'customers', type: 'text', label: { vi: 'Khách hàng được hưởng', en: 'Who may take part' }, max: 300 },
  ] },
  { id: 'goods', title: { vi: 'Hàng được khuyến mại', en: 'Goods promoted' }, fields: [
    { id: 'goods', type: 'table', label: { vi: 'Hàng hóa, dịch vụ', en: 'Goods and services' }, max: 50, columns: [
      { id: 'what', type: 'text', label: { vi: 'Tên hàng', en: 'What' }, max: 120 },
      { id: 'price', type: 'money', label: { vi: 'Giá bán', en: 'Price' } },
      { id: 'offered', type: 'text', label: { vi: 'Khuyến mại gì', en: 'What is offered' }, max: 120 },
    ] },
  ] },
  { id: 'prizes', title: { vi: 'Tổng giá trị khuyến mại', en: 'Total value' }, fields: [
    { id: 'prizeTotal', type: 'money', label: { vi: 'Tổng giá trị giải thưởng, quà tặng', en: 'Value of all prizes' },
      hint: { vi: 'Cộng mọi phần giảm giá, quà tặng dự kiến.', en: 'All discounts and gifts expected.' } },
    { id: 'onlyMarketplace', type: 'yes-no',
      label: { vi: 'Chỉ bán và khuyến mại trên sàn thương mại điện tử', en: 'Only on an e-commerce platform' } },
    { id: 'details', type: 'long-text', label: { vi: 'Thể lệ chi tiết', en: 'Rules in detail' }, max: 4000 },
  ] },
  // NĐ 81/2018, Điều 17 khoản 2: no notice below 100 million đồng in all, nor for sales on a platform only.
  { id: 'not-needed', title: { vi: 'Không bắt buộc thông báo', en: 'No notice needed' },
    when: { any: [{ field: 'prizeTotal', below: 100_000_000 }, { field: 'onlyMarketplace', is: true }] },
    fields: [
      { id: 'notNeeded', type: 'statement', label: { vi: 'Ông/bà không phải gửi thông báo', en: 'You need not notify' },
        body: { vi: 'Tổng giá trị dưới 100 triệu đồng, hoặc chỉ bán trên sàn, thì khuyến mại mà không phải báo trước.',
          en: 'Below 100 million đồng, or on a platform only, you may promote without notice.' } },
      { id: 'notifyAnyway', type: 'yes-no', mustBeYes: true,
        label: { vi: 'Tôi biết và vẫn muốn gửi thông báo', en: 'I know and want to notify all the same' } },
    ] },
]

/** NĐ 81/2018/NĐ-CP, Điều 17; amended by NĐ 128/2024 from 01/12/2024, which keeps what is asked here [K]. */
export const promotionNotice = completeProcedure({
  code: '2.000033',
  summary: {
    vi: 'Thương nhân báo cho Sở Công Thương trước khi khuyến mại không có yếu tố may rủi trên địa bàn tỉnh.',
    en: 'A trader tells the department before a promotion without chance in the province.',
  },
  receivedAt: ['province'],
  owner: { agency: 'SCT', division: 'QLTM' },
  form: { id: 'promotion-notice', pages },
  papers: [
    {
      id: 'application',
      name: { vi: 'Thông báo thực hiện khuyến mại (Mẫu 01)', en: 'Notice (form 01)' },
      generated: true,
    },
    {
      id: 'rules',
      name: { vi: 'Thể lệ chương trình', en: 'Rules of the programme' },
      hint: { vi: 'Nếu dài hơn phần đã ghi ở trên.', en: 'If longer than what was written above.' },
      accept: ['pdf', 'office'],
      optional: true,
    },
  ],
  process: {
    id: 'promotion-notice',
    start: 'receive',
    steps: {
      receive: { kind: 'receive', hours: 1, next: 'appraise' },
      appraise: { kind: 'work', hours: 4, may: ['supplement', 'refuse'], next: 'review' },
      review: { name: headReviews, kind: 'work', by: 'head', hours: 1, back: ['appraise'], next: 'sign' },
      sign: { kind: 'decide', by: 'deputy-leader', hours: 1, back: ['review', 'appraise'], next: 'issue' },
      issue: { kind: 'issue', hours: 1, back: ['sign'], next: 'deliver' },
      deliver: { kind: 'deliver' },
    },
  },
  results: [
    {
      outcome: 'granted',
      title: { vi: 'Xác nhận tiếp nhận thông báo khuyến mại', en: 'Acknowledged notice of a promotion' },
      notation: 'SCT-QLTM',
      signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      blocks: [
        { paragraph: 'Sở Công Thương đã nhận thông báo của {answers.enterprise.name} (mã {answers.enterprise.code}).' },
        {
          fields: [
            { label: 'Chương trình', value: '{answers.name}' },
            { label: 'Hình thức', value: '{answers.ways}' },
            { label: 'Thời gian', value: '{answers.startsOn} – {answers.endsOn}' },
            { label: 'Địa bàn', value: '{answers.area}' },
            { label: 'Tổng giá trị', value: '{answers.prizeTotal}' },
          ],
        },
        { paragraph: 'Doanh nghiệp thực hiện đúng nội dung đã thông báo và Nghị định số 81/2018/NĐ-CP.' },
      ],
    },
    { outcome: 'refused', notation: 'SCT-QLTM', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    {
      ask: { vi: 'Khi nào không phải thông báo?', en: 'When is no notice needed?' },
      answer: {
        vi: 'Tổng giá trị dưới 100 triệu đồng, hoặc chỉ bán trên sàn.',
        en: 'Below 100 million, or platform only.',
      },
    },
    {
      ask: { vi: 'Khuyến mại ở nhiều tỉnh thì gửi ở đâu?', en: 'And in several provinces?' },
      answer: { vi: 'Gửi Sở Công Thương của từng tỉnh có khuyến mại.', en: 'To the department of each of them.' },
    },
    {
      ask: { vi: 'Đổi nội dung sau khi đã gửi thì sao?', en: 'What if it changes afterwards?' },
      answer: { vi: 'Gửi thông báo sửa đổi trước khi thực hiện phần đã đổi.', en: 'Notify before doing what changed.' },
    },
  ],
})
