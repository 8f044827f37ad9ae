import type { Queries } from './connect.ts'
import { run, sql } from './query.ts'

/** Makes the parts around now of every table that is kept in parts by time (`kernel.partitioned`). To be done once a day. */
export const makePartitions = (tx: Queries): Promise<number> => run(tx, sql`select kernel.make_partitions()`)
