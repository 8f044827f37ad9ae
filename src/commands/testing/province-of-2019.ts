import { systems } from '#systems/index.ts'
import { civil, holdsOn, type Period } from '#values/plain-date.ts'

const then = civil('2019-12-31')
const asThen = <Version extends Period>(versions: readonly Version[]): Version[] =>
  versions.filter((version) => holdsOn(version, then)).map(({ to: _to, ...version }) => version as Version)

/** The province with its 230 communes, as it was on 31/12/2019, with no end in sight. */
export const provinceOf2019 = {
  ...systems.organization,
  id: 'bac-giang-2019',
  areas: asThen(systems.organization.areas),
  units: asThen(systems.organization.units),
}
