import { expect, test } from 'vitest'
import { offsetOf } from '#kernel/clock-offset.ts'
import { daysUntilFull } from './disk-forecast.ts'
import { judge } from './judge.ts'
import type { Readings } from './read-readings.ts'

/** Which figures are a trouble, and how grave; a look that finds nothing wrong is the start of each. */

const now = new Date('2026-11-28T03:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const ahead = (days: number) => ago(-days * 24 * 60)
const gib = 1024 ** 3

const well = {
  machine: 'may-1',
  version: '1.0.0',
  state: {
    at: now,
    database: { state: 'good', version: '17', bytes: 1, connections: 20, maxConnections: 100 },
    jobs: { state: 'good', waiting: 3, failed: 0, oldest: ago(1) },
    events: { state: 'good', waiting: 1, oldest: ago(1) },
    emails: { state: 'good', waiting: 0, failed: 0, oldest: null, sendsMail: true },
    files: { state: 'good', scans: true, waiting: 0, oldest: null },
    trail: { state: 'good', sealedAt: ago(0), unsealed: 0 },
    nationalLink: { state: 'good', standing: 'good', waiting: 0, oldest: null, differing: 0 },
    disk: { state: 'good', freeBytes: 300 * gib, totalBytes: 400 * gib },
  },
  daysUntilFull: undefined,
  trail: { alarms: [] as string[], oldestUnsealedAt: null, unsealed: 0 },
  link: { downSince: null, slowSince: null, answeredAt: ago(1) },
  unsafeSettings: [],
  schema: { missing: [], unknown: [], isTolerated: true },
  oldestTransaction: { name: 'lien-thong', since: ago(1) },
  failedSince: null,
  partners: {
    email: { waiting: 0, oldest: null, troubled: 0, succeededAt: null },
    sms: { waiting: 0, oldest: null, troubled: 0, succeededAt: null },
    payments: { waiting: 0, oldest: null, troubled: 0, succeededAt: null },
  },
  scannerVersion: 'ClamAV 1.4',
  certificate: { host: 'a.gov.vn', until: ahead(80), distrust: undefined, unseen: undefined },
  clock: { source: 'ntp', seconds: 0.01 },
  isClockKept: true,
  backup: { baseAt: ago(600), coveredUntil: ago(1) },
  dueParts: [],
  load: { heapBytes: 100, heapLimit: 512, lateMs: 5 },
} as unknown as Readings

const withState = (parts: object) => ({ state: { ...well.state, ...parts } })
const passing = (oldest: Date) => ({ waiting: 7, oldest, troubled: 0, succeededAt: null })

test('a platform that is well has no trouble', () => {
  expect(judge(now, well)).toEqual([])
})

test.each<[string, 'now' | 'today' | 'soon', object]>([
  ['database-connections', 'today', withState({ database: { connections: 95, maxConnections: 100 } })],
  ['database-connections', 'now', withState({ database: { connections: 98, maxConnections: 100 } })],
  ['database-transaction', 'today', { oldestTransaction: { name: 'psql', since: ago(11) } }],
  ['database-unsafe', 'today', { unsafeSettings: ['fsync'] }],
  ['schema-behind', 'now', { schema: { missing: ['a/b.sql'], unknown: [], isTolerated: true } }],
  ['schema-ahead', 'soon', { schema: { missing: [], unknown: ['a/c.sql'], isTolerated: true } }],
  ['schema-ahead', 'now', { schema: { missing: [], unknown: ['a/c.sql'], isTolerated: false } }],
  ['jobs-failed', 'today', withState({ jobs: { waiting: 0, failed: 1, oldest: null } })],
  ['jobs-late', 'today', withState({ jobs: { waiting: 9, failed: 0, oldest: ago(3) } })],
  ['jobs-late', 'now', withState({ jobs: { waiting: 9, failed: 0, oldest: ago(16) } })],
  ['events-late', 'now', withState({ events: { waiting: 9, oldest: ago(16) } })],
  ['trail-broken', 'now', { trail: { ...well.trail, alarms: ['audit.broken'] } }],
  [
    'trail-late',
    'now',
    { trail: { ...well.trail, alarms: ['audit.sealing'], oldestUnsealedAt: ago(2).toISOString() } },
  ],
  ['trail-unsigned', 'today', { trail: { ...well.trail, alarms: ['audit.heads'] } }],
  ['trail-months', 'soon', { trail: { ...well.trail, alarms: ['audit.partitions'] } }],
  ['mail-unset', 'today', withState({ emails: { sendsMail: false } })],
  ['mail-late', 'now', { partners: { ...well.partners, email: passing(ago(20)) } }],
  ['mail-failed', 'soon', { partners: { ...well.partners, email: { ...well.partners.email, troubled: 2 } } }],
  ['sms-late', 'today', { partners: { ...well.partners, sms: passing(ago(3)) } }],
  ['sms-failed', 'soon', { partners: { ...well.partners, sms: { ...passing(ago(0)), troubled: 1 } } }],
  ['payments-late', 'today', { partners: { ...well.partners, payments: passing(ago(3)) } }],
  ['scanner-unset', 'today', withState({ files: { scans: false, waiting: 0, oldest: null } })],
  ['scanner-away', 'today', { scannerVersion: null }],
  [
    'scanner-away',
    'now',
    { scannerVersion: null, ...withState({ files: { scans: true, waiting: 2, oldest: ago(1) } }) },
  ],
  ['national-link-down', 'today', { link: { downSince: ago(5), slowSince: null } }],
  ['national-link-down', 'now', { link: { downSince: ago(25 * 60), slowSince: null } }],
  ['national-link-differs', 'today', withState({ nationalLink: { ...well.state.nationalLink, differing: 3 } })],
  ['backup-unknown', 'today', { backup: undefined }],
  ['backup-old', 'today', { backup: { baseAt: ago(27 * 60), coveredUntil: ago(1) } }],
  ['backup-old', 'now', { backup: { baseAt: ago(4 * 24 * 60), coveredUntil: ago(1) } }],
  ['parts-due', 'soon', { dueParts: ['audit.entry_2024_09', 'audit.entry_2024_10'] }],
  ['archive-late', 'today', { backup: { baseAt: ago(60), coveredUntil: ago(11) } }],
  ['certificate-ends', 'soon', { certificate: { ...well.certificate, until: ahead(29) } }],
  ['certificate-ends', 'today', { certificate: { ...well.certificate, until: ahead(13) } }],
  ['certificate-ends', 'now', { certificate: { ...well.certificate, until: ahead(-1) } }],
  ['certificate-wrong', 'now', { certificate: { ...well.certificate, distrust: 'SELF_SIGNED' } }],
  ['certificate-unseen', 'soon', { certificate: { host: 'a.gov.vn', until: undefined, unseen: 'refused' } }],
  ['clock-off', 'soon', { clock: { source: 'ntp', seconds: -0.7 } }],
  ['clock-off', 'now', { clock: { source: 'ntp', seconds: -2.1 } }],
  ['clock-unknown', 'soon', { isClockKept: false }],
  ['memory-high', 'today', { load: { heapBytes: 450, heapLimit: 512, lateMs: 5 } }],
  ['process-late', 'now', { load: { heapBytes: 1, heapLimit: 512, lateMs: 1200 } }],
  ['disk-full', 'soon', withState({ disk: { freeBytes: 70 * gib, totalBytes: 400 * gib } })],
  ['disk-full', 'today', withState({ disk: { freeBytes: 39 * gib, totalBytes: 400 * gib } })],
  ['disk-full', 'now', withState({ disk: { freeBytes: 19 * gib, totalBytes: 400 * gib } })],
  ['disk-filling', 'soon', { daysUntilFull: 20.5 }],
  ['disk-filling', 'today', { daysUntilFull: 6 }],
])('%s is %s', (code, gravity, figures) => {
  expect(judge(now, { ...well, ...figures })).toEqual([expect.objectContaining({ code, gravity })])
})

test('a disk that loses ten gigabytes a day is full when what is left is gone; one that swings is not foretold', () => {
  const samples = (free: (hour: number) => number) =>
    Array.from({ length: 48 }, (_, hour) => ({ at: ago((47 - hour) * 60), freeBytes: free(hour) }))
  expect(daysUntilFull(samples((hour) => (100 - (hour * 10) / 24) * gib))).toBeCloseTo(8.04, 1)
  expect(daysUntilFull(samples(() => 100 * gib))).toBeUndefined()
  expect(daysUntilFull(samples((hour) => (100 + hour) * gib))).toBeUndefined()
  // Two hours say nothing yet.
  expect(daysUntilFull(samples((hour) => (100 - hour) * gib).slice(-3))).toBeUndefined()
})

test.each([
  ['A29FC801,time.example.vn,2,1764298800.123,-0.000213,-0.0001,0.0002,1.2,0.0,0.1,0.02,0.001,64.5,Normal', -0.000213],
  ['7F7F0101,,10,1764298800.1,0.000000000,0,0,0,0,0,0,0,0,Normal', undefined],
  ['00000000,,0,0.0,0.0,0,0,0,0,0,1,1,0,Not synchronised', undefined],
  ['', undefined],
])('what chronyc says is read: %s', (line, seconds) => {
  expect(offsetOf(line)?.seconds).toBe(seconds)
})
