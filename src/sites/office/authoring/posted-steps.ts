/** What a list offers beside steps: nobody has chosen yet; those dossiers stay on their version. */
export const notChosen = ''
export const left = '-'

/** The name of the list for a step of a version. */
export const stepField = (version: string, step: string): string => `to ${version} ${step}`

/** By version and step what was chosen; null: new dossiers only. */
export function postedSteps(form: FormData): Record<string, Record<string, string | null>> | null {
  if (form.get('scope') !== 'open') return null
  const steps: Record<string, Record<string, string | null>> = {}
  for (const [name, value] of form) {
    const [, version, step] = /^to (\S+) (\S+)$/.exec(name) ?? []
    if (version === undefined || step === undefined || typeof value !== 'string') continue
    const chosen = (steps[version] ??= {})
    if (value !== notChosen) chosen[step] = value === left ? null : value
  }
  return steps
}
