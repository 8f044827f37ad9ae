import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { identityPaper } from '../one-stop/papers.ts'

const registry = { unit: 'owner', division: 'GDDT' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'diploma', title: { vi: 'Bằng nào', en: 'Which diploma' },
    hint: { vi: 'Nhớ đến đâu ghi đến đó, Phòng tra sổ gốc.', en: 'As far as you remember.' }, fields: [
    { id: 'diploma', type: 'choice', label: { vi: 'Loại bằng', en: 'Kind' }, options: [
      { value: 'secondary', label: { vi: 'Tốt nghiệp trung học cơ sở', en: 'Lower secondary' } },
      { value: 'adult', label: { vi: 'Bổ túc trung học cơ sở', en: 'Lower secondary for adults' } },
      { value: 'certificate', label: { vi: 'Chứng chỉ do Phòng cấp', en: 'A certificate of the division' } },
    ] },
    { id: 'school', type: 'text', max: 200, label: { vi: 'Trường', en: 'School' }, example: 'THCS Nghĩa Hưng' },
    { id: 'graduatedIn', type: 'date', precision: 'year', notBefore: '1955-01-01', notAfter: 'today',
      label: { vi: 'Năm tốt nghiệp', en: 'Year' } },
    { id: 'diplomaNumber', type: 'text', max: 40, optional: true, label: { vi: 'Số hiệu bằng', en: 'Its number' } },
  ] },
  { id: 'name', title: { vi: 'Tên trên bằng', en: 'The name on it' }, fields: [
    { id: 'nameChanged', type: 'yes-no', label: { vi: 'Tên, ngày sinh trên bằng khác bây giờ',
      en: 'Name or date of birth differ from now' } },
    { id: 'nameThen', type: 'text', max: 100, pattern: 'person-name', when: { field: 'nameChanged', is: true },
      label: { vi: 'Họ tên trên bằng', en: 'Name on the diploma' } },
    { id: 'forSelf', type: 'yes-no', label: { vi: 'Bằng của chính mình', en: 'It is your own' } },
    { id: 'holder', type: 'text', max: 100, pattern: 'person-name', when: { field: 'forSelf', is: false },
      label: { vi: 'Bằng của ai', en: 'Whose it is' } },
  ] },
  { id: 'copies', title: { vi: 'Bao nhiêu bản', en: 'How many' }, fields: [
    { id: 'copies', type: 'number', min: 1, max: 20, unit: { vi: 'bản', en: 'copies' },
      label: { vi: 'Số bản sao', en: 'Copies' } },
    { id: 'purpose', type: 'text', max: 200, optional: true, label: { vi: 'Dùng để làm gì', en: 'What for' } },
  ] },
  deliveryPage,
]

/** TT 21/2019/TT-BGDĐT Điều 27–31: the same day, after 15:00 the next; the division keeps the register and signs. No fee. */
// oxfmt-ignore
export const diplomaCopy = completeProcedure({
  code: '1.005092', receivedAt: ['district'],
  summary: { vi: 'Xin bản sao bằng tốt nghiệp trung học cơ sở từ sổ gốc, kể cả khi đã mất bằng.',
    en: 'A copy of a lower secondary diploma from the register, also if it is lost.' },
  timeLimits: [{ amount: 1, unit: 'within-day', note: { vi: 'Sau 15 giờ thì ngày làm việc sau',
    en: 'After 15:00 the next day' } }],
  form: { id: 'diploma-copy', pages },
  papers: [
    identityPaper,
    { id: 'name-change', name: { vi: 'Giấy tờ về việc đổi tên, ngày sinh', en: 'Proof of the change of name' },
      when: { field: 'nameChanged', is: true } },
    { id: 'authorization', form: 'original', name: { vi: 'Giấy ủy quyền, hoặc giấy tờ quan hệ',
      en: 'Authorisation or proof of relation' }, when: { field: 'forSelf', is: false }, reusableMonths: 0 },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp bản sao', en: 'Application' }, generated: true },
  ],
  process: { id: 'diploma-copy', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 1, next: 'search' },
    search: { name: { vi: 'Tra sổ gốc', en: 'Look it up in the register' }, kind: 'work', hours: 4,
      may: ['supplement', 'refuse'], next: 'sign' },
    sign: { kind: 'decide', by: { at: registry, function: 'head' }, hours: 2, back: ['search'], next: 'issue' },
    issue: { name: { vi: 'Ghi sổ cấp bản sao', en: 'Enter in the book of copies' }, kind: 'issue',
      by: { at: registry, function: 'specialist' }, hours: 1, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'BS-GDĐT', signer: { position: 'TRƯỞNG PHÒNG' }, blocks: [
      { fields: [
        { label: 'Cấp cho', value: '{answers.applicant.fullName}', when: { field: 'answers.forSelf', is: true } },
        { label: 'Cấp cho', value: '{answers.holder}', when: { field: 'answers.forSelf', is: false } },
        { label: 'Bằng', value: '{answers.diploma}' }, { label: 'Trường, năm',
          value: '{answers.school}, {answers.graduatedIn}' },
        { label: 'Số vào sổ gốc', value: '…………' }, { label: 'Xếp loại', value: '…………' },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-GDĐT', signer: { position: 'TRƯỞNG PHÒNG' } },
  ],
  questions: [
    { ask: { vi: 'Mất bằng có được cấp lại bản chính?', en: 'Is a lost original issued again?' },
      answer: { vi: 'Không, chỉ cấp bản sao, có giá trị như bản chính.',
        en: 'No, only a copy, which counts the same.' } },
    { ask: { vi: 'Bằng cấp 3 xin ở đâu?', en: 'And upper secondary?' },
      answer: { vi: 'Ở Sở Giáo dục và Đào tạo.', en: 'At the provincial department.' } },
    { ask: { vi: 'Không nhớ số hiệu bằng?', en: 'I do not know the number?' },
      answer: { vi: 'Không sao, tra theo trường và năm.', en: 'It is found by school and year.' } },
  ],
})
