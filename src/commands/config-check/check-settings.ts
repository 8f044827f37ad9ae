import { isIP } from 'node:net'
import type { Config } from '#kernel/config.ts'
import { found, warn, wrong, type Finding } from './finding.ts'

/** What variables alone say; nothing is opened. */
export const checkSettings = (config: Config, environment: NodeJS.ProcessEnv): Finding[] => [
  ...checkAddress(config, environment),
  ...checkLines(config, environment),
  ...checkKeyChange(config),
  ...checkPeople(config),
]

const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1', ''].includes(host)

function checkAddress({ publicUrl, host, trustedProxies, certificateFile }: Config, environment: NodeJS.ProcessEnv) {
  const { protocol, hostname } = new URL(publicUrl)
  return found(
    environment['PUBLIC_URL'] === undefined &&
      wrong(
        'public-url-unset',
        'PUBLIC_URL chưa đặt: liên kết và mã QR dẫn về localhost.',
        'PUBLIC_URL is not set: links and QR codes lead to localhost.',
      ),
    protocol === 'http:' &&
      !isHere(hostname) &&
      wrong(
        'public-url-http',
        'PUBLIC_URL là http: mật khẩu đi qua mạng không mã hóa.',
        'PUBLIC_URL is plain http: passwords cross the network unencrypted.',
      ),
    protocol === 'https:' &&
      certificateFile === undefined &&
      isHere(hostname) &&
      warn(
        'certificate-unwatched',
        'Không theo dõi được hạn chứng thư: đặt TLS_CERTIFICATE_FILE.',
        'The end of the certificate is not watched: set TLS_CERTIFICATE_FILE.',
      ),
    !isHere(host) &&
      warn(
        'administration-open',
        `ADMIN_PORT cũng mở ở ${host}: chặn cổng ấy bằng tường lửa, hoặc đặt HOST=127.0.0.1 sau bộ cân tải.`,
        `ADMIN_PORT is open at ${host}, too: close it by a firewall, or set HOST=127.0.0.1 behind a balancer.`,
      ),
    ...trustedProxies
      .filter((address) => !isInside(address))
      .map((address) =>
        wrong(
          'proxy-too-wide',
          `TRUSTED_PROXIES có ${address}, không phải máy trong mạng riêng: ai ở đó cũng giả được địa chỉ người dùng.`,
          `TRUSTED_PROXIES names ${address}, which is no machine of a private network: whoever is there can forge addresses.`,
        ),
      ),
    trustedProxies.length > 8 &&
      warn(
        'proxies-many',
        `TRUSTED_PROXIES có ${trustedProxies.length} địa chỉ: chỉ để bộ cân tải.`,
        `TRUSTED_PROXIES names ${trustedProxies.length} addresses: leave the balancers only.`,
      ),
  )
}

/** Loopback, private (RFC 1918, RFC 4193) or link-local. */
const isInside = (address: string): boolean =>
  isIP(address) === 4
    ? /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
    : /^(::1$|f[cd]|fe80:)/i.test(address)

function checkLines(config: Config, environment: NodeJS.ProcessEnv): Finding[] {
  const { databaseUrl, s3Url, smtpUrl } = config
  const database = databaseUrl === undefined ? null : URL.parse(databaseUrl)
  const mode = database?.searchParams.get('sslmode') ?? ''
  const [s3, smtp] = [s3Url === undefined ? null : URL.parse(s3Url), smtpUrl === undefined ? null : URL.parse(smtpUrl)]
  return found(
    environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0' &&
      wrong(
        'tls-unchecked',
        'NODE_TLS_REJECT_UNAUTHORIZED=0: mọi chứng thư giả đều được tin.',
        'NODE_TLS_REJECT_UNAUTHORIZED=0: every false certificate is trusted.',
      ),
    database !== null &&
      !isHere(database.hostname) &&
      mode !== 'verify-full' &&
      wrong(
        'database-line-open',
        `Đường tới cơ sở dữ liệu ${database.hostname} không được kiểm chứng thư: thêm sslmode=verify-full vào DATABASE_URL.`,
        `The line to the database ${database.hostname} is not verified: add sslmode=verify-full to DATABASE_URL.`,
      ),
    database !== null &&
      ['postgres', 'password', 'admin', database.username].includes(database.password) &&
      database.password !== '' &&
      wrong('database-password', 'DATABASE_URL dùng mật khẩu mặc định.', 'DATABASE_URL has a default password.'),
    s3?.protocol === 'http:' &&
      !isHere(s3.hostname) &&
      wrong(
        'storage-line-open',
        'S3_URL là http: tệp của người dân đi qua mạng không mã hóa.',
        'S3_URL is plain http: files cross the network unencrypted.',
      ),
    smtp?.protocol === 'smtp:' &&
      !isHere(smtp.hostname) &&
      smtp.port === '25' &&
      warn(
        'mail-line-open',
        'SMTP_URL dùng cổng 25: dùng smtps:// hoặc cổng 587 để thư được mã hóa.',
        'SMTP_URL uses port 25: use smtps:// or port 587, so that mail is encrypted.',
      ),
    smtpUrl === undefined &&
      warn('mail-unset', 'SMTP_URL chưa đặt: thư nằm chờ.', 'SMTP_URL is not set: e-mails wait.'),
    config.clamdUrl === undefined &&
      warn(
        'scanner-unset',
        'CLAMD_URL chưa đặt: tệp được nhận không quét mã độc.',
        'CLAMD_URL is not set: files are taken without a virus scan.',
      ),
    ['debug', 'trace'].includes(config.logLevel) &&
      warn('log-level', 'LOG_LEVEL=debug: nhật ký máy sẽ rất lớn.', 'LOG_LEVEL=debug: logs will be very large.'),
  )
}

const checkKeyChange = ({ secretsKeyAlso }: Config): Finding[] =>
  found(
    secretsKeyAlso !== undefined &&
      warn(
        'key-changing',
        'SECRETS_KEY_ALSO còn đặt: chạy `lien-thong secrets seal-anew`, rồi bỏ nó.',
        'SECRETS_KEY_ALSO is set: run `lien-thong secrets seal-anew`, then take it away.',
      ),
  )

const checkPeople = (config: Config): Finding[] =>
  found(
    config.secondFactorStaff === 'off' &&
      wrong(
        'second-factor-off',
        'SECOND_FACTOR_STAFF=off: quản trị viên đăng nhập chỉ bằng mật khẩu.',
        'SECOND_FACTOR_STAFF=off: administrators sign in by a password alone.',
      ),
    config.unusedAccountDays === 0 &&
      warn(
        'unused-accounts',
        'UNUSED_ACCOUNT_DAYS=0: tài khoản bỏ không vẫn mở (quy định: khóa sau 45 ngày).',
        'UNUSED_ACCOUNT_DAYS=0: accounts that nobody uses stay open (asked for: 45 days).',
      ),
    config.breachedPasswords === undefined &&
      warn(
        'breached-passwords',
        'BREACHED_PASSWORDS chưa đặt: mật khẩu đã lộ vẫn được nhận.',
        'BREACHED_PASSWORDS is not set: leaked passwords are taken.',
      ),
    config.auditHeadsMail.length === 0 &&
      warn(
        'heads-unsent',
        'AUDIT_HEADS_MAIL chưa đặt: dấu niêm phong nhật ký không gửi ra ngoài cho ai giữ.',
        'AUDIT_HEADS_MAIL is not set: nobody outside keeps heads of the trail.',
      ),
  )
