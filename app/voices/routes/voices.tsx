import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Ear, MailQuestion, Plus } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { countUnmatched } from '#app/email/list-inbound.server.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { responseWords } from '#app/responses/words.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { uiWords } from '#app/ui/words.ts'
import { asideWords } from '#app/voices/aside-words.ts'
import { HeardVoice } from '#app/voices/components/heard-voice.tsx'
import { listVoices } from '#app/voices/list-voices.server.ts'
import { voiceFilter } from '#app/voices/voice.ts'
import { voiceWords as words } from '#app/voices/words.ts'

export const handle = { access: 'responses.read', title: words.title }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  return {
    ...(await listVoices(ctx, query)),
    filter: voiceFilter.parse(query),
    filtered: Object.keys(query).some((name) => name !== 'after'),
    topics: await listTopicNames(ctx),
    mayWrite: can(ctx.actor, 'voices.edit'),
    unmatched: can(ctx.actor, 'inbound.read') ? await countUnmatched(ctx) : null,
  }
}

export default function Voices() {
  const t = useT()
  const locale = useLocale()
  const { voices, next, filter, filtered, topics, mayWrite, unmatched } = useLoaderData<typeof loader>()
  const write = mayWrite ? (
    <LinkButton
      to={filter.account ? `/voices/new?account=${filter.account}` : '/voices/new'}
      icon={Plus}
      variant="primary"
    >
      {t(words.write)}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(responseWords.responses), to: '/responses' }]}
      actions={
        <>
          {unmatched === null ? null : (
            <LinkButton to="/voices/mail" icon={MailQuestion}>
              {unmatched ? t(asideWords.waiting, { n: unmatched }) : t(asideWords.title)}
            </LinkButton>
          )}
          {write}
        </>
      }
    >
      <form method="get" role="search" className="flex flex-wrap items-end gap-2" key={JSON.stringify(filter)}>
        {filter.account ? <input type="hidden" name="account" value={filter.account} /> : null}
        {filter.contact ? <input type="hidden" name="contact" value={filter.contact} /> : null}
        <Input label={t(words.search)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
        <Select
          label={t(words.topic)}
          name="topic"
          empty={t(words.allTopics)}
          defaultValue={filter.topic}
          options={topics.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        />
        <Button>{t(uiWords.search)}</Button>
      </form>
      {voices.length === 0 ? (
        <Empty icon={Ear} title={t(filtered ? words.emptyFiltered : words.empty)} action={filtered ? null : write}>
          {filtered ? null : t(words.emptyText)}
        </Empty>
      ) : (
        <>
          <ol
            aria-label={t(words.title)}
            className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
          >
            {voices.map((voice) => (
              <HeardVoice key={voice.id} of={voice} />
            ))}
          </ol>
          <Pager shown={voices.length} next={next} />
        </>
      )}
    </Page>
  )
}
