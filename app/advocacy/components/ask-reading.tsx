import type { AskOfKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { sayRules } from '#app/advocacy/catalogue/rule-words.ts'
import { catalogueWords as words } from '#app/advocacy/catalogue/words.ts'
import { AskState } from '#app/advocacy/components/ask-state.tsx'
import { AskText } from '#app/advocacy/components/ask-text.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'

/** One version of a kind of ask, to read. */
export function AskReading({ ask, company, sender }: { ask: AskOfKind; company: string; sender: string }) {
  const t = useT()
  const locale = useLocale()
  const { on, wording, rules, reward, consentMonths, thanks } = ask.content
  return (
    <>
      <Card>
        <Facts
          items={[
            { name: t(words.state), value: <AskState on={on} /> },
            ...(thanks ? [{ name: t(words.onThanksShort), value: t(words.on) }] : []),
            { name: t(words.rules), value: sayRules(t, rules).join(' · ') },
            {
              name: t(words.consentTerm),
              value: consentMonths ? t(words.forMonths, { n: consentMonths }) : t(words.untilTaken),
            },
            { name: t(words.reward), value: reward ? reward[locale] : t(words.noReward) },
          ]}
        />
      </Card>
      <Card title={t(words.preview)}>
        <p className="text-xs text-muted">{t(words.previewHint)}</p>
        <div className="grid gap-4 lg:grid-cols-2">
          {(['en', 'ja'] as const).map((language) => (
            <AskText key={language} language={language} wording={wording[language]} company={company} sender={sender} />
          ))}
        </div>
      </Card>
    </>
  )
}
