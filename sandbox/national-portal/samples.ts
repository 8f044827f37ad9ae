import type { Filed } from './kept.ts'

/** A notice of a promotion, filed there in the name of an enterprise (level 4). `today` is `yyyy-mm-dd`; it begins ten days later. */
export function samplePromotion(code: string, url: string, today: string): Filed {
  const days = (more: number): string => {
    const [year, month, day] = new Date(Date.parse(today) + more * 86_400_000).toISOString().slice(0, 10).split('-')
    return `${day}/${month}/${year}`
  }
  return {
    MaHoSo: code,
    MaTTHC: '2.000033',
    NgayNopHoSo: `${today.replaceAll('-', '')}081500`,
    HoTen: 'Ngô Văn Thắng',
    SoDinhDanh: '024075006611',
    NgaySinh: '19750311',
    SoDienThoai: '0912000345',
    Email: 'thang@example.vn',
    MaSoDoanhNghiep: '2400123456',
    TenDoanhNghiep: 'Công ty CP Thương mại Sông Thương',
    ThongTinHoSo: {
      MaXaTruSo: '07381',
      DiaChiTruSo: 'Số 12 đường Hùng Vương',
      NguoiLienHe: 'Ngô Văn Thắng',
      TenChuongTrinh: 'Mừng xuân cùng Sông Thương',
      HinhThucKhuyenMai: ['2', '3'],
      KhuyenMaiTapTrung: '0',
      MucGiam: '30',
      TuNgay: days(10),
      DenNgay: days(20),
      DiaBan: 'Thành phố Bắc Giang, huyện Lạng Giang',
      KhachHang: 'Mọi khách mua tại cửa hàng',
      HangHoa: [{ TenHang: 'Bánh đa Kế', GiaBan: '25000', NoiDung: 'Mua 2 tặng 1' }],
      TongGiaTri: '180000000',
      ChiTrenSan: '0',
      TheLe: 'Áp dụng trong giờ mở cửa, đến khi hết hàng.',
      MaChienDich: 'SX-2020-07',
    },
    TaiLieuNop: [
      { TenTepDinhKem: 'the-le.pdf', MaThanhPhanHoSo: 'TheLe', DuongDanTaiTepTin: `${url}/tep/giay-to.pdf` },
    ],
  }
}

/** An exchange of a driving licence (level 3) by a citizen. */
export const sampleLicence = (code: string, url: string): Filed => ({
  MaHoSo: code,
  MaTTHC: '1.002809',
  NgayNopHoSo: '20201123221400',
  HoTen: 'Lương Thị Mận',
  SoDinhDanh: '024190007788',
  NgaySinh: '14/02/1990',
  GioiTinh: '0',
  SoDienThoai: '0987000112',
  Email: '',
  MaXa: '07381',
  DiaChi: 'Thôn Hạ',
  ThongTinHoSo: {
    LyDo: '2',
    SoGPLX: '240190001234',
    HangGPLX: ['A1', 'B2'],
    NgayCap: '20/05/2015',
    HinhThucNhan: '1',
    NguonThongTin: 'VNeID',
  },
  TaiLieuNop: [
    { TenTepDinhKem: 'gplx.pdf', MaThanhPhanHoSo: 'GPLX', DuongDanTaiTepTin: `${url}/tep/giay-to.pdf?1` },
    { TenTepDinhKem: 'kham-suc-khoe.pdf', MaThanhPhanHoSo: 'KSK', DuongDanTaiTepTin: `${url}/tep/giay-to.pdf?2` },
    { TenTepDinhKem: 'can-cuoc.pdf', MaThanhPhanHoSo: 'CCCD', DuongDanTaiTepTin: `${url}/tep/giay-to.pdf?3` },
    { TenTepDinhKem: 'anh.pdf', MaThanhPhanHoSo: 'ANH', DuongDanTaiTepTin: `${url}/tep/giay-to.pdf?4` },
  ],
})
