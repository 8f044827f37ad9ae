import { allowanceOf, oneMoreTry, secondsToWait, type Brake, type Tries } from '#values/brake.ts'
import type { Context } from './context.ts'

type Counted = Pick<Context, 'now' | 'allow'>

const mostKept = 10_000

/**
 * Counts tries in this process alone, by brake and subject, and forgets the longest untouched first: for what is guarded by more than
 * the brake, or only has to be slowed.
 */
export function keepTries<Name extends string>(brakes: Readonly<Record<Name, Brake>>) {
  const kept = new Map<string, Tries>()
  const keyOf = (name: Name, subject: string) => `${name}:${subject}`
  const tell = (ctx: Counted, name: Name, subject: string) =>
    ctx.allow(name, allowanceOf(brakes[name], kept.get(keyOf(name, subject)), ctx.now()))

  return {
    /** Seconds until the next try of all these; 0 = now. */
    wait: (ctx: Counted, subjects: Readonly<Partial<Record<Name, string>>>): number =>
      Math.max(
        ...entriesOf(subjects).map(([name, subject]) => {
          tell(ctx, name, subject)
          return secondsToWait(brakes[name], kept.get(keyOf(name, subject)), ctx.now())
        }),
      ),

    /** Remembers one more try of each. */
    count(ctx: Counted, subjects: Readonly<Partial<Record<Name, string>>>): void {
      for (const [name, subject] of entriesOf(subjects)) {
        const key = keyOf(name, subject)
        const tries = oneMoreTry(kept.get(key), ctx.now())
        kept.delete(key)
        kept.set(key, tries)
        if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
        tell(ctx, name, subject)
      }
    },
  }
}

const entriesOf = <Name extends string>(subjects: Readonly<Partial<Record<Name, string>>>) =>
  Object.entries(subjects) as [Name, string][]
