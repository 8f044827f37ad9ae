import { readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readClockOffset } from '#kernel/clock-offset.ts'
import { readConfig, type Config } from '#kernel/config.ts'
import { connect } from '#kernel/database/connect.ts'
import { createLog } from '#kernel/log.ts'
import { seeCertificate } from '#kernel/tls-certificate.ts'
import { isDemoLoaded } from '../demo/load-demo.ts'
import type { Command } from './command.ts'
import { checkDatabase } from './config-check/check-database.ts'
import { checkFiles } from './config-check/check-files.ts'
import { checkSettings } from './config-check/check-settings.ts'
import { found, warn, wrong, type Finding } from './config-check/finding.ts'
import { openDatabase } from './open-database.ts'

export const configCommand: Command = {
  name: 'config',
  summary: 'Kiểm tra cấu hình trước khi chạy thật. Checks the configuration before production.',
  usage: [
    'config check [FILE] [--json]',
    '',
    'FILE: variables as systemd reads them (EnvironmentFile), instead of those of this shell; its rights are looked at, too.',
    'Without FILE where deploy/install set it up: `lien-thong` hands over what is in /etc/lien-thong, which its account cannot read.',
    'Exit code 1 when something must not be so in production; warnings alone are 0.',
  ],
  async run(args, out) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [what, file, ...more] = positionals
    if (what !== 'check' || more.length > 0) throw new WrongCall('config check [FILE]; see --help')
    const environment = file === undefined ? process.env : parseEnv(readFileSync(file, 'utf8'))
    const findings = await checkConfig(environment, file)
    const isRight = findings.every(({ gravity }) => gravity !== 'wrong')
    const signs = { wrong: '✗', warn: '!' } as const
    out.say({ isRight, findings }, [
      ...findings.map(({ gravity, code, words }) => `${signs[gravity]} ${code}: ${words.vi}\n    ${words.en}`),
      isRight
        ? 'Không có gì sai. Nothing is wrong.'
        : 'Phải sửa những dòng ✗ trước khi chạy thật. Mend what has ✗ before production.',
    ])
    return isRight ? 0 : 1
  },
}

/** Everything that can be said of a configuration, the gravest first. */
async function checkConfig(environment: NodeJS.ProcessEnv, file: string | undefined): Promise<Finding[]> {
  const config = readConfig(environment)
  const findings = [
    ...checkSettings(config, environment),
    ...checkFiles(config, file),
    ...(await checkAround(config)),
    ...(await checkTheDatabase(config)),
  ]
  return findings.toSorted((a, b) => Number(a.gravity === 'warn') - Number(b.gravity === 'warn'))
}

async function checkAround(config: Config): Promise<Finding[]> {
  const [clock, certificate] = await Promise.all([
    readClockOffset(),
    seeCertificate(config.publicUrl, config.certificateFile),
  ])
  return found(
    clock === undefined &&
      warn('clock-unknown', 'Máy không đồng bộ giờ: cài chrony.', 'The clock follows no source: install chrony.'),
    clock !== undefined &&
      Math.abs(clock.seconds) > 2 &&
      wrong(
        'clock-off',
        `Đồng hồ lệch ${clock.seconds.toFixed(1)} giây.`,
        `The clock is ${clock.seconds.toFixed(1)} s off.`,
      ),
    certificate?.distrust !== undefined &&
      wrong(
        'certificate-wrong',
        `Chứng thư không được tin: ${certificate.distrust}.`,
        `The certificate is not trusted: ${certificate.distrust}.`,
      ),
    certificate?.until !== undefined &&
      certificate.until.getTime() < Date.now() &&
      wrong('certificate-ended', 'Chứng thư đã hết hạn.', 'The certificate has ended.'),
  )
}

async function checkTheDatabase(config: Config): Promise<Finding[]> {
  await using open = new AsyncDisposableStack()
  try {
    const database = open.adopt(await openDatabase(config, createLog('silent')), (one) => one.close())
    const connection = open.adopt(connect(database.url, { size: 1, name: 'lien-thong config' }), (one) => one.close())
    const findings = await checkDatabase(connection.db, config)
    const hasDemo = findings.every(({ code }) => code !== 'schema-behind') && (await isDemoLoaded(database.url))
    return hasDemo
      ? [
          wrong(
            'demo-accounts',
            'Cơ sở dữ liệu có tài khoản mẫu, mật khẩu ai cũng biết.',
            'The database holds the demo’s accounts, whose password is public.',
          ),
          ...findings,
        ]
      : findings
  } catch (error) {
    const reason = (error as Error).message
    return [
      wrong('database-away', `Không nối được cơ sở dữ liệu: ${reason}`, `The database cannot be reached: ${reason}`),
    ]
  }
}
