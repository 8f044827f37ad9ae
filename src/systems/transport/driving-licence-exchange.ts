import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { identityPaper } from '../one-stop/papers.ts'
import { headReviews } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'reason', title: { vi: 'Vì sao đổi', en: 'Why exchange' }, fields: [
    { id: 'reason', type: 'choice', label: { vi: 'Vì sao đổi', en: 'Why exchange' }, options: [
      { value: 'expiring', label: { vi: 'Thẻ sắp hết hạn, hoặc mới hết hạn', en: 'It expires soon, or just did' } },
      { value: 'damaged', label: { vi: 'Thẻ bị hỏng', en: 'It is damaged' } },
      { value: 'paper', label: { vi: 'Còn là loại bìa giấy', en: 'It is still made of paper' } },
      { value: 'wrong', label: { vi: 'Thông tin trên thẻ sai hoặc đã đổi', en: 'Its details are wrong or old' } },
    ] },
    // Three months are at most 92 days; the officer sees to the day.
    { id: 'expiresOn', type: 'date', label: { vi: 'Ngày hết hạn', en: 'Date of expiry' },
      hint: { vi: 'Quá hạn từ 3 tháng trở lên thì phải sát hạch lại.', en: 'After 3 months the test must be retaken.' },
      when: { field: 'reason', is: 'expiring' }, notBefore: { today: -92 } },
    { id: 'correction', type: 'long-text', max: 500, when: { field: 'reason', is: 'wrong' },
      label: { vi: 'Chỗ nào sai, ghi đúng là gì', en: 'What is wrong, and what is right' } },
  ] },
  { id: 'licence', title: { vi: 'Giấy phép lái xe đang dùng', en: 'Your current driving licence' },
    hint: { vi: 'Nhìn mặt trước thẻ và điền đúng như in trên đó.', en: 'Copy the details as printed on the front.' },
    fields: [
      { id: 'licenceNumber', type: 'text', label: { vi: 'Số giấy phép', en: 'Licence number' },
        hint: { vi: '12 chữ số, in dưới dòng GIẤY PHÉP LÁI XE', en: '12 digits, below GIẤY PHÉP LÁI XE' },
        pattern: 'driving-licence', when: { not: { field: 'reason', is: 'paper' } } },
      { id: 'paperNumber', type: 'text', label: { vi: 'Số trên bìa giấy', en: 'Number on the paper licence' }, max: 30,
        when: { field: 'reason', is: 'paper' } },
      { id: 'classes', type: 'choice', many: true,
        label: { vi: 'Hạng ghi trên giấy phép', en: 'Classes on the licence' },
        hint: { vi: 'Có nhiều hạng thì chọn tất cả.', en: 'Select all that are printed.' },
        options: [
          { value: 'A1', label: { vi: 'A1', en: 'A1' },
            hint: { vi: 'Xe máy dưới 175 cm³', en: 'Motorcycles under 175 cm³' } },
          { value: 'A2', label: { vi: 'A2', en: 'A2' }, hint: { vi: 'Xe máy từ 175 cm³', en: 'From 175 cm³' } },
          { value: 'A3', label: { vi: 'A3', en: 'A3' }, hint: { vi: 'Mô tô ba bánh', en: 'Three-wheelers' } },
          { value: 'B1', label: { vi: 'B1', en: 'B1' },
            hint: { vi: 'Ô tô đến 9 chỗ, không hành nghề lái xe', en: 'Cars up to 9 seats, not for a living' } },
          { value: 'B2', label: { vi: 'B2', en: 'B2' },
            hint: { vi: 'Ô tô đến 9 chỗ, xe tải dưới 3,5 tấn', en: 'Cars up to 9 seats, trucks under 3.5 tonnes' } },
          { value: 'C', label: { vi: 'C', en: 'C' },
            hint: { vi: 'Xe tải từ 3,5 tấn trở lên', en: 'Trucks of 3.5 tonnes and over' } },
          { value: 'other', label: { vi: 'Hạng khác', en: 'Other' }, hint: { vi: 'A4, D, E, F', en: 'A4, D, E, F' } },
        ] },
      { id: 'issuedOn', type: 'date', label: { vi: 'Ngày cấp', en: 'Date of issue' }, notAfter: 'today' },
    ] },
  deliveryPage,
]

/** TT 12/2017/TT-BGTVT, Điều 37–38 [K]. With the police since 01/03/2025: the catalogue ends it there. */
export const drivingLicenceExchange = completeProcedure({
  code: '1.002809',
  summary: {
    vi: 'Dành cho người có giấy phép do ngành Giao thông vận tải cấp, khi thẻ sắp hết hạn, bị hỏng, hoặc còn là giấy.',
    en: 'For holders of a licence of the transport sector that expires soon, is damaged, or is still made of paper.',
  },
  receivedAt: ['province'],
  owner: { agency: 'SGTVT', division: 'QLVT' },
  fees: [{ amount: 135_000, name: { vi: 'Lệ phí cấp giấy phép', en: 'Licence fee' } }],
  form: { id: 'driving-licence-exchange', pages },
  papers: [
    {
      id: 'licence',
      name: { vi: 'Giấy phép lái xe đang dùng', en: 'Current driving licence' },
      hint: { vi: 'Ảnh chụp rõ hai mặt. Bản gốc mang theo khi đến quầy.', en: 'Both sides; bring the original along.' },
      maxFiles: 2,
    },
    {
      id: 'health',
      name: { vi: 'Giấy khám sức khỏe của người lái xe', en: 'Health certificate of a driver' },
      hint: { vi: 'Ảnh chụp đủ các trang. Hạng A1, A2, A3 không cần giấy này.', en: 'All pages. Not for A1, A2, A3.' },
      form: 'original',
      reusableMonths: 12,
      when: { field: 'classes', in: ['B1', 'B2', 'C', 'other'] },
    },
    identityPaper,
    { id: 'application', name: { vi: 'Đơn đề nghị đổi giấy phép lái xe', en: 'Application' }, generated: true },
  ],
  process: {
    id: 'driving-licence-exchange',
    start: 'receive',
    steps: {
      receive: { kind: 'receive', hours: 4, next: 'appraise' },
      appraise: { kind: 'work', hours: 16, may: ['supplement', 'refuse'], next: 'review' },
      review: { name: headReviews, kind: 'work', by: 'head', hours: 4, back: ['appraise'], next: 'sign' },
      sign: { kind: 'decide', hours: 8, back: ['review', 'appraise'], next: 'issue' },
      issue: {
        name: { vi: 'In giấy phép', en: 'Print the licence' },
        kind: 'issue',
        hours: 8,
        back: ['sign'],
        next: 'deliver',
      },
      deliver: { kind: 'deliver' },
    },
  },
  results: [
    {
      outcome: 'granted',
      notation: 'GPLX-SGTVT',
      signer: { position: 'GIÁM ĐỐC' },
      blocks: [
        { paragraph: 'Sở Giao thông vận tải đổi giấy phép lái xe cho ông/bà:' },
        {
          fields: [
            { label: 'Họ và tên', value: '{answers.applicant.fullName}' },
            { label: 'Ngày sinh', value: '{answers.applicant.birthDate}' },
            { label: 'Nơi cư trú', value: '{answers.applicant.residence}' },
            { label: 'Hạng', value: '{answers.classes}' },
          ],
        },
      ],
    },
    { outcome: 'refused', notation: 'TB-SGTVT', signer: { position: 'GIÁM ĐỐC' } },
  ],
  questions: [
    {
      ask: { vi: 'Giấy phép đã quá hạn thì có đổi được không?', en: 'Can an expired licence be exchanged?' },
      answer: {
        vi: 'Được, nếu quá hạn dưới 3 tháng. Lâu hơn phải sát hạch lại.',
        en: 'Yes, within 3 months of expiry.',
      },
    },
    {
      ask: { vi: 'Giấy phép do tỉnh khác cấp, tôi đang ở Bắc Giang?', en: 'My licence is from another province?' },
      answer: { vi: 'Đổi ở đây được, không phải về nơi đã cấp.', en: 'You can exchange it here.' },
    },
    {
      ask: { vi: 'Bị mất giấy phép thì làm thủ tục nào?', en: 'What if it is lost?' },
      answer: { vi: 'Làm thủ tục Cấp lại giấy phép lái xe, mã 1.002820.', en: 'Ask for a re-issue, code 1.002820.' },
    },
    {
      ask: { vi: 'Trong lúc chờ, tôi có được lái xe không?', en: 'May I drive while I wait?' },
      answer: {
        vi: 'Được. Ông/bà giữ giấy phép cũ đến khi nhận giấy mới.',
        en: 'Yes, you keep the old licence till then.',
      },
    },
  ],
})
