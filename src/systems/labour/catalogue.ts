import { defineCatalogue } from '#engines/services/declare.ts'

const employment = { vi: 'Việc làm', en: 'Employment' }
const byCouncil = { vi: 'Theo nghị quyết của HĐND tỉnh', en: 'Set by the provincial council' }
const labour = { vi: 'Lao động', en: 'Labour' }

/** Lao động, việc làm, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.000205', sector: 'labour', level: 'province', owner: 'SLDTBXH',
    name: { vi: 'Cấp giấy phép lao động cho người lao động nước ngoài làm việc tại Việt Nam',
      en: 'Work permit for foreign workers' },
    everydayName: { vi: 'Xin giấy phép lao động cho người nước ngoài', en: 'Get a work permit for a foreigner' },
    field: employment, subjects: ['enterprise', 'organization'], lifeEvents: ['work', 'business'],
    keywords: ['gpld', 'lao dong nuoc ngoai', 'work permit'],
    timeLimits: [{ amount: 5, unit: 'working-day' }], fees: [{ note: byCouncil }], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Văn bản đề nghị cấp giấy phép lao động (Mẫu 7)', en: 'Application for work permit (form 7)' },
      { vi: 'Giấy khám sức khỏe', en: 'Health check certificate' },
      { vi: 'Phiếu lý lịch tư pháp', en: 'Criminal record certificate' },
      { vi: 'Văn bản chấp thuận nhu cầu', en: 'Approval of the need for foreign workers' },
      { vi: '02 ảnh 4x6', en: 'Two 4×6 cm photographs' }, { vi: 'Bản sao hộ chiếu', en: 'Copy of passport' }],
    result: { vi: 'Giấy phép lao động', en: 'Work permit' },
    legalBasis: ['11/2016/NĐ-CP', '140/2018/NĐ-CP', '40/2016/TT-BLĐTBXH'],
  },
  {
    code: '2.000192', sector: 'labour', level: 'province', owner: 'SLDTBXH',
    name: { vi: 'Cấp lại giấy phép lao động cho người lao động nước ngoài', en: 'Re-issue of a work permit' },
    field: employment, subjects: ['enterprise', 'organization'], lifeEvents: ['work', 'business'],
    keywords: ['gpld', 'cap lai giay phep lao dong'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [{ note: byCouncil }], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Văn bản đề nghị cấp lại', en: 'Request for re-issue' },
      { vi: 'Giấy phép lao động', en: 'The work permit' }, { vi: '02 ảnh 4x6', en: 'Two 4×6 cm photographs' }],
    result: { vi: 'Giấy phép lao động', en: 'Work permit' }, legalBasis: ['11/2016/NĐ-CP'],
  },
  {
    code: '1.000459', sector: 'labour', level: 'province', owner: 'SLDTBXH',
    name: { vi: 'Xác nhận người lao động nước ngoài không thuộc diện cấp giấy phép lao động',
      en: 'Confirmation that a foreign worker needs no work permit' },
    field: employment, subjects: ['enterprise', 'organization'], lifeEvents: ['work', 'business'],
    keywords: ['mien giay phep lao dong', 'gpld'],
    timeLimits: [{ amount: 3, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Văn bản đề nghị xác nhận', en: 'Request for confirmation' },
      { vi: 'Danh sách trích ngang', en: 'List with particulars' },
      { vi: 'Giấy tờ chứng minh', en: 'Supporting evidence' }],
    result: { vi: 'Văn bản xác nhận', en: 'Written confirmation' }, legalBasis: ['11/2016/NĐ-CP'],
  },
  {
    code: '1.001978', sector: 'labour', level: 'province', owner: 'SLDTBXH',
    name: { vi: 'Giải quyết hưởng trợ cấp thất nghiệp', en: 'Unemployment benefit' },
    everydayName: { vi: 'Xin trợ cấp thất nghiệp', en: 'Apply for unemployment benefit' },
    field: employment, subjects: ['citizen'], lifeEvents: ['work', 'social-support'],
    keywords: ['bhtn', 'bao hiem that nghiep', 'mat viec', 'nghi viec', 'tctn'],
    timeLimits: [{ amount: 20, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đề nghị hưởng trợ cấp thất nghiệp', en: 'Application for unemployment benefit' },
      { vi: 'Quyết định thôi việc hoặc chấm dứt hợp đồng lao động',
        en: 'Decision of dismissal or end of the labour contract' },
      { vi: 'Sổ bảo hiểm xã hội', en: 'Social insurance book' }],
    result: { vi: 'Quyết định hưởng trợ cấp thất nghiệp', en: 'Decision granting unemployment benefit' },
    legalBasis: ['38/2013/QH13', '28/2015/NĐ-CP', '61/2020/NĐ-CP'],
  },
  {
    code: '2.001955', sector: 'labour', level: 'province', owner: 'SLDTBXH',
    name: { vi: 'Đăng ký nội quy lao động của doanh nghiệp', en: 'Registration of internal labour rules' },
    field: labour, subjects: ['enterprise'], lifeEvents: ['business', 'work'],
    keywords: ['noi quy cong ty', 'noi quy lao dong'],
    timeLimits: [{ amount: 7, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Văn bản đề nghị đăng ký nội quy', en: 'Request to register the rules' },
      { vi: 'Nội quy lao động', en: 'Internal labour rules' },
      { vi: 'Biên bản góp ý của tổ chức đại diện người lao động',
        en: 'Comments of the body that represents employees' }],
    result: { vi: 'Văn bản xác nhận đăng ký', en: 'Confirmation of registration' },
    legalBasis: ['10/2012/QH13', '05/2015/NĐ-CP', '148/2018/NĐ-CP'],
  },
])
