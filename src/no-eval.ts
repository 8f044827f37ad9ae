import { z } from 'zod'

// In a browser Zod would try to compile its checks with `new Function`, which the content security policy rightly forbids and reports.
if (typeof document !== 'undefined') z.config({ jitless: true })
