import { defineCatalogue } from '#engines/services/declare.ts'

// In force from 04/01/2021 and 01/07/2025 [K].
const decrees = [
  { law: '78/2015/NĐ-CP', to: '2021-01-04' },
  { law: '01/2021/NĐ-CP', from: '2021-01-04', to: '2025-07-01' },
  { law: '168/2025/NĐ-CP', from: '2025-07-01' },
]
const amended = { law: '108/2018/NĐ-CP', to: '2021-01-04' }
const householdBusinesses = { vi: 'Thành lập và hoạt động của hộ kinh doanh', en: 'Household businesses' }

/** Hộ kinh doanh, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '1.001612', codeStatus: 'confirmed', sector: 'household-business', level: 'district', owner: 'TCKH',
    name: { vi: 'Đăng ký thành lập hộ kinh doanh', en: 'Registration of a household business' },
    everydayName: { vi: 'Mở cửa hàng, hộ kinh doanh', en: 'Open a shop or household business' },
    field: householdBusinesses, subjects: ['household', 'citizen'], lifeEvents: ['business'],
    keywords: ['hkd', 'mo cua hang', 'giay phep kinh doanh', 'gpkd', 'quan an', 'tap hoa'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [{ amount: 100_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Giấy đề nghị đăng ký hộ kinh doanh', en: 'Application for household business registration' },
      { vi: 'Bản sao căn cước công dân hoặc chứng minh nhân dân', en: 'Copy of identity card' },
      { vi: 'Biên bản họp nhóm cá nhân (nếu có)', en: 'Minutes of the meeting of founders (if any)' }],
    result: { vi: 'Giấy chứng nhận đăng ký hộ kinh doanh', en: 'Household business certificate' },
    legalBasis: [...decrees, amended, '02/2019/TT-BKHĐT'],
  },
  {
    code: '2.000720', codeStatus: 'confirmed', sector: 'household-business', level: 'district', owner: 'TCKH',
    name: { vi: 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh', en: 'Change of household business registration' },
    everydayName: { vi: 'Đổi tên, địa chỉ, ngành nghề hộ kinh doanh', en: 'Change a household business' },
    field: householdBusinesses, subjects: ['household'], lifeEvents: ['business'],
    keywords: ['hkd', 'doi dia chi kinh doanh', 'doi nganh nghe', 'doi ten cua hang'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [{ amount: 100_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Thông báo thay đổi nội dung đăng ký hộ kinh doanh', en: 'Notice of change of registration' }],
    result: { vi: 'Giấy chứng nhận đăng ký hộ kinh doanh', en: 'Household business certificate' },
    legalBasis: [...decrees, amended],
  },
  {
    code: '1.001570', codeStatus: 'confirmed', sector: 'household-business', level: 'district', owner: 'TCKH',
    name: { vi: 'Tạm ngừng kinh doanh hộ kinh doanh', en: 'Suspension of a household business' },
    everydayName: { vi: 'Tạm nghỉ kinh doanh', en: 'Suspend a household business' },
    field: householdBusinesses, subjects: ['household'], lifeEvents: ['business'],
    keywords: ['hkd', 'tam nghi', 'tam dong cua'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Thông báo tạm ngừng kinh doanh', en: 'Notice of suspending business' }],
    result: { vi: 'Giấy biên nhận', en: 'Acknowledgement of receipt' }, legalBasis: decrees,
  },
  {
    code: '1.001266', codeStatus: 'confirmed', sector: 'household-business', level: 'district', owner: 'TCKH',
    name: { vi: 'Chấm dứt hoạt động hộ kinh doanh', en: 'End of a household business' },
    everydayName: { vi: 'Đóng cửa hàng, trả giấy phép kinh doanh', en: 'Close a household business' },
    field: householdBusinesses, subjects: ['household'], lifeEvents: ['business'],
    keywords: ['hkd', 'dong cua', 'nghi kinh doanh', 'giai the'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Thông báo chấm dứt hoạt động', en: 'Notice of ending business' },
      { vi: 'Bản gốc Giấy chứng nhận đăng ký hộ kinh doanh', en: 'Original household business certificate' }],
    result: { vi: 'Thông báo chấm dứt hoạt động', en: 'Notice that the business has ended' },
    legalBasis: decrees,
  },
  {
    code: '2.000575', codeStatus: 'confirmed', sector: 'household-business', level: 'district', owner: 'TCKH',
    name: { vi: 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh', en: 'Re-issue of household business certificate' },
    field: householdBusinesses, subjects: ['household'], lifeEvents: ['business'],
    keywords: ['hkd', 'mat giay phep kinh doanh', 'cap lai gpkd'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [{ amount: 100_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Giấy đề nghị cấp lại', en: 'Request for re-issue' }],
    result: { vi: 'Giấy chứng nhận đăng ký hộ kinh doanh', en: 'Household business certificate' },
    legalBasis: decrees,
  },
])
