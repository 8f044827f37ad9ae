import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { ContentStore } from './content-store.ts'
import { createFileSystemStore } from './file-system-store.ts'
import { createS3Store } from './s3-store.ts'

/** The store that the configuration names: S3-compatible storage, else a folder of the data directory. */
export function createContentStore(config: Pick<Config, 's3Url' | 'dataDirectory'>): ContentStore {
  if (config.s3Url === undefined) return createFileSystemStore(join(config.dataDirectory, 'files'))
  const url = new URL(config.s3Url)
  return createS3Store({
    endpoint: url.origin,
    bucket: url.pathname.slice(1),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
    spool: join(config.dataDirectory, 'files', 'tmp'),
  })
}
