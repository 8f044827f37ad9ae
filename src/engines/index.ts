import type { Config } from '#kernel/config.ts'
import type { Database } from '#kernel/database/connect.ts'
import type { MigrationSource } from '#kernel/database/migration-files.ts'
import type { StreamRoutes } from '#kernel/http/create-app.ts'
import type { Engine } from '#kernel/operations/engine.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { KeptTable } from '#kernel/parts/kept-table.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import type { Printer } from '#kernel/typst/printer.ts'
import { audit, keptTrail } from './audit/index.ts'
import { createCalendar, hoursKeeper } from './calendar/index.ts'
import { createDirectory, type Follower } from './directory/index.ts'
import { createFiles, createInspector, fileRoutes, type FileStore, type Scanner } from './files/index.ts'
import type { CodeList } from './forms/declare.ts'
import { createIdentity, importedAccounts, type AccountPolicy, type OpenProvider } from './identity/index.ts'
import type { NationalProfile } from './national-portal/declare.ts'
import { createNationalPortal, linkRoute } from './national-portal/index.ts'
import { createNotification, receiptRoute } from './notification/index.ts'
import { createNumbering } from './numbering/index.ts'
import { createOperations } from './operations/index.ts'
import { callbackRoute, createPayments } from './payments/index.ts'
import { attachmentRoutes, createPetitions, mayReadAttachment, petitionsFollower } from './petitions/index.ts'
import type { PetitionRules } from './petitions/declare.ts'
import { createQueue, queueFollower } from './queue/index.ts'
import { createReporting } from './reporting/index.ts'
import {
  createLookups,
  createServices,
  keptHistory,
  mayReadFile,
  servicesFollower,
  type Installation,
} from './services/index.ts'
import { createWorkflow } from './workflow/index.ts'

/** What engines keep by unit and move along with it when the organisation changes. */
export const followers: readonly Follower[] = [
  { ...servicesFollower, hours: hoursKeeper },
  queueFollower,
  petitionsFollower,
]

/** What leaves the database by parts when it is old enough. */
export const keptTables = ({
  keepTrailMonths,
  keepHistoryYears,
}: Pick<Config, 'keepTrailMonths' | 'keepHistoryYears'>): readonly KeptTable[] => [
  keptTrail(keepTrailMonths),
  keptHistory(keepHistoryYears),
]

/** What the engines are given once, when the process starts. */
export interface EngineParts {
  readonly config: Config
  readonly db: Database
  readonly store: FileStore
  readonly scanner: Scanner | undefined
  /** Of the code that runs. */
  readonly version: string
  readonly printer: Printer
  readonly templateFolders: readonly string[]
  readonly codeLists: readonly CodeList[]
  readonly installation: Installation
  /** What the place and its bodies are called: no password is made of these. */
  readonly localNames: readonly string[]
  readonly accountPolicy: AccountPolicy
  /** Who receives questions and petitions, and until when they are answered. */
  readonly petitionRules: PetitionRules
  /** How the national portal of this time speaks. */
  readonly nationalProfile: NationalProfile
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
      citizensAt: parts.config.citizensAt,
      openProvider: parts.openProvider,
    }),
    createCalendar(),
    createNumbering(),
    createFiles({ store: parts.store, dataDirectory: parts.config.dataDirectory }),
    createNotification(parts.config.publicUrl),
    createPayments({
      platform: parts.config.paymentPlatform,
      printer: parts.printer,
      publicUrl: parts.config.publicUrl,
      symbol: parts.installation.receiptSymbol,
      form: parts.installation.receiptForm,
      helpLine: parts.installation.helpLine,
    }),
    createWorkflow(parts.config.publicUrl),
    createServices({
      codeLists: parts.codeLists,
      printer: parts.printer,
      store: parts.store,
      templateFolders: parts.templateFolders,
      publicUrl: parts.config.publicUrl,
      installation: parts.installation,
      accountPolicy: parts.accountPolicy,
      secrets: parts.secrets,
      registers: parts.config.nationalRegisters,
    }),
    createQueue(parts.config.publicUrl),
    createPetitions({
      rules: parts.petitionRules,
      secrets: parts.secrets,
      publicUrl: parts.config.publicUrl,
    }),
    createNationalPortal({ isSetUp: parts.config.nationalPortal !== undefined, profile: parts.nationalProfile }),
    createReporting({
      printer: parts.printer,
      installation: parts.installation,
      publicUrl: parts.config.publicUrl,
    }),
    createOperations({
      dataDirectory: parts.config.dataDirectory,
      sendsMail: parts.config.smtpUrl !== undefined,
      scansFiles: parts.config.clamdUrl !== undefined,
      certificateFile: parts.config.certificateFile,
      scanner: parts.scanner,
      migrationSources,
      keptTables: keptTables(parts.config),
      version: parts.version,
      sendsSms: parts.config.sms !== undefined,
      paysOnline: parts.config.paymentPlatform !== undefined,
      auditors: parts.config.auditHeadsMail,
      isLinked: parts.config.nationalPortal !== undefined,
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
    mayRead: [mayReadFile, mayReadAttachment],
  })

/** Files of those who come by a code, and what denouncers gave. */
export const petitionRoutes = ({
  config,
  scanner,
  ...parts
}: Pick<EngineParts, 'store' | 'config' | 'secrets'> &
  RunnerParts & { readonly scanner: Scanner | undefined }): StreamRoutes =>
  attachmentRoutes({ ...parts, inspect: createInspector({ scanner, dataDirectory: config.dataDirectory }) })

/** Where the national portal opens what records of ours name; nothing where it is told nothing. */
export const nationalRoutes = ({
  config,
  printer,
  installation,
  codeLists,
  ...parts
}: Pick<EngineParts, 'config' | 'store' | 'secrets' | 'printer' | 'installation' | 'codeLists'> &
  RunnerParts): readonly StreamRoutes[] => {
  if (config.nationalPortal === undefined) return []
  const print = { printer, installation, publicUrl: config.publicUrl, lookups: createLookups(codeLists) }
  return [linkRoute({ ...parts, print })]
}

/** Where the national payment platform says what became of payments; nothing where it is not set up. */
export const paymentRoutes = ({
  config,
  ...parts
}: Pick<EngineParts, 'config'> & Pick<RunnerParts, 'db' | 'log' | 'now' | 'record'>): readonly StreamRoutes[] =>
  config.paymentPlatform === undefined ? [] : [callbackRoute({ ...parts, platform: config.paymentPlatform })]

/** Where a provider of short messages by HTTP says what became of them; nothing where it does not. */
export const receiptRoutes = ({
  config: { sms },
  ...parts
}: Pick<EngineParts, 'config'> & Pick<RunnerParts, 'db' | 'log' | 'now'>): readonly StreamRoutes[] =>
  sms?.http?.receipts === undefined ? [] : [receiptRoute({ ...parts, gateway: sms, shape: sms.http.receipts })]

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
    'payments',
    'workflow',
    'services',
    'queue',
    'petitions',
    'national-portal',
    'reporting',
    'operations',
  ].map((name) => ({
    name,
    directory: new URL(`./${name}/migrations/`, import.meta.url),
  })),
]
