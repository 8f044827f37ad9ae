import { join } from 'node:path'
import type { StreamRoutes } from '#kernel/http/create-app.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { createChecker, type Check } from './check/checker.ts'
import { downloadRoutes } from './download-routes.ts'
import type { FinishParts } from './finish-upload.ts'
import { formRoute } from './form-route.ts'
import { joinRoute } from './pages/join-route.ts'
import { pageRoute } from './pages/page-route.ts'
import type { MayRead } from './readable-file.ts'
import type { Scanner } from './scan/scanner.ts'
import { createTurns, type TakeTurn } from './turns.ts'
import { tusRoutes } from './tus-routes.ts'
import { createUploadFolder } from './upload-folder.ts'
import { usualLimits, type UploadLimits } from './upload-limits.ts'

export interface FileRoutesParts extends Pick<RunnerParts, 'db' | 'log' | 'now' | 'record'> {
  readonly store: ContentStore
  readonly dataDirectory: string
  /** Engines that say who else may read which files; the first that admits is named in the trail. */
  readonly mayRead: readonly MayRead[]
  readonly limits?: Partial<UploadLimits>
  readonly check?: Check
  readonly scanner?: Scanner | undefined
}

/** What uploads need beside the store: where they lie, what they may, whose turn it is. */
export interface UploadParts extends FinishParts {
  readonly limits: UploadLimits
  readonly turns: TakeTurn
}

/** Unfinished uploads of this machine. */
export const uploadFolderIn = (dataDirectory: string, reserve = usualLimits.reserve) =>
  createUploadFolder(join(dataDirectory, 'uploads'), reserve)

/** `/uploads` (tus and forms) and `/files/:id`: past the operation runner, with the same callers, predicates and audit. */
export function fileRoutes(parts: FileRoutesParts): StreamRoutes {
  const limits = { ...usualLimits, ...parts.limits }
  const uploads: UploadParts = {
    db: parts.db,
    log: parts.log,
    now: parts.now,
    store: parts.store,
    folder: uploadFolderIn(parts.dataDirectory, limits.reserve),
    check: parts.check ?? createChecker(),
    scanner: parts.scanner,
    limits,
    turns: createTurns(),
  }
  return (app, readCall, isOwnForm) => {
    formRoute(app, readCall, isOwnForm, uploads)
    tusRoutes(app, readCall, uploads)
    joinRoute(app, readCall, isOwnForm, { ...parts, ...uploads })
    pageRoute(app, readCall, parts)
    downloadRoutes(app, readCall, parts)
  }
}
