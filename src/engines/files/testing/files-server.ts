import { serve } from '@hono/node-server'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readConfig } from '#kernel/config.ts'
import type { Database } from '#kernel/database/connect.ts'
import { createApi } from '#kernel/http/api.ts'
import { createApp } from '#kernel/http/create-app.ts'
import { createLog, type Log } from '#kernel/log.ts'
import { createAdmission } from '#kernel/admission/admission.ts'
import { findUrgency } from '#kernel/admission/find-urgency.ts'
import { createMetrics } from '#kernel/metrics.ts'
import { nobody, type Actor } from '#kernel/operations/actor.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { createFiles, fileRoutes, type FileRoutesParts } from '../index.ts'

/** A server with only the files engine, on a port of its own. */
export interface FilesServer {
  readonly url: string
  readonly runner: RunnerParts
  /** What was logged as a warning or worse, and as information. */
  readonly log: readonly Record<string, unknown>[]
  readonly told: readonly Record<string, unknown>[]
  close(): Promise<void>
}

export type FilesServerParts = { readonly db: Database; readonly dataDirectory: string } & Partial<
  Omit<FileRoutesParts, 'db' | 'log'>
>

const person = (kind: 'citizen' | 'staff', account: string, id: string): Actor => ({
  ...nobody,
  kind,
  account,
  person: id,
  name: account,
})

/** By their token; anybody else is nobody. */
export const people: Readonly<Record<string, Actor>> = {
  'lan-token-0123456789012': person(
    'citizen',
    '01931f6e-2f00-7000-8000-0000000000a1',
    '01931f6e-2f00-7000-8000-00000000c171',
  ),
  'minh-token-012345678901': person(
    'citizen',
    '01931f6e-2f00-7000-8000-0000000000a2',
    '01931f6e-2f00-7000-8000-00000000c172',
  ),
  'official-token-01234567': person(
    'staff',
    '01931f6e-2f00-7000-8000-0000000000a3',
    '01931f6e-2f00-7000-8000-00000000c173',
  ),
  'partner-token-012345678': { ...nobody, kind: 'service', account: 'partner' },
}

export const tokens = {
  lan: 'lan-token-0123456789012',
  minh: 'minh-token-012345678901',
  official: 'official-token-01234567',
  partner: 'partner-token-012345678',
}

export async function startFilesServer(given: FilesServerParts): Promise<FilesServer> {
  const { db, dataDirectory, now = () => new Date(), store = createFileSystemStore(`${dataDirectory}/files`) } = given
  const config = readConfig({ DATA_DIRECTORY: dataDirectory })
  const lines: Record<string, unknown>[] = []
  const told: Record<string, unknown>[] = []
  const runner: RunnerParts = { db, log: logTo(lines, told), now, record: recordAudit }
  const engine = createFiles({ store, dataDirectory })
  const api = createApi(runner, [engine])
  const app = createApp({
    config,
    log: runner.log,
    metrics: createMetrics(),
    api,
    openApi: async () => ({}),
    authenticate: async ({ token }) => people[token ?? ''] ?? nobody,
    admission: createAdmission({
      places: 1000,
      findUrgency: findUrgency(api.contract, [
        { methods: ['POST', 'PATCH'], path: /^\/uploads/, urgency: 'filing', uploads: true },
      ]),
      publicUrl: config.publicUrl,
      trustedProxies: [],
    }),
    check: async () => [],
    streams: [fileRoutes({ ...runner, mayRead: [], ...given, store })],
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server
  if (!server.listening) await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    runner,
    log: lines,
    told,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function logTo(lines: Record<string, unknown>[], told: Record<string, unknown>[]): Log {
  const keep = (line: unknown) => void lines.push(line as Record<string, unknown>)
  const info = (line: unknown) => void told.push(line as Record<string, unknown>)
  return { ...createLog('silent'), debug() {}, info, warn: keep, error: keep, fatal: keep }
}
