import type { Page } from '#engines/forms/declare.ts'
import { defineBundle } from '#engines/services/declare.ts'
import { foodFields } from '../agriculture/food-safety-certificate.ts'
import { alcoholPages } from '../industry-trade/alcohol-retail-licence.ts'
import { applicantPage, deliveryPage } from '../one-stop/pages.ts'
import { identityPaper } from '../one-stop/papers.ts'
import { registrationPages } from './household-business-registration.ts'

// oxfmt-ignore
const shop: Page = { id: 'shop', title: { vi: 'Cửa hàng', en: 'The shop' }, fields: [
  { id: 'isInCity', type: 'yes-no', label: { vi: 'Ở thành phố, thị xã', en: 'It is in a city or town' },
    hint: { vi: 'Phí thẩm định ở thành phố gấp đôi nơi khác.', en: 'There the fee is double.' } },
  { id: 'shopArea', type: 'number', min: 1, max: 10_000, unit: { vi: 'm²', en: 'm²' },
    label: { vi: 'Diện tích', en: 'Area' } },
  { id: 'ownsPlace', type: 'yes-no', label: { vi: 'Địa điểm là của mình', en: 'The place is one’s own' },
    hint: { vi: 'Đi thuê thì gửi hợp đồng thuê.', en: 'If rented, send the lease.' } },
  { id: 'visitFrom', type: 'date', notBefore: 'today', label: { vi: 'Đoàn đến kiểm tra được từ ngày',
    en: 'Inspection possible from' },
    hint: { vi: 'Phòng Kinh tế và Hạ tầng, Chi cục Quản lý chất lượng.', en: 'By the district and the department.' } },
] }

// oxfmt-ignore
const food: Page = { id: 'food', title: { vi: 'Thực phẩm', en: 'Food' },
  hint: { vi: 'Nông sản, thịt, cá.', en: 'Farm products, meat, fish.' }, fields: [...foodFields.making] }

// oxfmt-ignore
const hygiene: Page = { id: 'hygiene', title: { vi: 'Vệ sinh', en: 'Hygiene' }, fields: [
  foodFields.water,
  { id: 'handlers', type: 'number', min: 1, max: 5000, label: { vi: 'Số người trực tiếp làm hàng',
    en: 'People who handle food' } },
  ...foodFields.hygiene,
] }

const { name, owners, business, pledge } = registrationPages
const { supply, pledge: alcoholPledge } = alcoholPages
const sellsAlcohol: Page = {
  ...alcoholPledge,
  id: 'alcohol-pledge',
  title: { vi: 'Cam kết khi bán rượu', en: 'When selling alcohol' },
}

/** Of a shop that is registered in the same filing: it has no number yet, and no certificate to renew. */
const notRegistered = { businessKind: { always: 'household' }, isRegistered: { always: false }, premises: 'place' }

/**
 * NĐ 61/2018/NĐ-CP Điều 4, 12: procedures that belong together are filed once. The licences go on when the registration is out; each
 * has its own law, limit and end.
 */
// oxfmt-ignore
export const foodShopBundle = defineBundle({
  code: 'BG.201',
  name: { vi: 'Liên thông đăng ký hộ kinh doanh, cấp giấy phép bán lẻ rượu, chứng nhận an toàn thực phẩm',
    en: 'Household business, alcohol retail licence and food safety certificate at once' },
  everydayName: { vi: 'Mở cửa hàng thực phẩm, bán rượu: nộp một lần',
    en: 'Open a food and alcohol shop in one filing' },
  summary: { vi: 'Khai một lần, gửi giấy tờ một lần; ba cơ quan cùng giải quyết, ba kết quả.',
    en: 'Answer once, send papers once; three bodies decide, with three results.' },
  result: { vi: 'Giấy đăng ký hộ kinh doanh, giấy phép bán lẻ rượu, giấy chứng nhận an toàn thực phẩm',
    en: 'Household business certificate, alcohol retail licence, food safety certificate' },
  subjects: ['household', 'citizen'], lifeEvents: ['business'], onlineLevel: [{ level: 3 }],
  keywords: ['mo quan', 'mo cua hang', 'lien thong', 'nop mot lan', 'thuc pham', 'ban ruou', 'hkd'],
  form: { id: 'food-shop', pages: [
    applicantPage, name, owners, business, pledge, shop, supply, sellsAlcohol, food, hygiene, deliveryPage,
  ] },
  papers: [
    { ...identityPaper, hint: { vi: 'Của chủ hộ và các thành viên, ảnh hai mặt.', en: 'Of owner and members.' },
      maxFiles: 20 },
    { id: 'minutes', reusableMonths: 0, name: { vi: 'Biên bản họp nhóm cá nhân', en: 'Minutes of the founders' },
      when: { field: 'ownership', is: 'group' } },
    { id: 'authorization', name: { vi: 'Giấy ủy quyền của các thành viên hộ', en: 'Authorisation by the family' },
      when: { field: 'ownership', is: 'family' }, reusableMonths: 0 },
    { id: 'lease', name: { vi: 'Hợp đồng thuê, mượn địa điểm', en: 'Lease of the place' },
      when: { field: 'ownsPlace', is: false } },
    { id: 'supply', maxFiles: 10, name: { vi: 'Hợp đồng mua rượu với nhà cung cấp',
      en: 'Contracts with suppliers of alcohol' } },
    { id: 'description', form: 'original', maxFiles: 10, name: { vi: 'Bản thuyết minh cơ sở vật chất',
      en: 'Description of the premises' },
      hint: { vi: 'Sơ đồ mặt bằng, thiết bị, quy trình.', en: 'Plan, equipment, process.' } },
    { id: 'water', name: { vi: 'Kết quả xét nghiệm nước giếng', en: 'Test of the well water' },
      when: { field: 'water', is: 'well' } },
    { id: 'training', maxFiles: 20, optional: true, name: { vi: 'Xác nhận kiến thức an toàn thực phẩm',
      en: 'Proof of training' } },
  ],
  members: [
    { code: '1.001612' },
    { code: '2.000620', answers: { ...notRegistered, area: 'shopArea' } },
    { code: '2.001827', answers: { ...notRegistered, area: 'shopArea', workers: 'handlers',
      renews: { always: false } } },
  ],
  questions: [
    { ask: { vi: 'Một việc bị từ chối thì sao?', en: 'What if one is refused?' },
      answer: { vi: 'Hai việc kia vẫn giải quyết bình thường.', en: 'The other two go on.' } },
    { ask: { vi: 'Có phải mang giấy đăng ký đến xin giấy phép?',
      en: 'Must I bring the registration for the licences?' },
      answer: { vi: 'Không, các cơ quan thấy số giấy ngay khi cấp.',
        en: 'No, the bodies see its number once it is out.' } },
    { ask: { vi: 'Nhận kết quả cùng lúc không?', en: 'Do they come together?' },
      answer: { vi: 'Mỗi việc có ngày hẹn riêng; xong việc nào báo việc đó.',
        en: 'Each has its own date; you are told of each.' } },
  ],
})
