import { defineEngine } from '#kernel/operations/engine.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { filesContract } from './contract.ts'
import { getOwnFile } from './file.ts'
import { uploadFolderIn } from './file-routes.ts'
import { listSentFiles } from './sent-files.ts'
import { canDraw } from './pages/draw-page.ts'
import { sweepFiles, sweepUnknownContent } from './sweep.ts'

export { giveFiles } from './give-files.ts'
export { createContentStore as createFileStore } from '#kernel/storage/create-store.ts'
export type { ContentStore as FileStore } from '#kernel/storage/content-store.ts'
export { downloadHeaders } from './download-headers.ts'
export type { MayRead } from './readable-file.ts'
export { filesByIds, getUsableFile, keepFiles, type FileRow } from './file.ts'
export { fileRoutes, type FileRoutesParts } from './file-routes.ts'
export { createInspector, type InspectFile } from './inspect-file.ts'
export { readPostedFile } from './posted-file.ts'
export { startReading } from './text/start-reading.ts'
export { startScanning } from './scan/start-scanning.ts'
export { createScanner, type Scanner } from './scan/scanner.ts'
export { isPaged } from './pages/join-pages.ts'
export { sendFile } from './send-file.ts'
export { forgetPlace } from './sent-files.ts'
export { replaceContent, storeFile, type NewFile } from './store-file.ts'
export { outsideFiles, type TakeOutsideFile } from './take-outside-file.ts'
export { contentSeenSince, namedContent } from './backed-up-content.ts'
export { readWaitingFiles } from './waiting.ts'

export const createFiles = ({
  store,
  dataDirectory,
}: {
  readonly store: ContentStore
  readonly dataDirectory: string
}) =>
  defineEngine({
    name: 'files',
    contract: filesContract,
    handlers: {
      getFile: (ctx, { id }) => getOwnFile(ctx, id),
      describeDrawing: async () => ({ drawsPages: await canDraw() }),
      listSentFiles: (ctx, { attach }) => listSentFiles(ctx, attach),
    },
    jobs: [
      {
        name: 'sweepFiles',
        schedule: '*/30 * * * *',
        run: (ctx) => sweepFiles(ctx, store, uploadFolderIn(dataDirectory)),
      },
      { name: 'sweepUnknownContent', schedule: '40 2 * * *', run: (ctx) => sweepUnknownContent(ctx, store) },
    ],
  })
