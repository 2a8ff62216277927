import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { ReferralStateBadge } from '#app/advocacy/components/referral-state.tsx'
import { contactConsentText } from '#app/advocacy/referrals/contact-consent.ts'
import { shownCode } from '#app/advocacy/referrals/code.ts'
import type { ShownReferral } from '#app/advocacy/referrals/get-referral.server.ts'
import { checkWords, referralWords as words, sourceWords } from '#app/advocacy/referrals/words.ts'
import { rateWords } from '#app/advocacy/rates/words.ts'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { fillText } from '#app/surveys/wordings.ts'
import { Card, Facts } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Money, Time, useT } from '#app/ui/locale.tsx'

const linked = 'inline-flex min-h-6 items-center text-accent hover:underline'

/** Who was recommended, in what words, and by whom. `company`: ours, as the lead read it; `base`: our currency. */
export function LeadFacts({ of, company, base }: { of: ShownReferral; company: string; base: string }) {
  const t = useT()
  const agreed = contactConsentText(of.consentText)
  return (
    <Card title={t(words.person)}>
      <Facts
        items={[
          { name: t(words.name), value: of.leadName },
          {
            name: t(words.email),
            value: of.leadEmail ? (
              <a href={`mailto:${of.leadEmail}`} className={`break-all ${linked}`}>
                {of.leadEmail}
              </a>
            ) : null,
          },
          { name: t(words.company), value: of.company },
          {
            name: t(words.referrer),
            value: of.contactId ? (
              <span className="flex flex-wrap gap-x-2">
                <Link to={`/contacts/${of.contactId}`} className={linked}>
                  {of.referrer}
                </Link>
                {of.accountId ? (
                  <Link
                    to={`/accounts/${of.accountId}`}
                    className="inline-flex min-h-6 items-center text-muted hover:text-accent"
                  >
                    {of.account}
                  </Link>
                ) : null}
              </span>
            ) : (
              t(words.erasedReferrer)
            ),
          },
          { name: t(words.source), value: t(sourceWords[of.source]) },
          ...(of.code ? [{ name: t(words.code), value: <code>{shownCode(of.code)}</code> }] : []),
          ...(of.reason ? [{ name: t(words.reason), value: of.reason }] : []),
          ...(of.dealMinor === null
            ? []
            : [
                { name: t(words.deal), value: <Money minor={of.dealMinor} currency={of.currency} /> },
                ...(of.currency === base ? [] : [{ name: t(words.dealBase), value: <DealBase of={of} base={base} /> }]),
              ]),
        ]}
      />
      {of.message ? (
        <q lang={of.language} dir="auto" className="max-w-prose text-lg whitespace-pre-line text-ink [quotes:none]">
          {of.message}
        </q>
      ) : null}
      {agreed ? (
        <p className="text-xs text-muted">
          {t(words.agreed)}:{' '}
          <q lang={agreed.language} className="[quotes:none]">
            {fillText(agreed.text, { company })}
          </q>
        </p>
      ) : null}
    </Card>
  )
}

/** What a foreign deal is in our currency, and by which rate; or that no rate is known. */
function DealBase({ of, base }: { of: ShownReferral; base: string }) {
  const t = useT()
  if (of.dealBaseMinor === null) return t(words.noRate)
  return (
    <span className="flex flex-wrap gap-x-2">
      <Money minor={of.dealBaseMinor} currency={base} />
      {of.dealRate === null || of.dealRateDay === null ? null : (
        <span className="text-muted">{t(rateWords.byRate, { rate: of.dealRate, day: isoOfDay(of.dealRateDay) })}</span>
      )}
    </span>
  )
}

export function Checks({ of }: { of: ShownReferral }) {
  const t = useT()
  return (
    <Card title={t(words.checks)}>
      {of.checks.length === 0 ? <p className="text-muted">{t(words.noChecks)}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {of.checks.map((check) => (
          <li key={check} className="flex items-start gap-2">
            <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-warning" />
            <span>{t(checkWords[check])}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Whom we know of the lead by now: what was no customer when it came in may be one today. */
export function KnownNow({ of: { known } }: { of: ShownReferral }) {
  const t = useT()
  return (
    <Card title={t(words.knownNow)}>
      {known.contact || known.account ? (
        <ul className="flex flex-col gap-1">
          {known.contact ? (
            <li>
              <Link to={`/contacts/${known.contact.id}`} className={linked}>
                {known.contact.name}
              </Link>
            </li>
          ) : null}
          {known.account ? (
            <li>
              <Link to={`/accounts/${known.account.id}`} className={linked}>
                {known.account.name}
              </Link>
            </li>
          ) : null}
        </ul>
      ) : (
        <p className="text-muted">{t(words.unknownNow)}</p>
      )}
      {known.others.length ? (
        <>
          <h3 className="text-xs font-semibold text-muted">{t(words.others)}</h3>
          <ul className="flex flex-col gap-1.5">
            {known.others.map((other) => (
              <li key={other.id} className="flex flex-wrap items-center gap-2">
                <Link to={`/referrals/${other.id}`} className={linked}>
                  {other.referrer ?? t(words.erasedReferrer)}
                </Link>
                <ReferralStateBadge of={other.state} />
                <span className="text-xs text-muted">
                  <Time at={other.createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  )
}

/** Whole days between two instants, rounded down. */
const daysBetween = (from: number, to: number) => Math.max(0, Math.floor((to - from) / DAY))

/** From the answer that started it to the lead and to revenue, with the days between. */
export function ReferralPath({ of }: { of: ShownReferral }) {
  const t = useT()
  return (
    <Card title={t(words.path)}>
      <ol className="flex flex-col gap-2">
        <li className="flex flex-col gap-1">
          <span className="text-muted">{t(words.answer)}</span>
          {of.answer ? (
            <Link to={`/responses/${of.responseId}`} className="inline-flex flex-wrap items-center gap-2">
              <ClassMark of={of.answer.class} metric={of.answer.metric} score={of.answer.score} />
              {of.answer.answeredAt === null ? null : <Time at={of.answer.answeredAt} />}
            </Link>
          ) : (
            <span>{t(words.noAnswer)}</span>
          )}
        </li>
        <li className="flex flex-wrap items-center gap-x-2">
          <span>
            {of.answer?.answeredAt != null
              ? t(words.toLead, { n: daysBetween(of.answer.answeredAt, of.createdAt) })
              : t(words.came)}
          </span>
          <span className="text-xs text-muted">
            <Time at={of.createdAt} />
          </span>
        </li>
        {of.wonAt === null ? null : (
          <li className="flex flex-wrap items-center gap-x-2">
            <span>{t(words.toWon, { n: daysBetween(of.createdAt, of.wonAt) })}</span>
            <span className="text-xs text-muted">
              <Time at={of.wonAt} />
            </span>
          </li>
        )}
      </ol>
    </Card>
  )
}
