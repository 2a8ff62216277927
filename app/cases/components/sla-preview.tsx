import { Form } from '@remix-run/react'
import { fieldsOf, type Draft } from '#app/cases/sla/draft.ts'
import type { PolicyPreview } from '#app/cases/sla/preview-policy.server.ts'
import { slaWords as words } from '#app/cases/sla/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** What a table of times does to open cases, and the choice what becomes of them. What is saved is what was looked at. */
export function SlaPreview({ draft, preview }: { draft: Draft; preview: PolicyPreview }) {
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const { open, looked, earlier, late, later, same } = preview
  const moves = earlier + later > 0
  return (
    <Card title={t(words.previewTitle)}>
      <Form method="post" className="flex flex-col gap-4">
        {fieldsOf(draft).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p role="status">
          {open === 0 ? t(words.noneOpen) : t(words.openCases, { n: looked, earlier, late, later, same })}
          {open > looked ? ` ${t(words.someOnly, { open: format.number(open), looked: format.number(looked) })}` : null}
        </p>
        {moves ? (
          <RadioGroup
            name="open"
            label={t(words.openOnes)}
            defaultValue="leave"
            options={[
              { value: 'leave', label: t(words.leave), hint: t(words.leaveHint) },
              { value: 'move', label: t(words.move), hint: t(words.moveHint) },
            ]}
          />
        ) : (
          <input type="hidden" name="open" value={open === 0 || open > looked ? 'leave' : 'move'} />
        )}
        <div>
          <Button variant="primary" name="intent" value="save" busy={busy}>
            {t(words.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
