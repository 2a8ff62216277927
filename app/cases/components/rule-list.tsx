import { Form, Link } from '@remix-run/react'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { beforeOwner, complaintRule } from '#app/cases/routing/routing-rule.ts'
import { sayConditions, sayTarget } from '#app/cases/routing/say-rule.ts'
import type { ShownRule } from '#app/cases/routing/shown-rule.server.ts'
import { routingWords as words } from '#app/cases/routing/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { join } from '#app/ui/join.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** The rules in the order in which they are looked at, each in words. */
export function RuleList({ rules, mayEdit }: { rules: ShownRule[]; mayEdit: boolean }) {
  const t = useT()
  return (
    <Card title={t(words.rules)}>
      <ol className="divide-y divide-line">
        {rules.map((rule, index) => (
          <li key={rule.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
            <span aria-hidden className="w-5 shrink-0 text-right text-muted tabular-nums">
              {index + 1}
            </span>
            <RuleWords rule={rule} />
            {mayEdit ? <RuleVerbs rule={rule} n={index + 1} last={rules.length} /> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function RuleWords({ rule }: { rule: ShownRule }) {
  const spoken = { t: useT(), locale: useLocale(), format: useFormat() }
  const { t } = spoken
  const gone = (rule.target === 'user' || rule.target === 'team') && (rule.targetName === null || rule.targetLeft)
  return (
    <div className="min-w-40 flex-1">
      <p className={join('break-words', !rule.enabled && 'text-muted')}>{sayConditions(rule, spoken)}</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <span>→ {sayTarget(rule, t)}</span>
        {beforeOwner(rule) ? <Badge>{t(words.beforeOwner)}</Badge> : null}
        {rule.enabled ? null : <Badge>{t(words.off)}</Badge>}
        {gone ? <span className="text-warning">{t(words.targetGone)}</span> : null}
      </p>
    </div>
  )
}

function RuleVerbs({ rule, n, last }: { rule: ShownRule; n: number; last: number }) {
  const t = useT()
  const busy = useBusy('/settings/routing')
  const verb = t(rule.enabled ? words.switchOff : words.switchOn)
  return (
    <div className="ml-auto flex flex-wrap items-center gap-1">
      <Form method="post" className="flex gap-1">
        <input type="hidden" name="intent" value="move" />
        <input type="hidden" name="ruleId" value={rule.id} />
        <Button
          name="by"
          value="up"
          variant="quiet"
          size="sm"
          icon={ArrowUp}
          busy={busy}
          disabled={n === 1}
          aria-label={t(words.up, { n })}
        />{' '}
        {/* prettier-ignore */}
        <Button name="by" value="down" variant="quiet" size="sm" icon={ArrowDown} busy={busy} disabled={n === last} aria-label={t(words.down, { n })} />{' '}
        {/* prettier-ignore */}
      </Form>
      <Form method="post">
        <input type="hidden" name="intent" value="switch" />
        <input type="hidden" name="ruleId" value={rule.id} />
        <Button
          name="enabled"
          value={rule.enabled ? 'off' : 'on'}
          variant="quiet"
          size="sm"
          busy={busy}
          aria-label={t(words.onRule, { verb, n })}
        >
          {verb}
        </Button>
      </Form>
      <Link
        to={`/settings/routing/rules/${rule.id}`}
        aria-label={t(words.onRule, { verb: t(uiWords.edit), n })}
        className="inline-flex min-h-7 items-center px-2 text-xs font-medium text-accent hover:underline"
      >
        {t(uiWords.edit)}
      </Link>
      {rule.id === complaintRule.id ? null : (
        <ConfirmForm
          trigger={t(uiWords.delete)}
          triggerVariant="quiet"
          triggerSize="sm"
          icon={Trash2}
          title={t(words.removeTitle)}
          body={t(words.removeBody)}
          confirm={t(uiWords.delete)}
          danger
          action="/settings/routing"
          fields={{ intent: 'remove', ruleId: rule.id }}
        />
      )}
    </div>
  )
}
