import type { PaymentPlatform } from '#kernel/payment-platform.ts'
import { checksumOf } from './checksum.ts'
import { wireTime } from './wire-time.ts'

/** What the platform is told of a payment that is to be made. */
export interface ToPay {
  readonly reference: string
  readonly total: number
  /** From which network address it was asked for. */
  readonly address: string
  readonly fileCode: string
  readonly service: { readonly code: string; readonly name: string }
  readonly unit: { readonly code: string; readonly name: string }
  readonly payer: { readonly name: string; readonly number: string | null; readonly address: string }
  readonly beneficiary: { readonly number: string; readonly name: string; readonly bank: string }
  readonly items: readonly { readonly code: string; readonly name: string; readonly amount: number }[]
  readonly at: Date
}

/** The message that begins a payment, with `ThongTinBienLai` and `MaXacThuc`. */
export function initMessage(pay: ToPay, platform: PaymentPlatform): Record<string, unknown> {
  const { messages } = platform
  const message = {
    LoaiBanTin: messages.initKind,
    PhienBan: messages.version,
    MaDoiTac: platform.partner,
    MaThamChieu: pay.reference,
    SoTien: String(pay.total),
    LoaiHinhThanhToan: messages.paymentKind,
    MaKenhThanhToan: messages.channel,
    MaThietBi: messages.device,
    NgonNgu: 'vi',
    MaTienTe: 'VND',
    MaNganHang: '',
    ThongTinGiaoDich: `${pay.fileCode} ${pay.reference}`,
    ThoiGianGD: wireTime(pay.at),
    Ip: pay.address,
    ThongTinBienLai: {
      MaDichVu: pay.service.code,
      MaTTHC: pay.service.code,
      TenTTHC: pay.service.name,
      MaDVC: pay.service.code,
      TenDVC: pay.service.name,
      MaDonVi: pay.unit.code,
      TenDonVi: pay.unit.name,
      MaHoSo: pay.fileCode,
      TKThuHuong: pay.beneficiary.number,
      TenTKThuHuong: pay.beneficiary.name,
      MaNHThuHuong: pay.beneficiary.bank,
      HoTenNguoiNop: pay.payer.name,
      SoCMNDNguoiNop: pay.payer.number ?? '',
      DiaChiNguoiNop: pay.payer.address,
      NoiDungThanhToan: `Phí, lệ phí hồ sơ ${pay.fileCode}`,
      PhiLePhi: pay.items.map(({ code, name, amount }) => ({
        LoaiPhiLePhi: '2',
        MaPhiLePhi: code,
        TenPhiLePhi: name,
        SoTien: String(amount),
      })),
      DSKhoanNop: pay.items.map(({ name, amount }) => ({ NoiDung: name, SoTien: String(amount) })),
    },
  }
  return { ...message, MaXacThuc: checksumOf(message, messages.initFields, platform) }
}

/** The message that asks what became of one. */
export function checkMessage(reference: string, at: Date, platform: PaymentPlatform): Record<string, unknown> {
  const { messages } = platform
  const message = {
    LoaiBanTin: messages.checkKind,
    PhienBan: messages.version,
    MaDoiTac: platform.partner,
    MaThamChieu: reference,
    ThoiGianGD: wireTime(at),
  }
  return { ...message, MaXacThuc: checksumOf(message, messages.checkFields, platform) }
}
