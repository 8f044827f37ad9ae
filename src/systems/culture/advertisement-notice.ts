import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { headReviews } from '../one-stop/steps.ts'

const large = { field: 'answers.area', atLeast: 20 }

// oxfmt-ignore
const pages: Page[] = [
  applicantPage,
  { id: 'advertiser', title: { vi: 'Quảng cáo cho ai', en: 'Who advertises' }, fields: [
    { id: 'advertiser', type: 'text', max: 200, label: { vi: 'Tên cơ sở, doanh nghiệp', en: 'Name of the business' } },
    { id: 'registration', type: 'text', max: 40, label: { vi: 'Số đăng ký kinh doanh', en: 'Registration number' } },
    { id: 'isAgent', type: 'yes-no', label: { vi: 'Ông/bà làm dịch vụ quảng cáo cho họ',
      en: 'You advertise for them as an agent' } },
    { id: 'goods', type: 'choice', label: { vi: 'Quảng cáo hàng gì', en: 'What is advertised' },
      hint: { vi: 'Rượu từ 15 độ, thuốc lá bị cấm quảng cáo.', en: 'Alcohol of 15 degrees and tobacco may not be.' },
        options: [
      { value: 'special', label: { vi: 'Thuốc, mỹ phẩm, thực phẩm chức năng, khám bệnh',
        en: 'Medicine, cosmetics, medical care' } },
      { value: 'ordinary', label: { vi: 'Hàng, dịch vụ khác', en: 'Other goods and services' } },
    ] },
  ] },
  { id: 'sign', title: { vi: 'Bảng, băng-rôn', en: 'Board or banner' }, fields: [
    { id: 'medium', type: 'choice', label: { vi: 'Dạng', en: 'Kind' }, options: [
      { value: 'board', label: { vi: 'Bảng quảng cáo, biển hiệu', en: 'Board or sign' } },
        { value: 'banner', label: { vi: 'Băng-rôn', en: 'Banner' },
          hint: { vi: 'Treo nhiều nhất 15 ngày.', en: '15 days at most.' } },
    ] },
    { id: 'content', type: 'long-text', max: 1000, label: { vi: 'Nội dung', en: 'Content' },
      hint: { vi: 'Chữ Việt to hơn chữ nước ngoài.', en: 'Vietnamese larger than foreign words.' } },
    { id: 'area', type: 'number', decimals: 1, min: 0.1, max: 500, unit: { vi: 'm²', en: 'm²' },
      label: { vi: 'Diện tích một mặt', en: 'Area of one side' },
        hint: { vi: 'Từ 20 m² phải có giấy phép xây dựng.', en: 'From 20 m² a building permit is needed.' } },
    { id: 'count', type: 'number', min: 1, max: 200, unit: { vi: 'chiếc', en: 'pieces' },
      label: { vi: 'Số lượng', en: 'Number' } },
  ] },
  { id: 'place', title: { vi: 'Đặt ở đâu, khi nào', en: 'Where and when' }, fields: [
    { id: 'where', type: 'address', label: { vi: 'Nơi đặt', en: 'Place' } },
    { id: 'onOwnPlace', type: 'yes-no', label: { vi: 'Đặt trên nhà, đất của mình', en: 'On one’s own house or land' } },
    { id: 'from', type: 'date', notBefore: { today: 15 }, label: { vi: 'Từ ngày', en: 'From' },
      hint: { vi: 'Thông báo trước 15 ngày.', en: 'Notify 15 days before.' } },
    { id: 'boardTo', type: 'date', notBefore: { field: 'from' }, when: { field: 'medium', is: 'board' },
      label: { vi: 'Đến ngày', en: 'Until' } },
    { id: 'bannerTo', type: 'date', notBefore: { field: 'from' }, notAfter: { field: 'from', days: 14 },
      when: { field: 'medium', is: 'banner' }, label: { vi: 'Đến ngày', en: 'Until' } },
  ] },
  deliveryPage,
]

/** Luật Quảng cáo 2012 Điều 20, 27–30: told 15 days before, answered within 5 working days. */
// oxfmt-ignore
export const advertisementNotice = completeProcedure({
  code: '1.004650', receivedAt: ['province'], owner: { agency: 'SVHTTDL', division: 'QLVH' },
  summary: { vi: 'Báo trước khi dựng bảng quảng cáo, biển hiệu lớn, treo băng-rôn.',
    en: 'Told before boards and banners are put up.' },
  form: { id: 'advertisement-notice', pages },
  papers: [
    { id: 'layout', maxFiles: 10, name: { vi: 'Ma-két màu', en: 'Layout in colour' },
      hint: { vi: 'In hoặc tệp ảnh.', en: 'A print or picture.' } },
    { id: 'place', name: { vi: 'Phối cảnh vị trí đặt', en: 'View of the place' } },
    { id: 'consent', name: { vi: 'Hợp đồng thuê chỗ đặt', en: 'Contract for the place' },
      when: { field: 'onOwnPlace', is: false } },
    { id: 'agency', name: { vi: 'Hợp đồng dịch vụ quảng cáo', en: 'Agency contract' },
      when: { field: 'isAgent', is: true } },
    { id: 'special', name: { vi: 'Xác nhận nội dung của ngành quản lý',
      en: 'Confirmation by the ministry of the goods' }, when: { field: 'goods', is: 'special' } },
    { id: 'permit', name: { vi: 'Giấy phép xây dựng bảng', en: 'Building permit of the board' },
      when: { field: 'area', atLeast: 20 } },
    { id: 'application', name: { vi: 'Văn bản thông báo', en: 'Notice' }, generated: true },
  ],
  process: { id: 'advertisement-notice', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 2, next: 'check' },
    check: { name: { vi: 'Kiểm tra nội dung, vị trí', en: 'Check content and place' }, kind: 'work', hours: 12,
      may: ['supplement', 'refuse'],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }, { if: large, to: 'building' }],
        otherwise: 'review' } },
    building: { name: { vi: 'Hỏi Sở Xây dựng về công trình', en: 'Ask the department of construction' }, kind: 'work',
      hours: 8, back: ['check'], may: ['refuse'],
      consult: [{ id: 'building', name: { vi: 'Sở Xây dựng', en: 'Department of construction' }, hours: 6,
        silence: 'consent',
        by: { at: { unit: 'agency', key: 'SXD.QLXD' }, function: 'specialist' } }], next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 4, back: ['check', 'building'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 10, back: ['review', 'check'], next: 'issue' },
    issue: { kind: 'issue', hours: 4, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'SVHTTDL-QLVH', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' },
      blocks: [
      { paragraph: 'Sở Văn hóa, Thể thao và Du lịch đã nhận thông báo quảng cáo của {answers.advertiser} và đồng ý:' },
      { fields: [
        { label: 'Dạng, số lượng', value: '{answers.medium}; {answers.count}' },
          { label: 'Nội dung', value: '{answers.content}' },
        { label: 'Diện tích', value: '{answers.area}' }, { label: 'Nơi đặt', value: '{answers.where}' },
        { label: 'Thời gian', value: '{answers.from} – {answers.boardTo}',
          when: { field: 'answers.medium', is: 'board' } },
        { label: 'Thời gian', value: '{answers.from} – {answers.bannerTo}',
          when: { field: 'answers.medium', is: 'banner' } },
      ] },
    ] },
    { outcome: 'refused', notation: 'SVHTTDL-QLVH', signer: { capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' } },
  ],
  questions: [
    { ask: { vi: 'Biển tên cửa hàng có phải báo?', en: 'Must a shop sign be told?' },
      answer: { vi: 'Không, nếu chỉ ghi tên, địa chỉ, ngành nghề.', en: 'No, if it only names the shop.' } },
    { ask: { vi: 'Quá 5 ngày không trả lời thì sao?', en: 'And without an answer?' },
      answer: { vi: 'Được làm như đã thông báo.', en: 'You may do as notified.' } },
    { ask: { vi: 'Cơ sở chưa đăng ký kinh doanh?', en: 'A business not registered yet?' },
      answer: { vi: 'Đăng ký trước rồi mới thông báo.', en: 'Register it first.' } },
  ],
})
