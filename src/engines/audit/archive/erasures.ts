import { z } from 'zod'
import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { EntryProof } from '../contract.ts'
import { objectOf } from '../entry.ts'
import { proveEntry, verifyProof } from '../prove-entry.ts'
import { xid, type Seal } from '../seal.ts'

/** What the public part of an erasure says, in its leaf behind the number of the version. */
const ErasureLeaf = z.object({ operation: z.literal('audit.erase'), objects: z.array(z.string()) })

/** Proofs of erasures that were recorded behind a seal, of entries before it: without them an archive would look as if it had been robbed. */
export async function proveLaterErasures(on: Queries, after: number, to: Seal): Promise<EntryProof[]> {
  const found = await rows(
    on,
    sql<{ id: string }>`select distinct e.id from audit.entry gone
      join audit.entry e on e.operation = 'audit.erase' and e.xid >= ${xid(to.toXid)} and e.objects && array['audit.entry:' || gone.id]
      where gone.xid >= ${xid(after)} and gone.xid < ${xid(to.toXid)} and gone.erased_digest is not null`,
  )
  const proofs: EntryProof[] = []
  for (const { id } of found) proofs.push(await proveEntry(on, id))
  return proofs
}

/** Entries whose erasure these prove. Throws where one does not hold. */
export function erasedBy(proofs: readonly EntryProof[]): ReadonlySet<string> {
  return new Set(
    proofs.flatMap((proof) => {
      const checked = verifyProof(proof)
      if (!checked.ok) throw new Error(`the proof of erasure ${proof.entry} does not hold: ${checked.reason}`)
      const leaf = ErasureLeaf.parse(JSON.parse(Buffer.from(proof.leaf, 'base64').toString('utf8', 1)))
      return leaf.objects.map(objectOf).flatMap(({ type, id }) => (type === 'audit.entry' ? [id] : []))
    }),
  )
}
