import { createPrinter } from '#kernel/typst/printer.ts'
import { printForm } from '#engines/services/print/print-form.ts'
import { sampleDecision } from '#engines/services/print/samples.ts'
import { systems } from '#systems/index.ts'
import { atMost, median, percentile, timed, type Row } from './measure.ts'

/** Result papers of an issued decision: each with another holder, number, table and code, through the platform's own printer. */
export async function measurePdf(): Promise<Row[]> {
  const printer = createPrinter({ templates: systems.templateFolders })
  try {
    const first = await timed(() => printResult(printer, 0))
    for (let warm = 1; warm <= 20; warm += 1) await printResult(printer, warm)
    const took: number[] = []
    for (let order = 100; order < 250; order += 1) took.push(await timed(() => printResult(printer, order)))
    const note = `150 different papers one after the other; p95 ${percentile(took, 0.95).toFixed(1)} ms; the first of all, which starts Typst, ${Math.round(first)} ms`
    return [atMost('result PDF', median(took), 25, 'ms', { note })]
  } finally {
    await printer.close()
  }
}

function printResult(printer: ReturnType<typeof createPrinter>, order: number) {
  const holder = `Công ty TNHH Vận tải và Du lịch Việt Hưng ${order}`
  const table = [
    {
      kind: 'table' as const,
      columns: [{ title: 'TT' }, { title: 'Loại hình', share: 5 }],
      rows: [
        ['1', `Theo hợp đồng ${order}`],
        ['2', `Khách du lịch ${order * 7}`],
      ],
    },
  ]
  return printForm(printer, 'result', {
    ...sampleDecision,
    letterhead: { ...sampleDecision.letterhead, number: `${1000 + order}/QĐ-SGTVT` },
    subject: `Về việc cấp lại giấy phép kinh doanh vận tải đối với ${holder}`,
    body: [
      ...sampleDecision.body,
      ...table,
      { kind: 'article', number: 4, paragraphs: [`Cấp cho ${holder}, số ${order * 31}.`] },
    ],
    verification: { url: `https://dichvucong.example.gov.vn/kiem-tra/${(order * 7919).toString(36).toUpperCase()}` },
  })
}
