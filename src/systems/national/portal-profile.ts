import { defineNationalProfile } from '#engines/national-portal/declare.ts'

/**
 * The national public service portal as integrations of several provinces speak with it. What no source settles (codes of errors,
 * `LoaiDoiTuong`, `NoiNopHoSo`, the service that gives what was filed there) is to be checked with the portal's own documents.
 */
export const nationalProfile = defineNationalProfile({
  paths: { login: '/login', services: '/services' },
  services: {
    procedures: 'LayDanhSachTTHC',
    procedure: 'LayThuTuc',
    lookUp: 'TraCuuHoSo',
    records: 'DongBoHoSoMC',
    progress: 'CapNhatTienDoHoSoMC',
    statuses: 'DongBoTrangThaiHoSo',
    filed: 'LayDanhSachHoSo',
  },
  answers: {
    done: ['0', '00'],
    sessionOver: ['-1'],
    isKnown: ['10'],
    isUnknown: ['11'],
    tryLater: ['99'],
    causes: { '12': 'procedure-unknown', '13': 'identity-missing', '14': 'field-wrong' },
  },
  subjects: { citizen: '1', enterprise: '2', household: '1' },
  filedAt: { here: '2', there: '1' },
  filed: {
    procedure: 'MaTTHC',
    fullName: 'HoTen',
    personalId: 'SoDinhDanh',
    birthDate: 'NgaySinh',
    phone: 'SoDienThoai',
    email: 'Email',
    enterpriseCode: 'MaSoDoanhNghiep',
    enterpriseName: 'TenDoanhNghiep',
    place: 'MaXa',
    answers: 'ThongTinHoSo',
    files: 'TaiLieuNop',
    file: { name: 'TenTepDinhKem', paper: 'MaThanhPhanHoSo', address: 'DuongDanTaiTepTin' },
    origins: [],
  },
  fetchSeconds: 30,
  laterFields: [
    'NoiNopHoSo',
    'HoSoCoThanhPhanSoHoa',
    'TaiKhoanDuocXacThucVoiVNeID',
    'DuocThanhToanTrucTuyen',
    'LoaiDinhDanh',
    'SoDinhDanh',
    'NgayTuChoi',
    'NgayNopHoSo',
  ],
  fields: {},
  units: {},
  // A promotion that was acknowledged is said by a number of its own.
  statuses: { '2.000033': { '10': '11' } },
  batch: 100,
  atOnce: 3,
  timeoutSeconds: 20,
  slowSeconds: 5,
})
