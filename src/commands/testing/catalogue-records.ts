/** Records as three catalogues write them, made up: what is in them is nobody's real procedure. */

/** Of the national database, one a line. */
export const nationalRecord = (more: object = {}) => ({
  code: '9.000001',
  name: 'Cấp phép nuôi chim bồ câu đưa thư',
  field: 'Chăn nuôi',
  decision: '12/QĐ-BNNMT',
  levels: ['province'],
  subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
  performer: 'Sở Giao thông vận tải',
  authority: '',
  channels: [
    { channel: 'in-person', time: 5, unit: 'working-day', feeText: 'Miễn phí', feeVnd: 0, note: '' },
    { channel: 'online', time: 5, unit: 'working-day', feeText: 'Miễn phí', feeVnd: 0, note: '' },
  ],
  papers: [{ case: '', name: 'Đơn đề nghị;', originals: 1, copies: 0, template: null }],
  steps: 'Bước 1: nộp đơn.\nBước 2: nhận giấy phép.',
  conditions: 'không',
  legalBasis: ['01/2010/TT-BTP', '01/2010/TT-BTPT', '2018/QH14'],
  results: [{ name: 'Giấy phép nuôi chim', code: 'KQ.1' }],
  ...more,
})

/** Of the catalogue of a tier as the province kept it. */
export const districtRecord = (more: object = {}) => ({
  localCode: 'CHH01A',
  name: 'Thủ tục Đăng ký lễ hội thả diều',
  field: 'Văn hóa',
  level: 'district',
  active: true,
  deadlineText: '07 ngày làm việc kể từ khi nhận đủ hồ sơ.',
  deadline: 7,
  deadlineUnit: 'working-day',
  feeText: 'Không',
  feeAmounts: [],
  subjects: 'Tổ chức, cá nhân.',
  channelText: 'Trực tiếp tại Bộ phận tiếp nhận và trả kết quả.',
  papers: ['Đơn đăng ký'],
  sets: 2,
  steps: 'Nộp đơn và nhận kết quả.',
  authority: 'UBND huyện, thành phố',
  result: 'Văn bản chấp thuận.',
  conditions: '',
  legalBasis: ['60/2014/QH13'],
  qualityFlags: [],
  ...more,
})

/** A page of the national portal, by its headings. */
export const pageRecord = (more: object = {}) => ({
  title: 'Thủ tục xin cấp thẻ thả diều',
  'Trình tự thực hiện': 'Nộp đơn tại xã.',
  'Cách thức thực hiện': [
    {
      'Hình thức nộp': 'Trực tiếp',
      'Thời hạn giải quyết': '03 Ngày làm việc',
      'Phí, lệ phí': 'Lệ phí: 20000 ĐồngXem chi tiết',
      'Mô tả': '',
    },
  ],
  'Thành phần hồ sơ': [{ 'Tên giấy tờ': '- Đơn xin cấp thẻ;', 'Số lượng - bản chính': 'Bản chính: 1 - Bản sao: 0' }],
  'Cơ quan thực hiện': 'Ủy ban Nhân dân xã, phường, thị trấn.',
  ...more,
})
