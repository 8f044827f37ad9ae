import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure, type Exemption, type ResultTemplate } from '#engines/services/declare.ts'
import { deliveryPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

const livedElsewhere = { field: 'answers.livedElsewhere', is: true }

// oxfmt-ignore
const pages: Page[] = [
  { id: 'person', title: { vi: 'Người cần phiếu', en: 'Who needs the certificate' }, fields: [
    { id: 'applicant', type: 'person', prefill: 'person', label: { vi: 'Người cần phiếu', en: 'Who needs it' },
      parts: { fullName: 'required', birthDate: 'required', sex: 'required', personalId: 'optional',
        identityDocument: 'required', ethnicity: 'optional', nationality: 'required', residence: 'required',
        phone: 'required', email: 'optional' } },
    { id: 'otherName', type: 'text', max: 100, pattern: 'person-name', optional: true, label: { vi: 'Tên gọi khác', en: 'Other name' } },
    { id: 'birthPlace', type: 'text', max: 200, label: { vi: 'Nơi sinh', en: 'Place of birth' },
      hint: { vi: 'Xã, huyện, tỉnh.', en: 'Commune, district, province.' } },
  ] },
  { id: 'certificate', title: { vi: 'Xin phiếu nào', en: 'Which certificate' }, fields: [
    { id: 'certificate', type: 'choice', label: { vi: 'Loại phiếu', en: 'Kind' }, options: [
      { value: 'no1', label: { vi: 'Phiếu số 1', en: 'No. 1' },
        hint: { vi: 'Để xin việc, lập doanh nghiệp. Không ghi án đã xóa.', en: 'For work; spent ones are left out.' } },
      { value: 'no2', label: { vi: 'Phiếu số 2', en: 'No. 2' },
        hint: { vi: 'Để tự biết, hoặc nước ngoài yêu cầu. Ghi mọi án tích.', en: 'For yourself or abroad; all.' } },
    ] },
    { id: 'companies', type: 'yes-no', when: { field: 'certificate', is: 'no1' },
      label: { vi: 'Ghi cả việc cấm lập, quản lý doanh nghiệp', en: 'State bans on running a business too' } },
    { id: 'filedBy', type: 'choice', label: { vi: 'Ai nộp', en: 'Who files' },
      when: { field: 'certificate', is: 'no1' },
      hint: { vi: 'Phiếu số 2 phải tự mình xin.', en: 'No. 2 must be asked for in person.' }, options: [
        { value: 'self', label: { vi: 'Chính người đó', en: 'The person' } },
        { value: 'family', label: { vi: 'Cha, mẹ, vợ, chồng, con', en: 'Parent, spouse or child' } },
        { value: 'other', label: { vi: 'Người được ủy quyền', en: 'Someone authorised' } },
      ] },
    { id: 'purpose', type: 'text', max: 200, label: { vi: 'Dùng để làm gì', en: 'What it is for' } },
    { id: 'copies', type: 'number', min: 1, max: 10, label: { vi: 'Số bản', en: 'Copies' } },
  ] },
  { id: 'life', title: { vi: 'Đã ở đâu, làm gì từ năm 14 tuổi', en: 'Where you lived and worked since you were 14' },
    hint: { vi: 'Luật gọi là quá trình cư trú.', en: 'In law: residence history.' }, fields: [
      { id: 'residences', type: 'group', itemName: { vi: 'Giai đoạn', en: 'Period' }, max: 20,
        label: { vi: 'Từng giai đoạn', en: 'Periods' }, fields: [
          { id: 'from', type: 'date', precision: 'any', notAfter: 'today', label: { vi: 'Từ', en: 'From' } },
          { id: 'to', type: 'date', precision: 'any', notBefore: { field: 'from' }, optional: true,
            label: { vi: 'Đến', en: 'To' }, hint: { vi: 'Còn ở thì bỏ trống.', en: 'Empty if you live there.' } },
          { id: 'place', type: 'text', max: 300, label: { vi: 'Nơi ở', en: 'Home' } },
          { id: 'work', type: 'text', max: 200, label: { vi: 'Làm gì, ở đâu', en: 'Work' } },
        ] },
      { id: 'livedElsewhere', type: 'yes-no', label: { vi: 'Có ở nhiều tỉnh, hoặc ở nước ngoài', en: 'Several places' },
        hint: { vi: 'Nếu có thì hẹn trả trong 15 ngày làm việc.', en: 'If so it takes 15 working days.' } },
    ] },
  { id: 'family', title: { vi: 'Gia đình', en: 'Family' }, fields: [
    { id: 'father', type: 'text', max: 100, pattern: 'person-name', label: { vi: 'Họ tên cha', en: 'Father' } },
    { id: 'mother', type: 'text', max: 100, pattern: 'person-name', label: { vi: 'Họ tên mẹ', en: 'Mother' } },
    { id: 'spouse', type: 'text', max: 100, pattern: 'person-name', optional: true, label: { vi: 'Họ tên vợ, chồng', en: 'Spouse' } },
  ] },
  { id: 'record', title: { vi: 'Án tích', en: 'Convictions' }, fields: [
    { id: 'convicted', type: 'yes-no', label: { vi: 'Đã từng bị kết án', en: 'Ever convicted' } },
    { id: 'convictions', type: 'long-text', max: 2000, sensitive: true, when: { field: 'convicted', is: true },
      label: { vi: 'Tội gì, tòa nào, năm nào', en: 'For what, by which court, when' } },
  ] },
  deliveryPage,
]

const basis = 'Thông tư 244/2016/TT-BTC'

// oxfmt-ignore
const exemptions: Exemption[] = [
  { ground: 'student', percent: 50, basis, name: { vi: 'Sinh viên', en: 'Student' },
    proof: { vi: 'Thẻ sinh viên', en: 'Student card' } },
  { ground: 'merit', percent: 50, basis,
    name: { vi: 'Người có công với cách mạng; cha mẹ, vợ chồng, con của liệt sĩ', en: 'Person of merit, family of a martyr' },
    proof: { vi: 'Giấy xác nhận người có công, thân nhân liệt sĩ', en: 'Proof of merit' } },
  { ground: 'child', percent: 100, basis, name: { vi: 'Trẻ em (dưới 16 tuổi)', en: 'Child (under 16)' } },
  { ground: 'elderly', percent: 100, basis, name: { vi: 'Người cao tuổi (từ đủ 60 tuổi)', en: 'Elderly (60 and older)' } },
  { ground: 'disabled', percent: 100, basis, name: { vi: 'Người khuyết tật', en: 'Person with a disability' },
    proof: { vi: 'Giấy xác nhận khuyết tật', en: 'Disability certificate' } },
  { ground: 'poor-household', percent: 100, basis, name: { vi: 'Người thuộc hộ nghèo', en: 'Member of a poor household' },
    proof: { vi: 'Giấy chứng nhận hộ nghèo', en: 'Poor household certificate' } },
  { ground: 'hard-area', percent: 100, basis,
    name: { vi: 'Người ở xã đặc biệt khó khăn, xã biên giới, an toàn khu', en: 'Resident of an extremely difficult commune' } },
]

/** Convictions are no answer of the applicant: whoever looked them up writes them in. */
// oxfmt-ignore
const certificate: Pick<ResultTemplate, 'outcome' | 'notation' | 'signer' | 'blocks'> = {
  outcome: 'granted', notation: 'PLLTP-STP', signer: { position: 'GIÁM ĐỐC' }, blocks: [
    { fields: [
      { label: 'Họ và tên', value: '{answers.applicant.fullName}' },
      { label: 'Ngày sinh', value: '{answers.applicant.birthDate}' },
      { label: 'Nơi sinh', value: '{answers.birthPlace}' },
      { label: 'Giấy tờ tùy thân', value: '{answers.applicant.identityDocument}' },
      { label: 'Nơi thường trú', value: '{answers.applicant.residence}' },
      { label: 'Tình trạng án tích', value: '…………' },
    ] },
  ],
}

/**
 * Luật Lý lịch tư pháp 2009 Điều 45–48: 10 days, 15 in complex cases; TT 244/2016/TT-BTC. With the police since
 * 01/03/2025: the catalogue ends it there. They are no body of the province, so a step of the department asks them.
 */
// oxfmt-ignore
export const criminalRecordCertificate = completeProcedure({
  code: '2.000488', receivedAt: ['province'], owner: { agency: 'STP', division: 'HCTP' },
  summary: { vi: 'Xác nhận có hay không có án tích, để xin việc, lập doanh nghiệp, đi nước ngoài.',
    en: 'Certifies whether there are convictions, for work, business or travel.' },
  timeLimits: [{ amount: 10, unit: 'working-day' },
    { amount: 15, unit: 'working-day', when: livedElsewhere,
      note: { vi: 'Khi từng cư trú nhiều nơi hoặc ở nước ngoài', en: 'If resident in several places or abroad' } }],
  fees: [{ amount: 200_000, name: { vi: 'Phí cung cấp thông tin lý lịch tư pháp', en: 'Fee for the criminal record' },
    exemptions }],
  form: { id: 'criminal-record-certificate', pages },
  papers: [
    { id: 'identity', name: { vi: 'Chứng minh nhân dân, căn cước hoặc hộ chiếu', en: 'Identity card or passport' },
      hint: { vi: 'Ảnh chụp hai mặt.', en: 'Photos of both sides.' }, maxFiles: 2 },
    { id: 'residence', name: { vi: 'Sổ hộ khẩu hoặc sổ tạm trú', en: 'Household or temporary residence register' } },
    { id: 'authorization', form: 'original', reusableMonths: 0, name: { vi: 'Văn bản ủy quyền', en: 'Authorisation' },
      hint: { vi: 'Có công chứng hoặc chứng thực.', en: 'Notarised or authenticated.' },
      when: { field: 'filedBy', is: 'other' } },
    { id: 'application', name: { vi: 'Tờ khai yêu cầu cấp phiếu', en: 'Application form' }, generated: true },
  ],
  process: { id: 'criminal-record-certificate', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'prepare' },
    prepare: { kind: 'work', hours: 12, may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'verify' } },
    verify: { name: { vi: 'Công an tỉnh tra cứu, xác minh', en: 'The provincial police look it up' }, kind: 'work',
      hours: 48, next: { when: [{ if: livedElsewhere, to: 'verify-elsewhere' }], otherwise: 'review' } },
    'verify-elsewhere': { name: { vi: 'Xác minh ở nơi khác, nước ngoài', en: 'Verify elsewhere and abroad' },
      kind: 'work', hours: 40, next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 4, back: ['prepare', 'verify'], next: 'sign' },
    sign: { kind: 'decide', hours: 8, back: ['review', 'prepare'], next: 'issue' },
    issue: { kind: 'issue', hours: 4, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { id: 'no1', ...certificate, when: { field: 'answers.certificate', is: 'no1' },
      title: { vi: 'Phiếu lý lịch tư pháp số 1', en: 'Criminal record certificate No. 1' } },
    { id: 'no2', ...certificate, when: { field: 'answers.certificate', is: 'no2' },
      title: { vi: 'Phiếu lý lịch tư pháp số 2', en: 'Criminal record certificate No. 2' } },
    { outcome: 'refused', notation: 'TB-STP', signer: { position: 'GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Xin việc thì cần phiếu số mấy?', en: 'Which one for a job?' },
      answer: { vi: 'Phiếu số 1. Phiếu số 2 chỉ để tự mình biết.', en: 'No. 1; No. 2 is for your own knowledge.' } },
    { ask: { vi: 'Nhờ người khác xin thay được không?', en: 'Can someone else ask for it?' },
      answer: { vi: 'Phiếu số 1 thì được; phiếu số 2 phải tự xin.', en: 'For No. 1 yes, for No. 2 no.' } },
    { ask: { vi: 'Án đã xóa có ghi không?', en: 'Are spent convictions stated?' },
      answer: { vi: 'Phiếu số 1 không ghi, phiếu số 2 có ghi.', en: 'Not in No. 1, but in No. 2.' } },
  ],
})
