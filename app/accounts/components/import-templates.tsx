import { Download } from 'lucide-react'
import { importFormWords as words } from '#app/accounts/import-form-words.ts'
import type { TemplateName } from '#app/accounts/import/templates.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'

const names = {
  accounts: words.templateAccounts,
  contacts: words.templateContacts,
  history: words.templateHistory,
} satisfies Record<TemplateName, unknown>

/** Empty files with the headers that the upload knows, in the reader's language and in the other. */
export function ImportTemplates({ of }: { of: readonly TemplateName[] }) {
  const t = useT()
  const locale = useLocale()
  const other = locale === 'ja' ? 'en' : 'ja'
  return (
    <Card title={t(words.templates)}>
      <p className="text-muted">{t(words.templatesHint)}</p>
      <ul className="flex flex-wrap gap-2">
        {of.flatMap((name) =>
          [locale, other].map((language) => (
            <li key={name + language}>
              <LinkButton to={`/imports/template/${name}-${language}.csv`} icon={Download} size="sm" reloadDocument>
                {t(language === locale ? words.templateOf : words.templateOther, { name: t(names[name]) })}
              </LinkButton>
            </li>
          )),
        )}
      </ul>
    </Card>
  )
}
