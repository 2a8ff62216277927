import { FileDown } from 'lucide-react'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import type { CompanyConsent } from '#app/advocacy/company/list-company-consents.server.ts'
import { companyWords as words, consentStateWords } from '#app/advocacy/company/words.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** One consent of a company: for what, who said so, until when, in which words, on which paper. */
export function CompanyConsentRow({
  of,
  account,
  editable,
}: {
  of: CompanyConsent
  account: { id: string; name: string }
  editable: boolean
}) {
  const t = useT()
  const format = useFormat()
  const kind = t(askKindNames[of.kind])
  const given = of.state === 'given'
  const agreed = dayOfIso(of.agreedOn)
  return (
    <li className="flex flex-col gap-2 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{kind}</span>
        <Badge tone={given ? 'success' : 'neutral'}>{t(consentStateWords[of.state])}</Badge>
        <span className="text-xs text-muted">
          {!given && of.endedAt !== null
            ? t(words.ended, { date: format.date(of.endedAt) })
            : of.expiresAt === null
              ? t(words.open)
              : `${t(words.until)} ${format.date(of.expiresAt)}`}
        </span>
      </div>
      <p className="text-sm">
        {t(words.by, {
          name: of.agreedBy ?? t(words.erased),
          date: agreed === null ? of.agreedOn : format.day(agreed),
        })}
        {of.recordedBy ? (
          <span className="text-xs text-muted"> · {t(words.recorded, { name: of.recordedBy })}</span>
        ) : null}
      </p>
      <details open={given}>
        <summary className="text-xs text-muted">
          {t(words.words)} ({of.version})
        </summary>
        <q lang={of.language} dir="auto" className="mt-1 block max-w-prose whitespace-pre-line [quotes:none]">
          {of.text}
        </q>
      </details>
      <div className="flex flex-wrap items-center gap-3">
        {of.fileName ? (
          <a
            href={`/accounts/${account.id}/consents/${of.id}/document`}
            download
            className="inline-flex min-h-7 min-w-0 items-center gap-1.5 break-all text-accent hover:underline"
          >
            <FileDown aria-hidden size={16} className="shrink-0" />
            <bdi>{of.fileName}</bdi>
          </a>
        ) : (
          <span className="text-xs text-muted">{t(words.unsigned)}</span>
        )}
        {editable ? (
          <ConfirmForm
            trigger={t(words.withdraw)}
            triggerSize="sm"
            title={t(words.withdrawTitle, { account: account.name })}
            body={`${kind}: ${t(words.withdrawText)}`}
            confirm={t(words.withdraw)}
            danger
            action={`/accounts/${account.id}/consents`}
            fields={{ intent: 'withdraw', id: of.id, kind: of.kind }}
          />
        ) : null}
      </div>
    </li>
  )
}
