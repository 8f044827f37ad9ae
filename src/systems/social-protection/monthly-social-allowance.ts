import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

const commune = { unit: 'above', tier: 'commune', division: 'VHXH' } as const
const disabled = {
  field: 'category',
  in: ['disabled-severe', 'disabled-severe-young-old', 'disabled-extreme', 'disabled-extreme-young-old'],
}
const withHiv = { field: 'category', in: ['hiv', 'hiv-child', 'hiv-child-under-4'] }
const child = {
  field: 'category',
  in: ['child', 'child-under-4', 'student', 'hiv-child', 'hiv-child-under-4', 'toddler'],
}

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'request', title: { vi: 'Xin việc gì', en: 'What you ask for' }, fields: [
    { id: 'request', type: 'choice', label: { vi: 'Xin việc gì', en: 'What you ask for' }, options: [
      { value: 'grant', label: { vi: 'Được hưởng trợ cấp', en: 'Get the allowance' } },
      { value: 'change', label: { vi: 'Đổi mức đang hưởng', en: 'Change what is paid' } },
      { value: 'end', label: { vi: 'Thôi hưởng', en: 'End it' } },
    ] },
    { id: 'decision', type: 'text', max: 60, when: { field: 'request', in: ['change', 'end'] },
      label: { vi: 'Số quyết định đang hưởng', en: 'Number of the present decision' } },
    { id: 'forSelf', type: 'yes-no', label: { vi: 'Xin cho chính mình', en: 'For yourself' } },
    { id: 'beneficiary', type: 'person', birthDateAsKnown: true, when: { field: 'forSelf', is: false },
      label: { vi: 'Người được hưởng', en: 'Who is to get it' },
      parts: { fullName: 'required', birthDate: 'required', sex: 'required', personalId: 'optional',
        ethnicity: 'required' } },
    { id: 'relation', type: 'text', max: 60, when: { field: 'forSelf', is: false },
      label: { vi: 'Ông/bà là gì của người đó', en: 'You are their' } },
  ] },
  { id: 'category', title: { vi: 'Thuộc diện nào', en: 'On what ground' },
    hint: { vi: 'Không rõ thì hỏi cán bộ văn hóa - xã hội của xã.', en: 'If unsure, ask at the commune.' }, fields: [
      { id: 'category', type: 'choice', codeList: 'socialAllowance', display: 'list',
        label: { vi: 'Hoàn cảnh', en: 'Situation' } },
      { id: 'disabilityPaper', type: 'text', max: 60, when: disabled,
        label: { vi: 'Số giấy xác nhận khuyết tật', en: 'Number of the disability certificate' } },
      { id: 'household', type: 'choice', label: { vi: 'Hộ gia đình', en: 'Household' }, options: [
        { value: 'poor', label: { vi: 'Hộ nghèo', en: 'Poor' } },
        { value: 'near-poor', label: { vi: 'Hộ cận nghèo', en: 'Near-poor' } },
        { value: 'other', label: { vi: 'Không thuộc hai diện đó', en: 'Neither' } },
      ] },
      { id: 'otherIncome', type: 'yes-no', label: { vi: 'Đang có lương hưu, trợ cấp khác', en: 'Has a pension' } },
      { id: 'otherIncomeText', type: 'text', max: 200, when: { field: 'otherIncome', is: true },
        label: { vi: 'Khoản gì, bao nhiêu một tháng', en: 'What, how much a month' } },
      { id: 'story', type: 'long-text', max: 2000, optional: true,
        label: { vi: 'Kể thêm về hoàn cảnh', en: 'More about the situation' } },
    ] },
  { id: 'amount', title: { vi: 'Mức dự kiến', en: 'What it may be' }, fields: [
    { id: 'standard', type: 'computed', label: { vi: 'Mức chuẩn hiện nay', en: 'Standard rate today' }, result: 'money',
      formula: { listed: { list: 'socialStandardRate', code: 'standard' } } },
    { id: 'coefficient', type: 'computed', label: { vi: 'Hệ số', en: 'Coefficient' }, result: 'number', decimals: 1,
      formula: { listed: { list: 'socialAllowance', chosen: 'category' } } },
    { id: 'allowance', type: 'computed', label: { vi: 'Mỗi tháng', en: 'A month' }, result: 'money',
      formula: { product: ['standard', 'coefficient'] } },
    { id: 'payBy', type: 'choice', label: { vi: 'Nhận tiền bằng cách nào', en: 'How it is paid' }, options: [
      { value: 'cash', label: { vi: 'Tiền mặt, ở bưu điện xã', en: 'In cash, at the post office' } },
      { value: 'bank', label: { vi: 'Vào tài khoản', en: 'To an account' } },
    ] },
    { id: 'account', type: 'text', max: 100, sensitive: true, when: { field: 'payBy', is: 'bank' },
      label: { vi: 'Số tài khoản, ngân hàng, chủ tài khoản', en: 'Account number, bank, holder' } },
  ] },
]

/**
 * NĐ 136/2013 Điều 7–8, TTLT 29/2014: council and publication at the commune 22 days, district 10; NĐ 20/2021 has
 * shorter ones, not checked [?]. The chair of the district decides, so the district owns it; the commune works on it.
 */
// oxfmt-ignore
export const monthlySocialAllowance = completeProcedure({
  code: '1.001776', receivedAt: ['commune'], owner: { tier: 'district', division: 'LDTBXH' },
  summary: { vi: 'Dành cho trẻ mồ côi, người khuyết tật, người già neo đơn, người đơn thân nghèo nuôi con nhỏ.',
    en: 'For orphans, people with disabilities, the old without a carer, poor single parents.' },
  form: { id: 'monthly-social-allowance', pages },
  papers: [
    { id: 'disability', name: { vi: 'Giấy xác nhận khuyết tật', en: 'Disability certificate' }, when: disabled,
      resultOf: ['1.001699'] },
    { id: 'birth', name: { vi: 'Giấy khai sinh', en: 'Birth certificate' }, when: child,
      resultOf: ['1.001193'] },
    { id: 'school', form: 'original', name: { vi: 'Giấy xác nhận đang đi học', en: 'Proof of schooling' },
      when: { field: 'category', is: 'student' } },
    { id: 'hiv', name: { vi: 'Xác nhận của cơ sở y tế', en: 'Statement of the clinic' }, when: withHiv },
    { id: 'household', name: { vi: 'Sổ hộ khẩu', en: 'Household register' }, optional: true,
      hint: { vi: 'Không cần nếu thông tin đã có trong hệ thống.', en: 'Not if the system has it already.' } },
    { id: 'application', name: { vi: 'Tờ khai đề nghị trợ giúp xã hội', en: 'Application' }, generated: true },
  ],
  process: { id: 'monthly-social-allowance', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'council' },
    council: { name: { vi: 'Hội đồng xét duyệt cấp xã họp', en: 'The council of the commune considers' }, kind: 'work',
      by: { at: commune }, hours: 100, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'propose' }], otherwise: 'publish' } },
    publish: { name: { vi: 'Niêm yết công khai 7 ngày', en: 'Posted for 7 days' }, kind: 'work', by: { at: commune },
      hours: 56, back: ['council'], next: 'propose' },
    propose: { name: { vi: 'Chủ tịch UBND xã đề nghị', en: 'The chair of the commune proposes' }, kind: 'work',
      by: { at: { unit: 'above', tier: 'commune' }, function: 'leader' }, hours: 16, back: ['council', 'publish'],
      next: 'appraise' },
    appraise: { kind: 'work', hours: 44, may: ['supplement', 'refuse'], back: ['council'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 12, back: ['appraise'], next: 'sign' },
    sign: { name: { vi: 'Chủ tịch UBND huyện quyết định', en: 'The chair of the district decides' }, kind: 'decide',
      hours: 20, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 4, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', title: { vi: 'Quyết định về trợ cấp xã hội hằng tháng', en: 'Decision on social allowance' },
      notation: 'QĐ-UBND', signer: { position: 'CHỦ TỊCH' }, recipients: ['{applicant}', 'Phòng LĐTBXH', 'UBND cấp xã'],
      blocks: [
        { article: '1', text: 'Giải quyết trợ cấp theo đề nghị của {answers.applicant.fullName}:' },
        { fields: [
          { label: 'Người được hưởng', value: '{answers.beneficiary.fullName}', when: { field: 'answers.forSelf', is: false } },
          { label: 'Việc giải quyết', value: '{answers.request}' },
          { label: 'Đối tượng, hệ số', value: '{answers.category}; {answers.coefficient}' },
          { label: 'Mức chuẩn, mức hưởng', value: '{answers.standard}; {answers.allowance} mỗi tháng' },
          { label: 'Cách chi trả', value: '{answers.payBy}' },
        ] },
        { article: '2', text: 'Phòng Lao động - Thương binh và Xã hội, UBND cấp xã thi hành Quyết định này.' },
      ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Người từ 80 tuổi nộp ở đâu?', en: 'And people of 80 and more?' },
      answer: { vi: 'Từ 01/7/2025 chuyển sang trợ cấp hưu trí xã hội.', en: 'Since 01/07/2025: social pension.' } },
    { ask: { vi: 'Được hưởng từ tháng nào?', en: 'From which month?' },
      answer: { vi: 'Từ tháng ghi trong quyết định.', en: 'From the month that the decision states.' } },
    { ask: { vi: 'Thuộc nhiều diện thì hưởng thế nào?', en: 'What if several grounds apply?' },
      answer: { vi: 'Chỉ hưởng một mức cao nhất.', en: 'The highest only.' } },
    { ask: { vi: 'Chưa có giấy xác nhận khuyết tật?', en: 'Without a disability certificate?' },
      answer: { vi: 'Làm trước ở xã, thủ tục 1.001699.', en: 'Get it first at the commune: 1.001699.' } },
  ],
})
