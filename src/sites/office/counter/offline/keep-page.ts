const page = '/can-bo/quay/mat-mang'
const script = `${page}/giu-trang.js`

interface ScriptPolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

/** Has the browser keep this page, so that it opens without a line. Answers whether it does; needs https, or this machine. */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  // Else a browser that is short of room throws away what waits for the line.
  await navigator.storage.persist()
  await navigator.serviceWorker.register(trusted(script), { scope: page })
  const { active } = await navigator.serviceWorker.ready
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<boolean>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data === true))
    port1.start()
  })
  active?.postMessage({ html: page, files }, [port2])
  return answer
}

/** The one address that the policy of this page lets become a script. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies }
  if (trustedTypes === undefined) return url
  return trustedTypes.createPolicy('page-keeper', { createScriptURL: () => script }).createScriptURL(url)
}
