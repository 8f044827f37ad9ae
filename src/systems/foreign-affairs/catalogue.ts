import { defineCatalogue } from '#engines/services/declare.ts'

const internationalConferences = { vi: 'Hội nghị, hội thảo quốc tế', en: 'International conferences' }

/** Ngoại vụ, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.002311', sector: 'foreign-affairs', level: 'province', owner: 'SNGV',
    name: { vi: 'Cho phép tổ chức hội nghị, hội thảo quốc tế', en: 'Permission for international conferences' },
    everydayName: { vi: 'Xin phép họp có người nước ngoài', en: 'Hold an international conference' },
    field: internationalConferences, subjects: ['organization'], lifeEvents: ['other'],
    keywords: ['hoi thao', 'hoi nghi'],
    timeLimits: [{ amount: 15, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Công văn xin phép', en: 'Letter asking permission' },
      { vi: 'Đề án tổ chức', en: 'Organisation plan' }],
    result: { vi: 'Văn bản cho phép', en: 'Written permission' }, legalBasis: ['06/2020/QĐ-TTg', '76/2010/QĐ-TTg'],
  },
])
