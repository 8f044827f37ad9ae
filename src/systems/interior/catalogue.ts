import { defineCatalogue } from '#engines/services/declare.ts'

const religion = { vi: 'Tôn giáo Chính phủ', en: 'Religion' }
const emulationAndRewards = { vi: 'Thi đua - khen thưởng', en: 'Emulation and rewards' }
const associations = { vi: 'Quản lý nhà nước về hội', en: 'Associations' }

/** Nội vụ, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.000509', sector: 'interior', level: 'commune', owner: 'VHXH',
    name: { vi: 'Đăng ký hoạt động tín ngưỡng', en: 'Registration of belief activities' },
    field: religion, subjects: ['organization'], lifeEvents: ['other'],
    keywords: ['tin nguong', 'den', 'mieu', 'dinh lang', 'ton giao'],
    timeLimits: [{ amount: 15, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Văn bản đăng ký hoạt động tín ngưỡng', en: 'Registration of belief activities' }],
    result: { vi: 'Văn bản trả lời', en: 'Written reply' }, legalBasis: ['02/2016/QH14', '162/2017/NĐ-CP'],
  },
  {
    code: '2.000414', sector: 'interior', level: 'district', owner: 'NV',
    name: { vi: 'Tặng danh hiệu Lao động tiên tiến', en: 'Title of advanced worker' },
    field: emulationAndRewards, subjects: ['organization', 'official'], lifeEvents: ['work'],
    keywords: ['thi dua', 'khen thuong', 'ldtt'],
    timeLimits: [{ amount: 20, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Tờ trình', en: 'Proposal' }, { vi: 'Báo cáo thành tích', en: 'Report of achievements' },
      { vi: 'Biên bản bình xét', en: 'Minutes of the assessment meeting' }],
    result: { vi: 'Quyết định tặng danh hiệu', en: 'Decision awarding the title' }, legalBasis: ['91/2017/NĐ-CP'],
  },
  {
    code: '2.001481', sector: 'interior', level: 'province', owner: 'SNV',
    name: { vi: 'Thành lập hội', en: 'Founding of an association' },
    field: associations, subjects: ['organization', 'citizen'], lifeEvents: ['other'],
    keywords: ['lap hoi', 'thanh lap hoi'],
    timeLimits: [{ amount: 30, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Đơn xin phép thành lập hội', en: 'Application to found the association' },
      { vi: 'Dự thảo điều lệ', en: 'Draft charter' },
      { vi: 'Danh sách ban vận động', en: 'List of the founding committee' }],
    result: { vi: 'Quyết định cho phép thành lập', en: 'Decision permitting the foundation' },
    legalBasis: ['45/2010/NĐ-CP', '33/2012/NĐ-CP'],
  },
  {
    code: '2.000449', sector: 'interior', level: 'province', owner: 'SNV',
    name: { vi: 'Tặng Bằng khen của Chủ tịch UBND tỉnh',
      en: 'Certificate of merit of the chair of the provincial committee' },
    field: emulationAndRewards, subjects: ['organization', 'official'], lifeEvents: ['work'],
    keywords: ['khen thuong', 'bang khen', 'thi dua'],
    timeLimits: [{ amount: 25, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Tờ trình', en: 'Proposal' }, { vi: 'Báo cáo thành tích', en: 'Report of achievements' },
      { vi: 'Biên bản bình xét', en: 'Minutes of the assessment meeting' }],
    result: { vi: 'Quyết định tặng Bằng khen', en: 'Decision awarding the certificate of merit' },
    legalBasis: ['91/2017/NĐ-CP'],
  },
])
