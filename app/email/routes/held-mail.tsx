import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { MailCheck } from 'lucide-react'
import { z } from 'zod'
import { settingsWords } from '#app/access/settings-words.ts'
import { listPausedWaves } from '#app/delivery/list-paused-waves.server.ts'
import { HeldStream } from '#app/email/components/held-stream.tsx'
import { heldWords as words } from '#app/email/held-words.ts'
import { getHold, listHeld } from '#app/email/list-held.server.ts'
import { discardStream, releaseStream } from '#app/email/release-held.server.ts'
import { streamWords } from '#app/email/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { useLivePoll } from '#app/ui/progress.tsx'
import { streams } from '#db/enums/email.ts'

export const handle = { access: 'jobs.read', title: words.title }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const hold = await getHold(ctx)
  if (!hold) return { hold: null, held: null, waves: [] }
  const [held, waves] = await Promise.all([listHeld(ctx), listPausedWaves(ctx)])
  return { hold, held, waves }
}

const schema = z.object({ intent: z.enum(['release', 'discard']), stream: z.enum(streams) })

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { intent, stream } = form.value
  await (intent === 'release' ? releaseStream : discardStream)(context.ctx, { stream })
  const word = intent === 'release' ? words.released : words.discarded
  const text = translate(context.locale, word, { stream: translate(context.locale, streamWords[stream]) })
  return saidRedirect('/settings/held-mail', { text }, context)
}

export default function HeldMail() {
  const t = useT()
  const format = useFormat()
  const { hold, held, waves } = useLoaderData<typeof loader>()
  useLivePoll(held?.streams.some((stream) => stream.discarding) ?? false, 2000)
  const crumbs = [{ label: t(settingsWords.title), to: '/settings' }]
  if (!hold || !held)
    return (
      <Page title={t(words.title)} crumbs={crumbs}>
        <Empty icon={MailCheck} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      </Page>
    )
  return (
    <Page title={t(words.title)} crumbs={crumbs}>
      <div className="grid gap-4 lg:grid-cols-[2fr_1fr]">
        <Notice tone="warning" title={t(words.why)}>
          <p className="max-w-prose">{t(words.whyBody, { madeAt: format.dateTime(hold.madeAt) })}</p>
        </Notice>
        <Card>
          <Facts
            items={[
              { name: t(words.backupOf), value: format.dateTime(hold.madeAt) },
              { name: t(words.restored), value: format.dateTime(hold.at) },
              { name: t(words.madeBy), value: `Koe ${hold.version}` },
            ]}
          />
        </Card>
      </div>
      <Section title={t(words.streams)}>
        {held.more ? <p className="text-muted">{t(words.most)}</p> : null}
        <ul className="rounded-lg border border-line bg-surface">
          {held.streams.map((stream) => (
            <HeldStream key={stream.stream} held={stream} />
          ))}
        </ul>
      </Section>
      {held.uncertain ? (
        <Notice tone="danger" title={t(words.uncertain)}>
          <p>{t(words.uncertainBody, { n: held.uncertain })}</p>
          <div>
            <LinkButton size="sm" to="/jobs?tab=mail-uncertain">
              {t(words.decide)}
            </LinkButton>
          </div>
        </Notice>
      ) : null}
      {waves.length ? (
        <Section title={t(words.waves)}>
          <p className="max-w-prose text-muted">{t(words.wavesBody)}</p>
          <ul className="rounded-lg border border-line bg-surface">
            {waves.map((wave) => (
              <li
                key={wave.id}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line px-4 py-2 first:border-t-0"
              >
                <Link to={`/waves/${wave.id}`} className="min-w-0 font-medium break-words text-accent hover:underline">
                  {wave.program}
                </Link>
                <span className="text-muted tabular-nums">
                  {`${format.date(wave.createdAt)} · ${t(words.left, { n: wave.left })}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t(words.also)}>
        <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5">
          <li>
            {t(words.alsoPeople)} <Aside to="/settings/people" label={t(settingsWords.people)} />
          </li>
          <li>
            {t(words.alsoKeys)} <Aside to="/settings/keys" label={t(settingsWords.keys)} />
          </li>
          <li>
            {t(words.alsoWishes)} <Aside to="/settings/suppressions" label={t(settingsWords.suppressions)} />
          </li>
        </ul>
      </Section>
    </Page>
  )
}

function Aside({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className="whitespace-nowrap text-accent hover:underline">
      {label}
    </Link>
  )
}
