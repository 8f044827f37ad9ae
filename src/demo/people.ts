import type { Chance } from './random.ts'
import { names } from './names.ts'

export interface InventedPerson {
  readonly fullName: string
  readonly sex: 'male' | 'female'
  readonly birthDate: string
  readonly personalId: string
  readonly phone: string
  readonly email: string
}

/** Makes a person who does not exist: name parts as common as they are, a number of the right shape (§14.1), never given twice. */
export function createPeople(chance: Chance): { invent(ages: readonly [number, number]): InventedPerson } {
  const given = new Set<string>()
  const unique = (make: () => string): string => {
    for (;;) {
      const text = make()
      if (!given.has(text)) {
        given.add(text)
        return text
      }
    }
  }
  return {
    invent([youngest, oldest]) {
      const sex = chance.happens(0.5) ? 'male' : 'female'
      const surname = chance.weighted(names.surnames)
      const middle = chance.pick(names.middle[sex])
      const first = chance.pick(names.given[sex])
      const year = 2020 - chance.between(youngest, oldest)
      const birthDate = `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`
      const century = year < 2000 ? (sex === 'male' ? 0 : 1) : sex === 'male' ? 2 : 3
      const personalId = unique(
        () => `024${century}${String(year).slice(2)}${String(chance.between(0, 999_999)).padStart(6, '0')}`,
      )
      const phone = unique(() => `09${String(chance.between(10_000_000, 99_999_999))}`)
      return {
        fullName: `${surname} ${middle} ${first}`,
        sex,
        birthDate,
        personalId,
        phone,
        email: `demo.${personalId.slice(-9)}@example.vn`,
      }
    },
  }
}
