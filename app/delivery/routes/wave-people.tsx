import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Users } from 'lucide-react'
import { choiceSchema, chooseForWave } from '#app/delivery/choose-for-wave.server.ts'
import { WaveAccount } from '#app/delivery/components/wave-account.tsx'
import { listWavePeople } from '#app/delivery/list-wave-people.server.ts'
import { scheduleWords as words } from '#app/delivery/schedule-words.ts'
import { deliveryWords } from '#app/delivery/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'invitations.create', title: words.peopleTitle }

export async function loader({ request, params, context: { ctx } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const whose = query.get('whose') === 'all' ? 'all' : 'mine'
  const owner = whose === 'mine' ? ctx.actor.id : null
  const list = await listWavePeople(ctx, { waveId: params.waveId!, owner, after: query.get('after') })
  return { ...list, whose, after: query.get('after') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, choiceSchema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { choice, contactId } = form.value
  const id = params.waveId!
  const name = await chooseForWave(context.ctx, id, { ...form.value, note: form.value.note ?? undefined })
  const t = translator(context.locale)
  const said = { exclude: words.saidOut, add: words.saidAdded, none: words.saidBack }[choice]
  const here = `/waves/${id}/people${new URL(request.url).search}`
  const undo = { action: here, fields: { contactId, choice: 'none' }, label: t(uiWords.undo) }
  return saidRedirect(here, { text: t(said, { name }), ...(choice !== 'none' && { undo }) }, context)
}

export default function WavePeople() {
  const t = useT()
  const format = useFormat()
  const { wave, program, groups, next, whose, after } = useLoaderData<typeof loader>()
  const open = wave.state === 'scheduled'
  return (
    <Page
      title={t(words.peopleTitle)}
      lead={
        wave.startsAt === null
          ? undefined
          : t(words.peopleLead, { program: program.name, when: format.dateTime(wave.startsAt) })
      }
      crumbs={[
        { to: '/programs', label: t(surveyWords.programs) },
        { to: `/programs/${program.id}`, label: program.name },
        { to: `/waves/${wave.id}`, label: t(deliveryWords.waves) },
      ]}
    >
      {open ? null : <Notice tone="warning" title={t(words.over)} />}
      <Tabs
        label={t(deliveryWords.account)}
        tabs={[
          { to: '?whose=mine', label: t(words.mine), current: whose === 'mine' },
          { to: '?whose=all', label: t(words.everybody), current: whose === 'all' },
        ]}
      />
      {groups.length ? (
        groups.map((group) => <WaveAccount key={group.id ?? '-'} group={group} open={open} />)
      ) : next ? null : (
        <Empty icon={Users} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      )}
      {next || after ? <Pager shown={groups.length} next={next} /> : null}
    </Page>
  )
}
