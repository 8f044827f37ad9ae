import type { Words } from '#values/words.ts'

/** Words that stand on more than one page of the administration. */
export const adminWords = {
  admin: { vi: 'Quản trị', en: 'Administration' },
  overview: { vi: 'Tình trạng', en: 'State' },
  organisation: { vi: 'Tổ chức, vị trí', en: 'Organisation' },
  transfers: { vi: 'Điều động', en: 'Transfers' },
  reorganisations: { vi: 'Sắp xếp tổ chức', en: 'Reorganisation' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  clients: { vi: 'Hệ thống đăng nhập qua đây', en: 'Systems that sign in by us' },
  machines: { vi: 'Tài khoản máy', en: 'Service accounts' },
  owner: { vi: 'Cơ quan chủ quản', en: 'Owner' },
  rights: { vi: 'Quyền xem hồ sơ', en: 'Rights' },
  seeAs: { vi: 'Xem thay', en: 'Look as' },
  procedures: { vi: 'Thủ tục', en: 'Procedures' },
  calendar: { vi: 'Lịch làm việc', en: 'Calendar' },
  officeHours: { vi: 'Giờ làm việc', en: 'Office hours' },
  forms: { vi: 'Mẫu in', en: 'Printed forms' },
  indexScale: { vi: 'Thang điểm bộ chỉ số', en: 'Scale of the index' },
  trail: { vi: 'Nhật ký', en: 'Audit trail' },
  messages: { vi: 'Tin báo', en: 'Messages' },
  jobs: { vi: 'Việc nền', en: 'Background work' },
  nationalLink: { vi: 'Cổng quốc gia', en: 'National portal' },
  office: { vi: 'Về hộp việc', en: 'To the inbox' },
  search: { vi: 'Tìm', en: 'Search' },
  from: { vi: 'Từ ngày', en: 'From' },
  save: { vi: 'Ghi', en: 'Save' },
} as const satisfies Record<string, Words>
