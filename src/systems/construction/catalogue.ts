import { defineCatalogue } from '#engines/services/declare.ts'

const construction = { vi: 'Hoạt động xây dựng', en: 'Construction' }
const sample = {
  vi: 'Mức minh họa; mức thật theo nghị quyết của HĐND tỉnh',
  en: 'Sample; set by the provincial council',
}
const byMinistry = { vi: 'Theo biểu mức của Bộ Tài chính', en: 'By the tariff of the Ministry of Finance' }

/** Hoạt động xây dựng, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '1.009994', codeStatus: 'later', sector: 'construction', level: 'district', owner: 'KTHT',
    alternateOwner: 'QLDT',
    name: { vi: 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', en: 'Building permit for a new detached house' },
    everydayName: { vi: 'Xin phép xây nhà', en: 'Get a permit to build a house' },
    field: construction, subjects: ['citizen'], lifeEvents: ['housing'],
    keywords: ['gpxd', 'xay nha', 'giay phep xay dung', 'lam nha'],
    timeLimits: [{ amount: 15, unit: 'calendar-day' }], fees: [{ amount: 75_000, note: sample }],
    onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị cấp giấy phép xây dựng', en: 'Application for building permit' },
      { vi: 'Bản sao giấy tờ chứng minh quyền sử dụng đất', en: 'Copy of proof of land use right' },
      { vi: '02 bộ bản vẽ thiết kế xây dựng', en: 'Two sets of design drawings' }],
    result: { vi: 'Giấy phép xây dựng', en: 'Building permit' },
    legalBasis: ['50/2014/QH13', '59/2015/NĐ-CP', '15/2016/TT-BXD'],
  },
  {
    code: '1.007262', codeStatus: 'uncertain', sector: 'construction', level: 'district', owner: 'KTHT',
    alternateOwner: 'QLDT',
    name: { vi: 'Cấp giấy phép sửa chữa, cải tạo nhà ở riêng lẻ', en: 'Permit to repair or renovate a detached house' },
    everydayName: { vi: 'Xin phép sửa nhà', en: 'Get a permit to renovate a house' },
    field: construction, subjects: ['citizen'], lifeEvents: ['housing'],
    keywords: ['gpxd', 'sua nha', 'cai tao nha', 'nang tang'],
    timeLimits: [{ amount: 15, unit: 'calendar-day' }], fees: [{ amount: 75_000, note: sample }],
    onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Giấy tờ chứng minh quyền sở hữu', en: 'Proof of ownership' },
      { vi: 'Bản vẽ hiện trạng', en: 'Drawings of the present state' }],
    result: { vi: 'Giấy phép xây dựng', en: 'Building permit' }, legalBasis: ['50/2014/QH13', '15/2016/TT-BXD'],
  },
  {
    code: '1.009972', codeStatus: 'later', sector: 'construction', level: 'province', owner: 'SXD',
    name: { vi: 'Thẩm định báo cáo nghiên cứu khả thi/báo cáo kinh tế - kỹ thuật đầu tư xây dựng',
      en: 'Appraisal of a feasibility or economic-technical report for construction' },
    field: construction, subjects: ['organization', 'enterprise'], lifeEvents: ['business'],
    keywords: ['tham dinh du an', 'bao cao kinh te ky thuat'],
    timeLimits: [{ amount: 25, unit: 'calendar-day' }], fees: [{ note: byMinistry }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Tờ trình thẩm định', en: 'Request for appraisal' }, { vi: 'Hồ sơ dự án', en: 'Project file' },
      { vi: 'Quyết định chủ trương đầu tư', en: 'Investment policy decision' }],
    result: { vi: 'Thông báo kết quả thẩm định', en: 'Notice of the appraisal result' },
    legalBasis: ['50/2014/QH13', '59/2015/NĐ-CP', '42/2017/NĐ-CP'],
  },
  {
    localCode: 'BG.118', sector: 'construction', level: 'province', owner: 'SXD',
    name: { vi: 'Cấp chứng chỉ hành nghề hoạt động xây dựng hạng II, III',
      en: 'Practice certificate for construction, class II and III' },
    everydayName: { vi: 'Xin chứng chỉ hành nghề xây dựng', en: 'Get a construction practice certificate' },
    field: construction, subjects: ['citizen'], lifeEvents: ['work'],
    keywords: ['cchn', 'cchnxd', 'ky su xay dung', 'giam sat'],
    timeLimits: [{ amount: 20, unit: 'calendar-day' }], fees: [{ amount: 300_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' }, { vi: 'Ảnh 4x6', en: '4×6 cm photograph' },
      { vi: 'Bản sao văn bằng', en: 'Copy of diploma' }, { vi: 'Bản khai kinh nghiệm', en: 'Statement of experience' }],
    result: { vi: 'Chứng chỉ hành nghề', en: 'Practice certificate' },
    legalBasis: ['100/2018/NĐ-CP', '172/2016/TT-BTC'],
  },
])
