import { defineCatalogue } from '#engines/services/declare.ts'

const medicalCare = { vi: 'Khám bệnh, chữa bệnh', en: 'Medical care' }
const pharmacy = { vi: 'Dược phẩm', en: 'Pharmacy' }

/** Y tế, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '1.003709', sector: 'health', level: 'province', owner: 'SYT',
    name: { vi: 'Cấp lần đầu chứng chỉ hành nghề khám bệnh, chữa bệnh',
      en: 'First practice certificate for medical care' },
    field: medicalCare, subjects: ['citizen'], lifeEvents: ['health', 'work'],
    keywords: ['cchn', 'bac si', 'y si', 'dieu duong'],
    timeLimits: [{ amount: 30, unit: 'calendar-day' }], fees: [{ amount: 360_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản sao văn bằng chuyên môn', en: 'Copy of professional diploma' },
      { vi: 'Giấy xác nhận quá trình thực hành', en: 'Confirmation of practice' },
      { vi: 'Phiếu lý lịch tư pháp', en: 'Criminal record certificate' }],
    result: { vi: 'Chứng chỉ hành nghề', en: 'Practice certificate' },
    legalBasis: ['40/2009/QH12', '109/2016/NĐ-CP', '278/2016/TT-BTC'],
  },
  {
    code: '1.004616', sector: 'health', level: 'province', owner: 'SYT',
    name: { vi: 'Cấp Chứng chỉ hành nghề dược (xét duyệt)', en: 'Pharmacy practice certificate (by assessment)' },
    field: pharmacy, subjects: ['citizen'], lifeEvents: ['health', 'work'], keywords: ['cchn', 'duoc si', 'nha thuoc'],
    timeLimits: [{ amount: 20, unit: 'calendar-day' }], fees: [{ amount: 500_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' }, { vi: 'Bản sao văn bằng', en: 'Copy of diploma' },
      { vi: 'Giấy xác nhận thời gian thực hành', en: 'Confirmation of practice time' },
      { vi: 'Giấy khám sức khỏe', en: 'Health check certificate' }],
    result: { vi: 'Chứng chỉ hành nghề dược', en: 'Pharmacy practice certificate' },
    legalBasis: ['105/2016/QH13', '54/2017/NĐ-CP'],
  },
  {
    code: '1.004593', sector: 'health', level: 'province', owner: 'SYT',
    name: { vi: 'Cấp Giấy chứng nhận đủ điều kiện kinh doanh dược',
      en: 'Certificate of eligibility for pharmacy business' },
    everydayName: { vi: 'Mở nhà thuốc, quầy thuốc', en: 'Open a pharmacy' },
    field: pharmacy, subjects: ['enterprise', 'household'], lifeEvents: ['health', 'business'],
    keywords: ['nha thuoc', 'quay thuoc', 'hieu thuoc', 'gpp'],
    timeLimits: [{ amount: 30, unit: 'calendar-day' }], fees: [{ amount: 1_000_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Tài liệu kỹ thuật về cơ sở', en: 'Technical documents of the establishment' },
      { vi: 'Bản sao chứng chỉ hành nghề dược', en: 'Copy of pharmacy practice certificate' }],
    result: { vi: 'Giấy chứng nhận đủ điều kiện kinh doanh dược',
      en: 'Certificate of eligibility for pharmacy business' },
    legalBasis: ['105/2016/QH13', '54/2017/NĐ-CP'],
  },
])
