const browsers = [
  ['Cốc Cốc', /coc_coc_browser\/(\d+)/],
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
] as const

const machines = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/** `Mozilla/5.0 (Windows …) … Edg/142` → `Edge 142, Windows`; an unknown one is cut short. */
export function agentWords(agent: string | null): string | undefined {
  if (agent === null) return undefined
  const browser = browsers
    .map(([name, shape]) => [name, shape.exec(agent)?.[1]] as const)
    .find(([, version]) => version !== undefined)
  const machine = machines.find(([, shape]) => shape.test(agent))
  return browser === undefined ? agent.slice(0, 60) : [browser.join(' '), machine?.[0]].filter(Boolean).join(', ')
}
