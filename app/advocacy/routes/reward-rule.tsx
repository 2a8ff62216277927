import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountsErrors } from '#app/accounts/words.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { referralErrors } from '#app/advocacy/referrals/words.ts'
import { RuleForm } from '#app/advocacy/rewards/components/rule-form.tsx'
import { useRuleName, useWhat, whatOf } from '#app/advocacy/rewards/components/reward-what.tsx'
import { listGiftLists } from '#app/advocacy/rewards/gift-lists.server.ts'
import { rewardRuleSchema, ruleForm } from '#app/advocacy/rewards/rule.ts'
import { editRule, getRule } from '#app/advocacy/rewards/rules.server.ts'
import { rewardErrors, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'advocates.read', title: words.rules }

const ruleOf = (text: string | undefined) => {
  const rule = rewardRuleSchema.safeParse(text?.replace('ask_done-', 'ask_done:')).data
  if (!rule) throw new NotFound()
  return rule
}

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const rule = await getRule(ctx, ruleOf(params.rule))
  const lists = await listGiftLists(ctx)
  return { ...rule, lists: lists.map(({ id, name }) => ({ id, name })), editable: can(ctx.actor, 'rewards.approve') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'rewards.approve')
  const rule = ruleOf(params.rule)
  const data = await formOf(request)
  const form = parseForm(data, ruleForm, locale)
  if (form.status !== 'success') return badForm(form)
  const typed = Object.fromEntries([...data].map(([name, value]) => [name, String(value)])) as never
  const own = { ...accountsErrors, ...referralErrors, ...rewardErrors }
  const save = async () => {
    const changed = await editRule(ctx, rule, typed)
    return saidRedirect('/rewards/rules', { text: translate(locale, changed ? words.saved : words.unchanged) }, context)
  }
  return orRefused(form, context, save, {}, own)
}

export default function RewardRulePage() {
  const t = useT()
  const { rule, number, terms, history, lists, editable } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult }>()
  const ruleName = useRuleName()
  const what = useWhat()
  const names = Object.fromEntries(lists.map(({ id, name }) => [id, name]))
  return (
    <Page
      title={ruleName(rule)}
      lead={t(words.rulesLead)}
      crumbs={[
        { label: t(words.rewards), to: '/rewards' },
        { label: t(words.rules), to: '/rewards/rules' },
      ]}
      narrow
    >
      {editable ? (
        <RuleForm key={number} number={number} terms={terms} lists={lists} result={sent?.result} />
      ) : (
        <Card>
          <p>{terms.on ? what(whatOf(terms.points, terms.gift, names)) : t(words.nothing)}</p>
        </Card>
      )}
      {history.length ? (
        <Card title={t(words.history)}>
          <ul className="flex flex-col gap-1.5">
            {history.map((one) => (
              <li key={one.number} className="flex flex-wrap items-center gap-2">
                <span className="text-muted">{t(words.numbered, { n: one.number })}</span>
                <Badge tone={one.terms.on ? 'success' : 'neutral'}>{t(one.terms.on ? words.isOn : words.isOff)}</Badge>
                <span>{what(whatOf(one.terms.points, one.terms.gift, names))}</span>
                <span className="text-xs text-muted">
                  <Time at={one.at} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  )
}
