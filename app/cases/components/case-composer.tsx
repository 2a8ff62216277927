import { Mail, Phone, Send, StickyNote, Users, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { maxEntry } from '#app/cases/case.ts'
import { CaseAddress } from '#app/cases/components/case-address.tsx'
import { CaseForm, toldTo, type FormOf } from '#app/cases/components/case-form.tsx'
import { MailFields } from '#app/cases/components/mail-fields.tsx'
import { MentionTextarea } from '#app/cases/components/mention-textarea.tsx'
import { acceptedFiles } from '#app/cases/files/case-file.ts'
import { fileWords } from '#app/cases/files/words.ts'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import { replyWords, usualSubject } from '#app/cases/replies/words.ts'
import type { CaseVerb } from '#app/cases/transitions.ts'
import { caseWords, entryWords } from '#app/cases/words.ts'
import { translate } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FieldErrors, FileInput, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

const kinds = ['mail_out', 'call', 'meeting', 'note'] as const
type Kind = (typeof kinds)[number]
const icons: Record<Kind, LucideIcon> = { mail_out: Mail, call: Phone, meeting: Users, note: StickyNote }
const keys: Record<Kind, string> = { mail_out: 'm', call: 'p', meeting: 'f', note: 'n' }

/** Writes a mail to the customer, or writes down a mail, a call, a meeting, or a note for colleagues. */
export function CaseComposer({
  people,
  verbs,
  owners,
  once,
  address,
  ...of
}: FormOf & {
  people: ShownCase['people']
  verbs: CaseVerb[]
  owners: ShownCase['owners']
  once: string
  address: string | null
}) {
  const t = useT()
  const field = toldTo(of.told, 'entry')
  const busy = useBusy(`/cases/${of.caseId}`)
  const offered = kinds.filter((kind) => verbs.includes(kind === 'note' ? 'note' : 'contact'))
  const waiting = people.filter((person) => person.state === 'waiting')
  const usual = offered.includes('call') && waiting.length > 0 ? 'call' : 'note'
  const [kind, setKind] = useState(offered.find((one) => one === field('kind').defaultValue) ?? usual)
  const write = people.find((person) => person.email && (waiting.length === 0 || person.state === 'waiting'))
  const reachable = people.filter((person) => person.email)
  if (write) reachable.sort((a, b) => Number(b === write) - Number(a === write))
  const mails = kind === 'mail_out' && reachable.length > 0
  const subjectFor = (id: string | undefined) => {
    const language = people.find((person) => person.id === id)?.language
    return translate(language === 'ja' ? 'ja' : 'en', usualSubject)
  }
  return (
    <Card>
      <CaseForm of={of} intent="entry" encType="multipart/form-data">
        <input type="hidden" name="once" value={once} />
        <fieldset
          role="radiogroup"
          aria-invalid={field('kind').error ? true : undefined}
          className="flex flex-col gap-1"
        >
          <legend className="sr-only">{t(caseWords.entryKind)}</legend>
          <div className="flex flex-wrap gap-1">
            {offered.map((one) => (
              <KindChoice key={one} kind={one} chosen={kind === one} onChoose={() => setKind(one)} />
            ))}
          </div>
          <FieldErrors errors={field('kind').error ? [field('kind').error!] : undefined} />
        </fieldset>
        {offered.includes('mail_out') ? (
          <MailFields
            of={of}
            field={field}
            people={reachable}
            subjectFor={subjectFor}
            shown={kind === 'mail_out'}
            onMail={() => setKind('mail_out')}
          />
        ) : null}
        {waiting.length > 1 && !mails ? (
          <Select
            label={t(caseWords.reached)}
            {...field('casePersonId')}
            empty={t(caseWords.everyone)}
            className={kind === 'note' ? 'hidden' : undefined}
            options={waiting.map((person) => ({ value: person.id, label: person.name ?? t(caseWords.unknownPerson) }))}
          />
        ) : null}
        <MentionTextarea
          colleagues={kind === 'note' ? owners : []}
          label={t(mails ? replyWords.text : caseWords.writeHere)}
          hint={
            offered.length > 1
              ? t(mails ? replyWords.recordHint : kind === 'note' ? queueWords.noteHint : queueWords.contactHint)
              : undefined
          }
          {...field('text')}
          rows={kind === 'mail_out' ? 8 : 3}
          maxLength={maxEntry}
          required
        />
        {mails ? (
          <FileInput
            label={t(fileWords.attach)}
            hint={t(fileWords.limits)}
            name="files"
            multiple
            accept={acceptedFiles}
            error={field('files').error}
          />
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {mails ? (
            <Button variant="primary" icon={Send} name="how" value="send" busy={busy} data-main>
              {t(replyWords.send)}
            </Button>
          ) : null}
          <Button
            variant={mails || verbs.includes('resolve') || verbs.includes('close') ? 'secondary' : 'primary'}
            busy={busy}
            data-main={mails ? undefined : true}
          >
            {t(mails ? replyWords.recordOnly : caseWords.record)}
          </Button>
          {kind === 'mail_out' && write?.email ? (
            <a
              href={`mailto:${encodeURIComponent(write.email).replace('%40', '@')}${address ? `?bcc=${encodeURIComponent(address)}` : ''}`}
              className="text-sm text-accent underline"
            >
              {t(queueWords.writeMail, { name: write.name ?? write.email })}
            </a>
          ) : null}
        </div>
        {kind === 'mail_out' && address ? <CaseAddress address={address} /> : null}
      </CaseForm>
    </Card>
  )
}

/** One of the four as a pressed-down button; a plain radio button underneath. */
function KindChoice({ kind, chosen, onChoose }: { kind: Kind; chosen: boolean; onChoose: () => void }) {
  const t = useT()
  const Icon = icons[kind]
  return (
    <label className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded border border-control px-3 text-sm font-medium hover:bg-sunken has-[:checked]:border-accent has-[:checked]:bg-accent-tint has-[:checked]:text-accent has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent">
      <input
        type="radio"
        name="kind"
        value={kind}
        checked={chosen}
        onChange={onChoose}
        data-keys={keys[kind]}
        data-keys-label={t(entryWords[kind])}
        aria-keyshortcuts={keys[kind]}
        className="sr-only"
      />
      <Icon aria-hidden size={16} />
      {t(entryWords[kind])}
    </label>
  )
}
