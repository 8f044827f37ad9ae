import type { Field, Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, businessPage, deliveryPage } from '../one-stop/pages.ts'
import { registrationPaper } from '../one-stop/papers.ts'
import { headReviews, inspectSite } from '../one-stop/steps.ts'

const branch = { unit: 'agency', key: 'SNNPTNT.QLCL' } as const

/** What is asked of whoever makes or sells food, also when it is filed together with a registration. */
// oxfmt-ignore
export const foodFields = {
  making: [
    { id: 'activity', type: 'choice', label: { vi: 'Cơ sở làm gì', en: 'What it does' }, options: [
      { value: 'make', label: { vi: 'Sơ chế, chế biến', en: 'Prepares or processes' } },
      { value: 'trade', label: { vi: 'Chỉ buôn bán', en: 'Only trades' } },
      { value: 'both', label: { vi: 'Cả hai', en: 'Both' } },
    ] },
    { id: 'goods', type: 'table', max: 30, label: { vi: 'Mặt hàng', en: 'Goods' }, columns: [
      { id: 'name', type: 'text', max: 120, label: { vi: 'Tên hàng', en: 'Name' }, example: 'Vải thiều sấy' },
      { id: 'source', type: 'text', max: 200, label: { vi: 'Nguyên liệu từ đâu', en: 'Where it comes from' } },
    ] },
    { id: 'yearly', type: 'number', decimals: 1, min: 0, max: 100_000, unit: { vi: 'tấn', en: 'tonnes' },
      label: { vi: 'Sản lượng một năm', en: 'Output a year' } },
  ],
  water: { id: 'water', type: 'choice', label: { vi: 'Nước dùng', en: 'Water' }, options: [
    { value: 'public', label: { vi: 'Nước máy', en: 'Public supply' } },
    { value: 'well', label: { vi: 'Giếng khoan', en: 'Well' },
      hint: { vi: 'Gửi kết quả xét nghiệm.', en: 'Send the test.' } },
  ] },
  hygiene: [
    { id: 'trained', type: 'number', max: 5000, label: { vi: 'Đã học an toàn thực phẩm', en: 'Of them trained' } },
    { id: 'waste', type: 'long-text', max: 1000, label: { vi: 'Xử lý rác, nước thải thế nào',
      en: 'How waste is handled' } },
  ],
} as const satisfies Record<string, Field | readonly Field[]>

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  businessPage,
  { id: 'making', title: { vi: 'Làm ra hàng gì', en: 'What is made or sold' }, fields: [
    ...foodFields.making,
    { id: 'renews', type: 'yes-no', label: { vi: 'Cấp lại vì giấy cũ sắp hết hạn',
      en: 'A certificate that expires is renewed' } },
    { id: 'oldNumber', type: 'text', max: 40, when: { field: 'renews', is: true },
      label: { vi: 'Số giấy cũ', en: 'Old number' } },
  ] },
  { id: 'premises', title: { vi: 'Nhà xưởng, người làm', en: 'Premises and workers' }, fields: [
    { id: 'area', type: 'number', min: 1, max: 100_000, unit: { vi: 'm²', en: 'm²' },
      label: { vi: 'Diện tích', en: 'Area' } },
    foodFields.water,
    { id: 'workers', type: 'number', min: 1, max: 5000, label: { vi: 'Số người trực tiếp làm',
      en: 'People who handle food' } },
    ...foodFields.hygiene,
    { id: 'visitFrom', type: 'date', notBefore: 'today', label: { vi: 'Đoàn đến kiểm tra được từ ngày',
      en: 'Inspection possible from' } },
  ] },
  deliveryPage,
]

/** TT 38/2018/TT-BNNPTNT Điều 17–19: 15 working days with the inspection on site; fee of TT 286/2016 [K]. The branch office works, the department's branch head signs. */
// oxfmt-ignore
export const foodSafetyCertificate = completeProcedure({
  code: '2.001827', receivedAt: ['province'], owner: { agency: 'SNNPTNT' },
  summary: { vi: 'Dành cho cơ sở sơ chế, chế biến, buôn bán nông sản, thịt, cá trong tỉnh.',
    en: 'For those who process or trade farm, forest and fishery products in the province.' },
  fees: [{ amount: 700_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' } }],
  form: { id: 'food-safety-certificate', pages },
  papers: [
    registrationPaper,
    { id: 'description', form: 'original', maxFiles: 10, name: { vi: 'Bản thuyết minh cơ sở vật chất',
      en: 'Description of the premises' },
      hint: { vi: 'Sơ đồ mặt bằng, thiết bị, quy trình.', en: 'Plan, equipment, process.' } },
    { id: 'water', name: { vi: 'Kết quả xét nghiệm nước giếng', en: 'Test of the well water' },
      when: { field: 'water', is: 'well' } },
    { id: 'training', maxFiles: 20, optional: true, name: { vi: 'Xác nhận kiến thức an toàn thực phẩm',
      en: 'Proof of training' } },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp giấy chứng nhận', en: 'Application' }, generated: true },
  ],
  process: { id: 'food-safety-certificate', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', by: { at: branch, function: 'specialist' }, hours: 24,
      may: ['supplement', 'refuse', 'pause'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'inspect' } },
    inspect: { name: inspectSite, kind: 'work', meets: 'inspection', by: { at: branch, function: 'specialist' },
      hours: 56, may: ['refuse'],
      back: ['appraise'],
      consult: [
        { id: 'commune', name: { vi: 'UBND xã cử người tham gia', en: 'The commune takes part' }, hours: 40,
          silence: 'consent',
          by: { at: { unit: 'area', field: 'answers.premises.commune', division: 'VPTK' }, function: 'specialist' } },
        { id: 'health', name: { vi: 'Chi cục An toàn vệ sinh thực phẩm', en: 'Food hygiene office' }, hours: 40,
          silence: 'consent',
          by: { at: { unit: 'agency', key: 'SYT.ATTP' }, function: 'specialist' } },
      ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: { at: branch, function: 'head' }, hours: 12,
      back: ['appraise', 'inspect'], next: 'sign' },
    sign: { name: { vi: 'Chi cục trưởng ký', en: 'The head of the office signs' }, kind: 'decide',
      by: { at: branch, function: 'leader' },
      hours: 16, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', by: { at: branch, function: 'clerk' }, hours: 8, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'CNATTP-QLCL', validMonths: 36, signer: { position: 'CHI CỤC TRƯỞNG' }, blocks: [
      { fields: [
        { label: 'Cơ sở', value: '{answers.businessName}' }, { label: 'Địa chỉ', value: '{answers.premises}' },
        { label: 'Đăng ký kinh doanh số', value: '{answers.registration}',
          when: { field: 'answers.isRegistered', is: true } },
        { label: 'Mặt hàng', value: '{answers.goods}' },
      ] },
      { paragraph: 'Đủ điều kiện an toàn thực phẩm theo quy định của Bộ Nông nghiệp và Phát triển nông thôn.' },
      { paragraph: 'Thay giấy chứng nhận số {answers.oldNumber}.', when: { field: 'answers.renews', is: true } },
    ] },
    { outcome: 'refused', notation: 'TB-QLCL', signer: { position: 'CHI CỤC TRƯỞNG' } },
  ],
  questions: [
    { ask: { vi: 'Nhà nông bán rau có phải xin?', en: 'Must farmers who sell vegetables apply?' },
      answer: { vi: 'Không; nhỏ lẻ thì ký cam kết với xã.', en: 'No; the small sign a pledge at the commune.' } },
    { ask: { vi: 'Đoàn kiểm tra báo trước không?', en: 'Is the inspection announced?' },
      answer: { vi: 'Có, ngày giờ được báo cho ông/bà.', en: 'Yes, you are told the day and hour.' } },
    { ask: { vi: 'Giấy có hạn mấy năm?', en: 'How long is it valid?' },
      answer: { vi: '3 năm; nộp lại trước khi hết hạn 6 tháng.', en: '3 years; apply 6 months before.' } },
  ],
})
