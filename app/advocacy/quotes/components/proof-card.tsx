import { Form } from '@remix-run/react'
import { publicWords, quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Where published quotes stand, how they are embedded, and for an admin the switch. `at`: address of this install. */
export function ProofCard({
  proof,
  settable,
  at,
}: {
  proof: { shown: boolean; origins: string[] }
  settable: boolean
  at: string
}) {
  const t = useT()
  const frame = `<iframe src="${at}/proof/embed" title="${t(publicWords.title)}" width="100%" height="480" loading="lazy" style="border:0"></iframe>`
  return (
    <Card
      title={t(words.proof)}
      actions={proof.shown ? <Badge tone="success">{t(words.proofOn)}</Badge> : null}
      className="gap-4"
    >
      {proof.shown ? (
        <>
          <Address label={t(words.page)} text={`${at}/proof`} to="/proof" />
          <Address label={t(words.block)} text={frame} />
          <Address label={t(words.json)} text={`${at}/proof.json`} to="/proof.json" />
        </>
      ) : (
        <p className="text-muted">{t(words.proofOff)}</p>
      )}
      {settable ? (
        <Form method="post" action="/quotes/proof" className="flex flex-col gap-3 border-t border-line pt-4">
          <Checkbox name="shown" label={t(words.proofShown)} defaultChecked={proof.shown} />
          <Textarea
            name="origins"
            label={t(words.origins)}
            hint={t(words.originsHint)}
            rows={2}
            maxLength={4_000}
            defaultValue={proof.origins.join('\n')}
          />
          <div>
            <Button>{t(words.proofSave)}</Button>
          </div>
        </Form>
      ) : null}
    </Card>
  )
}

function Address({ label, text, to }: { label: string; text: string; to?: string }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{label}</span>
        <CopyButton text={text} label={label} />
      </div>
      <code className="rounded bg-sunken p-2 text-xs break-all">
        {to ? (
          <a href={to} className="underline hover:text-accent">
            {text}
          </a>
        ) : (
          text
        )}
      </code>
    </div>
  )
}
