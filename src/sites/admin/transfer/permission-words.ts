import type { Words } from '#values/words.ts'

/** What a permission lets somebody do, for whoever decides about posts. */
const permissionWords: Readonly<Record<string, Words>> = {
  'directory.read': { vi: 'Tra cứu tổ chức', en: 'Look up the organisation' },
  'directory.manage': { vi: 'Quản trị tổ chức', en: 'Manage the organisation' },
  'directory.reorganize': { vi: 'Sắp xếp tổ chức', en: 'Reorganise' },
  'procedure.read': { vi: 'Tra cứu thủ tục', en: 'Look up procedures' },
  'procedure.write': { vi: 'Soạn thủ tục', en: 'Write procedures' },
  'procedure.approve': { vi: 'Duyệt thủ tục', en: 'Approve procedures' },
  'dossier.receive': { vi: 'Tiếp nhận hồ sơ', en: 'Receive dossiers' },
  'dossier.read': { vi: 'Xem hồ sơ', en: 'Read dossiers' },
  'dossier.advise': { vi: 'Cho ý kiến về hồ sơ', en: 'Advise on dossiers' },
  'dossier.work': { vi: 'Xử lý hồ sơ', en: 'Work on dossiers' },
  'dossier.approve': { vi: 'Ký duyệt hồ sơ', en: 'Decide on dossiers' },
  'dossier.issue': { vi: 'Cấp số, phát hành', en: 'Number and issue' },
  'dossier.deliver': { vi: 'Trả kết quả', en: 'Hand out results' },
  'account.open': { vi: 'Mở tài khoản tại quầy', en: 'Open accounts at the counter' },
  'account.manage': { vi: 'Quản trị tài khoản', en: 'Manage accounts' },
  'account.merge': { vi: 'Gộp tài khoản', en: 'Merge accounts' },
  'access.grant': { vi: 'Cho xem hồ sơ', en: 'Grant reading' },
  'access.explain': { vi: 'Giải thích quyền', en: 'Explain rights' },
  'access.simulate': { vi: 'Xem thay', en: 'Look as somebody' },
  'task.reassign': { vi: 'Giao việc', en: 'Assign work' },
  'task.load': { vi: 'Xem tải việc', en: 'See the work load' },
  'calendar.manage': { vi: 'Sửa lịch làm việc', en: 'Change the calendar' },
  'index.manage': { vi: 'Đặt thang điểm của bộ chỉ số', en: 'Set the scale of the index' },
  'job.read': { vi: 'Xem việc nền', en: 'See background work' },
  'job.manage': { vi: 'Chạy lại việc nền', en: 'Run background work' },
  'message.manage': { vi: 'Sửa mẫu tin, giá tin nhắn', en: 'Change message templates and prices' },
  'audit.read': { vi: 'Xem nhật ký', en: 'Read the audit trail' },
}

/** In words; one that has none yet is called by its name. */
export const sayPermission = (permission: string): Words =>
  permissionWords[permission] ?? { vi: permission, en: permission }
