import type { Page } from '#engines/forms/declare.ts'
import { completeProcedure } from '#engines/services/declare.ts'
import { applicantPage, businessPage, deliveryPage } from '../one-stop/pages.ts'
import { registrationPaper } from '../one-stop/papers.ts'
import { headReviews, inspectSite } from '../one-stop/steps.ts'

const inCity = { field: 'answers.isInCity', is: true }
const ofEnterprise = { field: 'answers.businessKind', is: 'enterprise' }

// oxfmt-ignore
export const alcoholPages = {
  place: { id: 'place', title: { vi: 'Nơi bán rượu', en: 'Where alcohol is sold' }, fields: [
    { id: 'isInCity', type: 'yes-no', label: { vi: 'Nơi bán ở thành phố, thị xã', en: 'It is in a city or town' },
      hint: { vi: 'Phí thẩm định ở thành phố gấp đôi nơi khác.', en: 'There the fee is double.' } },
    { id: 'area', type: 'number', min: 1, max: 10_000, unit: { vi: 'm²', en: 'm²' },
      label: { vi: 'Diện tích', en: 'Area' } },
    { id: 'ownsPlace', type: 'yes-no', label: { vi: 'Địa điểm là của mình', en: 'The place is one’s own' },
      hint: { vi: 'Đi thuê thì gửi hợp đồng thuê.', en: 'If rented, send the lease.' } },
  ] },
  supply: { id: 'supply', title: { vi: 'Bán rượu gì, mua của ai', en: 'What is sold and from whom' }, fields: [
    { id: 'drinks', type: 'choice', many: true, label: { vi: 'Loại rượu', en: 'Kinds' }, options: [
      { value: 'wine', label: { vi: 'Rượu vang', en: 'Wine' } },
        { value: 'spirits', label: { vi: 'Rượu mạnh', en: 'Spirits' } },
      { value: 'craft', label: { vi: 'Rượu thủ công có nhãn', en: 'Labelled craft alcohol' } },
    ] },
    { id: 'suppliers', type: 'table', max: 10, label: { vi: 'Nhà cung cấp', en: 'Suppliers' }, columns: [
      { id: 'name', type: 'text', max: 200, label: { vi: 'Tên', en: 'Name' }, example: 'Công ty CP Rượu Bắc Giang' },
      { id: 'licence', type: 'text', max: 60, label: { vi: 'Số giấy phép', en: 'Licence' } },
    ] },
    { id: 'onSpot', type: 'yes-no', label: { vi: 'Có bán để uống tại chỗ', en: 'Also to drink on the spot' },
      hint: { vi: 'Uống tại chỗ từ 2020 chỉ phải đăng ký với UBND huyện.', en: 'Since 2020 this is only notified.' } },
  ] },
  pledge: { id: 'pledge', title: { vi: 'Cam kết', en: 'What you declare' }, fields: [
    { id: 'noMinors', type: 'yes-no', mustBeYes: true,
      label: { vi: 'Không bán rượu cho người dưới 18 tuổi', en: 'No alcohol is sold to those under 18' } },
    { id: 'fireSafe', type: 'yes-no', mustBeYes: true,
      label: { vi: 'Bảo đảm phòng cháy, vệ sinh môi trường', en: 'Fire safety and hygiene are kept' } },
  ] },
} satisfies Record<string, Page>

const { place, supply, pledge } = alcoholPages
const pages = [applicantPage, businessPage, place, supply, pledge, deliveryPage]

/** NĐ 105/2017 Điều 13, 23–25, amended by NĐ 17/2020; fees of TT 299/2016, halved outside cities and for households a third [K]. */
// oxfmt-ignore
export const alcoholRetailLicence = completeProcedure({
  code: '2.000620', receivedAt: ['district'],
  summary: { vi: 'Dành cho cửa hàng bán rượu từ 5,5 độ trở lên mang về, sau khi đã đăng ký kinh doanh.',
    en: 'For shops that sell alcohol of 5.5 degrees and more to take away.' },
  fees: [{ amount: 200_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
    note: { vi: 'Hộ kinh doanh, nơi khác', en: 'Household, elsewhere' } },
    { amount: 400_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
      when: { all: [{ not: ofEnterprise }, inCity] },
      note: { vi: 'Hộ kinh doanh, ở thành phố', en: 'Household, in the city' } },
    { amount: 600_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
      when: { all: [ofEnterprise, { not: inCity }] },
      note: { vi: 'Doanh nghiệp, nơi khác', en: 'Enterprise, elsewhere' } },
    { amount: 1_200_000, name: { vi: 'Phí thẩm định', en: 'Appraisal fee' }, when: { all: [ofEnterprise, inCity] },
      note: { vi: 'Doanh nghiệp, ở thành phố', en: 'Enterprise, in the city' } }],
  form: { id: 'alcohol-retail-licence', pages },
  papers: [
    registrationPaper,
    { id: 'lease', name: { vi: 'Hợp đồng thuê, mượn địa điểm', en: 'Lease of the place' },
      when: { field: 'ownsPlace', is: false } },
    { id: 'supply', maxFiles: 10, name: { vi: 'Hợp đồng mua bán với nhà cung cấp', en: 'Contracts with suppliers' },
      hint: { vi: 'Hoặc văn bản giới thiệu của thương nhân.', en: 'Or their letters.' } },
    { id: 'application', name: { vi: 'Đơn đề nghị cấp giấy phép bán lẻ rượu', en: 'Application' }, generated: true },
  ],
  process: { id: 'alcohol-retail-licence', start: 'receive', steps: {
    receive: { kind: 'receive', hours: 4, next: 'appraise' },
    appraise: { kind: 'work', hours: 24, may: ['supplement', 'refuse', 'pause'], consult: [
      { id: 'commune', name: { vi: 'UBND xã nơi bán', en: 'Commune of the shop' }, hours: 16, silence: 'consent',
        by: { at: { unit: 'area', field: 'answers.premises.commune', division: 'VPTK' }, function: 'specialist' } },
    ], next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'inspect' } },
    inspect: { name: inspectSite, kind: 'work', meets: 'inspection', hours: 24, may: ['refuse'], back: ['appraise'],
      next: 'review' },
    review: { name: headReviews, kind: 'work', by: 'head', hours: 8, back: ['appraise', 'inspect'], next: 'sign' },
    sign: { kind: 'decide', by: 'deputy-leader', hours: 16, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 4, back: ['sign'], next: 'deliver' },
    deliver: { kind: 'deliver' },
  } },
  results: [
    { outcome: 'granted', notation: 'GP-UBND', validMonths: 60,
      signer: { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH' }, blocks: [
      { article: '1', text: 'Cho phép {answers.businessName}, địa chỉ {answers.premises}, bán lẻ rượu.' },
      { fields: [
        { label: 'Đăng ký kinh doanh số', value: '{answers.registration}',
          when: { field: 'answers.isRegistered', is: true } },
        { label: 'Người đại diện', value: '{answers.applicant.fullName}' },
        { label: 'Loại rượu', value: '{answers.drinks}' }, { label: 'Mua của', value: '{answers.suppliers}' },
      ] },
      { article: '2', text: 'Thực hiện đúng Nghị định số 105/2017/NĐ-CP. Giấy phép có giá trị 05 năm.' },
    ] },
    { outcome: 'refused', notation: 'TB-UBND', signer: { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH' } },
  ],
  questions: [
    { ask: { vi: 'Bán bia có phải xin phép?', en: 'And beer?' },
      answer: { vi: 'Không; chỉ rượu từ 5,5 độ trở lên.', en: 'No, only alcohol of 5.5 degrees and more.' } },
    { ask: { vi: 'Giấy phép có hạn bao lâu?', en: 'How long is it valid?' },
      answer: { vi: '5 năm; xin cấp lại trước khi hết hạn 30 ngày.', en: '5 years; renew 30 days before.' } },
    { ask: { vi: 'Chưa đăng ký kinh doanh thì sao?', en: 'Not registered yet?' },
      answer: { vi: 'Nộp một lần cùng hồ sơ đăng ký hộ kinh doanh.', en: 'File both at once.' } },
  ],
})
