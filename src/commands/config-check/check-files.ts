import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#kernel/config.ts'
import { keyFileOf } from '#engines/audit/index.ts'
import { found, warn, wrong, type Finding } from './finding.ts'

const modeOf = (path: string): number | undefined => {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode
  return mode === undefined ? undefined : mode & 0o777
}

/** Files that hold keys or passwords. */
const keyFiles = (config: Config): string[] => [join(config.dataDirectory, 'secrets.key'), keyFileOf(config)]

/** Keys that others than their owner can read or change: no installation of people's data starts with such. */
export const checkKeys = (config: Config): Finding[] =>
  keyFiles(config).flatMap((path) => {
    const mode = modeOf(path)
    // A group may be let in on purpose, such as that of a backup; never everyone.
    return found(
      mode !== undefined &&
        (mode & 0o027) !== 0 &&
        wrong(
          'key-open',
          `${path} mở cho người khác (${mode.toString(8)}): chmod 600.`,
          `${path} is open to others (${mode.toString(8)}): chmod 600.`,
        ),
    )
  })

/** Rights of what lies on the disk; `file` is the one that variables come from. */
export function checkFiles(config: Config, file: string | undefined): Finding[] {
  const [settings, data] = [file === undefined ? undefined : modeOf(file), modeOf(config.dataDirectory)]
  return [
    ...checkKeys(config),
    ...found(
      settings !== undefined &&
        (settings & 0o007) !== 0 &&
        wrong(
          'settings-open',
          `${file} giữ mật khẩu mà ai cũng đọc được: chmod 640.`,
          `${file} holds passwords and is open to everyone: chmod 640.`,
        ),
      data === undefined &&
        warn(
          'data-directory-absent',
          `Chưa có thư mục ${config.dataDirectory}; lần chạy đầu sẽ tạo.`,
          `${config.dataDirectory} is not there; the first start makes it.`,
        ),
      data !== undefined &&
        (data & 0o002) !== 0 &&
        wrong(
          'data-directory-open',
          `${config.dataDirectory}: ai cũng ghi được vào; chmod 750.`,
          `${config.dataDirectory}: everyone may write there; chmod 750.`,
        ),
      data !== undefined &&
        (data & 0o007) !== 0 &&
        (data & 0o002) === 0 &&
        warn(
          'data-directory-readable',
          `${config.dataDirectory}: tài khoản khác trên máy vào được; chmod 750.`,
          `${config.dataDirectory}: other accounts of the machine get in; chmod 750.`,
        ),
    ),
  ]
}
