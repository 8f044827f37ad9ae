import { defineCatalogue } from '#engines/services/declare.ts'

const ethnicAffairs = { vi: 'Công tác dân tộc', en: 'Ethnic affairs' }

/** Dân tộc, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    localCode: 'BG.115', sector: 'ethnic-affairs', level: 'province', owner: 'BDT',
    name: { vi: 'Công nhận người có uy tín trong đồng bào dân tộc thiểu số',
      en: 'Recognition of respected persons among ethnic minorities' },
    everydayName: { vi: 'Công nhận người có uy tín', en: 'Recognise a respected person' },
    field: ethnicAffairs, subjects: ['organization', 'citizen'], lifeEvents: ['other'],
    keywords: ['nguoi co uy tin', 'dan toc thieu so'],
    timeLimits: [{ amount: 10, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Biên bản họp thôn', en: 'Minutes of the hamlet meeting' },
      { vi: 'Danh sách đề nghị', en: 'List of persons proposed' }],
    result: { vi: 'Quyết định công nhận', en: 'Decision of recognition' }, legalBasis: ['12/2018/QĐ-TTg'],
  },
])
