import { defineCatalogue } from '#engines/services/declare.ts'

const criminalRecords = { vi: 'Lý lịch tư pháp', en: 'Criminal records' }
const lawyers = { vi: 'Luật sư', en: 'Lawyers' }
const notaries = { vi: 'Công chứng', en: 'Notaries' }

/** Lý lịch tư pháp, luật sư, công chứng, as in force in 2020; papers abridged, fees and limits to be checked before use. Criminal records went to the police on 01/03/2025. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.000488', sector: 'justice', level: 'province', owner: 'STP',
    name: { vi: 'Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam',
      en: 'Criminal record certificate for Vietnamese citizens and resident foreigners' },
    everydayName: { vi: 'Làm lý lịch tư pháp', en: 'Get a criminal record certificate' },
    field: criminalRecords, subjects: ['citizen'], lifeEvents: ['work', 'travel'],
    keywords: ['lltp', 'ly lich tu phap', 'xac nhan khong tien an', 'tien an tien su'],
    timeLimits: [{ amount: 10, unit: 'working-day' },
      { amount: 15, unit: 'working-day', note: { vi: 'Khi từng cư trú nhiều nơi hoặc ở nước ngoài',
        en: 'If resident in several places or abroad' } }],
    fees: [{ amount: 200_000 },
      { amount: 100_000, note: { vi: 'Sinh viên, người có công', en: 'Students, persons of merit' } },
      { amount: 0, note: { vi: 'Người thuộc hộ nghèo', en: 'Members of poor households' } }],
    onlineLevel: [{ level: 3 }], effective: { to: '2025-03-01' },
    papers: [{ vi: 'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp', en: 'Application for criminal record certificate' },
      { vi: 'Bản sao chứng minh nhân dân, căn cước công dân hoặc hộ chiếu', en: 'Copy of identity card or passport' },
      { vi: 'Bản sao sổ hộ khẩu hoặc sổ tạm trú', en: 'Copy of household or temporary residence register' }],
    result: { vi: 'Phiếu lý lịch tư pháp số 1 hoặc số 2', en: 'Criminal record certificate No. 1 or No. 2' },
    legalBasis: ['28/2009/QH12', '111/2010/NĐ-CP', '244/2016/TT-BTC'],
  },
  {
    code: '2.000505', sector: 'justice', level: 'province', owner: 'STP',
    name: { vi: 'Cấp Phiếu lý lịch tư pháp theo yêu cầu của cơ quan tiến hành tố tụng',
      en: 'Criminal record certificate requested by prosecution bodies' },
    field: criminalRecords, subjects: ['organization'], lifeEvents: ['other'], keywords: ['lltp', 'to tung'],
    timeLimits: [{ amount: 10, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 2 }],
    effective: { to: '2025-03-01' },
    papers: [{ vi: 'Văn bản yêu cầu cấp Phiếu lý lịch tư pháp số 2', en: 'Written request for criminal record No. 2' }],
    result: { vi: 'Phiếu lý lịch tư pháp số 2', en: 'Criminal record certificate No. 2' }, legalBasis: ['28/2009/QH12'],
  },
  {
    code: '1.002010', codeStatus: 'confirmed', sector: 'justice', level: 'province', owner: 'STP',
    name: { vi: 'Đăng ký hoạt động của tổ chức hành nghề luật sư', en: 'Registration of a law practice' },
    field: lawyers, subjects: ['organization'], lifeEvents: ['business'],
    keywords: ['van phong luat su', 'cong ty luat'],
    timeLimits: [{ amount: 10, unit: 'working-day' }], fees: [{ amount: 100_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Giấy đề nghị đăng ký hoạt động', en: 'Application for registration of operation' },
      { vi: 'Dự thảo điều lệ', en: 'Draft charter' }, { vi: 'Giấy tờ về trụ sở', en: 'Papers of the office premises' }],
    result: { vi: 'Giấy đăng ký hoạt động', en: 'Certificate of operation' },
    legalBasis: ['65/2006/QH11', '123/2013/NĐ-CP'],
  },
  {
    code: '1.001071', sector: 'justice', level: 'province', owner: 'STP',
    name: { vi: 'Đăng ký tập sự hành nghề công chứng', en: 'Registration of notary apprenticeship' },
    field: notaries, subjects: ['citizen'], lifeEvents: ['work'], keywords: ['tap su cong chung', 'cong chung vien'],
    timeLimits: [{ amount: 7, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Giấy đề nghị đăng ký tập sự', en: 'Application to register the apprenticeship' },
      { vi: 'Bản sao giấy chứng nhận tốt nghiệp đào tạo nghề', en: 'Copy of the notary training certificate' }],
    result: { vi: 'Quyết định đăng ký tập sự', en: 'Decision registering the apprenticeship' },
    legalBasis: ['53/2014/QH13', '04/2015/TT-BTP'],
  },
])
