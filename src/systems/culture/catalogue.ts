import { defineCatalogue } from '#engines/services/declare.ts'

const culture = { vi: 'Văn hóa', en: 'Culture' }
const tourism = { vi: 'Du lịch', en: 'Tourism' }
const advertising = { vi: 'Quảng cáo', en: 'Advertising' }

/** Văn hóa, thể thao và du lịch, as in force in 2020; papers abridged, fees and limits to be checked before use. */
// oxfmt-ignore
export const catalogue = defineCatalogue([
  {
    code: '1.003622', sector: 'culture', level: 'commune', owner: 'VHXH',
    name: { vi: 'Thông báo tổ chức lễ hội cấp xã', en: 'Notice of a commune festival' },
    field: culture, subjects: ['organization'], lifeEvents: ['other'], keywords: ['le hoi lang', 'hoi lang'],
    timeLimits: [{ amount: 15, unit: 'calendar-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Văn bản thông báo tổ chức lễ hội', en: 'Notice of the festival' }],
    result: { vi: 'Văn bản chấp thuận hoặc không chấp thuận', en: 'Written consent or refusal' },
    legalBasis: ['110/2018/NĐ-CP'],
  },
  {
    code: '1.003645', sector: 'culture', level: 'district', owner: 'VHTT',
    name: { vi: 'Đăng ký tổ chức lễ hội cấp huyện', en: 'Registration of a district festival' },
    field: culture, subjects: ['organization'], lifeEvents: ['other'], keywords: ['le hoi huyen'],
    timeLimits: [{ amount: 20, unit: 'calendar-day' }], fees: [], onlineLevel: [{ level: 2 }],
    papers: [{ vi: 'Văn bản đăng ký tổ chức lễ hội', en: 'Registration of the festival' }],
    result: { vi: 'Văn bản chấp thuận', en: 'Written consent' }, legalBasis: ['110/2018/NĐ-CP'],
  },
  {
    code: '1.000903', sector: 'culture', level: 'district', owner: 'VHTT',
    name: { vi: 'Cấp giấy phép đủ điều kiện kinh doanh dịch vụ karaoke (cấp huyện)', en: 'Karaoke licence (district)' },
    everydayName: { vi: 'Xin giấy phép mở quán karaoke', en: 'Get a karaoke licence' },
    field: culture, subjects: ['enterprise', 'household'], lifeEvents: ['business'], keywords: ['karaoke', 'quan hat'],
    timeLimits: [{ amount: 5, unit: 'working-day' }], fees: [{ amount: 4_000_000 }], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Giấy chứng nhận đăng ký kinh doanh', en: 'Business registration certificate' },
      { vi: 'Giấy chứng nhận đủ điều kiện an ninh trật tự', en: 'Certificate of security conditions' }],
    result: { vi: 'Giấy phép kinh doanh karaoke', en: 'Karaoke licence' },
    legalBasis: ['54/2019/NĐ-CP', '212/2016/TT-BTC'],
  },
  {
    code: '1.004623', sector: 'culture', level: 'province', owner: 'SVHTTDL',
    name: { vi: 'Cấp thẻ hướng dẫn viên du lịch nội địa', en: 'Domestic tour guide card' },
    everydayName: { vi: 'Làm thẻ hướng dẫn viên du lịch', en: 'Get a tour guide card' },
    field: tourism, subjects: ['citizen'], lifeEvents: ['work', 'travel'], keywords: ['hdv', 'hdvdl', 'huong dan vien'],
    timeLimits: [{ amount: 15, unit: 'calendar-day' }], fees: [{ amount: 650_000 }], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' }, { vi: 'Sơ yếu lý lịch', en: 'Curriculum vitae' },
      { vi: 'Bản sao bằng tốt nghiệp', en: 'Copy of diploma' },
      { vi: 'Giấy chứng nhận sức khỏe', en: 'Health certificate' }, { vi: '02 ảnh 3x4', en: 'Two 3×4 cm photographs' }],
    result: { vi: 'Thẻ hướng dẫn viên du lịch', en: 'Tour guide card' },
    legalBasis: ['09/2017/QH14', '06/2017/TT-BVHTTDL', '33/2018/TT-BTC'],
  },
  {
    code: '2.001628', sector: 'culture', level: 'province', owner: 'SVHTTDL',
    name: { vi: 'Cấp giấy phép kinh doanh dịch vụ lữ hành nội địa', en: 'Licence for domestic tour operation' },
    field: tourism, subjects: ['enterprise'], lifeEvents: ['business', 'travel'],
    keywords: ['cong ty du lich', 'tour', 'lu hanh'],
    timeLimits: [{ amount: 10, unit: 'calendar-day' }], fees: [{ amount: 3_000_000 }], onlineLevel: [{ level: 4 }],
    papers: [{ vi: 'Đơn đề nghị', en: 'Application form' },
      { vi: 'Bản sao đăng ký kinh doanh', en: 'Copy of business registration' },
      { vi: 'Giấy chứng nhận ký quỹ', en: 'Certificate of deposit' }],
    result: { vi: 'Giấy phép kinh doanh lữ hành nội địa', en: 'Domestic tour operator licence' },
    legalBasis: ['09/2017/QH14', '168/2017/NĐ-CP'],
  },
  {
    code: '1.004650', sector: 'culture', level: 'province', owner: 'SVHTTDL',
    name: { vi: 'Tiếp nhận hồ sơ thông báo sản phẩm quảng cáo trên bảng quảng cáo, băng-rôn',
      en: 'Receipt of notices of advertisements on boards and banners' },
    everydayName: { vi: 'Thông báo bảng quảng cáo, băng-rôn', en: 'Notify boards and banners' },
    field: advertising, subjects: ['enterprise', 'organization'], lifeEvents: ['business'],
    keywords: ['bien quang cao', 'bang ron', 'pano'],
    timeLimits: [{ amount: 5, unit: 'working-day' }], fees: [], onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Văn bản thông báo', en: 'Written notice' },
      { vi: 'Maket sản phẩm quảng cáo', en: 'Layout of the advertisement' }],
    result: { vi: 'Văn bản trả lời', en: 'Written reply' }, legalBasis: ['16/2012/QH13', '181/2013/NĐ-CP'],
  },
])
