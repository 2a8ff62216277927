import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { MailPlus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { GuardNotices } from '#app/advocacy/components/guard-notices.tsx'
import { openGuards } from '#app/advocacy/guards/list-guards.server.ts'
import { listReserved } from '#app/advocacy/asking/list-asks.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { releaseAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { askingWords as words } from '#app/advocacy/asking/words.ts'
import { fillAsk } from '#app/advocacy/catalogue/ask-content.ts'
import { askKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { errorWords } from '#app/words.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'asks.make', title: words.compose }

const input = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('release'), askId: z.string().max(60) }),
  z.object({
    intent: z.literal('send'),
    askIds: z.union([z.string().transform((one) => [one]), z.array(z.string().max(60)).max(50)]),
    subject: z.string().trim().min(1).max(200),
    body: z.string().trim().min(1).max(5_000),
  }),
])

/** What is reserved, in groups of one kind and language: each group is written once. */
export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const reserved = await listReserved(ctx)
  const groups = new Map<string, { kind: (typeof reserved)[number]['kind']; language: 'en' | 'ja'; asks: typeof reserved }>() // prettier-ignore
  for (const ask of reserved) {
    const language = ask.language === 'ja' ? 'ja' : 'en'
    const key = `${ask.kind} ${language}`
    const group = groups.get(key) ?? { kind: ask.kind, language, asks: [] }
    group.asks.push(ask)
    groups.set(key, group)
  }
  return {
    groups: await Promise.all(
      [...groups.values()].map(async (group) => ({
        ...group,
        wording: (await askKind(ctx, group.kind)).content.wording[group.language],
      })),
    ),
    company: (await getBrand(ctx)).name,
    sender: ctx.actor.kind === 'user' ? ctx.actor.name : '',
    guards: reserved.some(({ kind }) => kind === 'review') ? await openGuards(ctx, 'gating') : [],
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  const t = translator(locale)
  const form = await readForm(request, input, locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  if (form.value.intent === 'release') {
    await releaseAsk(ctx, form.value.askId)
    return redirect('/asks/write')
  }
  const { askIds, subject, body } = form.value
  const reserved = new Map((await listReserved(ctx)).map((ask) => [ask.id, ask]))
  const failed: string[] = []
  let why: string | null = null
  for (const askId of askIds)
    try {
      const own = reserved.get(askId)
      await queueAsk(ctx, { askId, subject: own?.ownSubject ?? subject, body: own?.ownBody ?? body })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failed.push(askId)
      why = t(errorWords[error.code]!, error.values)
    }
  // What is reserved in another language is still to be written.
  const next = (await listReserved(ctx)).length ? '/asks/write' : '/asks'
  if (failed.length === 0) return saidRedirect(next, { text: t(words.written, { n: askIds.length }) }, context)
  return { failed, why, written: askIds.length - failed.length }
}

export default function WriteAsks() {
  const { groups, company, sender, guards } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useT()
  const names = groups.flatMap((group) => group.asks).filter((ask) => outcome?.failed.includes(ask.id))
  return (
    <Page title={t(words.compose)} crumbs={[{ label: t(words.who), to: '/asks/who' }]} lead={t(words.composeLead)}>
      <AdvocacyTabs current="who" />
      <GuardNotices guards={guards} editable />
      {outcome ? (
        <Notice tone="warning">
          <p>{t(words.notWritten, { names: names.map((ask) => ask.person).join(', ') })}</p>
          {outcome.why ? <p>{outcome.why}</p> : null}
        </Notice>
      ) : null}
      {groups.length === 0 ? (
        <Empty
          icon={MailPlus}
          title={t(words.noneReserved)}
          action={<LinkButton to="/asks/who">{t(words.choosePeople)}</LinkButton>}
        >
          {t(words.noneReservedText)}
        </Empty>
      ) : (
        groups.map((group) => (
          <Group key={`${group.kind} ${group.language}`} {...group} company={company} sender={sender} />
        ))
      )}
    </Page>
  )
}

type Group = ReturnType<typeof useLoaderData<typeof loader>>['groups'][number]

function Group({ kind, language, asks, wording, company, sender }: Group & { company: string; sender: string }) {
  const t = useT()
  const format = useFormat()
  const [subject, setSubject] = useState(wording.subject)
  const [body, setBody] = useState(wording.body)
  const first = asks.find((ask) => ask.ownBody === null) ?? asks[0]!
  const fill = (text: string) => fillAsk(text, { name: first.person, company, sender })
  const shown = { subject: fill(first.ownSubject ?? subject), body: fill(first.ownBody ?? body) }
  return (
    <Card title={`${t(askKindNames[kind])} · ${language === 'ja' ? '日本語' : 'English'}`}>
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <div>
            <p className="text-sm font-medium">{t(words.to)}</p>
            <ul className="flex flex-col divide-y divide-line">
              {asks.map((ask) => (
                <li key={ask.id} className="flex flex-wrap items-center justify-between gap-2 py-1">
                  <span>
                    <Link to={`/contacts/${ask.contactId}`} className="hover:text-accent">
                      {ask.person}
                    </Link>{' '}
                    <span className="text-sm text-muted">
                      {ask.account} · {format.time(ask.until)}
                    </span>
                    {ask.ownBody === null ? null : (
                      <details className="text-sm text-muted">
                        <summary className="min-h-6 cursor-pointer underline">{t(words.own)}</summary>
                        <p dir="auto" className="break-words whitespace-pre-line">
                          {ask.ownSubject ? `${ask.ownSubject}\n\n` : null}
                          {ask.ownBody}
                        </p>
                      </details>
                    )}
                  </span>
                  <Form method="post">
                    <input type="hidden" name="intent" value="release" />
                    <input type="hidden" name="askId" value={ask.id} />
                    <Button size="sm" variant="quiet" aria-label={`${t(words.giveBack)}: ${ask.person}`}>
                      {t(words.giveBack)}
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          </div>
          <Form method="post" className="flex flex-col gap-4">
            <input type="hidden" name="intent" value="send" />
            {asks.map((ask) => (
              <input key={ask.id} type="hidden" name="askIds" value={ask.id} />
            ))}
            <Input
              label={t(words.subject)}
              name="subject"
              required
              maxLength={200}
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
            />
            <Textarea
              label={t(words.body)}
              name="body"
              required
              rows={12}
              maxLength={5000}
              hint={t(words.variables, { name: '{name}', company: '{company}', sender: '{sender}' })}
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
            <div>
              <Button variant="primary">{t(words.send)}</Button>
            </div>
          </Form>
        </div>
        <section aria-label={t(words.preview, { name: first.person })} className="flex flex-col gap-2">
          <p className="text-sm font-medium">{t(words.preview, { name: first.person })}</p>
          <div lang={language} className="rounded-lg border border-line bg-sunken p-4">
            <p className="pb-3 font-semibold break-words">{shown.subject}</p>
            <p className="break-words whitespace-pre-line">{shown.body}</p>
          </div>
        </section>
      </div>
    </Card>
  )
}
