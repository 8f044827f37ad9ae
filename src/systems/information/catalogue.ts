import { defineCatalogue } from '#engines/services/declare.ts'

const broadcasting = {
  vi: 'Phát thanh, truyền hình và thông tin điện tử',
  en: 'Broadcasting and electronic information',
}
const publishing = { vi: 'Xuất bản, in và phát hành', en: 'Publishing, printing and distribution' }
const byMinistry = { vi: 'Theo biểu mức của Bộ Tài chính', en: 'By the tariff of the Ministry of Finance' }
const post = { vi: 'Bưu chính', en: 'Post' }

/** Thông tin và truyền thông, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '2.001885', sector: 'information', level: 'district', owner: 'VHTT',
    name: { vi: 'Cấp Giấy chứng nhận đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công cộng',
      en: 'Certificate of eligibility for a public video game place' },
    everydayName: { vi: 'Mở quán net, phòng máy trò chơi', en: 'Open a place for video games' },
    field: broadcasting, subjects: ['enterprise', 'household'], lifeEvents: ['business'],
    keywords: ['quan net', 'quan game', 'tiem net'],
    timeLimits: [{ amount: 10, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản sao Giấy chứng nhận đăng ký kinh doanh', en: 'Copy of business registration certificate' },
      { vi: 'Bản sao chứng minh nhân dân của chủ điểm', en: 'Copy of identity card of the owner' }],
    result: { vi: 'Giấy chứng nhận đủ điều kiện', en: 'Certificate of eligibility' },
    legalBasis: ['72/2013/NĐ-CP', '27/2018/NĐ-CP', '23/2013/TT-BTTTT'],
  },
  {
    code: '1.003868', sector: 'information', level: 'province', owner: 'STTTT',
    name: { vi: 'Cấp giấy phép xuất bản tài liệu không kinh doanh',
      en: 'Publication licence for non-commercial material' },
    everydayName: { vi: 'Xin phép in tài liệu phát không', en: 'Publish material to give away' },
    field: publishing, subjects: ['organization'], lifeEvents: ['other'],
    keywords: ['in tai lieu', 'xuat ban', 'ky yeu'],
    timeLimits: [{ amount: 15, unit: 'calendar-day' }], fees: [{ note: byMinistry }], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Đơn đề nghị cấp giấy phép', en: 'Application for the licence' },
      { vi: '02 bản thảo tài liệu', en: 'Two drafts of the material' }],
    result: { vi: 'Giấy phép xuất bản', en: 'Publication licence' },
    legalBasis: ['19/2012/QH13', '195/2013/NĐ-CP', '214/2016/TT-BTC'],
  },
  {
    code: '2.001594', sector: 'information', level: 'province', owner: 'STTTT',
    name: { vi: 'Cấp giấy phép hoạt động in', en: 'Printing licence' },
    field: publishing, subjects: ['enterprise'], lifeEvents: ['business'], keywords: ['co so in', 'nha in'],
    timeLimits: [{ amount: 15, unit: 'calendar-day' }], fees: [], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản sao đăng ký kinh doanh', en: 'Copy of business registration' },
      { vi: 'Danh mục thiết bị', en: 'List of equipment' }],
    result: { vi: 'Giấy phép hoạt động in', en: 'Printing licence' }, legalBasis: ['60/2014/NĐ-CP', '25/2018/NĐ-CP'],
  },
  {
    code: '1.003659', sector: 'information', level: 'province', owner: 'STTTT',
    name: { vi: 'Cấp giấy phép bưu chính', en: 'Postal licence' },
    field: post, subjects: ['enterprise'], lifeEvents: ['business'], keywords: ['chuyen phat', 'buu chinh'],
    timeLimits: [{ amount: 30, unit: 'calendar-day' }], fees: [{ amount: 10_750_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Giấy đề nghị cấp phép', en: 'Application for the licence' },
      { vi: 'Phương án kinh doanh', en: 'Business plan' }, { vi: 'Điều lệ', en: 'Charter' }],
    result: { vi: 'Giấy phép bưu chính', en: 'Postal licence' },
    legalBasis: ['49/2010/QH12', '47/2011/NĐ-CP', '291/2016/TT-BTC'],
  },
  {
    code: '2.001098', sector: 'information', level: 'province', owner: 'STTTT',
    name: { vi: 'Cấp giấy phép thiết lập trang thông tin điện tử tổng hợp', en: 'Licence for a general news website' },
    field: broadcasting, subjects: ['enterprise', 'organization'], lifeEvents: ['business'],
    keywords: ['website', 'trang thong tin'],
    timeLimits: [{ amount: 10, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' }, { vi: 'Đề án hoạt động', en: 'Operation plan' },
      { vi: 'Văn bản chấp thuận của nguồn tin', en: 'Consent of the news sources' }],
    result: { vi: 'Giấy phép trang thông tin điện tử tổng hợp', en: 'Licence for a general news website' },
    legalBasis: ['72/2013/NĐ-CP', '27/2018/NĐ-CP'],
  },
])
