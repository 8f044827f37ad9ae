import type { Words } from '#values/words.ts'
import type { Cause } from '../declare.ts'

/** What goes between the province and the national portal. */
export const flowWords = {
  record: { vi: 'Hồ sơ một cửa', en: 'Dossiers' },
  progress: { vi: 'Tiến độ xử lý', en: 'Progress' },
  status: { vi: 'Trạng thái hồ sơ nộp trên Cổng quốc gia', en: 'Statuses of what was filed there' },
  answer: { vi: 'Hỏi đáp đã đăng', en: 'Published answers' },
  filed: { vi: 'Hồ sơ nộp trên Cổng quốc gia', en: 'Filed on the national portal' },
} as const satisfies Record<string, Words>

interface CauseWords {
  /** What is seen. */
  readonly title: Words
  readonly why: Words
  /** What the one repair does. */
  readonly repair: Words
  /** Told again without a person mending something first. */
  readonly isByMachine: boolean
}

/** Each cause with what it means and its one repair. */
export const causeWords: Readonly<Record<Cause, CauseWords>> = {
  lost: {
    title: { vi: 'Cổng quốc gia không có', en: 'The national portal does not have it' },
    why: { vi: 'Đã báo nhận nhưng không giữ lại', en: 'Acknowledged, and not kept' },
    repair: { vi: 'Gửi lại, hồ sơ thì cả các bước', en: 'Send again, of a dossier with its steps' },
    isByMachine: true,
  },
  'status-differs': {
    title: { vi: 'Trạng thái khác nhau', en: 'Statuses differ' },
    why: { vi: 'Bản tin cuối không được ghi', en: 'The last message was not written down' },
    repair: { vi: 'Gửi lại', en: 'Send again' },
    isByMachine: true,
  },
  'date-differs': {
    title: { vi: 'Ngày khác nhau', en: 'Dates differ' },
    why: { vi: 'Ngày đổi sau khi gửi, hoặc ghi sai', en: 'Changed after it was sent, or written down wrongly' },
    repair: { vi: 'Gửi lại', en: 'Send again' },
    isByMachine: true,
  },
  'result-missing': {
    title: { vi: 'Cổng quốc gia thiếu giấy tờ kết quả', en: 'Results are missing there' },
    why: { vi: 'Kết quả có sau lúc gửi, hoặc không được ghi', en: 'Issued after it was sent, or not written down' },
    repair: { vi: 'Gửi lại', en: 'Send again' },
    isByMachine: true,
  },
  'value-differs': {
    title: { vi: 'Thông tin khác nhau', en: 'Values differ' },
    why: { vi: 'Ghi khác với bản đã gửi', en: 'Written down otherwise than it was sent' },
    repair: { vi: 'Gửi lại', en: 'Send again' },
    isByMachine: true,
  },
  'not-compared': {
    title: { vi: 'Không đối soát được', en: 'Could not be compared' },
    why: {
      vi: 'Hỏi hồ sơ này, Cổng quốc gia trả lời về hồ sơ khác',
      en: 'Asked about it, it spoke of another dossier',
    },
    repair: { vi: 'Gửi lại rồi đối soát', en: 'Send again and compare' },
    isByMachine: true,
  },
  'record-missing': {
    title: { vi: 'Bị từ chối: chưa có hồ sơ', en: 'Refused: no such dossier' },
    why: { vi: 'Hồ sơ bị mất ở phía Cổng quốc gia', en: 'It was lost there' },
    repair: { vi: 'Gửi lại hồ sơ rồi các bước', en: 'Send the dossier, then its steps' },
    isByMachine: true,
  },
  'procedure-unknown': {
    title: { vi: 'Bị từ chối: mã thủ tục không còn', en: 'Refused: the procedure is not known there' },
    why: {
      vi: 'Mã đã đổi hoặc đã bãi bỏ ở danh mục quốc gia',
      en: 'Its code was changed or ended in the national list',
    },
    repair: { vi: 'Sửa mã ở danh mục rồi gửi lại', en: 'Correct the code, then send again' },
    isByMachine: false,
  },
  'identity-missing': {
    title: { vi: 'Bị từ chối: thiếu số định danh', en: 'Refused: no identity number' },
    why: { vi: 'Chủ hồ sơ chưa khai số định danh', en: 'The applicant gave none' },
    repair: { vi: 'Một cửa bổ sung rồi gửi lại', en: 'The counter adds it, then send again' },
    isByMachine: false,
  },
  'field-wrong': {
    title: { vi: 'Bị từ chối: sai thông tin', en: 'Refused: something is wrong in it' },
    why: { vi: 'Xem lời từ chối ở từng hồ sơ', en: 'See what was said to each' },
    repair: { vi: 'Sửa chỗ sai rồi gửi lại', en: 'Correct it, then send again' },
    isByMachine: false,
  },
  other: {
    title: { vi: 'Bị từ chối: lý do khác', en: 'Refused for another reason' },
    why: { vi: 'Xem lời từ chối ở từng hồ sơ', en: 'See what was said to each' },
    repair: { vi: 'Gửi lại', en: 'Send again' },
    isByMachine: false,
  },
}

/** Fields of a record that are compared. */
export const fieldWords: Readonly<Record<string, Words>> = {
  TrangThaiHoSo: { vi: 'Trạng thái', en: 'Status' },
  DanhSachGiayToKetQua: { vi: 'Giấy tờ kết quả', en: 'Results' },
  NgayTiepNhan: { vi: 'Tiếp nhận', en: 'Received' },
  NgayHenTra: { vi: 'Hẹn trả', en: 'Due' },
  NgayKetThucXuLy: { vi: 'Xử lý xong', en: 'Settled' },
  NgayTra: { vi: 'Ngày trả', en: 'Handed over' },
  MaTTHC: { vi: 'Mã thủ tục', en: 'Procedure' },
  KenhThucHien: { vi: 'Kênh nộp', en: 'Channel' },
  DonViXuLy: { vi: 'Đơn vị xử lý', en: 'Unit' },
  NOIDUNG: { vi: 'Câu hỏi', en: 'Question' },
  NOIDUNGTRALOI: { vi: 'Câu trả lời', en: 'Answer' },
  TENDONVI: { vi: 'Đơn vị trả lời', en: 'Unit' },
  TRANGTHAI: { vi: 'Đang đăng', en: 'Shown' },
  TaiLieuNop: { vi: 'Tệp đã nộp', en: 'Files' },
}
