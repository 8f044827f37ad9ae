import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage } from '../one-stop/pages.ts'
import { identityPaper } from '../one-stop/papers.ts'
import { civilStatusExemptions } from './exemptions.ts'

const mustVerify = { field: 'answers.proof', is: 'none' }

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'deceased', title: { vi: 'Người đã mất', en: 'Who died' }, fields: [
    { id: 'relation', type: 'choice', label: { vi: 'Ông/bà là gì của người mất', en: 'You are their' }, options: [
      { value: 'family', label: { vi: 'Vợ, chồng, con, cha, mẹ', en: 'Spouse, child or parent' } },
      { value: 'relative', label: { vi: 'Người thân khác', en: 'Another relative' } },
      { value: 'carer', label: { vi: 'Người, nơi đang chăm sóc', en: 'Whoever cared for them' } },
    ] },
    { id: 'deceased', type: 'person', birthDateAsKnown: true, label: { vi: 'Người đã mất', en: 'Who died' },
      parts: { fullName: 'required', birthDate: 'required', sex: 'required', personalId: 'optional',
        ethnicity: 'required',
        nationality: 'required' } },
    { id: 'lastHome', type: 'text', max: 300, label: { vi: 'Nơi cư trú cuối cùng', en: 'Last residence' },
      hint: { vi: 'Thôn, xã, huyện, tỉnh.', en: 'Hamlet, commune, district, province.' } },
  ] },
  { id: 'death', title: { vi: 'Mất khi nào, ở đâu', en: 'When and where' }, fields: [
    { id: 'diedOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày mất', en: 'Date of death' },
      hint: { vi: 'Theo dương lịch. Đăng ký trong 15 ngày.', en: 'Register within 15 days.' } },
    { id: 'daysSince', type: 'computed', result: 'number', formula: { days: { from: 'diedOn', to: 'today' } },
      unit: { vi: 'ngày', en: 'days' }, label: { vi: 'Đã qua', en: 'Since then' } },
    { id: 'diedAt', type: 'text', max: 300, label: { vi: 'Nơi mất', en: 'Place of death' } },
    { id: 'cause', type: 'text', max: 200, label: { vi: 'Nguyên nhân', en: 'Cause' }, example: 'Tuổi già' },
  ] },
  { id: 'proof', title: { vi: 'Giấy tờ chứng minh', en: 'Proof' }, fields: [
    { id: 'proof', type: 'choice', label: { vi: 'Đang có giấy nào', en: 'What you have' }, options: [
      { value: 'hospital', label: { vi: 'Giấy báo tử của bệnh viện', en: 'Notice of the hospital' } },
      { value: 'village', label: { vi: 'Mất ở nhà, xã ghi nhận', en: 'Died at home; the commune knows' } },
      { value: 'court', label: { vi: 'Bản án, quyết định, biên bản của công an', en: 'Judgment or police minutes' } },
      { value: 'none', label: { vi: 'Không có giấy tờ', en: 'None' },
        hint: { vi: 'Xã xác minh trong 3 ngày.', en: 'The commune verifies.' } },
    ] },
    { id: 'extracts', type: 'number', max: 20, unit: { vi: 'bản', en: 'copies' },
      label: { vi: 'Cần thêm mấy bản sao trích lục', en: 'Extra copies' } },
  ] },
]

/** Luật Hộ tịch 2014 Điều 32–34, NĐ 123/2015 Điều 4: the same day, 3 working days to verify. Late fee by the provincial council [?]. */
// oxfmt-ignore
export const deathRegistration = completeProcedure({
  code: '1.000656', receivedAt: ['commune'],
  summary: { vi: 'Đăng ký ở xã nơi người mất cư trú cuối cùng, trong 15 ngày. Xóa tên khỏi các khoản phải đóng, nhận tuất.',
    en: 'At the commune where they last lived, within 15 days.' },
  timeLimits: [{ amount: 1, unit: 'within-day' },
    { amount: 3, unit: 'working-day', when: mustVerify, note: { vi: 'Khi cần xác minh',
      en: 'If facts must be verified' } }],
  fees: [{ amount: 0, note: { vi: 'Đúng hạn', en: 'In time' } },
    { amount: 8000, when: { field: 'answers.daysSince', atLeast: 16 },
      note: { vi: 'Quá hạn; mức minh họa', en: 'Late; a sample' }, exemptions: civilStatusExemptions }],
  form: { id: 'death-registration', pages },
  papers: [
    { id: 'notice', form: 'original', reusableMonths: 0, name: { vi: 'Giấy báo tử', en: 'Notice of death' },
      when: { field: 'proof', is: 'hospital' } },
    { id: 'judgment', reusableMonths: 0, name: { vi: 'Bản án, quyết định hoặc biên bản', en: 'Judgment or minutes' },
      when: { field: 'proof', is: 'court' } },
    { id: 'witness', form: 'original', reusableMonths: 0, name: { vi: 'Văn bản của người làm chứng', en: 'Statement of a witness' },
      when: { field: 'proof', in: ['village', 'none'] }, optional: true },
    identityPaper,
    { id: 'application', name: { vi: 'Tờ khai đăng ký khai tử', en: 'Registration form' }, generated: true },
  ],
  process: { id: 'death-registration', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 1, next: 'record' },
    record: { name: { vi: 'Kiểm tra, ghi sổ đăng ký khai tử', en: 'Check and record' }, kind: 'work', hours: 4,
      may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'sign' }, { if: mustVerify, to: 'verify' }],
        otherwise: 'sign' } },
    verify: { name: { vi: 'Xác minh với thôn, người thân', en: 'Verify with the hamlet and family' }, kind: 'work',
      hours: 16,
      may: ['refuse'], back: ['record'], next: 'sign' },
    sign: { kind: 'decide', hours: 2, back: ['record', 'verify'], next: 'issue' },
    issue: { kind: 'issue', hours: 1, back: ['sign'], next: 'deliver' },
    deliver: { name: { vi: 'Trả trích lục khai tử', en: 'Deliver the extract' }, kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', title: { vi: 'Trích lục khai tử', en: 'Death extract' }, notation: 'TLKT',
      signer: { position: 'CHỦ TỊCH' }, blocks: [
      { fields: [
        { label: 'Họ, chữ đệm, tên', value: '{answers.deceased.fullName}' },
        { label: 'Ngày sinh, giới tính', value: '{answers.deceased.birthDate}; {answers.deceased.sex}' },
        { label: 'Nơi cư trú cuối cùng', value: '{answers.lastHome}' },
        { label: 'Đã chết ngày', value: '{answers.diedOn}' },
        { label: 'Nơi chết', value: '{answers.diedAt}' }, { label: 'Nguyên nhân', value: '{answers.cause}' },
      ] },
      { paragraph: 'Đăng ký khai tử tại {unit}.' },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Mất ở nhà thì lấy giấy báo tử ở đâu?', en: 'Who gives the notice if they died at home?' },
      answer: { vi: 'Xã ghi nhận, không phải đi xin.', en: 'The commune; you need not ask for it.' } },
    { ask: { vi: 'Sau đó nhận tiền mai táng thế nào?', en: 'And the funeral support?' },
      answer: { vi: 'Nộp thủ tục 1.001731, kèm trích lục này.', en: 'By procedure 1.001731 with this extract.' } },
    { ask: { vi: 'Quá 15 ngày có sao không?', en: 'What after 15 days?' },
      answer: { vi: 'Vẫn đăng ký được, nộp lệ phí quá hạn.', en: 'It can still be registered, for a fee.' } },
  ],
})
