/** Procedures as its list gives them, with upper-case keys; three of the province's, abridged. */
export const sampleProcedures = [
  procedure('1.002809', 'Đổi Giấy phép lái xe do ngành Giao thông vận tải cấp', 'G17-GT01', 'Đường bộ'),
  procedure('2.000033', 'Thông báo hoạt động khuyến mại', 'G11-CT04', 'Xúc tiến thương mại'),
  procedure(
    '2.000720',
    'Thay đổi nội dung đăng ký hộ kinh doanh',
    'G05-KH02',
    'Thành lập và hoạt động của hộ kinh doanh',
  ),
]

function procedure(MATTHC: string, TENTTHC: string, MALINHVUC: string, TENLINHVUC: string) {
  return {
    MATTHC,
    TENTTHC,
    LINHVUCTHUCHIEN: [{ MALINHVUC, TENLINHVUC }],
    TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: 'Nộp hồ sơ tại Bộ phận Một cửa hoặc trực tuyến' }] }],
    CACHTHUCTHUCHIEN: [
      { KENH: '2', THOIGIAN: [{ THOIGIANGIAIQUYET: '5', DONVITINH: 'Ngày làm việc', MOTA: '' }], PHILEPHI: [] },
    ],
    THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [{ MAGIAYTO: `${MATTHC}-1`, TENGIAYTO: 'Đơn đề nghị', TENMAUDON: '' }] }],
    KETQUATHUCHIEN: [{ MAKETQUA: `${MATTHC}-KQ`, TENKETQUA: 'Kết quả' }],
    CANCUPHAPLY: [],
    COQUANTHUCHIEN: [{ MADONVI: '000.00.00.H02', TENDONVI: 'UBND tỉnh Bắc Giang' }],
    YEUCAU: '',
    DOITUONG: '',
  }
}
