import { Copied } from '#app/surveys/doors/components/copied.tsx'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

const nodeRecipe = `import { createHmac } from 'node:crypto'

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

// secret: this door's, from your own store of secrets; never in a page
export function koeContact(secret, externalId, ref) {
  const exp = Math.floor(Date.now() / 1000) + 3600
  const body = part({ alg: 'HS256', typ: 'JWT' }) + '.' + part({ sub: externalId, exp, ref })
  return body + '.' + createHmac('sha256', secret).update(body).digest('base64url')
}`

const shellRecipe = `b64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
head=$(printf '{"alg":"HS256","typ":"JWT"}' | b64)
body=$(printf '{"sub":"%s","exp":%d}' "$EXTERNAL_ID" $(($(date +%s) + 3600)) | b64)
mac=$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -hmac "$KOE_WIDGET_SECRET" -binary | b64)
echo "$head.$body.$mac"`

/** What a product's developer needs: the line for the page, and how to sign who is there. */
export function WidgetRecipe({ home, token }: { home: string; token: string }) {
  const t = useT()
  const line = `<script src="${home}/widget.js" data-door="${token}"\n  data-contact="…" async></script>`
  const moment = `koe.ask({ contact: '…' })`
  return (
    <>
      <Card title={t(words.embed)}>
        <p className="max-w-prose text-muted">{t(words.embedText)}</p>
        <Copied text={line} label={t(words.embed)} />
        <Copied text={moment} label="koe.ask()" />
      </Card>
      <Card title={t(words.sign)}>
        <p className="max-w-prose text-muted">{t(words.signText)}</p>
        <h3 className="text-xs font-semibold text-muted">{t(words.node)}</h3>
        <Copied text={nodeRecipe} label={t(words.node)} />
        <h3 className="text-xs font-semibold text-muted">{t(words.shell)}</h3>
        <Copied text={shellRecipe} label={t(words.shell)} />
      </Card>
    </>
  )
}
