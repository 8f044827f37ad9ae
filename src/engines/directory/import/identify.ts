import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import type { NewPerson } from '../person.ts'
import type { FoundAccount } from './later-engines.ts'
import type { AddedFacts, Somebody } from './outcome.ts'
import type { Standing, StandingPerson } from './standing.ts'
import type { GivenPerson } from './understand-row.ts'

export interface Identified {
  readonly person: Somebody
  readonly isNew: boolean
  /** What the line says and nobody knew. */
  readonly adds: AddedFacts
  /** Their account, where they have one. */
  readonly account: FoundAccount | undefined
}

/** Tells who the lines about people mean: known by number, by login, by name and date of birth, or new and so once for all lines. */
export class People {
  readonly #known: ReadonlyMap<string, StandingPerson>
  readonly #byNumber: ReadonlyMap<string | null, StandingPerson>
  readonly #byName: ReadonlyMap<string, readonly StandingPerson[]>
  readonly #byLogin: ReadonlyMap<string, FoundAccount>
  readonly #accounts: ReadonlyMap<string, FoundAccount>
  readonly #somebody = new Map<string, Somebody>()
  readonly #fresh = new Map<string, Somebody>()
  readonly #opened = new Map<string, Somebody>()

  constructor({ people, accounts }: Pick<Standing, 'people' | 'accounts'>) {
    this.#known = new Map(people.map((one) => [one.id, one]))
    this.#byNumber = new Map(people.map((one) => [one.personalId, one]))
    this.#byName = Map.groupBy(
      people.filter(({ isOfficial }) => isOfficial),
      ({ fullName }) => fold(fullName),
    )
    this.#byLogin = new Map(accounts.map((one) => [one.login, one]))
    this.#accounts = new Map(accounts.flatMap((one) => (one.kind === 'staff' ? [[one.personId, one] as const] : [])))
  }

  /** One who is known, the same in all places. */
  somebody(id: string, fullName: string): Somebody {
    const known = this.#somebody.get(id) ?? { id, facts: { fullName } }
    this.#somebody.set(id, known)
    return known
  }

  /** Who a line means, or why that cannot be told. */
  identify(given: GivenPerson): Identified | Words {
    const known = this.#findKnown(given)
    if (known !== undefined && 'vi' in known) return known
    if (known === undefined) return this.#makeNew(given)
    const account = this.#accounts.get(known.id)
    if (given.login !== undefined && account !== undefined && account.login !== given.login)
      return {
        vi: `Người này đã có tài khoản “${account.login}”. Bỏ trống ô Tên đăng nhập, hoặc ghi đúng tên đó`,
        en: `They have the account “${account.login}” already. Leave the login empty, or write that one`,
      }
    const person = this.somebody(known.id, known.fullName)
    if (given.login !== undefined && account === undefined && this.#isTaken(given.login, person))
      return taken(given.login)
    return { person, isNew: false, adds: missingFacts(known, given), account }
  }

  #findKnown(given: GivenPerson): StandingPerson | Words | undefined {
    const byNumber = given.personalId === undefined ? undefined : this.#byNumber.get(given.personalId)
    if (byNumber !== undefined)
      return fits(byNumber, given)
        ? byNumber
        : {
            vi: 'Số định danh này đã có trong sổ với họ tên hoặc ngày sinh khác. Đối chiếu thẻ căn cước rồi sửa dòng này',
            en: 'This number is known with another name or date of birth. Compare the card and mend the line',
          }
    const owner = given.login === undefined ? undefined : this.#byLogin.get(given.login)
    if (owner !== undefined) {
      const person = this.#known.get(owner.personId)
      if (owner.kind !== 'staff' || person === undefined || !fits(person, given)) return taken(given.login ?? '')
      return person
    }
    const alike = (this.#byName.get(fold(given.fullName)) ?? []).filter((person) => fits(person, given))
    const sure = alike.filter(({ birthDate }) => birthDate !== null && birthDate === given.birthDate)
    const near = alike.filter(({ units }) => units.includes(given.unit))
    const found = sure.length > 0 ? sure : near
    if (found.length === 1) return found[0]
    const isVague = given.personalId === undefined && (given.birthDate === undefined || given.login === undefined)
    if (found.length > 1 || (alike.length > 0 && isVague))
      return {
        vi: `Có ${Math.max(found.length, alike.length)} cán bộ tên ${given.fullName} mà bảng không phân biệt được. Ghi số định danh hoặc tên đăng nhập`,
        en: `${Math.max(found.length, alike.length)} officials are called ${given.fullName} and the sheet does not tell which. Give the personal id or the login`,
      }
    if (given.personalId === undefined && given.login === undefined && given.birthDate === undefined)
      return {
        vi: 'Chưa đủ để biết là ai. Ghi ngày sinh, số định danh hoặc tên đăng nhập',
        en: 'It does not say who this is. Give the date of birth, the personal id or the login',
      }
    return undefined
  }

  /** Several lines about one new person make one: by number or login, or by name and date of birth where nothing contradicts. */
  #makeNew(given: GivenPerson): Identified | Words {
    const sure = [
      ...(given.personalId === undefined ? [] : [`number ${given.personalId}`]),
      ...(given.login === undefined ? [] : [`login ${given.login}`]),
    ]
    const name = given.birthDate === undefined ? [] : [`name ${fold(given.fullName)} ${given.birthDate}`]
    const [marked] = sure.flatMap((key) => this.#fresh.get(key) ?? [])
    if (marked !== undefined && isOther(marked, given))
      return {
        vi: 'Trùng số định danh hoặc tên đăng nhập với một dòng khác mà họ tên, ngày sinh không giống. Sửa một trong hai dòng',
        en: 'The personal id or login of another line, which is of somebody else. Mend one of the two',
      }
    const [alike] = name.flatMap((key) => this.#fresh.get(key) ?? []).filter((one) => !isOther(one, given))
    const earlier = marked ?? alike
    const person = earlier ?? { id: undefined, facts: factsOf(given) }
    if (given.login !== undefined && this.#isTaken(given.login, person)) return taken(given.login)
    for (const key of [...sure, ...name]) this.#fresh.set(key, person)
    return { person, isNew: earlier === undefined, adds: {}, account: undefined }
  }

  /** Whether a login is somebody else's, in the directory or by an earlier line. */
  #isTaken(login: string, person: Somebody): boolean {
    const owner = this.#opened.get(login) ?? person
    this.#opened.set(login, owner)
    return owner !== person || this.#byLogin.has(login)
  }
}

const taken = (login: string): Words => ({
  vi: `Tên đăng nhập “${login}” đã là của người khác. Chọn tên khác`,
  en: `The login “${login}” is somebody else’s. Choose another`,
})

/** Nothing that the line says contradicts what is known of a person. */
const fits = (known: StandingPerson, given: GivenPerson): boolean =>
  fold(known.fullName) === fold(given.fullName) &&
  agrees(known.birthDate, given.birthDate) &&
  agrees(known.personalId, given.personalId)

const factsOf = (given: GivenPerson): NewPerson => ({
  fullName: given.fullName,
  birthDate: given.birthDate ?? null,
  personalId: given.personalId ?? null,
  phone: given.phone ?? null,
  email: given.email ?? null,
})

const isOther = ({ facts }: Somebody, given: GivenPerson): boolean =>
  fold(facts.fullName) !== fold(given.fullName) ||
  !agrees(facts.birthDate, given.birthDate) ||
  !agrees(facts.personalId, given.personalId)

const agrees = (known: string | null | undefined, said: string | undefined): boolean =>
  said === undefined || known === null || known === undefined || known === said

function missingFacts(known: StandingPerson, { birthDate, personalId, phone, email }: GivenPerson): AddedFacts {
  return {
    ...(known.birthDate === null && birthDate !== undefined && { birthDate }),
    ...(known.personalId === null && personalId !== undefined && { personalId }),
    ...(known.phone === null && phone !== undefined && { phone }),
    ...(known.email === null && email !== undefined && { email }),
  }
}
