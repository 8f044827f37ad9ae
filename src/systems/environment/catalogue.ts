import { defineCatalogue } from '#engines/services/declare.ts'

const waterResources = { vi: 'Tài nguyên nước', en: 'Water resources' }
const byCouncil = { vi: 'Theo nghị quyết của HĐND tỉnh', en: 'Set by the provincial council' }
const geologyAndMinerals = { vi: 'Địa chất và khoáng sản', en: 'Geology and minerals' }
const byMinistry = { vi: 'Theo biểu mức của Bộ Tài chính', en: 'By the tariff of the Ministry of Finance' }
const environment = { vi: 'Môi trường', en: 'Environment' }

/** Tài nguyên và môi trường, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '1.004122', codeStatus: 'confirmed', sector: 'environment', level: 'province', owner: 'STNMT',
    name: { vi: 'Cấp giấy phép hành nghề khoan nước dưới đất', en: 'Groundwater drilling licence' },
    everydayName: { vi: 'Xin giấy phép khoan giếng', en: 'Get a licence to drill wells' },
    field: waterResources, subjects: ['enterprise', 'organization'], lifeEvents: ['business'],
    keywords: ['khoan gieng', 'gieng khoan'],
    timeLimits: [{ amount: 15, unit: 'working-day' }], fees: [{ note: byCouncil }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản sao quyết định thành lập hoặc đăng ký kinh doanh',
        en: 'Copy of founding decision or business registration' },
      { vi: 'Văn bằng người phụ trách kỹ thuật', en: 'Diploma of the technical manager' }],
    result: { vi: 'Giấy phép hành nghề khoan nước dưới đất', en: 'Groundwater drilling licence' },
    legalBasis: ['17/2012/QH13', '40/2014/TT-BTNMT'],
  },
  {
    code: '1.004179', codeStatus: 'confirmed', sector: 'environment', level: 'province', owner: 'STNMT',
    name: { vi: 'Cấp giấy phép khai thác, sử dụng nước mặt', en: 'Licence to exploit and use surface water' },
    field: waterResources, subjects: ['enterprise', 'organization'], lifeEvents: ['business'],
    keywords: ['lay nuoc song', 'nuoc mat'],
    timeLimits: [{ amount: 45, unit: 'working-day' }], fees: [{ note: byCouncil }], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' }, { vi: 'Đề án khai thác', en: 'Exploitation plan' },
      { vi: 'Kết quả phân tích chất lượng nước', en: 'Water quality analysis' }],
    result: { vi: 'Giấy phép khai thác nước mặt', en: 'Surface water licence' },
    legalBasis: ['17/2012/QH13', '201/2013/NĐ-CP'],
  },
  {
    code: '1.004446', sector: 'environment', level: 'province', owner: 'STNMT',
    name: { vi: 'Cấp giấy phép khai thác khoáng sản', en: 'Mining licence' },
    field: geologyAndMinerals, subjects: ['enterprise'], lifeEvents: ['business'],
    keywords: ['khai thac mo', 'cat soi', 'mo dat'],
    timeLimits: [{ amount: 90, unit: 'calendar-day' }], fees: [{ note: byMinistry }], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản đồ khu vực khai thác', en: 'Map of the mining area' },
      { vi: 'Quyết định phê duyệt trữ lượng', en: 'Decision approving the reserves' },
      { vi: 'Báo cáo đánh giá tác động môi trường', en: 'Environmental impact assessment report' }],
    result: { vi: 'Giấy phép khai thác khoáng sản', en: 'Mining licence' },
    legalBasis: ['60/2010/QH12', '158/2016/NĐ-CP'],
  },
  {
    code: '1.010733', codeStatus: 'later', sector: 'environment', level: 'province', owner: 'STNMT',
    name: { vi: 'Thẩm định báo cáo đánh giá tác động môi trường', en: 'Appraisal of environmental impact assessment' },
    field: environment, subjects: ['enterprise', 'organization'], lifeEvents: ['business'],
    keywords: ['dtm', 'danh gia tac dong moi truong'],
    timeLimits: [{ amount: 25, unit: 'working-day' }], fees: [{ note: byCouncil }], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Văn bản đề nghị thẩm định', en: 'Request for appraisal' },
      { vi: 'Báo cáo đánh giá tác động môi trường', en: 'Environmental impact assessment report' },
      { vi: 'Báo cáo nghiên cứu khả thi', en: 'Feasibility study' }],
    result: { vi: 'Quyết định phê duyệt báo cáo đánh giá tác động môi trường',
      en: 'Decision approving the impact assessment' },
    legalBasis: ['55/2014/QH13', '18/2015/NĐ-CP', '40/2019/NĐ-CP'],
  },
])
