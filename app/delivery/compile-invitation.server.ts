import { randomBytes } from 'node:crypto'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { InvitationMail } from '#app/delivery/components/invitation-mail.tsx'
import { slotNames, subjectOf, textOf, type MailContent, type MailSlots } from '#app/delivery/invitation-mail.ts'
import type { Language } from '#app/platform/languages.ts'

export interface CompiledMail {
  /** In which it is written. */
  language: Language
  subject: string
  html(slots: MailSlots): string
  text(slots: MailSlots): string
}

/** Nobody can write this into a wording, so a text that looks like a slot stays a text. */
const mark = `koe${randomBytes(8).toString('hex')}`
const slot = new RegExp(`${mark}(${slotNames.join('|')})`)
const empty = Object.fromEntries(slotNames.map((name) => [name, `${mark}${name}`])) as unknown as MailSlots

/** Renders a mail once for everybody who gets it in one version and language: filling in a person takes microseconds. */
export function compileInvitation(content: MailContent): CompiledMail {
  const html = `<!DOCTYPE html>${renderToStaticMarkup(createElement(InvitationMail, { content, slots: empty }))}`.split(
    slot,
  )
  const text = textOf(content, empty).split(slot)
  return {
    language: content.locale,
    subject: subjectOf(content),
    html: (slots) => fill(html, slots, escapeHtml),
    // Without a name there is no line for it.
    text: (slots) =>
      fill(text, slots, (value) => value)
        .replace(/\n{3,}/g, '\n\n')
        .trimStart(),
  }
}

/** Every second part is the name of a slot. */
const fill = (parts: string[], slots: MailSlots, escape: (value: string) => string) =>
  parts.map((part, i) => (i % 2 ? escape(slots[part as keyof MailSlots]) : part)).join('')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!)
