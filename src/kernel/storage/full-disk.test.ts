import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { asStorageProblem } from './content-store.ts'
import { createFileSystemStore } from './file-system-store.ts'

// A real full disk of one megabyte where this account may make one; elsewhere only the error codes are tried.
const directory = makeTestDirectory('full')
const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', directory]).status === 0
afterAll(() => {
  if (mounted) spawnSync('/bin/umount', [directory])
  removeTestDirectory(directory)
})

test.runIf(mounted)(
  'a full disk is said as such, leaves nothing half-written, and storing goes on when there is space',
  async () => {
    const store = createFileSystemStore(join(directory, 'files'))
    const kept = await store.put(randomBytes(700_000))
    await expect(store.put(randomBytes(700_000))).rejects.toMatchObject({
      code: 'storageFull',
      status: 507,
      retryAfterSeconds: 60,
    })
    expect(readdirSync(join(directory, 'files', 'tmp'))).toEqual([])
    expect((await buffer(await store.open(kept.sha256))).length).toBe(700_000)

    await store.delete(kept.sha256)
    const next = await store.put(randomBytes(700_000))
    expect(await store.has(next.sha256)).toBe(true)
  },
)

test('no space, no quota left and a file too large are a full disk; other failures are not', () => {
  const failed = (code: string) => asStorageProblem(Object.assign(new Error(code), { code }))
  for (const code of ['ENOSPC', 'EDQUOT', 'EFBIG'])
    expect(failed(code)).toMatchObject({ code: 'storageFull', status: 507 })
  expect(failed('EIO')).toMatchObject({ code: 'EIO', message: 'EIO' })
})
