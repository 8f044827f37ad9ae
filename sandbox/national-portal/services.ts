import type { Faults } from './faults.ts'
import type { Filed, Kept, Line } from './kept.ts'

type Fields = Readonly<Record<string, unknown>>

export interface Answer {
  readonly error_code: string
  readonly message: string
  readonly result?: readonly Fields[]
}

const done = (result?: readonly Fields[]): Answer => ({
  error_code: '00',
  message: 'Thành công',
  ...(result && { result }),
})
const refused = (error_code: string, message: string): Answer => ({ error_code, message })

/** What a record must say (S8); the rest may be empty. */
const needed = ['MaHoSo', 'MaTTHC', 'TenTTHC', 'MaLinhVuc', 'TenLinhVuc']

/** The services behind one address, by the name in `service`. */
export function createServices(kept: Kept, faults: Faults, procedures: readonly Fields[]) {
  let order = 0

  const takeRecords = (body: Fields): Answer => {
    const data = listOf(body['data'])
    if (data.some((one) => faults.refusedProcedures.includes(String(one['MaTTHC']))))
      return refused('12', 'Mã thủ tục hành chính không tồn tại')
    const lines: Line[] = []
    const result = data.map((record) => {
      const code = String(record['MaHoSo'])
      const say = (error_code: string, message: string) => ({ MaHoSo: code, error_code, message })
      const missing = needed.filter((name) => !record[name])
      if (missing.length > 0) return say('14', `Thiếu ${missing.join(', ')}`)
      if (faults.needsIdentity && !record['SoDinhDanh']) return say('13', 'Thiếu số định danh')
      const isKnown = kept.dossiers.has(code) || kept.filed.has(code)
      if (body['isUpdating'] === 'True' && !isKnown) return say('11', 'Hồ sơ không tồn tại')
      if (body['isUpdating'] !== 'True' && isKnown) return say('10', 'Hồ sơ đã tồn tại')
      order += 1
      if (faults.dropsEvery > 0 && order % faults.dropsEvery === 0) return say('00', 'Thành công')
      const isAltered = faults.altersEvery > 0 && order % faults.altersEvery === 0
      const said = isAltered ? { ...record, TrangThaiHoSo: '4', NgayTra: '', DanhSachGiayToKetQua: [] } : record
      lines.push({ what: 'record', code, said })
      return say('00', 'Thành công')
    })
    kept.keep(lines)
    const isWhole = result.every(({ error_code }) => error_code === '00')
    return isWhole ? done(result) : { error_code: '01', message: 'Có hồ sơ bị từ chối', result }
  }

  const takeProgress = (body: Fields): Answer => {
    const data = listOf(body['data'])
    const unknown = data.filter((one) => !kept.dossiers.has(String(one['MaHoSo'])))
    if (unknown.length > 0)
      return {
        ...refused('11', 'Hồ sơ không tồn tại'),
        result: unknown.map((one) => ({ MaHoSo: one['MaHoSo'], error_code: '11', message: 'Hồ sơ không tồn tại' })),
      }
    kept.keep(data.map((said) => ({ what: 'progress', code: String(said['MaHoSo']), said })))
    return done()
  }

  const takeStatus = (body: Fields): Answer => {
    const said = (body['data'] ?? {}) as Fields
    const code = String(said['MaHoSo'])
    if (body['type'] !== '2' || !kept.filed.has(code)) return refused('11', 'Hồ sơ không tồn tại')
    kept.keep([{ what: 'status', code, said: faults.altersStatuses ? { ...said, TrangThai: '4' } : said }])
    return done()
  }

  const takeAnswers = (body: Fields): Answer => {
    const lines: Line[] = []
    const result = listOf(body['data']).map((said) => {
      const number = String(said['HOIDAPID'])
      const say = (error_code: string, message: string) => ({ HOIDAPID: number, error_code, message })
      if (faults.refusedProcedures.includes(String(said['MATTHC'])))
        return say('12', 'Mã thủ tục hành chính không tồn tại')
      if (said['TRANGTHAI'] === '1' && (!said['NOIDUNG'] || !said['NOIDUNGTRALOI'])) return say('14', 'Thiếu nội dung')
      order += 1
      if (faults.dropsEvery > 0 && order % faults.dropsEvery === 0) return say('00', 'Thành công')
      const isAltered = faults.altersEvery > 0 && order % faults.altersEvery === 0
      lines.push({
        what: 'answer',
        code: number,
        said: isAltered ? { ...said, NOIDUNGTRALOI: 'Xem ở địa phương' } : said,
      })
      return say('00', 'Thành công')
    })
    kept.keep(lines)
    const isWhole = result.every(({ error_code }) => error_code === '00')
    return isWhole ? done(result) : { error_code: '01', message: 'Có câu hỏi bị từ chối', result }
  }

  const giveFiled = (): Answer => {
    const isTaken = (one: Filed): boolean => (kept.dossiers.get(one.MaHoSo)?.statuses.length ?? 0) > 0
    const waiting = [...kept.filed.values()].filter((one) => faults.givesTwice || !isTaken(one))
    return done(faults.givesTwice ? [...waiting, ...waiting] : waiting)
  }

  const lookUp = (body: Fields): Answer => {
    const held = kept.dossiers.get(String(body['mahoso']))
    return done(held === undefined || Object.keys(held.record).length === 0 ? [] : [held.record])
  }

  const services: Readonly<Record<string, (body: Fields) => Answer>> = {
    DongBoHoSoMC: takeRecords,
    CapNhatTienDoHoSoMC: takeProgress,
    DongBoTrangThaiHoSo: takeStatus,
    TraCuuHoSo: lookUp,
    LayDanhSachHoSo: giveFiled,
    DongBoHoiDap: takeAnswers,
    LayDanhSachHoiDapBoCoQuan: () => done([...kept.answers.values()]),
    LayDanhSachTTHC: () => {
      const listed = procedures.map(({ MATTHC, TENTTHC }) => ({ MATTHC, TENTTHC }))
      return done(faults.givesTwice ? [...listed, ...listed] : listed)
    },
    LayThuTuc: (body) => done(procedures.filter(({ MATTHC }) => MATTHC === body['maTTHC'])),
  }
  return (body: Fields): Answer =>
    services[String(body['service'])]?.(body) ?? refused('02', `Không có dịch vụ ${String(body['service'])}`)
}

const listOf = (data: unknown): readonly Fields[] => (Array.isArray(data) ? (data as Fields[]) : [])
