import { defineCatalogue } from '#engines/services/declare.ts'

const secondaryEducation = { vi: 'Giáo dục trung học', en: 'Secondary education' }
const diplomas = { vi: 'Văn bằng, chứng chỉ', en: 'Diplomas and certificates' }
const preSchoolEducation = { vi: 'Giáo dục mầm non', en: 'Pre-school education' }

/** Giáo dục và đào tạo, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.002481', sector: 'education', level: 'district', owner: 'GDDT',
    name: { vi: 'Chuyển trường đối với học sinh trung học cơ sở', en: 'School transfer in lower secondary school' },
    everydayName: { vi: 'Chuyển trường cấp 2', en: 'Change lower secondary school' },
    field: secondaryEducation, subjects: ['citizen'], lifeEvents: ['study'],
    keywords: ['chuyen truong', 'cap hai', 'thcs'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn xin chuyển trường', en: 'Application for school transfer' },
      { vi: 'Học bạ bản chính', en: 'Original school record' },
      { vi: 'Giấy giới thiệu chuyển trường', en: 'School transfer letter' }],
    result: { vi: 'Giấy giới thiệu chuyển trường', en: 'School transfer letter' }, legalBasis: ['51/2002/QĐ-BGDĐT'],
  },
  {
    code: '1.005092', sector: 'education', level: 'district', owner: 'GDDT',
    name: { vi: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc', en: 'Copy of a diploma from the original register' },
    everydayName: { vi: 'Xin bản sao bằng tốt nghiệp', en: 'Get a copy of a diploma' },
    field: diplomas, subjects: ['citizen'], lifeEvents: ['study', 'work'],
    keywords: ['ban sao bang', 'mat bang', 'bang tot nghiep'],
    timeLimits: [{ amount: 1, unit: 'within-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị cấp bản sao', en: 'Application for a copy' },
      { vi: 'Giấy tờ tùy thân', en: 'Identity paper' }],
    result: { vi: 'Bản sao văn bằng, chứng chỉ', en: 'Copy of diploma or certificate' },
    legalBasis: ['21/2019/TT-BGDĐT'],
  },
  {
    code: '2.001914', sector: 'education', level: 'district', owner: 'GDDT',
    name: { vi: 'Chỉnh sửa nội dung văn bằng, chứng chỉ', en: 'Correction of a diploma or certificate' },
    everydayName: { vi: 'Sửa thông tin trên bằng tốt nghiệp', en: 'Correct a diploma' },
    field: diplomas, subjects: ['citizen'], lifeEvents: ['study'], keywords: ['sai ten tren bang', 'chinh sua bang'],
    timeLimits: [{ amount: 5, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị chỉnh sửa', en: 'Application for correction' },
      { vi: 'Văn bằng, chứng chỉ', en: 'The diploma or certificate' },
      { vi: 'Giấy tờ chứng minh', en: 'Supporting evidence' }],
    result: { vi: 'Quyết định chỉnh sửa', en: 'Decision of correction' }, legalBasis: ['21/2019/TT-BGDĐT'],
  },
  {
    code: '1.004494', sector: 'education', level: 'district', owner: 'GDDT',
    name: { vi: 'Thành lập hoặc cho phép thành lập trường mẫu giáo, trường mầm non, nhà trẻ',
      en: 'Founding or permission to found a kindergarten or nursery' },
    field: preSchoolEducation, subjects: ['organization', 'citizen'], lifeEvents: ['study', 'business'],
    keywords: ['mo truong mam non', 'nha tre', 'mau giao'],
    timeLimits: [{ amount: 25, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Tờ trình đề nghị thành lập', en: 'Proposal to found the school' },
      { vi: 'Đề án thành lập', en: 'Founding plan' }],
    result: { vi: 'Quyết định thành lập', en: 'Decision of foundation' },
    legalBasis: ['46/2017/NĐ-CP', '135/2018/NĐ-CP'],
  },
  {
    code: '2.002478', sector: 'education', level: 'province', owner: 'SGDDT',
    name: { vi: 'Chuyển trường đối với học sinh trung học phổ thông', en: 'School transfer in upper secondary school' },
    everydayName: { vi: 'Chuyển trường cấp 3', en: 'Change upper secondary school' },
    field: secondaryEducation, subjects: ['citizen'], lifeEvents: ['study'],
    keywords: ['chuyen truong', 'cap ba', 'thpt'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn xin chuyển trường', en: 'Application for school transfer' },
      { vi: 'Học bạ', en: 'School record' },
      { vi: 'Bản sao bằng tốt nghiệp trung học cơ sở', en: 'Copy of lower secondary diploma' }],
    result: { vi: 'Giấy giới thiệu chuyển trường', en: 'School transfer letter' }, legalBasis: ['51/2002/QĐ-BGDĐT'],
  },
])
