import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

const commune = { unit: 'above', tier: 'commune', division: 'VHXH' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'deceased', title: { vi: 'Người đã mất', en: 'Who died' }, fields: [
    { id: 'deceased', type: 'person', birthDateAsKnown: true, label: { vi: 'Người đã mất', en: 'Who died' },
      parts: { fullName: 'required', birthDate: 'required', personalId: 'optional' } },
    { id: 'diedOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày mất', en: 'Date of death' } },
    { id: 'deathExtract', type: 'text', max: 60, label: { vi: 'Số trích lục khai tử',
      en: 'Number of the death extract' } },
    { id: 'received', type: 'choice', label: { vi: 'Khi còn sống được hưởng gì', en: 'What they received' }, options: [
      { value: 'allowance', label: { vi: 'Trợ cấp xã hội hằng tháng', en: 'Monthly social allowance' } },
      { value: 'elderly', label: { vi: 'Trợ cấp người từ 80 tuổi', en: 'Allowance of those of 80' } },
      { value: 'child', label: { vi: 'Là con của đơn thân nghèo đang hưởng',
        en: 'A child of a single parent who received it' } },
    ] },
    { id: 'decision', type: 'text', max: 60, optional: true, label: { vi: 'Số quyết định hưởng',
      en: 'Number of that decision' } },
  ] },
  { id: 'organizer', title: { vi: 'Ai lo mai táng', en: 'Who buries' }, fields: [
    { id: 'organizer', type: 'choice', label: { vi: 'Ai lo mai táng', en: 'Who buries' }, options: [
      { value: 'self', label: { vi: 'Tôi, hoặc gia đình tôi', en: 'I or my family' } },
      { value: 'body', label: { vi: 'Cơ quan, đoàn thể', en: 'A body or association' } },
    ] },
    { id: 'bodyName', type: 'text', max: 200, when: { field: 'organizer', is: 'body' },
      label: { vi: 'Tên cơ quan, đoàn thể', en: 'Its name' } },
    { id: 'otherSupport', type: 'yes-no', label: { vi: 'Đã nhận tiền mai táng từ bảo hiểm xã hội',
      en: 'Social insurance has paid already' },
      hint: { vi: 'Chỉ nhận ở một nơi, mức cao hơn.', en: 'Only one is paid, the higher.' } },
  ] },
  { id: 'amount', title: { vi: 'Số tiền, cách nhận', en: 'Amount and payment' }, fields: [
    { id: 'standard', type: 'computed', label: { vi: 'Mức chuẩn hiện nay', en: 'Standard rate today' }, result: 'money',
      formula: { listed: { list: 'socialStandardRate', code: 'standard' } } },
    { id: 'support', type: 'computed', label: { vi: 'Được hỗ trợ', en: 'Support' }, result: 'money',
      formula: { product: ['standard', 20] },
      hint: { vi: '20 lần mức chuẩn.', en: '20 times the standard rate.' } },
    { id: 'payBy', type: 'choice', label: { vi: 'Nhận tiền bằng cách nào', en: 'How it is paid' }, options: [
      { value: 'cash', label: { vi: 'Tiền mặt, ở xã', en: 'In cash, at the commune' } },
      { value: 'bank', label: { vi: 'Vào tài khoản', en: 'To an account' } },
    ] },
    { id: 'account', type: 'text', max: 100, sensitive: true, when: { field: 'payBy', is: 'bank' },
      label: { vi: 'Số tài khoản, ngân hàng, chủ tài khoản', en: 'Account number, bank, holder' } },
  ] },
]

/**
 * NĐ 136/2013 Điều 11: commune 2 days, district 3; 20 times the standard rate, also by NĐ 20/2021 [K]. The chair of the district
 * decides to pay, the finance division draws the order before the decision is handed out.
 */
// oxfmt-ignore
export const funeralSupport = completeProcedure({
  code: '1.001731', receivedAt: ['commune'], owner: { tier: 'district', division: 'LDTBXH' },
  summary: { vi: 'Dành cho gia đình có người đang hưởng trợ cấp xã hội hằng tháng vừa mất.',
    en: 'For the family of somebody who received a monthly social allowance and died.' },
  form: { id: 'funeral-support', pages },
  papers: [
    { id: 'death', resultOf: ['1.000656'], name: { vi: 'Trích lục khai tử', en: 'Death extract' },
      hint: { vi: 'Ảnh chụp hoặc bản sao.', en: 'Photo or copy.' } },
    { id: 'request', form: 'original', name: { vi: 'Văn bản đề nghị của cơ quan, đoàn thể', en: 'Letter of the body' },
      when: { field: 'organizer', is: 'body' } },
    { id: 'insurance', name: { vi: 'Giấy báo của bảo hiểm xã hội', en: 'Notice of social insurance' },
      when: { field: 'otherSupport', is: true } },
    { id: 'application', name: { vi: 'Tờ khai đề nghị hỗ trợ chi phí mai táng', en: 'Application' }, generated: true },
  ],
  process: { id: 'funeral-support', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'check' },
    check: { name: { vi: 'Xã kiểm tra danh sách đang hưởng', en: 'The commune checks the list' }, kind: 'work',
      by: { at: commune }, hours: 10,
      may: ['supplement', 'refuse'], next: 'propose' },
    propose: { name: { vi: 'Chủ tịch UBND xã đề nghị', en: 'The chair of the commune proposes' }, kind: 'work',
      by: { at: { unit: 'above', tier: 'commune' }, function: 'leader' }, hours: 4, back: ['check'], next: 'appraise' },
    appraise: { kind: 'work', hours: 8, may: ['supplement', 'refuse'], back: ['check'], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 4, back: ['appraise'], next: 'sign' },
    sign: { name: { vi: 'Chủ tịch UBND huyện quyết định chi', en: 'The chair of the district decides to pay' },
      kind: 'decide', hours: 6,
      back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 2, back: ['sign'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'deliver' }], otherwise: 'order' } },
    order: { name: { vi: 'Phòng Tài chính - Kế hoạch lập lệnh chi',
      en: 'The finance division draws the order to pay' }, kind: 'work',
      by: { at: { unit: 'owner', division: 'TCKH' } }, hours: 4, next: 'deliver' },
    deliver: { name: { vi: 'Chi tiền, trả quyết định', en: 'Pay, hand out the decision' }, kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', title: { vi: 'Quyết định hỗ trợ chi phí mai táng', en: 'Decision to pay funeral support' },
      notation: 'QĐ-UBND',
      signer: { position: 'CHỦ TỊCH' }, recipients: ['{applicant}', 'Phòng LĐTBXH', 'Phòng TCKH', 'UBND cấp xã'],
        blocks: [
        { article: '1', text: 'Chi {answers.support} cho {answers.applicant.fullName} để mai táng {answers.deceased.fullName}, mất ngày {answers.diedOn}.' },
        { fields: [
          { label: 'Đối tượng', value: '{answers.received}' },
          { label: 'Mức chuẩn', value: '{answers.standard} × 20' }, { label: 'Cách chi', value: '{answers.payBy}' },
        ] },
        { article: '2', text: 'Kinh phí từ nguồn bảo đảm xã hội. Phòng Tài chính - Kế hoạch lập lệnh chi theo Quyết định này.' },
      ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Chưa đăng ký khai tử thì sao?', en: 'Without a death extract?' },
      answer: { vi: 'Đăng ký trước ở xã, thủ tục 1.000656, có trong ngày.',
        en: 'Register first: 1.000656, the same day.' } },
    { ask: { vi: 'Bao lâu có tiền?', en: 'How soon is it paid?' },
      answer: { vi: 'Trong 5 ngày làm việc.', en: 'Within 5 working days.' } },
    { ask: { vi: 'Người có công thì theo thủ tục này?', en: 'And people of merit?' },
      answer: { vi: 'Không, có chế độ riêng, hỏi Phòng LĐTBXH.', en: 'No, they have their own; ask the district.' } },
  ],
})
