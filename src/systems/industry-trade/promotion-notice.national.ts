import { defineNationalForm } from '#engines/national-portal/declare.ts'

/** Names on the left are ours; those on the right are to be checked with the form that the national portal shows. */
export const promotionNoticeThere = defineNationalForm({
  procedure: '2.000033',
  answers: {
    'enterprise.code': 'MaSoDoanhNghiep',
    'enterprise.name': 'TenDoanhNghiep',
    'enterprise.representative': 'HoTen',
    'enterprise.address.commune': 'ThongTinHoSo.MaXaTruSo',
    'enterprise.address.detail': 'ThongTinHoSo.DiaChiTruSo',
    'contact.fullName': 'ThongTinHoSo.NguoiLienHe',
    'contact.phone': 'SoDienThoai',
    'contact.email': 'Email',
    name: 'ThongTinHoSo.TenChuongTrinh',
    ways: {
      from: 'ThongTinHoSo.HinhThucKhuyenMai',
      values: { '1': 'sample', '2': 'gift', '3': 'discount', '4': 'voucher', '5': 'contest', '7': 'loyalty' },
    },
    isConcentrated: { from: 'ThongTinHoSo.KhuyenMaiTapTrung', values: { '0': 'không', '1': 'có' } },
    discountPercent: 'ThongTinHoSo.MucGiam',
    startsOn: 'ThongTinHoSo.TuNgay',
    endsOn: 'ThongTinHoSo.DenNgay',
    area: 'ThongTinHoSo.DiaBan',
    customers: 'ThongTinHoSo.KhachHang',
    goods: { from: 'ThongTinHoSo.HangHoa', rows: { what: 'TenHang', price: 'GiaBan', offered: 'NoiDung' } },
    prizeTotal: 'ThongTinHoSo.TongGiaTri',
    onlyMarketplace: { from: 'ThongTinHoSo.ChiTrenSan', values: { '0': 'không', '1': 'có' } },
    details: 'ThongTinHoSo.TheLe',
  },
  papers: { TheLe: 'rules' },
})
