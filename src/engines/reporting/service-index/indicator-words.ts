import type { Words } from '#values/words.ts'

interface Indicator {
  readonly name: Words
  /** How it is counted, in words. */
  readonly formula: Words
  /** Why there may be no figure. */
  readonly without?: Words
}

const ofProvince: Words = {
  vi: 'Chỉ tính cho cả tỉnh.',
  en: 'Counted for the whole province only.',
}
const ofLevel: Words = {
  vi: 'Chỉ tính theo cấp hoặc cả tỉnh.',
  en: 'Counted by level or for the whole province only.',
}

/** The indicators of Decision 766/QĐ-TTg (2022) as they are counted here, and `once`: services that use data of the business register. */
export const indicators = {
  '1.1': {
    name: { vi: 'Công bố thủ tục đúng hạn', en: 'Procedures announced on time' },
    formula: {
      vi: 'Thủ tục được công bố trước ngày hiệu lực đủ số ngày làm việc / thủ tục được công bố trong kỳ',
      en: 'Announced enough working days before they take effect / announced in the period',
    },
    without: ofProvince,
  },
  '1.2': {
    name: { vi: 'Công khai thủ tục đúng hạn', en: 'Procedures published on time' },
    formula: {
      vi: 'Thủ tục công khai đúng hạn sau khi ký / thủ tục được công bố trong kỳ',
      en: 'Published in time after signing / announced in the period',
    },
    without: ofProvince,
  },
  '1.3': {
    name: { vi: 'Thủ tục đủ các bộ phận', en: 'Procedures with all parts' },
    formula: {
      vi: 'Thủ tục đủ 7 bộ phận / thủ tục đang có hiệu lực hôm nay',
      en: 'With all seven parts / in force today',
    },
    without: ofProvince,
  },
  '1.4': {
    name: { vi: 'Hồ sơ được đồng bộ', en: 'Dossiers synchronised' },
    formula: {
      vi: 'Hồ sơ Cổng quốc gia đã xác nhận / hồ sơ tiếp nhận trong kỳ (không ít hơn số đã đồng bộ)',
      en: 'Acknowledged by the national portal / received in the period (never fewer than acknowledged)',
    },
  },
  '2.1': {
    name: { vi: 'Giải quyết đúng hạn', en: 'Handled on time' },
    formula: {
      vi: 'Hồ sơ xong không quá hạn và yêu cầu bổ sung không quá một lần / hồ sơ đã giải quyết trong kỳ',
      en: 'Ended by the deadline with at most one request for a supplement / handled in the period',
    },
  },
  '2.2': {
    name: { vi: 'Thời gian giải quyết trung bình', en: 'Mean handling time' },
    formula: { vi: 'Nguồn không nói đủ cách tính', en: 'The source does not say it in full' },
    without: {
      vi: 'Chưa có số liệu: cách tính chưa được xác nhận.',
      en: 'No figures: the formula is not confirmed.',
    },
  },
  '3.1': {
    name: { vi: 'Thủ tục làm được trực tuyến', en: 'Procedures online' },
    formula: {
      vi: 'Thủ tục nộp được trực tuyến mức 3, 4 / thủ tục đang có hiệu lực cuối kỳ',
      en: 'Fileable online at level 3 or 4 / in force at the end of the period',
    },
    without: ofLevel,
  },
  '3.2': {
    name: { vi: 'Dịch vụ trực tuyến có hồ sơ', en: 'Online services with dossiers' },
    formula: {
      vi: 'Thủ tục trực tuyến có hồ sơ nộp trực tuyến trong kỳ / thủ tục trực tuyến',
      en: 'Online procedures with a dossier filed online in the period / online procedures',
    },
    without: ofLevel,
  },
  '3.3': {
    name: { vi: 'Hồ sơ trực tuyến', en: 'Dossiers online' },
    formula: {
      vi: 'Hồ sơ nộp trực tuyến có kết quả điện tử / hồ sơ đã giải quyết trong kỳ × tỷ lệ đồng bộ 1.4',
      en: 'Filed online with an electronic result / handled in the period × the share of 1.4',
    },
  },
  '3.5': {
    name: { vi: 'Thủ tục có thanh toán trực tuyến', en: 'Procedures paid online' },
    formula: {
      vi: 'Thủ tục thanh toán được trực tuyến / thủ tục có phí, lệ phí',
      en: 'Procedures that can be paid online / that charge a fee',
    },
    without: ofLevel,
  },
  '3.6': {
    name: { vi: 'Hồ sơ thanh toán trực tuyến', en: 'Dossiers paid online' },
    formula: {
      vi: 'Hồ sơ trả trực tuyến / hồ sơ có khoản đã trả trong kỳ',
      en: 'Dossiers paid online / with a payment in the period',
    },
  },
  '4.1': {
    name: { vi: 'Kết quả điện tử', en: 'Electronic results' },
    formula: {
      vi: 'Hồ sơ có kết quả điện tử đã ban hành / hồ sơ đã giải quyết trong kỳ',
      en: 'With an issued electronic result / handled in the period',
    },
  },
  '4.2': {
    name: { vi: 'Hồ sơ số hóa', en: 'Digitised dossiers' },
    formula: {
      vi: 'Hồ sơ có tệp ở thành phần và ở kết quả / hồ sơ đã giải quyết trong kỳ',
      en: 'With files among papers and a result / handled in the period',
    },
  },
  '4.3': {
    name: { vi: 'Khai thác, sử dụng lại dữ liệu số hóa', en: 'Reuse of digitised papers' },
    formula: {
      vi: 'Hồ sơ dùng lại ít nhất một giấy tờ, kết quả đã số hóa / hồ sơ tiếp nhận trong kỳ mà lúc nộp tỉnh đã có giấy tờ; nguồn không nói đủ, đây là cách hiểu ở đây',
      en: 'Dossiers that used a digitised paper or result again / received in the period with papers that the province had; as it is read here',
    },
  },
  '4.4': {
    name: { vi: 'Chia sẻ vào kho dữ liệu cá nhân', en: 'Shared to personal stores' },
    formula: {
      vi: 'Hồ sơ có kết quả mà Cổng quốc gia đã nhận đường dẫn / hồ sơ đã giải quyết trong kỳ; giấy tờ lấy từ kho quốc gia chưa tính vì chưa nối với kho',
      en: 'With a result whose link the national portal has / handled in the period; papers taken from the national store are not counted, as there is no link with it',
    },
  },
  '4.5': {
    name: { vi: 'Khai thác dữ liệu dân cư', en: 'Use of population data' },
    formula: {
      vi: 'Hồ sơ của tài khoản đã xác thực định danh điện tử / hồ sơ nộp trực tuyến tiếp nhận trong kỳ',
      en: 'Of accounts confirmed by the national e-identity / filed online and received in the period',
    },
  },
  '5.1': {
    name: { vi: 'Phân loại phản ánh, kiến nghị đúng hạn', en: 'Petitions classified on time' },
    formula: {
      vi: 'Câu hỏi, phản ánh được nhận, từ chối hoặc hỏi thêm trong hạn / câu hỏi, phản ánh tới hạn nhận trong kỳ',
      en: 'Accepted, refused or asked for more in time / those to be accepted by a day of the period',
    },
  },
  '5.2': {
    name: { vi: 'Trả lời phản ánh, kiến nghị đúng hạn', en: 'Petitions answered on time' },
    formula: {
      vi: 'Câu hỏi, phản ánh trả lời đúng hạn / đã trả lời trong kỳ',
      en: 'Questions and reflections answered on time / answered in the period',
    },
  },
  '5.3': {
    name: { vi: 'Hài lòng với trả lời phản ánh, kiến nghị', en: 'Satisfaction with answers' },
    formula: {
      vi: 'Trả lời được người gửi cho là có ích / trả lời được người gửi đánh giá',
      en: 'Answers found helpful / answers that were judged',
    },
  },
  '5.4': {
    name: { vi: 'Hài lòng trong giải quyết thủ tục', en: 'Satisfaction with procedures' },
    formula: {
      vi: 'Hồ sơ đúng hạn, không bị chấm 1, 2 điểm, không bị khiếu nại / hồ sơ đã giải quyết trong kỳ',
      en: 'On time, not marked 1 or 2, not complained of / handled in the period',
    },
  },
  once: {
    name: { vi: 'Dùng dữ liệu đăng ký doanh nghiệp', en: 'Use of business-register data' },
    formula: {
      vi: 'Thủ tục có người nộp lấy dữ liệu từ CSDL đăng ký doanh nghiệp trong kỳ / thủ tục hỏi thông tin doanh nghiệp',
      en: 'Procedures in which data of the business register was taken over / that ask of an enterprise',
    },
    without: ofProvince,
  },
} as const satisfies Readonly<Record<string, Indicator>>

export type IndicatorId = keyof typeof indicators
/** In the order of the decision. */
export const indicatorIds = Object.keys(indicators) as IndicatorId[]

/** What is said of one: a figure needs no reason. */
export const reasonOf = (id: IndicatorId): Words =>
  (indicators[id] as Indicator).without ?? { vi: 'Kỳ này chưa có số liệu.', en: 'Nothing in this period.' }
