import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, businessPage, deliveryPage } from '../one-stop/pages.ts'
import { registrationPaper } from '../one-stop/papers.ts'
import { headReviews, inspectSite } from '../one-stop/steps.ts'

const inCity = { field: 'isInCity', is: true }

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  businessPage,
  { id: 'room', title: { vi: 'Phòng máy', en: 'The room' }, fields: [
    { id: 'isInCity', type: 'yes-no', label: { vi: 'Ở nội thành, nội thị', en: 'In the city or a town' } },
    // NĐ 27/2018 Điều 1 khoản 34: 40 m² in cities and towns, 30 m² elsewhere.
    { id: 'cityArea', type: 'number', min: 40, max: 5000, unit: { vi: 'm²', en: 'm²' }, when: inCity,
      label: { vi: 'Diện tích phòng máy', en: 'Area' },
      hint: { vi: 'Ở đô thị ít nhất 40 m².', en: 'At least 40 m² in towns.' } },
    { id: 'area', type: 'number', min: 30, max: 5000, unit: { vi: 'm²', en: 'm²' }, when: { not: inCity },
      label: { vi: 'Diện tích phòng máy', en: 'Area' },
      hint: { vi: 'Ít nhất 30 m².', en: 'At least 30 m².' } },
    { id: 'computers', type: 'number', min: 1, max: 500, unit: { vi: 'máy', en: 'computers' },
      label: { vi: 'Số máy tính', en: 'Computers' } },
    { id: 'schoolDistance', type: 'number', min: 200, max: 100_000, unit: { vi: 'm', en: 'm' },
      label: { vi: 'Cách cổng trường gần nhất', en: 'Distance to the nearest school gate' },
      hint: { vi: 'Từ mầm non đến trung học, ít nhất 200 m.', en: 'At least 200 m.' } },
    { id: 'ownsPlace', type: 'yes-no', label: { vi: 'Địa điểm là của mình', en: 'The place is one’s own' } },
  ] },
  { id: 'running', title: { vi: 'Hoạt động', en: 'How it runs' }, fields: [
    { id: 'opens', type: 'choice', label: { vi: 'Mở cửa', en: 'Hours' }, options: [
      { value: 'day', label: { vi: 'Từ 8 giờ đến 22 giờ', en: '8:00 to 22:00' } },
      { value: 'shorter', label: { vi: 'Ngắn hơn', en: 'Shorter' } },
    ], hint: { vi: 'Luật cấm mở sau 22 giờ, trước 8 giờ.', en: 'Not after 22:00 nor before 8:00.' } },
    { id: 'provider', type: 'text', max: 120, label: { vi: 'Thuê đường truyền của', en: 'Internet provider' },
      example: 'VNPT Bắc Giang' },
    { id: 'fireSafe', type: 'yes-no', mustBeYes: true, label: { vi: 'Có bình chữa cháy, lối thoát, nội quy treo tường',
      en: 'Extinguishers, exits and posted rules' } },
    { id: 'visitFrom', type: 'date', notBefore: 'today', label: { vi: 'Đoàn đến kiểm tra được từ ngày',
      en: 'Inspection possible from' } },
  ] },
  deliveryPage,
]

/** NĐ 72/2013, NĐ 27/2018 Điều 35b: 10 working days with an inspection by culture, infrastructure, inspectorate and commune; police is no body of ours. */
// oxfmt-ignore
export const gamePlaceCertificate = completeProcedure({
  code: '2.001885', receivedAt: ['district'],
  summary: { vi: 'Dành cho người mở quán net, phòng máy chơi trò chơi điện tử.',
    en: 'For those who open a place for video games.' },
  form: { id: 'game-place-certificate', pages },
  papers: [
    registrationPaper,
    { id: 'identity', maxFiles: 2, name: { vi: 'Giấy tờ tùy thân của chủ điểm', en: 'Identity card of the owner' } },
    { id: 'plan', form: 'original', name: { vi: 'Sơ đồ phòng máy, lối thoát', en: 'Plan of the room and exits' } },
    { id: 'lease', name: { vi: 'Hợp đồng thuê địa điểm', en: 'Lease' }, when: { field: 'ownsPlace', is: false } },
    { id: 'application', name: { vi: 'Đơn đề nghị (Mẫu 02)', en: 'Application' }, generated: true },
  ],
  process: { id: 'game-place-certificate', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 16, may: ['supplement', 'refuse', 'pause'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'inspect' } },
    inspect: { name: inspectSite, kind: 'work', meets: 'inspection', hours: 32, may: ['refuse'], back: ['appraise'],
      consult: [
      { id: 'building', name: { vi: 'Phòng Kinh tế và Hạ tầng', en: 'Infrastructure division' }, hours: 24,
        silence: 'consent',
        by: { at: { unit: 'owner', division: ['KTHT', 'QLDT'] }, function: 'specialist' } },
      { id: 'commune', name: { vi: 'UBND xã nơi đặt phòng máy', en: 'Commune of the place' }, hours: 24,
        silence: 'consent',
        by: { at: { unit: 'area', field: 'answers.premises.commune', division: 'VHXH' }, function: 'specialist' } },
    ], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['appraise', 'inspect'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 16, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 4, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GCN-UBND', validMonths: 36,
      signer: { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH' }, blocks: [
      { paragraph: 'Chứng nhận {answers.businessName}, địa chỉ {answers.premises}, đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công cộng.' },
      { fields: [
        { label: 'Chủ điểm', value: '{answers.applicant.fullName}' },
        { label: 'Diện tích phòng máy', value: '{answers.cityArea}', when: { field: 'answers.isInCity', is: true } },
        { label: 'Diện tích phòng máy', value: '{answers.area}', when: { field: 'answers.isInCity', is: false } },
        { label: 'Số máy', value: '{answers.computers}' }, { label: 'Giờ mở cửa', value: '{answers.opens}' },
      ] },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Gần trường học có mở được không?', en: 'May it be near a school?' },
      answer: { vi: 'Không, phải cách cổng trường ít nhất 200 m.', en: 'No, 200 m from the gate at least.' } },
    { ask: { vi: 'Ai đến kiểm tra?', en: 'Who inspects?' },
      answer: { vi: 'Phòng Văn hóa, Phòng Kinh tế và Hạ tầng, xã.', en: 'Culture, infrastructure, the commune.' } },
    { ask: { vi: 'Giấy có hạn bao lâu?', en: 'How long is it valid?' },
      answer: { vi: '3 năm; gia hạn trước 20 ngày.', en: '3 years; extend 20 days before.' } },
  ],
})
