import { isResultSent } from '#engines/forms/contract.ts'
import { contactOf, type DossierFee } from '#engines/services/index.ts'
import type { Procedure } from '#engines/services/declare.ts'
import type { LaterField, NationalProfile } from '../declare.ts'
import type { LinkedFile } from '../links/file-links.ts'
import type { AskedSupplement, DossierFacts, SentFile } from './dossier-facts.ts'
import { statusCodeOf, type StatusCode } from './status-code.ts'
import { writeDate, writeInstant } from './write-instant.ts'

/** What the national list says of a procedure's field, where it was read. */
export interface ListedField {
  readonly code: string
  readonly name: string
}

export interface RecordParts {
  readonly profile: NationalProfile
  /** The address by which it opens a paper or result of a dossier. */
  readonly linkTo: (file: LinkedFile) => string
  /** By the code of a procedure. */
  readonly listed: ReadonlyMap<string, ListedField>
  /** By dossiers that were filed there: the code that they have there. */
  readonly filedThere: ReadonlyMap<string, string>
}

/** A record as it is sent: values are text, lists are records. */
export type SentRecord = Readonly<Record<string, unknown>>

const channels = { counter: '1', online: '2', post: '3' } as const

/** The number of a status as it is told for a procedure. */
export const toldStatus = (profile: NationalProfile, procedureCode: string, status: StatusCode): string =>
  profile.statuses[procedureCode]?.[status] ?? String(status)

/** The whole record of a dossier (`DongBoHoSoMC`), as it is now. */
export function dossierRecord(facts: DossierFacts, procedure: Procedure, parts: RecordParts): SentRecord {
  const { profile, linkTo, listed, filedThere } = parts
  const field = listed.get(facts.procedureCode)
  const contact = contactOf(procedure, facts.answers, facts)
  const isSent = procedure.form !== undefined && isResultSent(procedure.form, facts.answers)
  return {
    MaHoSo: filedThere.get(facts.id) ?? facts.code,
    MaTTHC: facts.procedureCode,
    TenTTHC: procedure.name.vi,
    MaLinhVuc: field?.code ?? profile.fields[procedure.sector] ?? procedure.sector,
    TenLinhVuc: field?.name ?? procedure.field.vi,
    KenhThucHien: channels[facts.channel],
    SoBienNhan: facts.bookNumber === null ? '' : String(facts.bookNumber),
    ChuHoSo: facts.enterpriseName ?? facts.applicantName,
    LoaiDoiTuong: subjectOf(facts, procedure, profile),
    MaDoiTuong: facts.enterpriseCode ?? facts.personalId ?? '',
    ThongTinKhac: '',
    Email: contact.email ?? '',
    Fax: '',
    SoDienThoai: contact.phone ?? '',
    TrichYeuHoSo: procedure.everydayName?.vi ?? procedure.name.vi,
    NgayTiepNhan: writeDate(facts.receivedAt),
    NgayHenTra: writeDate(facts.promised ?? (facts.receivedAt === null ? null : facts.deadline)),
    TrangThaiHoSo: toldStatus(profile, facts.procedureCode, statusCodeOf(facts)),
    NgayTra: writeDate(facts.deliveredAt),
    ThongTinTra: '',
    HinhThuc: isSent ? '1' : '0',
    NgayKetThucXuLy: writeDate(facts.finishedAt),
    DonViXuLy: facts.ownerName,
    GhiChu: '',
    TaiLieuNop: facts.files.map((file) => sentFile(file, facts.id, parts)),
    DanhSachLePhi: facts.fees.map((fee) => owedFee(fee, profile)),
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: facts.supplements.map((asked) => askedSupplement(asked, facts)),
    DanhSachGiayToKetQua: facts.results.map(({ id, title, verificationCode }) => ({
      TenGiayTo: title,
      MaThanhPhanHoSo: '',
      GiayToId: id,
      DuongDanTepTinKetQua: linkTo({ dossierId: facts.id, kind: 'result', id }),
      MaKetQua: verificationCode,
    })),
    ...laterFields(facts, parts),
  }
}

function subjectOf(facts: DossierFacts, procedure: Procedure, { subjects }: NationalProfile): string {
  if (facts.enterpriseName === null) return subjects.citizen
  return procedure.subjects.includes('household') && !procedure.subjects.includes('enterprise')
    ? subjects.household
    : subjects.enterprise
}

const flag = (isSo: boolean): string => (isSo ? '1' : '0')

const sentFile = (
  { id, name, paper, isReplaced, isGiven, origin }: SentFile,
  dossierId: string,
  { profile: { reused }, linkTo }: RecordParts,
) => ({
  TepDinhKemId: id,
  TenTepDinhKem: name,
  IsDeleted: isReplaced ? 'True' : 'False',
  MaThanhPhanHoSo: paper,
  DuongDanTaiTepTin: isGiven ? linkTo({ dossierId, kind: 'paper', id }) : '',
  DuocSoHoa: '1',
  DuocTaiSuDung: origin === 'earlier-paper' ? reused.paper : origin === 'earlier-result' ? reused.result : reused.no,
  DuocLayTuKhoDMQG: '0',
  MaKetQuaThayThe: '',
})

/** `HinhThucThu`: 1 on reception, 4 with the result. */
const collected: Readonly<Record<string, string>> = { reception: '1', result: '4' }

/** What a notice asks for in between has a moment of its own, which no source numbers. */
const owedFee = ({ id, name, amount, payAt }: DossierFee, { noticeCollected }: NationalProfile) => ({
  TenPhiLePhi: name.vi,
  MaPhiLePhi: id,
  HinhThucThu: collected[payAt] ?? noticeCollected,
  Gia: String(amount),
  LoaiPhiLePhi: '',
})

const askedSupplement = (asked: AskedSupplement, facts: DossierFacts) => ({
  HoSoBoSungId: asked.id,
  NguoiYeuCauBoSung: asked.askedBy,
  NoiDungBoSung: asked.pins.map(({ label, reason }) => `${label}: ${reason}`).join('; '),
  NgayBoSung: writeInstant(asked.askedAt),
  NguoiTiepNhanBoSung: '',
  ThongTinTiepNhan: '',
  NgayTiepNhanBoSung: writeInstant(asked.answeredAt),
  TrangThaiBoSung: flag(asked.answeredAt !== null),
  DanhSachGiayToBoSung: [],
  DanhSachLePhiBoSung: [],
  NgayHenTraTruoc: '',
  NgayHenTraMoi: asked.answeredAt === null ? '' : writeDate(facts.promised),
})

function laterFields(facts: DossierFacts, { profile, filedThere }: RecordParts): SentRecord {
  const isPaidOnline = facts.fees.some(({ method }) => method === 'online')
  const values: Readonly<Record<LaterField, string>> = {
    NoiNopHoSo: filedThere.has(facts.id) ? profile.filedAt.there : profile.filedAt.here,
    HoSoCoThanhPhanSoHoa: flag(facts.files.length > 0),
    TaiKhoanDuocXacThucVoiVNeID: flag(facts.byEIdentity),
    DuocThanhToanTrucTuyen: isPaidOnline ? '2' : '0',
    LoaiDinhDanh: facts.personalId === null ? '' : facts.personalId.length === 12 ? '1' : '2',
    SoDinhDanh: facts.personalId ?? '',
    NgayTuChoi: writeDate(facts.rejectedAt),
    NgayNopHoSo: writeDate(facts.filedAt),
    MaCSDL: '',
  }
  return Object.fromEntries(profile.laterFields.map((name) => [name, values[name]]))
}
