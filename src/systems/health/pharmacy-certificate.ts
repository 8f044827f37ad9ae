import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, businessPage, deliveryPage } from '../one-stop/pages.ts'
import { registrationPaper } from '../one-stop/papers.ts'
import { headReviews, inspectSite } from '../one-stop/steps.ts'

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  businessPage,
  { id: 'kind', title: { vi: 'Mở cơ sở nào', en: 'What is opened' }, fields: [
    { id: 'kind', type: 'choice', label: { vi: 'Loại cơ sở', en: 'Kind' }, options: [
      { value: 'pharmacy', label: { vi: 'Nhà thuốc', en: 'Pharmacy' },
        hint: { vi: 'Phụ trách là dược sĩ đại học.', en: 'Headed by a graduate pharmacist.' } },
      { value: 'counter', label: { vi: 'Quầy thuốc', en: 'Medicine counter' },
        hint: { vi: 'Ở xã, thị trấn; dược sĩ trung học trở lên.',
          en: 'In communes; a pharmacist of middle training.' } },
      { value: 'herbal', label: { vi: 'Bán dược liệu, thuốc cổ truyền', en: 'Herbal medicine' } },
    ] },
    { id: 'area', type: 'number', min: 10, max: 5000, unit: { vi: 'm²', en: 'm²' },
      label: { vi: 'Diện tích', en: 'Area' }, hint: { vi: 'Ít nhất 10 m².', en: 'At least 10 m².' } },
    { id: 'coldStore', type: 'yes-no', label: { vi: 'Bán thuốc phải bảo quản lạnh', en: 'Sells medicine kept cold' } },
    { id: 'controlled', type: 'yes-no', label: { vi: 'Bán thuốc phải kiểm soát đặc biệt',
      en: 'Sells controlled medicine' } },
  ] },
  { id: 'pharmacist', title: { vi: 'Người phụ trách chuyên môn', en: 'Responsible pharmacist' }, fields: [
    { id: 'pharmacist', type: 'person', label: { vi: 'Người phụ trách', en: 'The pharmacist' },
      parts: { fullName: 'required', birthDate: 'required', personalId: 'required' } },
    { id: 'practiceNumber', type: 'text', max: 60, label: { vi: 'Số chứng chỉ hành nghề dược',
      en: 'Practice certificate' } },
    { id: 'practiceOn', type: 'date', notAfter: 'today', label: { vi: 'Ngày cấp', en: 'Date of issue' } },
    { id: 'fullTime', type: 'yes-no', mustBeYes: true, label: { vi: 'Có mặt suốt giờ mở cửa, không phụ trách nơi khác',
      en: 'Is there all opening hours and nowhere else' } },
  ] },
  { id: 'running', title: { vi: 'Hoạt động', en: 'How it runs' }, fields: [
    { id: 'staff', type: 'number', min: 1, max: 200, unit: { vi: 'người', en: 'people' },
      label: { vi: 'Số nhân viên', en: 'Staff' } },
    { id: 'connected', type: 'yes-no', mustBeYes: true, label: { vi: 'Có máy tính nối mạng, kết nối Dược quốc gia',
      en: 'Linked to the national pharmacy database' } },
    { id: 'visitFrom', type: 'date', notBefore: 'today', label: { vi: 'Đoàn đến đánh giá được từ ngày',
      en: 'Inspection possible from' } },
  ] },
  deliveryPage,
]

/** Luật Dược 2016 Điều 33, 36–38, NĐ 54/2017 Điều 31–34, TT 02/2018/TT-BYT: 30 days with the GPP inspection; fee of TT 277/2016 by kind [K]. */
// oxfmt-ignore
export const pharmacyCertificate = completeProcedure({
  code: '1.004593', receivedAt: ['province'], owner: { agency: 'SYT', division: 'NVD' },
  summary: { vi: 'Dành cho người mở nhà thuốc, quầy thuốc, nơi bán thuốc cổ truyền.',
    en: 'For those who open a pharmacy, a medicine counter or sell herbal medicine.' },
  fees: [{ amount: 1_000_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
    note: { vi: 'Nhà thuốc', en: 'Pharmacy' } },
    { amount: 500_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
      when: { field: 'answers.kind', in: ['counter', 'herbal'] },
        note: { vi: 'Quầy thuốc, thuốc cổ truyền', en: 'Counter, herbal medicine' } }],
  form: { id: 'pharmacy-certificate', pages },
  papers: [
    registrationPaper,
    { id: 'practice', name: { vi: 'Chứng chỉ hành nghề dược', en: 'Practice certificate' } },
    { id: 'technical', form: 'original', maxFiles: 20, name: { vi: 'Tài liệu về địa điểm, kho, nhân sự, sổ sách',
      en: 'Technical documents' } },
    { id: 'cold', name: { vi: 'Theo dõi nhiệt độ tủ lạnh', en: 'Temperature record' },
      when: { field: 'coldStore', is: true } },
    { id: 'controlled', form: 'original', name: { vi: 'Biện pháp quản lý thuốc kiểm soát đặc biệt',
      en: 'How controlled medicine is kept' }, when: { field: 'controlled', is: true } },
    { id: 'application', name: { vi: 'Đơn đề nghị (Mẫu 19)', en: 'Application' }, generated: true },
  ],
  process: { id: 'pharmacy-certificate', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 40, may: ['supplement', 'refuse', 'pause'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'inspect' } },
    inspect: { name: inspectSite, kind: 'work', meets: 'inspection', hours: 64, may: ['refuse'], back: ['appraise'],
      consult: [
      { id: 'commune', name: { vi: 'UBND xã cử người tham gia', en: 'The commune takes part' }, hours: 40,
        silence: 'consent', by: { at: { unit: 'area', field: 'answers.premises.commune', division: 'VHXH' },
          function: 'specialist' } },
    ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 16, back: ['appraise', 'inspect'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 32, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 12, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'ĐKKDD-SYT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      blocks: [
      { paragraph: 'Chứng nhận {answers.businessName}, địa chỉ {answers.premises}, đủ điều kiện kinh doanh dược.' },
      { fields: [
        { label: 'Loại hình', value: '{answers.kind}' }, { label: 'Phụ trách chuyên môn',
          value: '{answers.pharmacist.fullName}, chứng chỉ {answers.practiceNumber}' },
        { label: 'Phạm vi', value: 'Bán lẻ thuốc; thuốc bảo quản lạnh: {answers.coldStore}; kiểm soát đặc biệt: {answers.controlled}' },
      ] },
      { paragraph: 'Đáp ứng thực hành tốt cơ sở bán lẻ thuốc (GPP); đánh giá lại sau 3 năm.' },
    ] },
    { outcome: 'refused', notation: 'TB-SYT', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Dược sĩ cho thuê bằng được không?', en: 'May a certificate be lent?' },
      answer: { vi: 'Không, phải có mặt; vi phạm bị thu hồi.', en: 'No; both lose their licence.' } },
    { ask: { vi: 'Chuyển địa điểm thì sao?', en: 'When it moves?' },
      answer: { vi: 'Xin cấp mới ở nơi mới.', en: 'Ask anew at the new place.' } },
    { ask: { vi: 'Đoàn chấm GPP ở đâu?', en: 'Where is GPP assessed?' },
      answer: { vi: 'Tại cơ sở, ngày giờ báo trước.', en: 'At the premises, announced before.' } },
  ],
})
