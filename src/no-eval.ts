import { z } from 'zod'

// Zod would try to compile its checks with `new Function`, which the content security policy rightly forbids and reports.
z.config({ jitless: true })
