import { z } from 'zod'
import { resolve } from 'node:path'

/** Everything the process takes from outside, parsed once at start. Names are environment variables without surprises. */
const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  ADMIN_PORT: z.coerce.number().int().min(0).max(65535).default(8081),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATA_DIRECTORY: z.string().default('data'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  TRUSTED_PROXIES: z.string().default(''),
  // A commune's office stands behind one address: two hundred browsers with six lines each.
  CONNECTIONS_PER_ADDRESS: z.coerce.number().int().min(10).max(100_000).default(1200),
  S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(200).default(25),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('khong-tra-loi@localhost'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

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
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly logLevel: string
}

/** Reads the environment; throws with the name of the variable that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv, more: Partial<Config> = {}): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) throw new Error(`configuration: ${z.prettifyError(parsed.error)}`)
  const given = parsed.data
  const config: Config = {
    host: given.HOST,
    port: given.PORT,
    adminPort: given.ADMIN_PORT,
    publicUrl: '',
    databaseUrl: given.DATABASE_URL,
    databasePool: given.DATABASE_POOL,
    dataDirectory: resolve(given.DATA_DIRECTORY),
    trustedProxies: given.TRUSTED_PROXIES.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    connectionsPerAddress: given.CONNECTIONS_PER_ADDRESS,
    s3Url: given.S3_URL,
    uploadLimit: given.UPLOAD_LIMIT_MB * 1024 * 1024,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    logLevel: given.LOG_LEVEL,
    ...more,
  }
  return {
    ...config,
    publicUrl: (given.PUBLIC_URL ?? (config.publicUrl || `http://localhost:${config.port}`)).replace(/\/$/, ''),
  }
}
