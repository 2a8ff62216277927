import { render } from '@react-email/render'
import { StaffMail, type StaffMailProps } from '#app/email/components/staff-mail.tsx'
import type { Rendered } from '#app/email/template.ts'

/** A mail to a colleague, as HTML and as plain text in the same order. */
export async function renderStaffMail(parts: StaffMailProps): Promise<Pick<Rendered, 'subject' | 'html' | 'text'>> {
  const { subject, quote, facts = [], body, groups = [], url, note, organisation } = parts
  const said = [
    subject,
    quote?.replace(/^/gm, '> '),
    facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    body,
    ...groups.map(({ name, lines }) => [name, ...lines.map((line) => `- ${line.text}\n  ${line.url}`)].join('\n')),
    url,
    note,
    organisation,
  ]
  return { subject, html: await render(<StaffMail {...parts} />), text: `${said.filter(Boolean).join('\n\n')}\n` }
}
