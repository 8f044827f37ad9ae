import { listOperations } from '#engines/list-operations.ts'
import type { Words } from '#values/words.ts'

/** What is done on the command line or by the provider, and has no operation that could be called. */
const others: Readonly<Record<string, Words>> = {
  'audit.export': { vi: 'Kết xuất nhật ký', en: 'Export of the audit trail' },
  'audit.rotateKey': { vi: 'Đổi khóa ký nhật ký', en: 'New signing key of the audit trail' },
  'identity.signInToClient': { vi: 'Đăng nhập vào hệ thống khác', en: 'Signed in to another system' },
  'identity.tellClient': { vi: 'Cho hệ thống khác biết về một người', en: 'Another system was told of a person' },
  'nationalPortal.tell': { vi: 'Gửi hồ sơ lên Cổng quốc gia', en: 'Told to the national portal' },
  'nationalPortal.fetchFile': { vi: 'Cổng quốc gia tải giấy tờ, kết quả', en: 'Downloaded by the national portal' },
  'nationalPortal.file': { vi: 'Nhận hồ sơ nộp trên Cổng quốc gia', en: 'Filed on the national portal' },
  'nationalPortal.handOver': { vi: 'Nhận danh mục thủ tục quốc gia', en: 'National list of procedures taken in' },
  'audit.erase': { vi: 'Xóa phần dữ liệu cá nhân theo luật', en: 'Personal part erased by law' },
}

let all: ReadonlyMap<string, Words> | undefined

/** The title of an operation, by the name under which the trail keeps it: `services.getDossier`. Only loaders ask. */
export function titleOfOperation(name: string): Words {
  return titles().get(name) ?? { vi: name, en: name }
}

/** All operations that can be filtered by, in the order of the engines. */
export function titles(): ReadonlyMap<string, Words> {
  all ??= new Map([
    ...listOperations().map(({ name, meta }): [string, Words] => [name, meta.title]),
    ...Object.entries(others),
  ])
  return all
}
