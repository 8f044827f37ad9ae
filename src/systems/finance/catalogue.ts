import { defineCatalogue } from '#engines/services/declare.ts'

const financialStatistics = { vi: 'Tin học - Thống kê tài chính', en: 'Financial informatics and statistics' }

/** Tài chính, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    localCode: 'BG.114', sector: 'finance', level: 'province', owner: 'STC',
    name: { vi: 'Cấp mã số đơn vị có quan hệ với ngân sách', en: 'Code of a budget unit' },
    everydayName: { vi: 'Xin mã số quan hệ ngân sách', en: 'Get a budget unit code' },
    field: financialStatistics, subjects: ['organization'], lifeEvents: ['other'],
    keywords: ['ma so ngan sach', 'qhns', 'dvqhns'],
    timeLimits: [{ amount: 2, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Tờ khai đăng ký mã số đơn vị có quan hệ với ngân sách', en: 'Application for a budget unit code' },
      { vi: 'Bản sao văn bản thành lập đơn vị', en: 'Copy of the founding document' }],
    result: { vi: 'Giấy chứng nhận hoặc thông báo mã số', en: 'Certificate or notice of the code' },
    legalBasis: ['185/2015/TT-BTC'],
  },
])
