import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { nationalPortalOf, nationalPortalVariables, type NationalPortal } from './national-portal.ts'
import { nationalRegisterVariables, type NationalRegisters } from './national-registers.ts'
import { nationalSsoOf, nationalSsoVariables, type NationalSso } from './national-sso.ts'
import { smsGatewayOf, smsVariables, type SmsGateway } from './sms-gateway.ts'
import { paymentPlatformOf, paymentVariables, type PaymentPlatform } from './payment-platform.ts'

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

/** Which of these it is. */
const keyOf32Bytes = said('32 bytes in base64, as `openssl rand -base64 32` makes them', (text) =>
  /^[A-Za-z0-9+/]{43}=$/.test(text),
)

const oneOf = <Name extends string>(...names: readonly [Name, ...Name[]]) =>
  z.enum(names, { error: `must be one of ${names.join(', ')}` })

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
  DATABASE_POOL_URL: said('an address such as postgres://user:password@host:6432/database', (text) =>
    /^postgres(ql)?:\/\//.test(text),
  )
    .optional()
    .describe(
      'the same database behind PgBouncer in transaction mode, for the requests of serve and work; DATABASE_URL',
    ),
  DATABASE_POOL: wholeNumber(2, 200).default(20).describe('connections of one process; 20'),
  REQUESTS_AT_ONCE: wholeNumber(2, 2000)
    .optional()
    .describe(
      'requests that one process works on at once, others wait their turn or are told to come again; DATABASE_POOL',
    ),
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
  SECRETS_KEY: keyOf32Bytes
    .optional()
    .describe(
      'the key of what is kept encrypted, 32 bytes in base64, the same for all processes; DATA_DIRECTORY/secrets.key, made once',
    ),
  SECRETS_KEY_ALSO: keyOf32Bytes
    .optional()
    .describe('another key that opens what is kept encrypted, while SECRETS_KEY is changed; none'),
  PASSWORD_PROFILE_STAFF: oneOf('asvs', 'tcvn')
    .default('asvs')
    .describe('what passwords of officials must be like, asvs or tcvn; asvs'),
  PASSWORD_PROFILE_CITIZEN: oneOf('asvs', 'tcvn').default('asvs').describe('the same of citizens; asvs'),
  BREACHED_PASSWORDS: z
    .string()
    .optional()
    .describe('a file of leaked passwords, SHA-1:count on each line, in order; none is looked up'),
  SECOND_FACTOR_STAFF: oneOf('off', 'administrators', 'everyone')
    .optional()
    .describe(
      'officials who must have a second factor: off, administrators or everyone; administrators, in the demo off',
    ),
  UNUSED_ACCOUNT_DAYS: wholeNumber(0, 3650)
    .optional()
    .describe('days without signing in after which an official’s account is disabled, 0 = never; 45, in the demo 0'),
  UPLOAD_LIMIT_MB: wholeNumber(1, 200).default(25).describe('the largest file, in MB; 25'),
  TLS_CERTIFICATE_FILE: z
    .string()
    .optional()
    .describe('the certificate of PUBLIC_URL in PEM, whose end is watched; that of a handshake with PUBLIC_URL'),
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
  ...smsVariables,
  AUDIT_KEY_FILE: z
    .string()
    .optional()
    .describe('the Ed25519 key in PEM that heads of the audit trail are signed with; one of its own in DATA_DIRECTORY'),
  AUDIT_HEADS_FILE: z
    .string()
    .optional()
    .describe(
      'where signed heads are also kept, best where no administrator of the database writes; in DATA_DIRECTORY',
    ),
  // Not below a year: what the platform promises of its trail, and what is expected of logs of online services.
  KEEP_TRAIL_MONTHS: wholeNumber(12, 1200)
    .default(24)
    .describe('months of the audit trail in the database, at least 12, before `parts archive` takes them out; 24'),
  // The law leaves periods to schedules of kinds of files, which each agency sets: no number is right for all.
  KEEP_HISTORY_YEARS: wholeNumber(1, 100)
    .default(10)
    .describe(
      'years that the history of a dossier stays in the database after its end, by the retention schedule of the agency; 10',
    ),
  AUDIT_HEADS_MAIL: said('e-mail addresses with commas between', (text) =>
    partsOf(text).every((one) => z.email().safeParse(one).success),
  )
    .transform(partsOf)
    .default([])
    .describe('auditors who get the heads of each day by e-mail, with commas between; nobody'),
  READS_AN_HOUR: wholeNumber(1, 100_000)
    .default(100)
    .describe('of how many people one official reads data in an hour before others are told; 100'),
  READS_OFF_HOURS: wholeNumber(0, 100_000).default(10).describe('the same at night and on days off; 10'),
  INSIDE_HOSTS: said('hosts such as 10.0.0.5 or phong-hop.noi-bo:8443 with commas between', (text) =>
    partsOf(text).every((one) => /^[\w.-]+(:\d{1,5})?$/.test(one)),
  )
    .transform(partsOf)
    .default([])
    .describe(
      'hosts with private addresses at which systems that sign in by us are told of ended sessions, with commas between; none',
    ),
  CITIZEN_SIDE: said('own, or an address such as https://dichvucong.example.gov.vn', (text) => {
    const url = URL.parse(text)
    return text === 'own' || (url !== null && ['http:', 'https:'].includes(url.protocol))
  })
    .default('own')
    .describe('whether citizens file here (own), or the address of the portal where they do instead; own'),
  ...nationalSsoVariables,
  ...nationalPortalVariables,
  ...nationalRegisterVariables,
  ...paymentVariables,
  LOG_LEVEL: said(`one of ${levels.join(', ')}`, (text) => levels.includes(text))
    .default('info')
    .describe(`${levels.join(', ')}; info`),
})

/** For `--help`, one line each: the variable, what it is, and after the semicolon what counts where it is not set. */
export const variableLines: readonly string[] = Object.entries(Environment.shape).map(
  ([name, { description }]) => `${name.padEnd(24)} ${description}`,
)

/** The variables that are set here, as they are: also secrets. */
export const givenVariables = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.keys(Environment.shape).flatMap((name) =>
      environment[name] === undefined ? [] : [[name, environment[name]] as const],
    ),
  )

export interface Config {
  readonly host: string
  readonly port: number
  readonly adminPort: number
  /** The address people use; links, QR codes and cookies are made from it, never from a request header. */
  readonly publicUrl: string
  /** A real server; absent = the embedded PostgreSQL in the data directory. */
  readonly databaseUrl: string | undefined
  /** The same database behind a pooler that gives a connection for one transaction only; absent = requests go the direct way, too. */
  readonly databasePoolUrl: string | undefined
  readonly databasePool: number
  /** Requests worked on at once; others wait in front of the database. */
  readonly requestsAtOnce: number
  readonly dataDirectory: string
  /** The certificate that people are shown, where this machine cannot see it by calling `publicUrl`. */
  readonly certificateFile: string | undefined
  readonly trustedProxies: readonly string[]
  /** How many connections one address may hold; proxies that are trusted are not counted. */
  readonly connectionsPerAddress: number
  /** `https://key:secret@host/bucket?region=…`; absent = files in the data directory. */
  readonly s3Url: string | undefined
  /** 32 bytes in base64; absent = one that is kept in the data directory. */
  readonly secretsKey: string | undefined
  readonly secretsKeyAlso: string | undefined
  /** By the kind of account. */
  readonly passwordProfiles: Readonly<Record<'staff' | 'citizen', 'asvs' | 'tcvn'>>
  /** Where the list of leaked passwords lies. */
  readonly breachedPasswords: string | undefined
  /** Undefined = as it is usual for a real installation, or for the demo. */
  readonly secondFactorStaff: 'off' | 'administrators' | 'everyone' | undefined
  readonly unusedAccountDays: number | undefined
  /** The largest file that is taken, in bytes. */
  readonly uploadLimit: number
  /** `tcp://host:port` or `unix:/path`; absent = files are accepted without a virus scan. */
  readonly clamdUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Absent = no SMS is sent. */
  readonly sms: SmsGateway | undefined
  /** The private key of the audit trail in PEM; absent = one of its own in the data directory. */
  readonly auditKeyFile: string | undefined
  /** Where signed heads are kept besides the database; absent = in the data directory. */
  readonly auditHeadsFile: string | undefined
  /** Months of the trail in the database before they go into an archive. */
  readonly keepTrailMonths: number
  /** Years of a dossier's history in the database, from its end. */
  readonly keepHistoryYears: number
  /** Who gets the heads of each day by e-mail. */
  readonly auditHeadsMail: readonly string[]
  /** Of how many people one official may read data before heads and auditors are told. */
  readonly readingLimits: { readonly anHour: number; readonly offHours: number }
  /** Where systems of the own network may be told of ended sessions; all other addresses must be public. */
  readonly insideHosts: readonly string[]
  /** Absent = nobody is offered to sign in by the national portal. */
  readonly nationalSso: NationalSso | undefined
  /** Where citizens file and follow their dossiers instead; absent = here. */
  readonly citizensAt: string | undefined
  /** Absent = nothing is told to the national portal, and nothing comes from it. */
  readonly nationalPortal: NationalPortal | undefined
  readonly nationalRegisters: NationalRegisters
  /** Absent = fees are paid at counters only. */
  readonly paymentPlatform: PaymentPlatform | undefined
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
    databasePoolUrl: given.DATABASE_POOL_URL,
    databasePool: given.DATABASE_POOL,
    requestsAtOnce: given.REQUESTS_AT_ONCE ?? more.databasePool ?? given.DATABASE_POOL,
    dataDirectory: resolve(given.DATA_DIRECTORY),
    certificateFile: given.TLS_CERTIFICATE_FILE,
    trustedProxies: given.TRUSTED_PROXIES,
    connectionsPerAddress: given.CONNECTIONS_PER_ADDRESS,
    s3Url: given.S3_URL,
    secretsKey: given.SECRETS_KEY,
    secretsKeyAlso: given.SECRETS_KEY_ALSO,
    passwordProfiles: { staff: given.PASSWORD_PROFILE_STAFF, citizen: given.PASSWORD_PROFILE_CITIZEN },
    breachedPasswords: given.BREACHED_PASSWORDS,
    secondFactorStaff: given.SECOND_FACTOR_STAFF,
    unusedAccountDays: given.UNUSED_ACCOUNT_DAYS,
    uploadLimit: given.UPLOAD_LIMIT_MB * 1024 * 1024,
    clamdUrl: given.CLAMD_URL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    sms: smsGatewayOf(given),
    auditKeyFile: given.AUDIT_KEY_FILE,
    auditHeadsFile: given.AUDIT_HEADS_FILE,
    auditHeadsMail: given.AUDIT_HEADS_MAIL,
    keepTrailMonths: given.KEEP_TRAIL_MONTHS,
    keepHistoryYears: given.KEEP_HISTORY_YEARS,
    readingLimits: { anHour: given.READS_AN_HOUR, offHours: given.READS_OFF_HOURS },
    insideHosts: given.INSIDE_HOSTS,
    citizensAt: given.CITIZEN_SIDE === 'own' ? undefined : given.CITIZEN_SIDE,
    nationalSso: nationalSsoOf(given),
    nationalPortal: nationalPortalOf(given),
    nationalRegisters: { business: given.BUSINESS_REGISTER, population: given.POPULATION_REGISTER },
    paymentPlatform: paymentPlatformOf(given),
    logLevel: given.LOG_LEVEL,
    ...more,
  }
  return {
    ...config,
    publicUrl: (given.PUBLIC_URL ?? (config.publicUrl || `http://localhost:${config.port}`)).replace(/\/$/, ''),
  }
}
