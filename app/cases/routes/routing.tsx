import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorise } from '#app/audit/context.server.ts'
import { RotaCard } from '#app/cases/components/rota-card.tsx'
import { RuleList } from '#app/cases/components/rule-list.tsx'
import { TryRouting } from '#app/cases/components/try-routing.tsx'
import { joinRota, leaveRota } from '#app/cases/routing/change-rota.server.ts'
import { moveRule, removeRule, switchRule } from '#app/cases/routing/edit-rules.server.ts'
import { getRouting } from '#app/cases/routing/get-routing.server.ts'
import { moveRuleSchema, rotaSchema, ruleIdSchema, switchRuleSchema } from '#app/cases/routing/routing-rule.ts'
import { tryRouting, trySchema } from '#app/cases/routing/try-routing.server.ts'
import { routingWords as words } from '#app/cases/routing/words.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator, type Values, type Word } from '#app/platform/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'routing.read', title: words.title }

const here = '/settings/routing'

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const asked = trySchema.parse(query)
  const tried = 'try' in query ? await tryRouting(ctx, asked) : null
  return { ...(await getRouting(ctx)), asked, tried }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'routing.edit')
  const data = await formOf(request)
  const t = translator(locale)
  const said = (word: Word, values?: Values, undo?: Record<string, string>) =>
    saidRedirect(
      here,
      { text: t(word, values), ...(undo && { undo: { action: here, fields: undo, label: t(uiWords.undo) } }) },
      context,
    )
  const read = <S extends Parameters<typeof parseForm>[1]>(schema: S) => {
    const form = parseForm(data, schema, locale)
    if (form.status !== 'success') throw new Refusal(400, 'bad_request')
    return form.value
  }
  switch (String(data.get('intent'))) {
    case 'move': {
      const value = read(moveRuleSchema)
      await moveRule(ctx, value)
      return said(words.saidMoved, {}, { intent: 'move', ruleId: value.ruleId, by: value.by === 'up' ? 'down' : 'up' })
    }
    case 'switch': {
      const value = read(switchRuleSchema)
      await switchRule(ctx, value)
      const on = value.enabled === 'on'
      const back = { intent: 'switch', ruleId: value.ruleId, enabled: on ? 'off' : 'on' }
      return said(on ? words.saidOn : words.saidOff, {}, back)
    }
    case 'remove': {
      await removeRule(ctx, read(ruleIdSchema))
      return said(words.saidRemoved)
    }
    case 'join':
    case 'leave': {
      const value = read(rotaSchema)
      const joins = data.get('intent') === 'join'
      const { name } = await (joins ? joinRota : leaveRota)(ctx, value)
      return said(joins ? words.saidJoined : words.saidLeft, { name }, { intent: joins ? 'leave' : 'join', ...value })
    }
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function Routing() {
  const t = useT()
  const { rules, rota, choices, mayEdit, asked, tried } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      actions={
        mayEdit ? (
          <LinkButton variant="primary" to={`${here}/rules/new`}>
            {t(words.addRule)}
          </LinkButton>
        ) : null
      }
      narrow
    >
      <RuleList rules={rules} mayEdit={mayEdit} />
      <RotaCard rota={rota} workers={choices.workers} mayEdit={mayEdit} />
      <TryRouting choices={choices} asked={asked} tried={tried} />
    </Page>
  )
}
