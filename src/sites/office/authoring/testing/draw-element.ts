import { createElement, createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import type { Json } from '#values/layers.ts'
import { ElementForm } from '../ElementForm.tsx'

/** What the editor of a draft offers to choose from, as far as an element needs it. */
export interface Offered {
  readonly members?: readonly unknown[]
  readonly codeLists?: readonly unknown[]
}

/** The form of one element of a declaration, as a browser without a script gets it. */
export function drawElement(declaration: Json, open: string, { members = [], codeLists = [] }: Offered = {}): string {
  const choices = { functions: [], agencies: [], tiers: [], codeLists, procedures: [], members }
  const draft = { id: '1', code: 'BG.1', revision: 1, declaration, findings: [], choices }
  const Page = createRoutesStub([
    {
      id: 'root',
      path: '/',
      loader: () => null,
      children: [
        {
          id: 'office',
          loader: () => null,
          children: [
            {
              id: 'office-procedure-editor',
              index: true,
              loader: () => null,
              Component: () =>
                createElement(ElementForm, { form: createRef<HTMLFormElement>(), changed: () => undefined }),
            },
          ],
        },
      ],
    },
  ])
  const hydrationData = {
    loaderData: {
      root: { formToken: '' },
      office: { language: 'vi' },
      'office-procedure-editor': { draft, open, section: 'facts', mayWrite: true },
    },
  }
  return renderToStaticMarkup(createElement(Page, { hydrationData }))
}

const text = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : text(found)
}

/** What a browser sends of a form: fields in their order, lines as browsers send them, of buttons the one pressed. */
export function postedBy(html: string, pressed = 'save'): FormData {
  const post = new FormData()
  const fields = html.matchAll(/<input[^>]*>|<textarea[^>]*>[^<]*<\/textarea>|<select[^>]*>.*?<\/select>/gs)
  for (const [field] of fields) {
    const [tag] = /^<[^>]*>/.exec(field) as RegExpExecArray
    const name = attribute(tag, 'name')
    if (name === undefined) continue
    if (field.startsWith('<select')) {
      const options = [...field.matchAll(/<option[^>]*>/g)].map(([option]) => option)
      const chosen = options.find((option) => option.includes(' selected=""')) ?? options[0]
      if (chosen !== undefined) post.append(name, attribute(chosen, 'value') ?? '')
    } else if (field.startsWith('<textarea')) {
      const typed = text(/>([^<]*)<\/textarea>$/s.exec(field)?.[1] ?? '').replace(/^\n/, '')
      post.append(name, typed.replaceAll(/\r?\n/g, '\r\n'))
    } else if (attribute(tag, 'type') !== 'checkbox' || tag.includes(' checked=""')) {
      post.append(name, attribute(tag, 'value') ?? '')
    }
  }
  post.set('do', pressed)
  return post
}
