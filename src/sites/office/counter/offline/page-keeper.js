// Keeps the page of reception without a line, and what it is made of, in the browser. Runs as its service worker.
const kept = 'reception-without-a-line'
const page = '/can-bo/quay/mat-mang'
const patience = 8000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// The page tells what it was made of: with that, and nothing older, it opens again. It is answered whether it would.
self.addEventListener('message', (event) =>
  event.waitUntil(
    keep(event.data)
      .catch(() => undefined)
      .then(async () => event.ports[0].postMessage((await caches.match(page)) !== undefined)),
  ),
)

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate' && pathname === page) event.respondWith(newest(event.request))
  else if (pathname.startsWith('/assets/')) event.respondWith(known(event.request))
})

async function keep({ html, files }) {
  const cache = await caches.open(kept)
  const wanted = new Set(files)
  const missing = []
  for (const file of wanted) if (!(await cache.match(file))) missing.push(file)
  await cache.addAll(missing)
  const answer = await fetch(html)
  if (answer.ok && !answer.redirected) await cache.put(page, answer)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname !== page && !wanted.has(pathname)) await cache.delete(request)
  }
}

async function newest(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) })
    if (answer.status < 500) return answer
  } catch {
    // No line: what was kept.
  }
  return (await caches.match(page)) ?? Response.error()
}

const known = async (request) => (await caches.match(request)) ?? fetch(request)
