import { defineCatalogue } from '#engines/services/declare.ts'

const radiationSafety = { vi: 'An toàn bức xạ và hạt nhân', en: 'Radiation and nuclear safety' }
const byMinistry = { vi: 'Theo biểu mức của Bộ Tài chính', en: 'By the tariff of the Ministry of Finance' }

/** Khoa học và công nghệ, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.002380', sector: 'science', level: 'province', owner: 'SKHCN',
    name: { vi: 'Cấp Giấy phép tiến hành công việc bức xạ - sử dụng thiết bị X-quang chẩn đoán trong y tế',
      en: 'Licence for radiation work with diagnostic X-ray equipment' },
    everydayName: { vi: 'Xin giấy phép dùng máy X-quang', en: 'Get a licence for X-ray devices' },
    field: radiationSafety, subjects: ['organization', 'enterprise'], lifeEvents: ['health', 'business'],
    keywords: ['x quang', 'may x quang'],
    timeLimits: [{ amount: 25, unit: 'working-day' }], fees: [{ note: byMinistry }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Phiếu khai báo nhân viên phụ trách an toàn', en: 'Declaration of the radiation safety officer' },
      { vi: 'Báo cáo đánh giá an toàn', en: 'Safety assessment report' }],
    result: { vi: 'Giấy phép tiến hành công việc bức xạ', en: 'Licence for radiation work' },
    legalBasis: ['18/2008/QH12', '08/2010/TT-BKHCN'],
  },
])
