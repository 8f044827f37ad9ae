import type { PlaceName } from './places.ts'
import type { Scene } from './scene.ts'

/** One fault: what is broken, under the load of citizens who file, and how soon the service must be back by itself. */
export interface Fault {
  readonly name: string
  /** From the end of the fault to the next dossier that is filed, in seconds. */
  readonly backWithin: number
  /** Breaks it and, where it does not mend by itself, mends it. What it returns is added to what the oracle finds. */
  run(scene: Scene): Promise<readonly string[] | void>
  /** A guard is gone: here the oracle must find this. */
  readonly control?: RegExp
  /** False: clients send each try under another key. */
  readonly keepsKeys?: boolean
}

/** An installation, and what is broken in it one after the other. */
export interface Setting {
  readonly faults: readonly Fault[]
  /** What this machine would need to try them; undefined = nothing. */
  readonly lacks?: string | undefined
  /** Folders that are a small disk of their own, with their size in MB. */
  readonly disks?: Readonly<Partial<Record<PlaceName, number>>>
  /** The processes reach the database through a line that can be cut. */
  readonly byLine?: boolean
  /** Of `serve` and `work`. */
  readonly environment?: Readonly<Record<string, string>>
  /** False: PostgreSQL does not wait for its disk (fsync off). */
  readonly isLasting?: boolean
}
