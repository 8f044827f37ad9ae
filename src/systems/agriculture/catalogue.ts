import { defineCatalogue } from '#engines/services/declare.ts'

const veterinaryAffairs = { vi: 'Thú y', en: 'Veterinary affairs' }
const plantProtection = { vi: 'Bảo vệ thực vật', en: 'Plant protection' }
const productQuality = {
  vi: 'Quản lý chất lượng nông lâm sản và thủy sản',
  en: 'Quality of farm, forest and fishery products',
}

/** Nông nghiệp, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.001064', codeStatus: 'confirmed', sector: 'agriculture', level: 'province', owner: 'SNNPTNT',
    name: { vi: 'Cấp, gia hạn Chứng chỉ hành nghề thú y', en: 'Issue or renewal of veterinary practice certificate' },
    field: veterinaryAffairs, subjects: ['citizen'], lifeEvents: ['work'], keywords: ['cchn thu y', 'bac si thu y'],
    timeLimits: [{ amount: 5, unit: 'working-day' }], fees: [{ amount: 50_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đăng ký cấp chứng chỉ', en: 'Application for the certificate' },
      { vi: 'Văn bằng chuyên môn', en: 'Professional diploma' },
      { vi: 'Giấy khám sức khỏe', en: 'Health check certificate' }, { vi: 'Ảnh 4x6', en: '4×6 cm photograph' }],
    result: { vi: 'Chứng chỉ hành nghề thú y', en: 'Veterinary practice certificate' },
    legalBasis: ['79/2015/QH13', '35/2016/NĐ-CP', '285/2016/TT-BTC'],
  },
  {
    code: '1.001686', codeStatus: 'confirmed', sector: 'agriculture', level: 'province', owner: 'SNNPTNT',
    name: { vi: 'Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y',
      en: 'Certificate of eligibility for trade in veterinary medicine' },
    field: veterinaryAffairs, subjects: ['enterprise', 'household'], lifeEvents: ['business'],
    keywords: ['cua hang thuoc thu y', 'ban thuoc thu y'],
    timeLimits: [{ amount: 8, unit: 'working-day' }], fees: [{ amount: 230_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản thuyết minh cơ sở vật chất', en: 'Description of the premises' },
      { vi: 'Chứng chỉ hành nghề thú y', en: 'Veterinary practice certificate' }],
    result: { vi: 'Giấy chứng nhận đủ điều kiện', en: 'Certificate of eligibility' },
    legalBasis: ['79/2015/QH13', '35/2016/NĐ-CP'],
  },
  {
    code: '1.004493', sector: 'agriculture', level: 'province', owner: 'SNNPTNT',
    name: { vi: 'Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật',
      en: 'Certificate of eligibility for trade in plant protection products' },
    field: plantProtection, subjects: ['enterprise', 'household'], lifeEvents: ['business'],
    keywords: ['thuoc tru sau', 'bvtv', 'ban thuoc sau'],
    timeLimits: [{ amount: 21, unit: 'calendar-day' }], fees: [{ amount: 800_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản sao đăng ký kinh doanh', en: 'Copy of business registration' },
      { vi: 'Bản thuyết minh điều kiện', en: 'Description of how conditions are met' }],
    result: { vi: 'Giấy chứng nhận đủ điều kiện', en: 'Certificate of eligibility' },
    legalBasis: ['41/2013/QH13', '66/2016/NĐ-CP', '21/2015/TT-BNNPTNT'],
  },
  {
    code: '2.001827', codeStatus: 'confirmed', sector: 'agriculture', level: 'province', owner: 'SNNPTNT',
    name: { vi: 'Cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm nông, lâm, thủy sản',
      en: 'Food safety certificate for farm, forest and fishery products' },
    everydayName: { vi: 'Làm giấy an toàn thực phẩm nông sản', en: 'Get a food safety certificate for farm products' },
    field: productQuality, subjects: ['enterprise', 'household', 'organization'], lifeEvents: ['business'],
    keywords: ['attp', 'vsattp', 'an toan thuc pham', 'vai thieu', 'ga doi'],
    timeLimits: [{ amount: 15, unit: 'working-day' }], fees: [{ amount: 700_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản thuyết minh cơ sở vật chất', en: 'Description of the premises' }],
    result: { vi: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm', en: 'Food safety certificate' },
    legalBasis: ['55/2010/QH12', '38/2018/TT-BNNPTNT', '286/2016/TT-BTC'],
  },
])
