import { z } from 'zod'
import { tidy } from './text.ts'

/** Schema of a name or title: tidied first, so that what cannot be seen neither counts as its letters nor turns them about. */
export const oneLine = (min: number, max: number) => z.string().overwrite(tidy).min(min).max(max)
