import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'

const registry = { unit: 'agency', key: 'SKHDT.DKKD' } as const

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'company', title: { vi: 'Công ty', en: 'The company' }, fields: [
    { id: 'companyName', type: 'text', max: 200, label: { vi: 'Tên riêng của công ty', en: 'Its own name' },
      example: 'Sông Cầu Xanh',
      hint: { vi: 'Bỏ chữ Công ty TNHH MTV ở đầu; không trùng trong cả nước.',
        en: 'Without the type of company; unique in the country.' } },
    { id: 'foreignName', type: 'text', max: 200, optional: true,
      label: { vi: 'Tên tiếng nước ngoài', en: 'Foreign name' } },
    { id: 'office', type: 'address', label: { vi: 'Trụ sở', en: 'Head office' } },
    { id: 'companyPhone', type: 'text', pattern: 'phone', label: { vi: 'Điện thoại công ty', en: 'Phone' } },
  ] },
  { id: 'business', title: { vi: 'Ngành nghề, vốn', en: 'Lines and capital' }, fields: [
    { id: 'lines', type: 'group', itemName: { vi: 'Ngành nghề', en: 'Line of business' }, max: 50,
      label: { vi: 'Ngành, nghề', en: 'Lines of business' },
      hint: { vi: 'Ngành chính ghi trước.', en: 'The main one first.' }, fields: [
        { id: 'line', type: 'text', max: 200, label: { vi: 'Nghề gì', en: 'What' }, example: 'Bán buôn nông sản' },
        { id: 'code', type: 'text', pattern: 'industry-code', label: { vi: 'Mã ngành', en: 'Code' },
          hint: { vi: '4 chữ số (VSIC).', en: '4 digits.' } },
      ] },
    { id: 'capital', type: 'money', min: 1, label: { vi: 'Vốn điều lệ', en: 'Charter capital' },
      hint: { vi: 'Góp đủ trong 90 ngày.', en: 'Paid in within 90 days.' } },
    { id: 'workers', type: 'number', max: 100_000, unit: { vi: 'người', en: 'people' },
      label: { vi: 'Dự kiến số lao động', en: 'Planned staff' } },
  ] },
  { id: 'owner', title: { vi: 'Chủ sở hữu, người đại diện', en: 'Owner and representative' }, fields: [
    { id: 'owner', type: 'choice', label: { vi: 'Chủ sở hữu là', en: 'The owner is' }, options: [
      { value: 'me', label: { vi: 'Tôi', en: 'I' } }, { value: 'organization',
        label: { vi: 'Một tổ chức', en: 'An organisation' } },
    ] },
    { id: 'ownerName', type: 'text', max: 200, when: { field: 'owner', is: 'organization' },
      label: { vi: 'Tên tổ chức', en: 'Its name' } },
    { id: 'ownerCode', type: 'text', pattern: 'enterprise-code', when: { field: 'owner', is: 'organization' },
      label: { vi: 'Mã số của tổ chức', en: 'Its code' } },
    { id: 'director', type: 'person', label: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
      parts: { fullName: 'required', birthDate: 'required', personalId: 'required' } },
    { id: 'directorTitle', type: 'choice', label: { vi: 'Chức danh', en: 'Title' }, options: [
      { value: 'director', label: { vi: 'Giám đốc', en: 'Director' } },
        { value: 'chair', label: { vi: 'Chủ tịch công ty', en: 'Chair of the company' } },
    ] },
  ] },
  { id: 'tax', title: { vi: 'Thuế, con dấu, bảo hiểm', en: 'Tax, seal, insurance' },
    hint: { vi: 'Khai ở đây thì không phải đến cơ quan thuế, bảo hiểm khai lại.', en: 'Declared once for all.' },
      fields: [
    { id: 'accounting', type: 'choice', label: { vi: 'Hạch toán', en: 'Accounting' }, options: [
      { value: 'independent', label: { vi: 'Độc lập', en: 'Independent' } },
        { value: 'dependent', label: { vi: 'Phụ thuộc', en: 'Dependent' } },
    ] },
    { id: 'vat', type: 'choice', label: { vi: 'Thuế giá trị gia tăng', en: 'Value added tax' }, options: [
      { value: 'deduction', label: { vi: 'Khấu trừ', en: 'By deduction' } },
        { value: 'direct', label: { vi: 'Trực tiếp', en: 'Direct' } },
    ] },
    { id: 'invoices', type: 'choice', label: { vi: 'Hóa đơn', en: 'Invoices' }, options: [
      { value: 'own', label: { vi: 'Hóa đơn điện tử', en: 'Electronic' } },
        { value: 'bought', label: { vi: 'Mua của cơ quan thuế', en: 'Bought from the tax office' } },
    ] },
    { id: 'insurancePay', type: 'choice', label: { vi: 'Đóng bảo hiểm xã hội', en: 'Social insurance is paid' },
      options: [
      { value: 'monthly', label: { vi: 'Hằng tháng', en: 'Monthly' } },
        { value: 'quarterly', label: { vi: '3 tháng một lần', en: 'Quarterly' } },
    ] },
  ] },
  deliveryPage,
]

/**
 * Luật Doanh nghiệp 2014 Điều 22, 27, NĐ 78/2015; Luật 2020 from 01/01/2021 [K]. Tax code, labour report, insurance and invoices go with it
 * since NĐ 122/2020 (15/10/2020); their bodies are not of the province. The division is the registry and signs.
 */
// oxfmt-ignore
export const oneMemberCompany = completeProcedure({
  code: '2.001583', receivedAt: ['province'], owner: { agency: 'SKHDT', division: 'DKKD' },
  summary: { vi: 'Dành cho một người hoặc một tổ chức mở công ty trách nhiệm hữu hạn; nộp qua mạng không mất lệ phí.',
    en: 'For one person or body that founds a limited company; free online.' },
  fees: [{ amount: 0, note: { vi: 'Qua mạng', en: 'Online' } },
    { amount: 50_000, when: { field: 'channel', is: 'counter' }, note: { vi: 'Tại quầy', en: 'At the counter' } }],
  form: { id: 'one-member-company', pages },
  papers: [
    { id: 'charter', form: 'original', accept: ['pdf', 'office'], name: { vi: 'Điều lệ công ty', en: 'Charter' } },
    { id: 'identity', maxFiles: 4, name: { vi: 'Giấy tờ tùy thân của chủ, người đại diện', en: 'Identity papers' } },
    { id: 'organization', when: { field: 'owner', is: 'organization' },
      name: { vi: 'Giấy tờ pháp lý của tổ chức, văn bản cử người', en: 'Papers of the organisation' } },
    { id: 'application', name: { vi: 'Giấy đề nghị đăng ký doanh nghiệp', en: 'Application' }, generated: true },
  ],
  process: { id: 'one-member-company', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'check' },
    check: { name: { vi: 'Kiểm tra tên, ngành nghề, lấy mã số', en: 'Check name and lines, get the code' },
      kind: 'work', hours: 12, may: ['supplement', 'refuse'], next: 'sign' },
    sign: { name: { vi: 'Trưởng phòng Đăng ký kinh doanh ký', en: 'The registrar signs' }, kind: 'decide',
      by: { at: registry, function: 'head' }, hours: 8, back: ['check'], next: 'issue' },
    issue: { kind: 'issue', by: { at: registry, function: 'specialist' }, hours: 2, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'ĐKDN', signer: { position: 'TRƯỞNG PHÒNG' }, blocks: [
      { fields: [
        { label: 'Tên công ty', value: 'CÔNG TY TNHH MỘT THÀNH VIÊN {answers.companyName}' },
          { label: 'Mã số doanh nghiệp', value: '…………' },
        { label: 'Trụ sở', value: '{answers.office}' }, { label: 'Vốn điều lệ', value: '{answers.capital}' },
        { label: 'Chủ sở hữu', value: '{answers.applicant.fullName}', when: { field: 'answers.owner', is: 'me' } },
        { label: 'Chủ sở hữu', value: '{answers.ownerName}, {answers.ownerCode}',
          when: { field: 'answers.owner', is: 'organization' } },
        { label: 'Người đại diện', value: '{answers.director.fullName}, {answers.directorTitle}' },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-ĐKKD', signer: { position: 'TRƯỞNG PHÒNG' } },
  ],
  questions: [
    { ask: { vi: 'Vốn tối thiểu bao nhiêu?', en: 'The least capital?' },
      answer: { vi: 'Không quy định, trừ ngành nghề có vốn pháp định.', en: 'None, but for some lines.' } },
    { ask: { vi: 'Có phải xin mã số thuế riêng?', en: 'Is there a separate tax code?' },
      answer: { vi: 'Không, mã số doanh nghiệp là mã số thuế.', en: 'No, it is the same.' } },
    { ask: { vi: 'Con dấu thì sao?', en: 'And the seal?' },
      answer: { vi: 'Tự khắc; đến hết 2020 thông báo mẫu dấu trước khi dùng.',
        en: 'Make your own; until 2020 it is notified.' } },
  ],
})
