import { expect, test } from 'vitest'
import { readConfig, variableLines } from './config.ts'

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '70000', DATABASE_POOL: '1.5' }, /^configuration: PORT must be .*; DATABASE_POOL must be [^;]*$/],
  [{ PUBLIC_URL: 'localhost' }, 'PUBLIC_URL must be an address such as https://'],
  [{ PUBLIC_URL: 'ftp://example.vn' }, 'PUBLIC_URL must be'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address such as postgres://'],
  [{ S3_URL: 'https://storage.example/bucket' }, 'S3_URL must be an address such as https://key:secret@host/bucket'],
  [{ CLAMD_URL: 'tcp://127.0.0.1' }, 'CLAMD_URL must be an address such as tcp://127.0.0.1:3310 or unix:/run/'],
  [{ CLAMD_URL: 'unix://run/clamd.ctl' }, 'CLAMD_URL must be'],
  [{ SMTP_URL: 'mail.example:25' }, 'SMTP_URL must be'],
  [{ SMS_URL: 'smpp://host:2775', SMS_FROM: 'TINH' }, 'SMS_URL must be an address such as smpp://'],
  [{ SMS_URL: 'smpp://a:b@host?window=0', SMS_FROM: 'TINH' }, 'SMS_URL must be'],
  [{ SMS_URL: 'http://a:b@host/gui', SMS_FROM: 'TINH' }, 'SMS_URL must be'],
  [{ SMS_URL: 'smpp://a:b@host' }, 'SMS_URL needs SMS_FROM'],
  [{ SMS_URL: 'https://a:b@host/gui', SMS_FROM: 'TINH' }, 'needs SMS_HTTP'],
  [{ SMS_HTTP: '{"body":"xml"}' }, 'SMS_HTTP must be JSON'],
  [{ TRUSTED_PROXIES: '10.0.0.2, proxy.example' }, 'TRUSTED_PROXIES must be addresses'],
  [{ AUDIT_HEADS_MAIL: 'kiemtoan@example.vn, x' }, 'AUDIT_HEADS_MAIL must be e-mail addresses with commas between'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error'],
])('%j is refused at start, in one line that says what it must be', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(words)
  expect(() => readConfig(environment)).toThrow(/^[^\n]*$/)
})

test('a refused address is not repeated: it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:geheim@host/x' })).not.toThrow('geheim')
})

test('what is not set has its usual value', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    adminPort: 8081,
    publicUrl: 'http://localhost:8080',
    trustedProxies: [],
    uploadLimit: 25 * 1024 * 1024,
    logLevel: 'info',
  })
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.2, ::1' }).trustedProxies).toEqual(['10.0.0.2', '::1'])
})

test('every variable is said what it is for', () => {
  expect(variableLines.length).toBeGreaterThan(10)
  expect(variableLines.filter((line) => line.endsWith('undefined'))).toEqual([])
})
