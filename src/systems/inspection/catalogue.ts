import { defineCatalogue } from '#engines/services/declare.ts'

const complaints = { vi: 'Giải quyết khiếu nại', en: 'Complaints' }

/** Thanh tra, khiếu nại, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    localCode: 'BG.116', sector: 'inspection', level: 'province', owner: 'TTT',
    name: { vi: 'Giải quyết khiếu nại lần hai tại cấp tỉnh', en: 'Second settlement of a complaint at province level' },
    everydayName: { vi: 'Khiếu nại lần hai lên tỉnh', en: 'Complain to the province a second time' },
    field: complaints, subjects: ['citizen', 'organization'], lifeEvents: ['other'],
    keywords: ['khieu nai', 'don khieu nai', 'kien'],
    timeLimits: [{ amount: 45, unit: 'calendar-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Đơn khiếu nại', en: 'Complaint' },
      { vi: 'Quyết định giải quyết khiếu nại lần đầu', en: 'First decision on the complaint' }],
    result: { vi: 'Quyết định giải quyết khiếu nại', en: 'Decision on the complaint' }, legalBasis: ['02/2011/QH13'],
  },
])
