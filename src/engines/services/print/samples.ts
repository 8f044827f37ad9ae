import type { PrintedData } from './print-form.ts'

/** Filled forms of one made-up case, for tests and for looking at the templates. */
const letterhead = {
  parent: 'UBND tỉnh Bắc Giang',
  agency: 'Trung tâm Phục vụ hành chính công',
  number: '0019/TNHS',
  place: 'Bắc Giang',
  date: '2020-11-24',
}
const department = {
  parent: 'UBND tỉnh Bắc Giang',
  agency: 'Sở Giao thông vận tải',
  number: '12/PXL-SGTVT',
  place: 'Bắc Giang',
  date: '2020-11-30',
}
const dossierCode = 'H02.11-201124-0019'
const submitter = {
  title: 'Ông',
  name: 'Hoàng Văn Thiệp',
  address: 'Thôn Đồng Nội, xã Tiên Lục, huyện Lạng Giang, tỉnh Bắc Giang',
  phone: '0912 345 678',
}
const procedure = {
  name: 'Đổi giấy phép lái xe do ngành Giao thông vận tải cấp',
  code: '1.002809',
  agency: 'Sở Giao thông vận tải',
}
const verification = {
  url: 'https://dichvucong.example.gov.vn/k/H02.11-201124-0019?c=9C2T',
  code: '9C2T',
  helpLine: '1800 1096 (miễn phí)',
}
const counter = 'Trung tâm Phục vụ hành chính công tỉnh, quầy 7'
const receiver = {
  name: 'Lưu Thị Hà',
  signature: { by: 'Lưu Thị Hà', agency: 'Trung tâm PVHCC tỉnh', at: '2020-11-24T02:36:41Z' },
}
const signer = {
  authority: [{ mark: 'KT.' as const, of: 'Giám đốc' }],
  position: 'Phó Giám đốc',
  name: 'Nguyễn Thị Thanh Bình',
}
const receivedAt = '2020-11-24T02:36:41Z'
const promisedAt = '2020-12-01T10:00:00Z'

export const sampleReceiptSlip: PrintedData<'receipt-slip'> = {
  letterhead,
  dossierCode,
  counter,
  submitter,
  procedure,
  receivedAt,
  promisedAt,
  receiver,
  verification,
  papers: [
    { name: 'Đơn đề nghị đổi giấy phép lái xe', copies: 1, form: 'Bản chính' },
    { name: 'Giấy khám sức khỏe của người lái xe', copies: 1, form: 'Bản chính' },
    { name: 'Giấy phép lái xe và chứng minh nhân dân', copies: 1, form: 'Bản sao, đã đối chiếu' },
  ],
  timeLimit: '05 ngày làm việc',
  resultPlace: 'Trung tâm Phục vụ hành chính công tỉnh',
  charges: [{ kind: 'charge', amount: 135_000, paid: true, receipt: '0004198' }],
  book: { volume: '01/2020', order: '0019' },
  notes: ['Nếu trễ hẹn, cơ quan phải xin lỗi bằng văn bản, nêu lý do và chỉ được hẹn lại một lần.'],
}

export const sampleSupplementRequest: PrintedData<'supplement-request'> = {
  letterhead: { ...letterhead, number: '0007/HDHS' },
  dossierCode,
  submitter,
  procedure,
  verification,
  requests: [
    {
      what: 'Giấy khám sức khỏe của người lái xe còn thời hạn 06 tháng',
      reason: 'Bản đã nộp cấp ngày 02/3/2020, quá thời hạn.',
    },
    {
      what: 'Đơn đề nghị: ghi lại mục "Số giấy phép lái xe"',
      reason: 'Số ghi trong đơn có 11 chữ số; giấy phép lái xe có 12 chữ số.',
    },
  ],
  answerBy: '2020-12-04',
  contact: { name: 'bà Lưu Thị Hà', phone: '0204 3531 111 (máy lẻ 107)', website: 'dichvucong.example.gov.vn' },
  guide: { name: 'Lưu Thị Hà' },
  notes: ['Thời gian chờ bổ sung không tính vào thời hạn giải quyết.'],
}

export const sampleRejectionSlip: PrintedData<'rejection-slip'> = {
  letterhead: { ...letterhead, number: '0003/TCHS' },
  counter,
  submitter,
  procedure,
  receiver,
  verification,
  reasons: [
    {
      text: 'Giấy phép lái xe không thuộc thẩm quyền đổi của Sở Giao thông vận tải.',
      legalBasis: 'Thông tư số 12/2017/TT-BGTVT',
    },
    { text: 'Thành phần hồ sơ không có giấy khám sức khỏe của người lái xe.' },
  ],
  notes: ['Nếu không đồng ý, Ông/Bà có quyền khiếu nại theo quy định của Luật Khiếu nại.'],
}

export const sampleApologyNotice: PrintedData<'apology-notice'> = {
  letterhead: department,
  dossierCode,
  recipient: submitter,
  procedure,
  promisedAt,
  verification,
  receivedOn: '2020-11-24',
  reason: 'Máy in phôi giấy phép lái xe hỏng từ ngày 27/11/2020, đến ngày 02/12/2020 mới thay được linh kiện.',
  newPromisedAt: '2020-12-04T10:00:00Z',
  resultPlace: 'Trung tâm Phục vụ hành chính công tỉnh',
  signer: {
    ...signer,
    signature: { by: 'Nguyễn Thị Thanh Bình', agency: 'Sở Giao thông vận tải', at: '2020-11-30T03:12:05Z' },
  },
  recipients: ['Như trên', 'Trung tâm Phục vụ hành chính công tỉnh', 'Lưu: VT, QLVT'],
  notes: ['Cơ quan chỉ được hẹn lại một lần.'],
}

const oneStop = { agency: 'Trung tâm Phục vụ hành chính công', person: 'Lưu Thị Hà' }
const division = { agency: 'Phòng Quản lý vận tải, phương tiện và người lái', person: 'Đặng Quốc Huy' }
const leaders = { agency: 'Lãnh đạo Sở', person: 'Nguyễn Thị Thanh Bình' }

export const sampleControlSlip: PrintedData<'control-slip'> = {
  letterhead: { ...letterhead, number: undefined },
  dossierCode,
  applicant: submitter,
  procedure,
  receivedAt,
  promisedAt,
  leadAgency: 'Sở Giao thông vận tải',
  coordinatingAgencies: ['Công an tỉnh'],
  steps: [
    { from: oneStop, to: division, at: '2020-11-24T07:30:00Z', result: 'early' },
    { from: division, to: leaders, at: '2020-11-27T03:00:00Z', result: 'onTime', note: 'Đã xác minh với Công an tỉnh' },
    { from: leaders, to: oneStop, at: '2020-12-01T01:00:00Z', result: 'overdue', note: 'Chờ phôi' },
  ],
  blankRows: 1,
  verification: { url: verification.url },
}

/** A book of so many dossiers. */
export const sampleDossierBook = (length: number): PrintedData<'dossier-book'> => ({
  letterhead: { ...letterhead, number: undefined, date: '2020-12-31' },
  volume: '01/2020',
  from: '2020-01-02',
  to: '2020-12-31',
  rows: Array.from({ length }, (_, at) => {
    const order = String(at + 1).padStart(4, '0')
    return {
      order,
      dossierCode: `H02.11-201124-${order}`,
      procedure: at % 3 ? procedure.name : 'Cấp phù hiệu xe kinh doanh vận tải',
      applicant: ['Nguyễn Thị Ánh', 'Công ty TNHH Vận tải và Du lịch Việt Hưng', 'Giáp Văn Thiệp'][at % 3] as string,
      address: 'Thôn Đồng Nội, xã Tiên Lục, huyện Lạng Giang',
      phone: at % 4 ? '0912 345 678' : undefined,
      agency: 'Sở Giao thông vận tải',
      receivedAt,
      promisedAt,
      returnedAt: at % 5 ? '2020-11-30T08:00:00Z' : undefined,
      channel: at % 2 ? 'Bưu chính công ích' : 'Trực tiếp',
      note: at % 7 ? undefined : 'Trả trước hạn',
    }
  }),
  recorder: { name: 'Lưu Thị Hà' },
})

export const sampleHandoverList: PrintedData<'handover-list'> = {
  letterhead: { ...letterhead, number: '24/DS-BGHS' },
  from: { unit: oneStop.agency, person: oneStop.person },
  to: {
    unit: department.agency,
    person: division.person,
    signature: { by: division.person, at: '2020-11-24T08:41:00Z' },
  },
  at: '2020-11-24T08:40:00Z',
  rows: [
    { dossierCode, applicant: submitter.name, procedure: procedure.name, papers: 3, promisedAt },
    {
      dossierCode: 'H02.11-201124-0020',
      applicant: 'Công ty TNHH Việt Hưng',
      procedure: 'Cấp phù hiệu xe',
      papers: 12,
      note: 'Kèm ảnh',
    },
  ],
  verification: { url: verification.url },
}

export const samplePostalList: PrintedData<'postal-list'> = {
  letterhead: { ...letterhead, number: '0007/2020' },
  from: oneStop.agency,
  at: '2020-11-24T08:40:00Z',
  rows: [
    {
      kind: 'delivery',
      dossierCode,
      recipient: submitter.name,
      address: 'Số 12 đường Hùng Vương, phường Ngô Quyền, thành phố Bắc Giang',
      phone: '0912 345 678',
      procedure: procedure.name,
      trackingNumber: 'RA123456785VN',
    },
    {
      kind: 'pick-up',
      dossierCode: 'H02.11-201124-0020',
      recipient: 'Công ty TNHH Việt Hưng',
      address: 'Cụm công nghiệp Thọ Xương, thành phố Bắc Giang',
      procedure: 'Cấp phù hiệu xe',
      wantedOn: '2020-11-26',
    },
  ],
}

export const sampleResultsList: PrintedData<'results-list'> = {
  letterhead: { ...letterhead, number: undefined },
  counter: oneStop.agency,
  day: '2020-12-01',
  rows: [
    {
      dossierCode,
      applicant: submitter.name,
      procedure: procedure.name,
      promisedAt,
      state: 'Có kết quả',
      isLate: false,
    },
    {
      dossierCode: 'H02.11-201120-0004',
      applicant: 'Công ty TNHH Việt Hưng',
      procedure: 'Cấp phù hiệu xe',
      promisedAt: '2020-11-30T10:00:00Z',
      state: 'Ký duyệt, Sở Giao thông vận tải',
      isLate: true,
    },
  ],
  recorder: { name: 'Lưu Thị Hà' },
}

export const sampleDecision: PrintedData<'result'> = {
  letterhead: { ...department, number: '1287/QĐ-SGTVT' },
  title: 'Quyết định',
  subject:
    'Về việc cấp lại giấy phép kinh doanh vận tải bằng xe ô tô đối với Công ty TNHH Vận tải và Du lịch Việt Hưng',
  issuer: 'Giám đốc Sở Giao thông vận tải',
  legalBases: [
    'Căn cứ Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020',
    'Xét đề nghị của Trưởng phòng Quản lý vận tải',
  ],
  body: [
    { kind: 'heading', text: 'QUYẾT ĐỊNH:' },
    {
      kind: 'article',
      number: 1,
      paragraphs: ['Cấp lại giấy phép cho Công ty TNHH Vận tải và Du lịch Việt Hưng như sau:'],
    },
    {
      kind: 'table',
      columns: [
        { title: 'TT', align: 'center' },
        { title: 'Loại hình', share: 5 },
        { title: 'Số xe', share: 2, align: 'right' },
      ],
      rows: [
        ['1', 'Vận tải hành khách theo hợp đồng', '12'],
        ['2', 'Vận tải khách du lịch', ''],
      ],
    },
    {
      kind: 'article',
      number: 2,
      title: 'Trách nhiệm của đơn vị',
      paragraphs: ['1. Chấp hành quy định của pháp luật.', '2. Báo cáo khi có thay đổi.'],
    },
    {
      kind: 'article',
      number: 3,
      paragraphs: ['Chánh Văn phòng và Công ty chịu trách nhiệm thi hành Quyết định này./.'],
    },
  ],
  signer,
  recipients: ['Như Điều 3', 'UBND tỉnh (để báo cáo)', 'Lưu: VT, QLVT'],
  verification: { url: verification.url },
}

export const sampleApplication: PrintedData<'application'> = {
  formLabel: 'Mẫu ban hành kèm theo Thông tư 12/2017/TT-BGTVT',
  title: 'Đơn đề nghị đổi giấy phép lái xe',
  addressee: 'Sở Giao thông vận tải tỉnh Bắc Giang',
  dossierCode,
  sections: [
    {
      title: 'I. Người đề nghị',
      blocks: [
        { kind: 'field', label: 'Tôi là', value: 'Hoàng Văn Thiệp' },
        { kind: 'field', label: 'Ngày sinh', value: '12/3/1988', half: true },
        { kind: 'field', label: 'Quốc tịch', half: true },
        {
          kind: 'choice',
          label: 'Nhận kết quả',
          options: [
            { text: 'Tại quầy', chosen: true },
            { text: 'Qua bưu chính', chosen: false },
          ],
        },
      ],
    },
    {
      title: 'II. Đề nghị',
      blocks: [
        { kind: 'paragraph', text: 'Đổi giấy phép lái xe sắp hết hạn.' },
        { kind: 'list', items: ['Hạng B2', 'Hạng C'] },
      ],
    },
  ],
  declaration: 'Tôi xin cam đoan những điều ghi trên đây là đúng sự thật.',
  place: 'Bắc Giang',
  date: '2020-11-24',
  applicant: { name: 'Hoàng Văn Thiệp', signature: { by: 'Hoàng Văn Thiệp', at: '2020-11-24T02:10:00Z' } },
  verification: { url: verification.url },
}
