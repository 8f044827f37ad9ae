import type { Config } from '#kernel/config.ts'
import type { Database } from '#kernel/database/connect.ts'
import type { MigrationSource } from '#kernel/database/migrate.ts'
import type { StreamRoutes } from '#kernel/http/create-app.ts'
import type { Engine } from '#kernel/operations/engine.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import type { Printer } from '#kernel/typst/printer.ts'
import { audit } from './audit/index.ts'
import { createCalendar, hoursKeeper } from './calendar/index.ts'
import { createDirectory, type Follower } from './directory/index.ts'
import { createFiles, fileRoutes, type FileStore, type Scanner } from './files/index.ts'
import type { CodeList } from './forms/declare.ts'
import { createIdentity, importedAccounts, type AccountPolicy, type OpenProvider } from './identity/index.ts'
import { createNotification } from './notification/index.ts'
import { createNumbering } from './numbering/index.ts'
import { createOperations } from './operations/index.ts'
import { createReporting } from './reporting/index.ts'
import { createServices, mayReadFile, servicesFollower, type Installation } from './services/index.ts'
import { createWorkflow } from './workflow/index.ts'

/** What engines keep by unit and move along with it when the organisation changes. */
export const followers: readonly Follower[] = [{ ...servicesFollower, hours: hoursKeeper }]

/** What the engines are given once, when the process starts. */
export interface EngineParts {
  readonly config: Config
  readonly db: Database
  readonly store: FileStore
  readonly printer: Printer
  readonly templateFolders: readonly string[]
  readonly codeLists: readonly CodeList[]
  readonly installation: Installation
  /** What the place and its bodies are called: no password is made of these. */
  readonly localNames: readonly string[]
  readonly accountPolicy: AccountPolicy
  readonly secrets: Secrets
  /** By which other systems sign in. */
  readonly openProvider: OpenProvider
}

/** The subjects in order: each may use those before it, never those after. */
export function createEngines(parts: EngineParts): readonly Engine[] {
  return [
    audit,
    createDirectory(followers, importedAccounts),
    createIdentity({
      localNames: parts.localNames,
      policy: parts.accountPolicy,
      secrets: parts.secrets,
      party: { name: parts.installation.owner, publicUrl: parts.config.publicUrl },
      nationalSso: parts.config.nationalSso,
      openProvider: parts.openProvider,
    }),
    createCalendar(),
    createNumbering(),
    createFiles({ store: parts.store, dataDirectory: parts.config.dataDirectory }),
    createNotification(parts.config.publicUrl),
    createWorkflow(parts.config.publicUrl),
    createServices({
      codeLists: parts.codeLists,
      printer: parts.printer,
      templateFolders: parts.templateFolders,
      publicUrl: parts.config.publicUrl,
      installation: parts.installation,
      accountPolicy: parts.accountPolicy,
    }),
    createReporting(),
    createOperations({
      dataDirectory: parts.config.dataDirectory,
      sendsMail: parts.config.smtpUrl !== undefined,
      scansFiles: parts.config.clamdUrl !== undefined,
      auditors: parts.config.auditHeadsMail,
      readingLimits: parts.config.readingLimits,
      publicUrl: parts.config.publicUrl,
    }),
  ]
}

/** Uploads and downloads stream past the operation runner, with the same callers, predicates and audit. */
export const streamRoutes = (
  parts: Pick<EngineParts, 'store' | 'config'> &
    Pick<RunnerParts, 'db' | 'log' | 'now' | 'record'> & { readonly scanner: Scanner | undefined },
): StreamRoutes =>
  fileRoutes({
    ...parts,
    dataDirectory: parts.config.dataDirectory,
    limits: { maxBytes: parts.config.uploadLimit },
    mayRead: [mayReadFile],
  })

/** Where each engine keeps its schema, in the order they are applied. */
export const migrationSources: readonly MigrationSource[] = [
  { name: 'kernel', directory: new URL('../kernel/migrations/', import.meta.url) },
  ...[
    'audit',
    'directory',
    'identity',
    'calendar',
    'numbering',
    'files',
    'notification',
    'workflow',
    'services',
    'reporting',
  ].map((name) => ({
    name,
    directory: new URL(`./${name}/migrations/`, import.meta.url),
  })),
]
