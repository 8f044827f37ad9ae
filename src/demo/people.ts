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

type Born = Pick<InventedPerson, 'sex' | 'birthDate'>

export interface People {
  invent(ages: readonly [number, number]): InventedPerson
  /** Of this sex and birth date. */
  like(born: Born): InventedPerson
}

/** Makes a person who does not exist: name parts as common as they are, a number of the right shape (§14.1), never given twice nor taken before. */
export function createPeople(chance: Chance, taken: readonly string[] = []): People {
  const given = new Set(taken)
  const unique = (make: () => string): string => {
    for (;;) {
      const text = make()
      if (!given.has(text)) {
        given.add(text)
        return text
      }
    }
  }
  const named = (sex: Born['sex']): string => {
    const surname = chance.weighted(names.surnames)
    return `${surname} ${chance.pick(names.middle[sex])} ${chance.pick(names.given[sex])}`
  }
  const numbered = ({ sex, birthDate }: Born) => {
    const year = birthDate.slice(0, 4)
    const century = Number(year) < 2000 ? (sex === 'male' ? 0 : 1) : sex === 'male' ? 2 : 3
    const personalId = unique(
      () => `024${century}${year.slice(2)}${String(chance.between(0, 999_999)).padStart(6, '0')}`,
    )
    const phone = unique(() => `09${String(chance.between(10_000_000, 99_999_999))}`)
    return { personalId, phone, email: `demo.${personalId.slice(-9)}@example.vn` }
  }
  return {
    invent([youngest, oldest]) {
      const sex = chance.happens(0.5) ? 'male' : 'female'
      const fullName = named(sex)
      const year = 2020 - chance.between(youngest, oldest)
      const birthDate = `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`
      return { fullName, sex, birthDate, ...numbered({ sex, birthDate }) }
    },
    like: ({ sex, birthDate }) => ({ fullName: named(sex), sex, birthDate, ...numbered({ sex, birthDate }) }),
  }
}
