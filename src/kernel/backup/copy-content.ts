import type { ContentStore } from '../storage/content-store.ts'
import { placeOfContent, type BackupFolder } from './folder.ts'

const atOnce = 4

/** Copies content that is not in the backup yet; what is there already is marked as still of use. Answers how many were copied. */
export async function copyContent(
  store: ContentStore,
  folder: BackupFolder,
  digests: AsyncIterable<string> | Iterable<string>,
): Promise<number> {
  let copied = 0
  const copy = async (sha256: string) => {
    const name = placeOfContent(sha256, folder.key.naming)
    // A row is there before its content; nobody names it as long as that has not come.
    if ((await folder.touch(name)) || !(await store.has(sha256))) return
    await folder.put(name, await store.open(sha256))
    copied += 1
  }
  let running: Promise<void>[] = []
  for await (const sha256 of digests) {
    running.push(copy(sha256))
    if (running.length === atOnce) {
      await Promise.all(running)
      running = []
    }
  }
  await Promise.all(running)
  return copied
}

/** Everything in the store. */
export async function* allContent(store: ContentStore): AsyncGenerator<string> {
  for (let prefix = 0; prefix < 256; prefix += 1)
    for await (const { sha256 } of store.list(prefix.toString(16).padStart(2, '0'))) yield sha256
}

/** So far back it is looked for new content each time: a clock that was set back shall hide none. */
const marginMs = 2 * 3600_000

/** Copies what is new since the last time, as a follower of the log asks for it. */
export function contentCopier(
  store: ContentStore,
  folder: BackupFolder,
  seenSince: (since: Date) => Promise<readonly string[]>,
): () => Promise<void> {
  let known: ReadonlySet<string> = new Set()
  return async () => {
    const seen = await seenSince(new Date(Date.now() - marginMs))
    const copied = new Set<string>()
    const fresh = seen.filter((sha256) => !known.has(sha256))
    await copyContent(store, folder, fresh)
    // What had not come into the store yet is looked for again.
    for (const sha256 of seen) if (known.has(sha256) || (await store.has(sha256))) copied.add(sha256)
    known = copied
  }
}
