import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage } from '../one-stop/pages.ts'
import { identityPaper } from '../one-stop/papers.ts'
import { civilStatusExemptions } from './exemptions.ts'

const wantsCard = { field: 'answers.healthCard', is: true }

// No bound of law: a parent born within twelve years of the child is a slip of the pen.
const longBefore = { field: 'childBirthDate', days: -4383 }

// Homes of parents are text: they may be outside the province, and other provinces' communes are not in the directory.
// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'child', title: { vi: 'Em bé', en: 'The child' }, fields: [
    { id: 'relation', type: 'choice', label: { vi: 'Ông/bà là gì của em bé', en: 'You are the child’s' }, options: [
      { value: 'mother', label: { vi: 'Mẹ', en: 'Mother' } }, { value: 'father', label: { vi: 'Cha', en: 'Father' } },
      { value: 'relative', label: { vi: 'Ông, bà, người thân', en: 'Grandparent or relative' } },
      { value: 'carer', label: { vi: 'Người đang nuôi dưỡng', en: 'Carer' } },
    ] },
    { id: 'childName', type: 'text', max: 100, pattern: 'person-name',
      label: { vi: 'Họ, chữ đệm, tên của em bé', en: 'Full name of the child' } },
    { id: 'childSex', type: 'choice', codeList: 'sex', label: { vi: 'Giới tính', en: 'Sex' } },
    { id: 'childBirthDate', type: 'date', label: { vi: 'Ngày sinh', en: 'Date of birth' }, notAfter: 'today',
      hint: { vi: 'Từ ngày sinh quá 60 ngày là đăng ký quá hạn.', en: 'After 60 days it is late.' } },
    { id: 'childDays', type: 'computed', label: { vi: 'Số ngày từ khi sinh', en: 'Days since birth' }, result: 'number',
      formula: { days: { from: 'childBirthDate', to: 'today' } } },
    { id: 'childAge', type: 'computed', label: { vi: 'Tuổi', en: 'Age' }, result: 'number',
      formula: { age: { birth: 'childBirthDate', on: 'today' } } },
    { id: 'childEthnicity', type: 'choice', codeList: 'ethnicity', label: { vi: 'Dân tộc', en: 'Ethnic group' } },
    { id: 'hometown', type: 'text', label: { vi: 'Quê quán', en: 'Home place' }, max: 200,
      hint: { vi: 'Theo quê của cha hoặc mẹ.', en: 'That of the father or the mother.' } },
  ] },
  { id: 'birth-place', title: { vi: 'Sinh ở đâu', en: 'Where the child was born' }, fields: [
    { id: 'bornAt', type: 'choice', label: { vi: 'Nơi sinh', en: 'Place of birth' }, options: [
      { value: 'clinic', label: { vi: 'Bệnh viện, trạm y tế', en: 'Hospital or health station' },
        hint: { vi: 'Có giấy chứng sinh.', en: 'It gave a notice of birth.' } },
      { value: 'elsewhere', label: { vi: 'Nơi khác', en: 'Elsewhere' },
        hint: { vi: 'Ở nhà, trên đường…', en: 'At home, on the way…' } },
    ] },
    { id: 'birthPlace', type: 'text', max: 300, label: { vi: 'Tên và địa chỉ nơi sinh', en: 'Its name and address' } },
  ] },
  { id: 'parents', title: { vi: 'Cha mẹ', en: 'Parents' }, fields: [
    { id: 'parents', type: 'choice', label: { vi: 'Khai cha mẹ thế nào', en: 'Which parents are declared' }, options: [
      { value: 'both', label: { vi: 'Cả cha và mẹ', en: 'Both' } },
      { value: 'mother', label: { vi: 'Chỉ có mẹ', en: 'Only the mother' } },
      { value: 'father', label: { vi: 'Chỉ có cha', en: 'Only the father' } },
      { value: 'none', label: { vi: 'Chưa biết cả hai', en: 'Neither is known' } },
      { value: 'abandoned', label: { vi: 'Trẻ bị bỏ rơi', en: 'The child was abandoned' } },
    ] },
    { id: 'married', type: 'yes-no', label: { vi: 'Cha mẹ đã đăng ký kết hôn chưa', en: 'Are they married' },
      when: { field: 'parents', is: 'both' } },
    { id: 'mother', type: 'person', ofSex: 'female', label: { vi: 'Mẹ', en: 'Mother' }, birthDateAsKnown: true, bornBy: longBefore,
      parts: { fullName: 'required', birthDate: 'required', ethnicity: 'required', nationality: 'required',
        personalId: 'optional' }, when: { field: 'parents', in: ['both', 'mother'] } },
    { id: 'motherHome', type: 'text', label: { vi: 'Nơi cư trú của mẹ', en: 'Home of the mother' }, max: 300,
      when: { field: 'parents', in: ['both', 'mother'] } },
    { id: 'father', type: 'person', ofSex: 'male', label: { vi: 'Cha', en: 'Father' }, birthDateAsKnown: true, bornBy: longBefore,
      parts: { fullName: 'required', birthDate: 'required', ethnicity: 'required', nationality: 'required',
        personalId: 'optional' }, when: { field: 'parents', in: ['both', 'father'] } },
    { id: 'fatherHome', type: 'text', label: { vi: 'Nơi cư trú của cha', en: 'Home of the father' }, max: 300,
      when: { field: 'parents', in: ['both', 'father'] } },
  ] },
  { id: 'health-card', title: { vi: 'Thẻ bảo hiểm y tế', en: 'Health insurance card' },
    when: { field: 'childAge', below: 6 }, fields: [
      { id: 'healthCard', type: 'yes-no', label: { vi: 'Làm luôn thẻ bảo hiểm y tế', en: 'Get the card at once' },
        hint: { vi: 'Trẻ dưới 6 tuổi được cấp miễn phí; thẻ trả sau giấy khai sinh.', en: 'Free below 6 years.' } },
      { id: 'clinic', type: 'text', max: 200, when: { field: 'healthCard', is: true },
        label: { vi: 'Nơi khám bệnh ban đầu', en: 'Clinic of first care' } },
    ] },
]

/**
 * Luật Hộ tịch 2014 Điều 13–16; with the card TTLT 05/2015, from 01/07/2024 NĐ 63/2024 [K]. Social insurance is no body
 * of the province: the commune sends for the card and fetches it, in a step beside the delivery of the certificate.
 */
// oxfmt-ignore
export const birthRegistration = completeProcedure({
  code: '1.001193', receivedAt: ['commune'],
  summary: { vi: 'Đăng ký trong 60 ngày từ khi sinh, ở xã nơi cha hoặc mẹ cư trú. Làm luôn được thẻ bảo hiểm y tế.',
    en: 'Register within 60 days, in the commune where a parent lives. The health card can be had at once.' },
  timeLimits: [{ amount: 1, unit: 'within-day' },
    { amount: 15, unit: 'working-day', when: wantsCard,
      note: { vi: 'Có thẻ bảo hiểm y tế; giấy khai sinh vẫn trong ngày', en: 'The card; the rest the same day' } }],
  fees: [{ amount: 0, note: { vi: 'Đúng hạn', en: 'In time' } },
    // Late: by the provincial council; the amount is not known to us [?].
    { amount: 8000, when: { field: 'answers.childDays', atLeast: 61 },
      note: { vi: 'Quá hạn; mức minh họa', en: 'Late; a sample' }, exemptions: civilStatusExemptions }],
  form: { id: 'birth-registration', pages },
  papers: [
    { id: 'birth-notice', name: { vi: 'Giấy chứng sinh', en: 'Notice of birth' }, form: 'original', reusableMonths: 0,
      when: { field: 'bornAt', is: 'clinic' } },
    { id: 'witness', form: 'original', reusableMonths: 0,
      name: { vi: 'Văn bản của người làm chứng, hoặc giấy cam đoan', en: 'Statement of a witness, or a pledge' },
      when: { all: [{ field: 'bornAt', is: 'elsewhere' }, { not: { field: 'parents', is: 'abandoned' } }] } },
    { id: 'minutes', form: 'original', reusableMonths: 0, name: { vi: 'Biên bản về việc trẻ bị bỏ rơi', en: 'Minutes of abandonment' },
      when: { field: 'parents', is: 'abandoned' } },
    { id: 'marriage', name: { vi: 'Giấy chứng nhận kết hôn của cha mẹ', en: 'Marriage certificate of the parents' },
      when: { field: 'married', is: true }, resultOf: ['1.000894'] },
    identityPaper,
    { id: 'application', name: { vi: 'Tờ khai đăng ký khai sinh', en: 'Registration form' }, generated: true },
  ],
  process: { id: 'birth-registration', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 1, next: 'record' },
    record: { name: { vi: 'Kiểm tra, lấy số định danh, ghi sổ', en: 'Check, take the number, record' }, kind: 'work',
      hours: 4, may: ['supplement', 'refuse'], next: 'sign' },
    sign: { kind: 'decide', hours: 2, back: ['record'], next: 'issue' },
    issue: { kind: 'issue', hours: 1, back: ['sign'], next: { when: [
      { if: { field: 'proposal', is: 'refuse' }, to: 'deliver' }, { if: wantsCard, to: ['deliver', 'card'] }], otherwise: 'deliver' } },
    deliver: { name: { vi: 'Trả giấy khai sinh', en: 'Deliver the certificate' }, kind: 'deliver' },
    card: { name: { vi: 'Gửi Bảo hiểm xã hội, nhận thẻ', en: 'Send to social insurance, fetch the card' },
      kind: 'work', hours: 112, next: 'deliver-card' },
    'deliver-card': { name: { vi: 'Trả thẻ bảo hiểm y tế', en: 'Deliver the card' }, kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', title: { vi: 'Giấy khai sinh', en: 'Birth certificate' }, notation: 'KS',
      signer: { position: 'CHỦ TỊCH' }, blocks: [
        { fields: [
          { label: 'Họ, chữ đệm, tên', value: '{answers.childName}' },
          { label: 'Ngày sinh', value: '{answers.childBirthDate}' },
          { label: 'Giới tính, dân tộc', value: '{answers.childSex}, {answers.childEthnicity}' },
          { label: 'Nơi sinh', value: '{answers.birthPlace}' },
          { label: 'Quê quán', value: '{answers.hometown}' },
          { label: 'Mẹ', value: '{answers.mother.fullName}' },
          { label: 'Cha', value: '{answers.father.fullName}' },
        ] },
        { paragraph: 'Kèm theo: thẻ bảo hiểm y tế, nơi khám ban đầu {answers.clinic}.', when: wantsCard },
      ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { position: 'CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Cha mẹ chưa kết hôn thì khai thế nào?', en: 'What if the parents are not married?' },
      answer: { vi: 'Khai theo mẹ; muốn ghi cha thì làm thủ tục 1.000689.', en: 'By the mother, or use 1.000689.' } },
    { ask: { vi: 'Nộp ở xã của cha hay của mẹ?', en: 'In whose commune?' },
      answer: { vi: 'Ở xã nào cũng được, nơi cha hoặc mẹ cư trú.', en: 'Where either of them lives.' } },
    { ask: { vi: 'Quá 60 ngày có sao không?', en: 'What after 60 days?' },
      answer: { vi: 'Vẫn đăng ký được, nộp lệ phí quá hạn.', en: 'It can still be registered, for a fee.' } },
    { ask: { vi: 'Khi nào có thẻ bảo hiểm y tế?', en: 'When is the health card ready?' },
      answer: { vi: 'Chậm nhất 15 ngày làm việc, nhận ở nơi đã nộp.', en: 'Within 15 working days.' } },
  ],
})
