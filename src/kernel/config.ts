import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { nationalSsoOf, nationalSsoVariables, type NationalSso } from './national-sso.ts'

const said = (error: string, fits: (text: string) => boolean) => z.string().refine(fits, { error: `must be ${error}` })

const wholeNumber = (least: number, most: number) =>
  said(
    `a whole number from ${least} to ${most}`,
    (text) => /^\d{1,6}$/.test(text) && +text >= least && +text <= most,
  ).transform(Number)

/** Not said again when it is wrong: such an address may hold a password. */
const address = (example: string, schemes: readonly string[], isWhole: (url: URL) => boolean = () => true) =>
  said(`an address such as ${example}`, (text) => {
    const url = URL.parse(text)
    return url !== null && schemes.includes(url.protocol) && isWhole(url)
  })

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']
const partsOf = (text: string) => text.split(',').flatMap((part) => part.trim() || [])

/** Everything the process takes from outside, parsed once at start. Names are environment variables without surprises. */
const Environment = z.object({
  HOST: z.string().default('127.0.0.1').describe('where it listens; 127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080).describe('of the pages and the API; 8080'),
  ADMIN_PORT: wholeNumber(0, 65_535)
    .default(8081)
    .describe('of /metrics and the full /readyz, never open to outside; 8081'),
  PUBLIC_URL: address('https://dichvucong.example.gov.vn', ['http:', 'https:'])
    .optional()
    .describe('the address people use, from which links, QR codes and cookies are made; http://localhost:PORT'),
  // As libpq writes it, also with a socket and without a host, which `URL` does not take.
  DATABASE_URL: said('an address such as postgres://user:password@host/database', (text) =>
    /^postgres(ql)?:\/\//.test(text),
  )
    .optional()
    .describe('a PostgreSQL from version 15 on; a server of its own in DATA_DIRECTORY'),
  DATABASE_POOL: wholeNumber(2, 200).default(12).describe('connections of one process; 12'),
  DATA_DIRECTORY: z.string().default('data').describe('files, uploads under way, its own database; data'),
  S3_URL: address(
    'https://key:secret@host/bucket?region=…',
    ['http:', 'https:'],
    ({ username, password, pathname }) => username !== '' && password !== '' && pathname.length > 1,
  )
    .optional()
    .describe('S3-compatible storage for files, https://key:secret@host/bucket?region=…; a folder of DATA_DIRECTORY'),
  CLAMD_URL: address(
    'tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl',
    ['tcp:', 'unix:'],
    ({ protocol, host, port, pathname }) => (protocol === 'unix:' ? host === '' && pathname.length > 1 : port !== ''),
  )
    .optional()
    .describe('the virus scanner of ClamAV, tcp://host:port or unix:/path; files are not scanned'),
  UPLOAD_LIMIT_MB: wholeNumber(1, 200).default(25).describe('the largest file, in MB; 25'),
  TRUSTED_PROXIES: said('addresses with commas between, such as 10.0.0.2', (text) => partsOf(text).every(isIP))
    .transform(partsOf)
    .default([])
    .describe('addresses of proxies whose X-Forwarded-For counts, with commas between; none'),
  // A commune's office stands behind one address: two hundred browsers with six lines each.
  CONNECTIONS_PER_ADDRESS: wholeNumber(10, 100_000)
    .default(1200)
    .describe('how many connections one address may hold, proxies aside; 1200'),
  SMTP_URL: address('smtp://user:password@host:587', ['smtp:', 'smtps:'])
    .optional()
    .describe('the mail relay, smtp://user:password@host:587; e-mails wait'),
  MAIL_FROM: z.string().default('khong-tra-loi@localhost').describe('sender of e-mails; khong-tra-loi@localhost'),
  ...nationalSsoVariables,
  LOG_LEVEL: said(`one of ${levels.join(', ')}`, (text) => levels.includes(text))
    .default('info')
    .describe(`${levels.join(', ')}; info`),
})

/** For `--help`, one line each: the variable, what it is, and after the semicolon what counts where it is not set. */
export const variableLines: readonly string[] = Object.entries(Environment.shape).map(
  ([name, { description }]) => `${name.padEnd(24)} ${description}`,
)

export interface Config {
  readonly host: string
  readonly port: number
  readonly adminPort: number
  /** The address people use; links, QR codes and cookies are made from it, never from a request header. */
  readonly publicUrl: string
  /** A real server; absent = the embedded PostgreSQL in the data directory. */
  readonly databaseUrl: string | undefined
  readonly databasePool: number
  readonly dataDirectory: string
  readonly trustedProxies: readonly string[]
  /** How many connections one address may hold; proxies that are trusted are not counted. */
  readonly connectionsPerAddress: number
  /** `https://key:secret@host/bucket?region=…`; absent = files in the data directory. */
  readonly s3Url: string | undefined
  /** The largest file that is taken, in bytes. */
  readonly uploadLimit: number
  /** `tcp://host:port` or `unix:/path`; absent = files are accepted without a virus scan. */
  readonly clamdUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Absent = nobody is offered to sign in by the national portal. */
  readonly nationalSso: NationalSso | undefined
  readonly logLevel: string
}

/** Reads the environment; throws one line that names every variable that is wrong and says what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv, more: Partial<Config> = {}): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new Error(`configuration: ${wrong.join('; ')}`)
  }
  const given = parsed.data
  const config: Config = {
    host: given.HOST,
    port: given.PORT,
    adminPort: given.ADMIN_PORT,
    publicUrl: '',
    databaseUrl: given.DATABASE_URL,
    databasePool: given.DATABASE_POOL,
    dataDirectory: resolve(given.DATA_DIRECTORY),
    trustedProxies: given.TRUSTED_PROXIES,
    connectionsPerAddress: given.CONNECTIONS_PER_ADDRESS,
    s3Url: given.S3_URL,
    uploadLimit: given.UPLOAD_LIMIT_MB * 1024 * 1024,
    clamdUrl: given.CLAMD_URL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    nationalSso: nationalSsoOf(given),
    logLevel: given.LOG_LEVEL,
    ...more,
  }
  return {
    ...config,
    publicUrl: (given.PUBLIC_URL ?? (config.publicUrl || `http://localhost:${config.port}`)).replace(/\/$/, ''),
  }
}
