import { fillAsk } from '#app/advocacy/catalogue/ask-content.ts'
import { catalogueWords as words, exampleNames } from '#app/advocacy/catalogue/words.ts'
import { useT } from '#app/ui/locale.tsx'
import type { AskWording } from '#db/enums/advocacy.ts'

/** The words of an ask in one language as a customer reads them, to a made-up person. */
export function AskText({
  language,
  wording,
  company,
  sender,
}: {
  language: 'en' | 'ja'
  wording: AskWording
  company: string
  sender: string
}) {
  const t = useT()
  const fill = (text: string) => fillAsk(text, { name: exampleNames[language], company, sender })
  return (
    <section
      aria-label={t(language === 'en' ? words.english : words.japanese)}
      className="flex min-w-0 flex-col gap-2 rounded bg-sunken p-3"
    >
      <h3 className="text-xs text-muted">{t(language === 'en' ? words.english : words.japanese)}</h3>
      <p lang={language} className="font-semibold break-words">
        {fill(wording.subject) || '–'}
      </p>
      <p lang={language} className="break-words whitespace-pre-line">
        {fill(wording.body) || '–'}
      </p>
      <div className="border-t border-line pt-2 text-xs text-muted">
        <p>{t(words.previewYes)}</p>
        <p lang={language} className="break-words whitespace-pre-line">
          {fill(wording.consent) || '–'}
        </p>
      </div>
    </section>
  )
}
