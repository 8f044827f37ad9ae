import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { enterprisePage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  enterprisePage,
  { id: 'investor', title: { vi: 'Nhà đầu tư', en: 'The investor' }, fields: [
    { id: 'origin', type: 'choice', label: { vi: 'Nhà đầu tư là', en: 'The investor is' }, options: [
      { value: 'foreign', label: { vi: 'Nước ngoài, hoặc trên 51% vốn nước ngoài',
        en: 'Foreign, or above 51% foreign' } }, { value: 'home', label: { vi: 'Trong nước', en: 'Vietnamese' },
          hint: { vi: 'Không bắt buộc, có nhu cầu thì xin.', en: 'Not a must.' } },
    ] },
    { id: 'country', type: 'choice', codeList: 'nationality', display: 'list',
      when: { field: 'origin', is: 'foreign' }, label: { vi: 'Nước', en: 'Country' } },
    { id: 'askAnyway', type: 'yes-no', mustBeYes: true, when: { field: 'origin', is: 'home' },
      label: { vi: 'Tôi biết không bắt buộc và vẫn xin', en: 'I know it is no must and ask all the same' } },
  ] },
  { id: 'project', title: { vi: 'Dự án', en: 'The project' }, fields: [
    { id: 'projectName', type: 'text', max: 300, label: { vi: 'Tên dự án', en: 'Name' },
      example: 'Nhà máy linh kiện điện tử' },
    { id: 'park', type: 'choice', label: { vi: 'Khu công nghiệp', en: 'Industrial park' }, options: [
      { value: 'quang-chau', label: { vi: 'Quang Châu', en: 'Quang Châu' } },
        { value: 'van-trung', label: { vi: 'Vân Trung', en: 'Vân Trung' } },
          { value: 'dinh-tram', label: { vi: 'Đình Trám', en: 'Đình Trám' } },
      { value: 'song-khe', label: { vi: 'Song Khê - Nội Hoàng', en: 'Song Khê - Nội Hoàng' } },
        { value: 'hoa-phu', label: { vi: 'Hòa Phú', en: 'Hòa Phú' } },
    ] },
    { id: 'land', type: 'number', min: 1, max: 10_000_000, unit: { vi: 'm²', en: 'm²' },
      label: { vi: 'Diện tích đất, nhà xưởng', en: 'Land or workshop' } },
    { id: 'landBy', type: 'choice', label: { vi: 'Có đất bằng cách', en: 'Got by' }, options: [
      { value: 'sublease', label: { vi: 'Thuê lại của chủ hạ tầng', en: 'Sublease of the developer' } },
        { value: 'workshop', label: { vi: 'Thuê nhà xưởng', en: 'A rented workshop' } },
    ] },
    { id: 'goods', type: 'table', max: 20, label: { vi: 'Sản phẩm, công suất một năm',
      en: 'Products and yearly capacity' }, columns: [
      { id: 'product', type: 'text', max: 200, label: { vi: 'Sản phẩm', en: 'Product' } },
        { id: 'capacity', type: 'text', max: 60, label: { vi: 'Công suất', en: 'Capacity' }, example: '2.000 tấn' },
    ] },
  ] },
  { id: 'means', title: { vi: 'Vốn, lao động, môi trường', en: 'Means, staff, environment' }, fields: [
    { id: 'ownCapital', type: 'money', min: 1, label: { vi: 'Vốn góp', en: 'Own capital' } },
    { id: 'loans', type: 'money', label: { vi: 'Vốn vay', en: 'Loans' } },
    { id: 'total', type: 'computed', result: 'money', formula: { sum: ['ownCapital', 'loans'] },
      label: { vi: 'Tổng vốn', en: 'In all' } },
    { id: 'years', type: 'number', min: 1, max: 70, unit: { vi: 'năm', en: 'years' },
      label: { vi: 'Thời hạn', en: 'Term' },
        hint: { vi: 'Trong khu công nghiệp nhiều nhất 70 năm, không quá hạn của khu.', en: 'At most 70 years.' } },
    { id: 'workers', type: 'number', min: 1, max: 200_000, unit: { vi: 'người', en: 'people' },
      label: { vi: 'Lao động', en: 'Workers' } },
    { id: 'technology', type: 'yes-no', label: { vi: 'Có công nghệ hạn chế chuyển giao',
      en: 'Uses technology of restricted transfer' } },
    { id: 'startsOn', type: 'date', notBefore: 'today', label: { vi: 'Dự kiến hoạt động', en: 'Planned start' } },
  ] },
]

/** Luật Đầu tư 2014 Điều 36–38, NĐ 118/2015, NĐ 82/2018: 15 days; Luật 2020 from 01/01/2021 [K]. */
// oxfmt-ignore
export const industrialParkInvestment = completeProcedure({
  code: 'BG.113', receivedAt: ['province'], owner: { agency: 'BQLKCN', division: 'QLDT' },
  summary: { vi: 'Dành cho nhà đầu tư làm dự án trong khu công nghiệp của tỉnh.',
    en: 'For investors with a project in an industrial park of the province.' },
  form: { id: 'industrial-park-investment', pages },
  papers: [
    { id: 'status', maxFiles: 10, name: { vi: 'Tài liệu tư cách pháp lý', en: 'Papers of legal status' } },
    { id: 'proposal', form: 'original', name: { vi: 'Đề xuất dự án đầu tư', en: 'Project proposal' } },
    { id: 'means', maxFiles: 5, name: { vi: 'Báo cáo tài chính, cam kết tài chính', en: 'Proof of means' } },
    { id: 'sublease', name: { vi: 'Thỏa thuận thuê lại đất', en: 'Agreement of sublease' },
      when: { field: 'landBy', is: 'sublease' } },
    { id: 'workshop', name: { vi: 'Thỏa thuận thuê nhà xưởng', en: 'Agreement on the workshop' },
      when: { field: 'landBy', is: 'workshop' } },
    { id: 'technology', form: 'original', name: { vi: 'Giải trình về công nghệ', en: 'Explanation of the technology' },
      when: { field: 'technology', is: true } },
    { id: 'application', name: { vi: 'Văn bản đề nghị thực hiện dự án', en: 'Application' }, generated: true },
  ],
  process: { id: 'industrial-park-investment', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 40, may: ['supplement', 'refuse'], consult: [
      { id: 'investment', name: { vi: 'Sở Kế hoạch và Đầu tư', en: 'Department of planning and investment' },
        hours: 32, silence: 'consent', by: { at: { unit: 'agency', key: 'SKHDT.DKKD' }, function: 'head' } },
      { id: 'environment', name: { vi: 'Sở Tài nguyên và Môi trường', en: 'Department of the environment' }, hours: 32,
        silence: 'consent', by: { at: { unit: 'agency', key: 'STNMT.TNN' }, function: 'head' } },
    ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['appraise'], next: 'sign' },
    sign: { kind: 'decide', hours: 20, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 8, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GCNĐKĐT', signer: { position: 'TRƯỞNG BAN' }, blocks: [
      { paragraph: 'Chứng nhận nhà đầu tư {answers.enterprise.name} ({answers.enterprise.code}) đăng ký dự án:' },
      { fields: [
        { label: 'Tên dự án', value: '{answers.projectName}' }, { label: 'Mã số dự án', value: '…………' },
          { label: 'Địa điểm', value: 'Khu công nghiệp {answers.park}, {answers.land}' },
        { label: 'Sản phẩm', value: '{answers.goods}' }, { label: 'Tổng vốn',
          value: '{answers.total}, trong đó vốn góp {answers.ownCapital}' },
            { label: 'Thời hạn', value: '{answers.years}' },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-BQL', signer: { position: 'TRƯỞNG BAN' } },
  ],
  questions: [
    { ask: { vi: 'Ngoài khu công nghiệp nộp ở đâu?', en: 'Outside the parks?' },
      answer: { vi: 'Ở Sở Kế hoạch và Đầu tư.', en: 'At the department of planning.' } },
    { ask: { vi: 'Có giấy này rồi được xây ngay?', en: 'May I build then?' },
      answer: { vi: 'Chưa, còn môi trường và giấy phép xây dựng.', en: 'Not yet: environment and building permit.' } },
    { ask: { vi: 'Tăng vốn thì sao?', en: 'When capital grows?' },
      answer: { vi: 'Xin điều chỉnh giấy chứng nhận.', en: 'Ask to change the certificate.' } },
  ],
})
