import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { backUpOnce } from '../keep-backup.ts'
import { partsOf } from './backed-up-database.ts'

// A backup that a test kills: it says when the cluster is copied, and never gets further.
const [, , url, directory] = process.argv
const parts = partsOf(url as string, directory as string)
const bases = join(parts.to, 'base')
const isCopied = () => existsSync(bases) && readdirSync(bases).some((id) => existsSync(join(bases, id, 'cluster')))
await backUpOnce({
  ...parts,
  async seenSince(db, since) {
    if (isCopied()) {
      process.stdout.write('copied\n')
      await wait(600_000)
    }
    return parts.seenSince(db, since)
  },
})
