import type { DossierFacts } from './dossier-facts.ts'
import { toldStatus, type RecordParts, type SentRecord } from './dossier-record.ts'
import { statusCodeOf, statusWords } from './status-code.ts'
import { writeDate } from './write-instant.ts'

/** How a dossier stands that was filed on the national portal (`DongBoTrangThaiHoSo`), with the papers that came of it. */
export function statusRecord(facts: DossierFacts, { profile, linkTo, filedThere }: RecordParts): SentRecord {
  const status = statusCodeOf(facts)
  return {
    MaHoSo: filedThere.get(facts.id) ?? facts.code,
    TrangThai: toldStatus(profile, facts.procedureCode, status),
    MaHoSoDonVi: facts.code,
    MaDoiTuong: facts.enterpriseCode ?? facts.personalId ?? '',
    NoiDung: statusWords[status].vi,
    NgayXuLy: writeDate(facts.deliveredAt ?? facts.finishedAt ?? facts.receivedAt ?? facts.filedAt),
    TaiLieuXuLy: facts.results.map(({ id, title }) => ({
      TepDinhKemId: id,
      TenTepDinhKem: title,
      IsDeleted: 'False',
      MaThanhPhanHoSo: '',
      DuongDanTaiTepTin: linkTo({ dossierId: facts.id, kind: 'result', id }),
    })),
  }
}
